"""The content of a paragraph: its runs and line breaks, each with its look, its link and its mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.document.model import LineBreak, Mark, Run
from generator.formats.word.reading import drawings
from generator.formats.word.reading.names import MC, VAL, WRAPPERS, M, R, W, chosen, formula, is_on
from generator.formats.word.reading.pieces import Drawn, Token
from generator.formats.word.reading.revision_stack import KINDS, PASSED, Standing, inside, mark_of
from generator.formats.word.reading.signs import sign
from generator.formats.word.reading.story import Range, Spot, Story, What
from generator.formats.word.reference.styles import HYPERLINK

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SCHEMES = ("http://", "https://", "mailto:")
_TEXT = frozenset((f"{W}t", f"{W}delText"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_NOTES: dict[str, What] = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_LOOKS = {"Strong": (True, False), "Emphasis": (False, True)}
"""Styles of characters that are a look, and the bold and the italic of it."""

Style = tuple[bool, bool, str | None]


class Content:
    """Gathers the content of one paragraph."""

    def __init__(self, story: Story, number: int) -> None:
        self.story, self.number = story, number
        self.tokens: list[Token] = []
        self.anchors: list[str] = []
        self.leads_to = ""
        self.letters = 0
        self.page_before = self.page_after = False
        self._texts: list[str] = []
        self._key: tuple[object, ...] | None = None
        self._pens: dict[What, list[str]] = {"highlight": [], "struck through": []}
        self._fields: list[list[str]] = []
        self._field_link = ""

    def read(self, parent: Iterable[Element], mark: Standing = None, link: str = "") -> None:
        """Read the elements, which stand under the mark and lead to the address."""
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                self._run(element, mark, link)
            elif tag in KINDS:
                self.read(element, inside(mark, mark_of(element, self.story.moves)), link)
            elif tag == f"{W}hyperlink":
                self.leads_to = self.leads_to or element.get(f"{W}anchor", "")
                self.read(element, mark, self.story.address(element.get(f"{R}id", "")) or link)
            elif tag in WRAPPERS or tag == f"{W}fldSimple":
                self.read(element, mark, link)
            elif tag == f"{MC}AlternateContent":
                self.read(chosen(element), mark, link)
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                self.story.tell("equation", formula(element), self.number)
            elif tag in _TEXT:
                self._add(element.text or "", (False, False, None), mark, link)
            else:
                self.stand(element)
                self.read(element, mark, link)

    def stand(self, element: Element) -> None:
        """Note a mark of place: a bookmark, or where a comment or a move begins or ends."""
        tag = element.tag
        if tag == f"{W}bookmarkStart":
            self.anchors.append(element.get(f"{W}name", ""))
        elif tag == f"{W}commentRangeStart":
            self._range(element).start = Spot(self.number, self.letters)
        elif tag == f"{W}commentRangeEnd":
            self._range(element).end = Spot(self.number, self.letters)
        else:
            self.story.moves.stand(element)

    def finish(self) -> tuple[Token, ...]:
        """All that was read; words that somebody has highlighted in it, or struck through, are told."""
        self._close()
        for what, words in self._pens.items():
            self.story.tell_if(what, "".join(words), self.number)
        return tuple(self.tokens)

    def _range(self, element: Element) -> Range:
        return self.story.ranges.setdefault(element.get(f"{W}id", ""), Range())

    def _run(self, run: Element, mark: Standing, link: str) -> None:
        properties = run.find(f"{W}rPr")
        style: Style = (False, False, None)
        hidden = False
        if properties is not None and len(properties):
            style = self._look(properties)
            hidden = bool(is_on(properties.find(f"{W}vanish")))
            if not _is_gone(mark):
                for what in _pens(properties):
                    self._pens[what].append("".join([_text(one) or "" for one in run]))
        before = self.letters
        if hidden:
            self._hidden(run)
        else:
            self._inside(run, style, mark, link)
        if mark == PASSED:
            self.letters = before

    def _look(self, properties: Element) -> Style:
        named = properties.find(f"{W}rStyle")
        style = self.story.styles.name(named.get(VAL, "")) if named is not None else None
        bold, italic = _LOOKS.get(style or "", (False, False))
        own_bold, own_italic = (bool(is_on(properties.find(W + name))) for name in ("b", "i"))
        return own_bold or bold, own_italic or italic, None if bold or italic else style

    def _hidden(self, run: Element) -> None:
        text = "".join([one.text or "" for one in run if one.tag in _TEXT])
        if text.strip():
            self.story.tell("hidden text", text, self.number)

    def _inside(self, parent: Iterable[Element], style: Style, mark: Standing, link: str) -> None:
        for one in parent:
            text = _text(one)
            if text is not None:
                self._add(text, style, mark, link)
            elif one.tag in _BREAKS:
                self._break(one, mark)
            elif one.tag == f"{MC}AlternateContent":
                self._inside(chosen(one), style, mark, link)
            elif one.tag == f"{W}ruby":
                for base in one.iter(f"{W}rubyBase"):
                    self.read(base, mark, link)
            else:
                self._thing(one, style, mark, link)

    def _thing(self, one: Element, style: Style, mark: Standing, link: str) -> None:
        """Note what is no text: a drawing, a note, a comment, a field."""
        tag = one.tag
        if tag in _DRAWINGS:
            self._drawing(one, mark)
        elif tag in _NOTES:
            kind = _NOTES[tag]
            self.story.tell(kind, self.story.package.note(kind, one.get(f"{W}id", "")), self.number)
        elif tag == f"{W}commentReference":
            found = self._range(one)
            found.start = found.start or Spot(self.number, self.letters)
        elif tag in (f"{W}fldChar", f"{W}instrText"):
            self._field(one)
        elif tag != f"{W}rPr":
            self._inside(one, style, mark, link)

    def _add(self, text: str, style: Style, mark: Standing, link: str) -> None:
        if not text:
            return
        if mark == PASSED:
            self.story.tell("came and went", text, self.number)
            return
        address = link or self._field_link
        bold, italic, named = style
        leads = address if address.startswith(_SCHEMES) else None
        if leads and named == HYPERLINK:
            named = None
        by = (mark.author, mark.date) if isinstance(mark, Mark) else None
        key = (bold, italic, named, leads, mark, by)
        if key != self._key:
            self._close()
            self._key = key
        self._texts.append(text)
        self._stands(len(text), mark)

    def _close(self) -> None:
        if self._key is not None:
            bold, italic, style, link, mark, _ = self._key
            self.tokens.append(Run("".join(self._texts), bold, italic, style, link, mark))  # type: ignore[arg-type]
            self._key = None
            self._texts.clear()

    def _stands(self, letters: int, mark: Standing) -> None:
        if not _is_gone(mark):
            self.letters += letters

    def _break(self, element: Element, mark: Standing) -> None:
        if element.tag == f"{W}br" and element.get(f"{W}type") == "page":
            if self.tokens or self._texts:
                self.page_after = True
            else:
                self.page_before = True
        elif mark != PASSED:
            self._close()
            self.tokens.append(LineBreak(mark if isinstance(mark, Mark) else None))
            self._stands(1, mark)

    def _drawing(self, element: Element, mark: Standing) -> None:
        found = drawings.read(element)
        if found is None or mark == PASSED:
            self.story.tell(*drawings.told(element), self.number)
            return
        self._close()
        self.tokens.append(Drawn(found.block, mark if isinstance(mark, Mark) else None))
        if found.legend:
            self.story.tell("legend", found.legend, self.number)

    def _field(self, element: Element) -> None:
        """Fields show their last result, which is text as any other; a link is one in words."""
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}instrText":
            if self._fields:
                self._fields[-1].append(element.text or "")
        elif kind == "begin":
            self._fields.append([])
        elif kind == "separate" and self._fields:
            words = "".join(self._fields[-1]).split()
            if len(words) > 1 and words[0] == "HYPERLINK":
                self._field_link = words[1].strip('"')
        elif kind == "end" and self._fields:
            self._fields.pop()
            self._field_link = ""


def _pens(properties: Element) -> Iterator[What]:
    """The ways in which somebody has drawn over the words, as with a pen."""
    highlight = properties.find(f"{W}highlight")
    if highlight is not None and highlight.get(VAL) != "none":
        yield "highlight"
    if any(is_on(properties.find(W + name)) for name in ("strike", "dstrike")):
        yield "struck through"


def _is_gone(mark: Standing) -> bool:
    return isinstance(mark, Mark) and mark.is_old


def _text(element: Element) -> str | None:
    """The text that an element of a run is; None for one that is none."""
    if element.tag in _TEXT:
        return element.text or ""
    return sign(element) if element.tag == f"{W}sym" else _SIGNS.get(element.tag)
