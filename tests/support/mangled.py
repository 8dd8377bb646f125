"""A .docx as other programs leave it: runs in pieces, and elements put in that say nothing."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

from lxml import etree

from tests.fuzz.damage import packed, unpacked
from tests.support.package_reading import W

_DOCUMENT = "word/document.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mangled(data: bytes, chance: random.Random) -> bytes:
    """The document with the same words on the same page, and another XML."""
    parts = unpacked(data)
    root = etree.fromstring(parts[_DOCUMENT])
    for run in list(root.iter(f"{W}r")):
        if chance.random() < 0.5:
            _split(run, chance)
    for run in list(root.iter(f"{W}r")):
        if chance.random() < 0.2:
            _around(run, chance.choice(("smartTag", "sdt", "customXml")))
    for paragraph in list(root.iter(f"{W}p")):
        _put_in(paragraph, chance)
        if chance.random() < 0.1:
            _around(paragraph, "sdt")
    for table in list(root.iter(f"{W}tbl")):
        if chance.random() < 0.2:
            _around(table, "sdt")
    parts[_DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed(parts)


def _split(run: Any, chance: random.Random) -> None:
    """The run as several: each keeps its look and a piece of the words."""
    texts = [one for one in run if one.tag in (f"{W}t", f"{W}delText")]
    others = [one for one in run if one.tag != f"{W}rPr"]
    if len(texts) != 1 or others != texts or len(texts[0].text or "") < 2:
        return
    words = texts[0].text
    edges = sorted({chance.randrange(1, len(words)) for _ in range(chance.randrange(1, 4))})
    for start, end in zip([0, *edges], [*edges, len(words)], strict=True):
        piece = deepcopy(run)
        piece.attrib.update({f"{W}rsidR": f"00{chance.randrange(16**6):06X}"})
        text = next(one for one in piece if one.tag == texts[0].tag)
        text.text = words[start:end]
        text.set(_SPACE, "preserve")
        run.addprevious(piece)
    run.getparent().remove(run)


def _around(element: Any, kind: str) -> None:
    outer = etree.Element(f"{W}{kind}")
    element.addprevious(outer)
    if kind == "sdt":
        properties = etree.SubElement(outer, f"{W}sdtPr")
        etree.SubElement(properties, f"{W}alias").set(f"{W}val", "Felt")
        etree.SubElement(outer, f"{W}sdtContent").append(element)
    else:
        outer.set(f"{W}element", "navn")
        outer.append(element)


def _put_in(paragraph: Any, chance: random.Random) -> None:
    """Signs of the spelling, of where a page ended, and bookmarks of Word's own."""
    runs = paragraph.findall(f"{W}r")
    if not runs or chance.random() < 0.5:
        return
    ident = str(chance.randrange(10_000, 10**8))
    before, after = etree.Element(f"{W}proofErr"), etree.Element(f"{W}proofErr")
    before.set(f"{W}type", "spellStart")
    after.set(f"{W}type", "spellEnd")
    start, end = etree.Element(f"{W}bookmarkStart"), etree.Element(f"{W}bookmarkEnd")
    start.set(f"{W}id", ident)
    start.set(f"{W}name", f"_Ref{ident}")
    end.set(f"{W}id", ident)
    one = chance.choice(runs)
    for mark in (before, start):
        one.addprevious(mark)
    for mark in (end, after):
        one.addnext(mark)
    etree.SubElement(one, f"{W}lastRenderedPageBreak")
