"""Headers and footers: the reference document's own, with their fields filled for one document.

Reading finds the fields once and leaves a slot where each shows its value; filling puts the
values in. Fields that are not ours stand as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from msgspec import Struct

from generator.formats.word.reference.slots import cut, slot
from generator.formats.word.xml_text import (
    DECLARATION,
    RELATION_NAMESPACE,
    WORD_NAMESPACE,
    escape,
    run_content,
)

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"
_INSTRUCTION = re.compile(r'\s*(?:(PAGE|NUMPAGES)\b|DOCPROPERTY\s+(?:"([^"]+)"|([^\s\\]+)))', re.IGNORECASE)
PAGE, PAGES = "PAGE", "NUMPAGES"
_LOOK = (f"{_W}pPr", f"{_W}rPr")
_PICTURES = (f"{_W}drawing", f"{_W}pict", f"{_W}object",
             "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")


class Margin(Struct, frozen=True):
    """A header or a footer as alternate XML text and field names: text, name, text, name … text.

    `draft` is how it stands in a draft, `final` without the paragraphs in style Draft Mark.
    """

    draft: tuple[str, ...]
    final: tuple[str, ...]

    @property
    def marks_draft(self) -> bool:
        """Tell whether a draft shows that it is one."""
        return self.draft != self.final

    def fields(self) -> Iterator[str]:
        """The names whose values it shows: PAGE, NUMPAGES and those of properties."""
        yield from self.draft[1::2]

    def fill(self, values: Mapping[str, str], draft: bool) -> bytes:
        """The part's bytes; raises KeyError for a name without a value."""
        pieces = list(self.draft if draft else self.final)
        pieces[1::2] = [run_content(values[name]) or "<w:t/>" for name in pieces[1::2]]
        return "".join(pieces).encode()


def read(root: Any, draft_mark: str) -> Margin:
    """The Margin of a header or footer, an lxml tree; `draft_mark` is the id of the style Draft Mark."""
    return Margin(_pieces(root, ""), _pieces(root, draft_mark))


def _pieces(whole: Any, unwanted: str) -> tuple[str, ...]:
    """The part as text and field names, without what the paragraphs in the unwanted style say."""
    root = deepcopy(whole)
    _remove(root, unwanted)
    for simple in list(root.iter(f"{_W}fldSimple")):
        _replace(simple, [simple], simple.get(f"{_W}instr", ""), simple.find(f".//{_W}rPr"))
    for paragraph in root.iter(f"{_W}p"):
        for runs in list(_complex_fields(paragraph)):
            instruction = "".join(text.text or "" for run in runs for text in run.iter(f"{_W}instrText"))
            _replace(runs[0], runs, instruction, runs[0].find(f"{_W}rPr"))
    first, *others = cut(root)
    return DECLARATION + first, *others


def _complex_fields(paragraph: Any) -> Iterator[list[Any]]:
    """The runs of each field in the paragraph, from its begin to its end; nested ones are left alone."""
    runs: list[Any] = []
    depth = nested = 0
    for run in paragraph.findall(f"{_W}r"):
        kinds = [mark.get(f"{_W}fldCharType") for mark in run.findall(f"{_W}fldChar")]
        depth += kinds.count("begin")
        nested = max(nested, depth)
        if depth:
            runs.append(run)
        depth -= kinds.count("end")
        if runs and not depth:
            if nested == 1:
                yield runs
            runs, nested = [], 0


def _replace(first: Any, old: list[Any], instruction: str, look: Any) -> None:
    """Put what a field shows in place of it: a slot for a property, round it a whole field for a page number.

    What is written shows no property through a field: other programs may own one of that name.
    """
    from lxml import etree

    match = _INSTRUCTION.match(instruction)
    if not match:
        return
    name = match[1].upper() if match[1] else match[2] or match[3]
    properties = etree.tostring(look, encoding="unicode", with_tail=False) if look is not None else ""
    shown = f"<w:r>{properties}{slot(name)}</w:r>"
    if match[1]:
        shown = (f"{_mark('begin', properties)}<w:r>{properties}"
                 f'<w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
                 f"{_mark('separate', properties)}{shown}{_mark('end', properties)}")
    for element in etree.fromstring(f"<w:p {WORD_NAMESPACE} {RELATION_NAMESPACE}>{shown}</w:p>"):
        first.addprevious(element)
    for element in old:
        element.getparent().remove(element)


def _mark(kind: str, properties: str) -> str:
    return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def _remove(root: Any, unwanted: str) -> None:
    """Take out the paragraphs in a style, but never a picture; and Word needs a last one in each parent."""
    for mark in list(root.iter(f"{_W}pStyle")):
        if mark.get(f"{_W}val") != unwanted:
            continue
        paragraph = mark.getparent().getparent()
        if _holds_picture(paragraph) or len(paragraph.getparent().findall(f"{_W}p")) == 1:
            _silence(paragraph)
        else:
            paragraph.getparent().remove(paragraph)


def _silence(element: Any) -> None:
    """Take out all that is neither a picture nor the look of what holds it."""
    for child in list(element):
        if child.tag in _LOOK or child.tag in _PICTURES:
            continue
        if _holds_picture(child):
            _silence(child)
        else:
            element.remove(child)


def _holds_picture(element: Any) -> bool:
    return next(element.iter(*_PICTURES), None) is not None
