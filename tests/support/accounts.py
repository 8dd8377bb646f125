"""Every letter of a .docx: those in the file, and those that were read of it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from generator.document.model import Contents, Diagram, Run, Signature
from generator.document.reading import content_of, walk
from generator.document.signatures import SignatureTable, arranged, fields, in_runs
from generator.formats.word.reading import Read
from tests.fuzz.damage import packed, unpacked
from tests.support.package_reading import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DOCUMENT = "word/document.xml"


def in_file(data: bytes) -> Counter[str]:
    """The letters of the text of the document, without what is there for older programs only."""
    return _letters(_texts(etree.fromstring(unpacked(data)[_DOCUMENT])))


def in_read(read: Read) -> Counter[str]:
    """The letters of the Document and of what was told beside it."""
    document = (text for block in walk(read.document.blocks) for text in _of(block))
    signed = (text for part in in_runs(read.document.blocks) if isinstance(part, tuple)
              for old in (True, False) for text in _around(part, old))
    return _letters((*document, *signed, *(one.text for one in read.told)))


def _letters(texts: Any) -> Counter[str]:
    return Counter("".join("".join(texts).casefold().split()))


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_MC}Fallback" and element.find(f"{_MC}Choice") is not None:
            continue
        if child.tag in (f"{W}t", f"{W}delText", f"{_M}t"):
            yield child.text or ""
        yield from _texts(child)


def _of(block: Any) -> Iterator[str]:
    if isinstance(block, Diagram):
        yield from (f"{box.label} {box.detail}" for box in block.boxes)
        yield from (edge.says for edge in block.edges)
    elif isinstance(block, Contents):
        yield from (block.title, *(f"{entry.number} {entry.text}" for entry in block.entries))
    elif isinstance(block, Signature):
        for one in (block, *((block.was,) if block.was else ())):
            yield from (one.label, *fields(one), *fields(one).values())
    else:
        yield from (inline.text for inline in content_of(block) if isinstance(inline, Run))


def _around(signatures: tuple[Signature, ...], old: bool) -> Iterator[str]:
    """The words that follow from how signatures stand: `Underskrift 1 og 2`, `Part`, dashes."""
    standing = tuple(one for one in signatures if not one.mark or one.mark.is_old == old)
    tables: tuple[SignatureTable, ...] = arranged(standing)
    for table in tables:
        if table.paired:
            yield from (table.heading, "Part", "–" * 9)


def disturbed(data: bytes, chance: random.Random) -> bytes:
    """The document with elements moved, doubled, taken out and wrapped, as no program leaves one."""
    parts = unpacked(data)
    root = etree.fromstring(parts[_DOCUMENT])
    for _ in range(chance.randrange(1, 8)):
        inside = [one for one in root[0].iter() if one is not root[0] and not _is_look(one)]
        one, other = chance.choice(inside), chance.choice(inside)
        chance.choice((_double, _move, _take_out, _wrap, _write))(one, other)
    parts[_DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed(parts)


def _is_look(one: Any) -> bool:
    """Tell whether it is one of the properties of something, or of a table whose words follow from another.
    """
    above = [one, *one.iterancestors()]
    return any(up.tag in (f"{W}rPr", f"{W}pPr") or (up.tag == f"{W}tbl" and _is_signed(up)) for up in above)


def _is_signed(table: Any) -> bool:
    return any(style.get(f"{W}val") == "SignatureCaption" for style in table.iter(f"{W}pStyle"))


def _double(one: Any, _: Any) -> None:
    one.addnext(deepcopy(one))


def _move(one: Any, other: Any) -> None:
    if one not in list(other.iterancestors()) and one is not other:
        other.addnext(one)


def _take_out(one: Any, _: Any) -> None:
    one.getparent().remove(one)


def _wrap(one: Any, _: Any) -> None:
    outer = etree.Element(f"{W}ukendt")
    one.addprevious(outer)
    outer.append(one)


def _write(one: Any, _: Any) -> None:
    """Write a word into a paragraph."""
    paragraph = next((up for up in (one, *one.iterancestors()) if up.tag == f"{W}p"), None)
    if paragraph is not None:
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}t").text = "xyzzy"
