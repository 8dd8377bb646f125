"""Markup as text → a tree of elements, each with the template and line that it comes from.

Strict XML. Which tags there are is not known here: vocabulary.py says that. `at="template:line"` on a
tag is its place; a tag without one (prose puts them there) has the place of what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.parsers import expat

from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.language import say
from generator.document.markup.codes import NOT_MARKUP, NOT_WELL_FORMED
from generator.document.markup.repeated import Shortened, Texts, shortened
from generator.document.model import Origin

DEEPEST = 50
ROOT = "document"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAME = re.compile(r"[^\s/>]+")
_ERROR = expat.errors.codes


class Element:
    """A tag with what stands in it: elements and text in order.

    `latest` is the stamp that was read last in it, for those of its children that have none. `more` are the
    texts of the rows that repeat it, and differ from it in nothing else.
    """

    __slots__ = ("attributes", "children", "latest", "more", "origin", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], origin: Origin, latest: Origin | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.origin = origin
        self.latest = latest
        self.children: list[Element | str] = []
        self.more: Sequence[Texts] = ()


def place(origin: Origin) -> Place:
    """The line in the template; which column is not known, so it is the first."""
    return Place(origin.template, origin.line, 1)


def read(markup: str, name: str = "markup") -> Element:
    """The markup as one element that holds it all; `name` is the file of tags with no place at all.

    Raises Rejected at the first thing that makes it not well-formed, with the tag and its place.
    """
    short = shortened(markup)
    reader = _Reader(name, short)
    try:
        return reader.read(short.markup)
    finally:
        del reader.parser  # else the two hold each other, and with them the whole tree


class _Reader:
    """The state of one reading: the open elements, innermost last, and the places seen."""

    def __init__(self, name: str, short: Shortened) -> None:
        self.name = name
        self.more = {len(f"<{ROOT}>{short.markup[:at]}".encode(errors="surrogatepass")): texts
                     for at, texts in short.more.items()}  # fmt: skip
        self.origins: dict[str, Origin] = {}
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.CommentHandler = self.comment
        self.parser.ProcessingInstructionHandler = self.instruction
        self.root = Element("", {}, Origin(name, 1), None)
        self.open = [self.root]

    def read(self, markup: str) -> Element:
        data = f"<{ROOT}>{markup}</{ROOT}>".encode(errors="surrogatepass")
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise self.illegal_character(markup) or self.not_well_formed(error.code, data) from None
        document = self.root.children[0]
        assert isinstance(document, Element)
        return document

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        parent = self.open[-1]
        at = attributes.pop("at", None)
        if at is not None:
            parent.latest = self.origins.get(at) or self.stamp(at)
        stamp = parent.latest  # the tag's own place, or that of the nearest tag before it which has one
        element = Element(tag, attributes, stamp or self.line_of_the_markup(), stamp)
        parent.children.append(element)
        self.open.append(element)
        if self.more:
            element.more = self.more.get(self.parser.CurrentByteIndex, ())
        if len(self.open) > DEEPEST:
            message = say("tags stand more than {deepest} deep", deepest=DEEPEST)
            raise self.rejected(NOT_WELL_FORMED, message, say("nest less"))

    def line_of_the_markup(self) -> Origin:
        return Origin(self.name, self.parser.CurrentLineNumber)

    def stamp(self, at: str) -> Origin:
        """The place that is met for the first time; one object for all the tags of a line."""
        template, _, line = at.rpartition(":")
        origin = self.origins[at] = Origin(template, int(line) if line.isdigit() else 0)
        return origin

    def end(self, _: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        self.open[-1].children.append(text)

    def comment(self, _: str) -> None:
        message = say("`<!-- -->` would vanish from the document")
        raise self.rejected(NOT_MARKUP, message, say("write `{# … #}` for a remark"))

    def instruction(self, target: str, _: str) -> None:
        message = say("`<?{target}` is not part of the markup", target=target)
        raise self.rejected(NOT_MARKUP, message, say("take it out"))

    def here(self) -> Origin:
        innermost = self.open[-1]
        return innermost.latest or self.line_of_the_markup()

    def rejected(self, code: Code, message: str, hint: str, origin: Origin | None = None) -> Rejected:
        return Rejected([Finding(code, message, hint, place(origin or self.here()))])

    def not_well_formed(self, code: int, data: bytes) -> Rejected:
        where = self.parser.ErrorByteIndex
        rest = data[where:].decode(errors="replace")
        if code == _ERROR[expat.errors.XML_ERROR_TAG_MISMATCH]:
            name = _NAME.match(rest)
            return self.mismatch(name[0] if name else "")
        if code == _ERROR[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
            message = say("`{entity};` is not known here", entity=rest.split(";")[0])
            hint = say("write the character itself, or its number: a hard space is &#160;")
            return self.rejected(NOT_WELL_FORMED, message, hint)
        if code == _ERROR[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]:
            attribute = rest.split("=")[0].strip()
            message = say("a tag has `{attribute}` twice", attribute=attribute)
            return self.rejected(NOT_WELL_FORMED, message, say("keep one of them"))
        return self.stray_sign(data[:where].decode(errors="replace"), rest)

    def illegal_character(self, markup: str) -> Rejected | None:
        illegal = _ILLEGAL.search(markup)
        if not illegal:
            return None
        message = say("the character {code} cannot stand in a document", code=f"U+{ord(illegal[0]):04X}")
        return self.rejected(NOT_MARKUP, message, say("take it out"))

    def mismatch(self, closing: str) -> Rejected:
        tag = self.open[-1].tag
        if closing == ROOT and tag != ROOT:
            message, hint = say("`<{tag}>` is never closed", tag=tag), say("write </{tag}>", tag=tag)
            return self.rejected(NOT_WELL_FORMED, message, hint, self.open[-1].origin)
        if any(element.tag == closing for element in self.open[1:]):
            message = say("`<{tag}>` is not closed before `</{closing}>`", tag=tag, closing=closing)
            hint = say("write </{tag}> before </{closing}>", tag=tag, closing=closing)
            return self.rejected(NOT_WELL_FORMED, message, hint, self.open[-1].origin)
        hint = say("open it first, or take it out")
        if tag != ROOT:
            hint = say("the open tag is <{tag}>: write </{tag}>, or take it out", tag=tag)
        message = say("`</{closing}>` closes a tag that is not open", closing=closing)
        return self.rejected(NOT_WELL_FORMED, message, hint)

    def stray_sign(self, before: str, rest: str) -> Rejected:
        start = max(before.rfind("<"), before.rfind("&"))
        near = " ".join(re.sub(r' at="[^"]*"', "", before[start:] + rest.split("\n")[0])[:30].split())
        near = near.removesuffix(f"</{ROOT}>") or near
        hint = say('write &lt; for <, &amp; for &; an attribute is name="value" and a tag ends in >')
        message = say("the markup cannot be read at `{near}`", near=near)
        return self.rejected(NOT_WELL_FORMED, message, hint)
