"""Headers and footers as text, pictures and fields that our documents can fill; all else is taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.authoring.look.names import W, drop, unwrap
from generator.base.language import say, say_count

_WORDS = re.compile(r'\s*(\w+)\s*("[^"]*"|[^\s\\]+)?')
_PLACES = ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF")
_OF_THE_FILE = {"TITLE": "Title", "SUBJECT": "Subject", "AUTHOR": "Author"}
_TEXT = ("HYPERLINK",)
_PROPERTY = "DOCPROPERTY"
_BOUND = {"title": "Title", "subject": "Subject", "creator": "Author"}
_MARKS = ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
          "commentRangeEnd", "commentReference", "lastRenderedPageBreak", "del", "moveFrom", "pPrChange",
          "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "moveFromRangeStart",
          "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")  # fmt: skip
_AROUND = ("ins", "moveTo", "smartTag", "customXml")
_PLACEHOLDER = "showingPlcHdr"


def cleaned(root: Any, known: frozenset[str]) -> Iterator[str]:
    """Clean a header or footer; `known` are the properties that a document has. Tells what was taken out."""
    controls = list(root.iter(f"{W}sdt"))
    for control in controls:
        _open(control)
    if controls:
        yield say_count("{n} content control, the text kept", "{n} content controls, the text kept",
                        len(controls))
    drop(root, *_MARKS)
    for around in list(root.iter(*(W + tag for tag in _AROUND))):
        if around.getparent().tag in (f"{W}rPr", f"{W}trPr"):
            around.getparent().remove(around)
        else:
            unwrap(around)
    for simple in list(root.iter(f"{W}fldSimple")):
        yield from _judge(simple.get(f"{W}instr", ""), [simple], simple, known)
    for paragraph in list(root.iter(f"{W}p")):
        for runs in list(whole_fields(paragraph)):
            yield from _judge(instruction(runs), runs, None, known)


def shown(root: Any) -> set[str]:
    """The names of what the fields show: PAGE, NUMPAGES and properties."""
    simple = [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
    whole = [instruction(runs) for one in root.iter(f"{W}p") for runs in whole_fields(one)]
    return {_name(words) for words in (*simple, *whole)}


def whole_fields(paragraph: Any) -> Iterator[list[Any]]:
    """The children of a paragraph that make a field, from its begin to its end, with those inside it."""
    inside: list[Any] = []
    depth = 0
    for child in paragraph:
        kinds = [mark.get(f"{W}fldCharType") for mark in child.iter(f"{W}fldChar")]
        depth += kinds.count("begin")
        if depth:
            inside.append(child)
        depth -= kinds.count("end")
        if inside and depth <= 0:
            yield inside
            inside, depth = [], 0


def instruction(elements: list[Any]) -> str:
    """The instruction of a field, with those of the fields inside it."""
    return "".join(text.text or "" for one in elements for text in one.iter(f"{W}instrText"))


def _judge(words: str, elements: list[Any], simple: Any | None, known: frozenset[str]) -> Iterator[str]:
    """Keep the field, give it the name that our documents have for it, or take it out."""
    keyword, name = _keyword(words), _name(words)
    if keyword in _OF_THE_FILE:
        _rename(elements, simple, _OF_THE_FILE[keyword])
    elif keyword in _TEXT:
        if simple is not None:
            unwrap(simple)
    elif keyword not in _PLACES and not (keyword == _PROPERTY and name in known):
        for element in elements:
            element.getparent().remove(element)
        yield say("the field {field}", field=" ".join(words.split())[:40])


def _rename(elements: list[Any], simple: Any | None, name: str) -> None:
    words = f" {_PROPERTY} {name} "
    if simple is not None:
        simple.set(f"{W}instr", words)
        return
    first, *others = [text for one in elements for text in one.iter(f"{W}instrText")]
    first.text = words
    for other in others:
        other.text = ""


def _open(control: Any) -> None:
    """Put what a content control holds in its place; the document's title, where it is bound to that."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if content is None:
        control.getparent().remove(control)
        return
    bound = properties.find(f"{W}dataBinding") if properties is not None else None
    path = bound.get(f"{W}xpath", "") if bound is not None else ""
    name = next((name for of, name in _BOUND.items() if f":{of}[" in path), "")
    texts = list(content.iter(f"{W}t"))
    is_placeholder = properties is not None and properties.find(f"{W}{_PLACEHOLDER}") is not None
    if name and texts:
        run = texts[0].getparent()
        field = run.makeelement(f"{W}fldSimple", {f"{W}instr": f" {_PROPERTY} {name} "})
        run.addprevious(field)
        field.append(run)
    if is_placeholder or name:
        for text in texts[1 if name else 0:]:
            text.text = ""
    unwrap(content)
    drop(control, "sdtPr", "sdtEndPr")
    unwrap(control)


def _keyword(words: str) -> str:
    found = _WORDS.match(words)
    return found[1].upper() if found else ""


def _name(words: str) -> str:
    found = _WORDS.match(words)
    if not found:
        return ""
    return (found[2] or "").strip('"') if found[1].upper() == _PROPERTY else found[1].upper()
