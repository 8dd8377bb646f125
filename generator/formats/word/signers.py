"""Signers of a .docx, for those who send it to be signed: what its page says, and what its properties add.

On the page stand label, name and title, and of who signs by hand no more. So each signer has a property with
the anchor, CVR and organisation: `Underskriver 1` is `underskrift_kommunen_1a2b3c4d; 12345678; Kommunen NN`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from generator.base.border import xml, zips
from generator.document.model import Signature
from generator.document.signatures import ELSEWHERE, NAME, REFERENCE, TITLE
from generator.formats.word.codes import no_docx
from generator.formats.word.package import seal
from generator.formats.word.read_text import visible_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PROPERTY = "Underskriver"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_APART = "; "


@dataclass(frozen=True, slots=True)
class Signer:
    """A signer, as the file says it; `order` from 1. What is not known, or not there any more, is empty.

    `reference` stands on the page where the party signs electronically; `anchor` is the bookmark.
    """

    order: int
    label: str
    name: str
    title: str
    organisation: str
    cvr: str
    anchor: str
    reference: str

    @property
    def digital(self) -> bool:
        """Tell whether the block has no lines for ink."""
        return bool(self.reference)


def as_properties(signatures: Iterable[Signature]) -> tuple[tuple[str, str], ...]:
    """The custom properties that tell what the page does not, in plain spaces."""
    told = ((block.anchor, block.cvr, block.organisation) for block in signatures)
    return tuple([(f"{PROPERTY} {number}", _APART.join(map(_plain, facts)))
                  for number, facts in enumerate(told, start=1)])


def _plain(text: str) -> str:
    return " ".join(text.split())


def signers_of_docx(data: bytes) -> tuple[Signer, ...]:
    """The signers in their order; none in a document that was not made here. Raises Rejected for no .docx."""
    try:
        inside = zips.parts(data)
        properties = seal.properties(inside[seal.CUSTOM]) if seal.CUSTOM in inside else {}
        blocks = dict(_blocks(xml.tree(inside["word/document.xml"])))
    except (zips.NoZip, xml.NoXml, KeyError) as error:
        raise no_docx() from error
    return tuple([_signer(number, told, blocks) for number, told in enumerate(told_of(properties), start=1)])


def told_of(properties: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Anchor, CVR and organisation of each signer, until a number is not there."""
    for number in count(1):
        told = properties.get(f"{PROPERTY} {number}", "").split(_APART, 2)
        if len(told) != len(("anchor", "cvr", "organisation")):
            return
        yield told[0], told[1], told[2]


def _signer(order: int, told: tuple[str, str, str], blocks: Mapping[str, Mapping[str, str]]) -> Signer:
    anchor, cvr, organisation = told
    block = blocks.get(anchor, {})
    name, title, reference = (_said(block.get(field, "")) for field in (NAME, TITLE, REFERENCE))
    return Signer(order, block.get("", ""), name, title, organisation, cvr, anchor if block else "",
                  reference)


def _said(text: str) -> str:
    return "" if text == ELSEWHERE else text


def _blocks(root: Element) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each bookmark with what is printed at it, by field; the label has no name."""
    above: list[tuple[str, str]] = []
    for element in _flow(root):
        if element.tag == f"{_W}p":
            above = [(name, visible_text(element)) for name in _bookmarks(element)] or above
            continue
        rows = [list(row.iter(f"{_W}tc")) for row in element.iter(f"{_W}tr") if _stands(row)]
        for anchor, label in above if len(rows) > 1 else ():
            fields = zip(map(visible_text, rows[0]), map(visible_text, rows[1]), strict=False)
            yield anchor, {"": label, **dict(fields)}
        above = []
        for column, head in enumerate(rows[0] if rows else ()):
            for anchor in _bookmarks(head):
                cells = [row for row in rows if len(row) > column]
                yield anchor, {"": visible_text(head)} | {visible_text(row[0]): visible_text(row[column])
                                                          for row in cells[1:]}


def _flow(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of the text, those inside of content controls too."""
    for element in parent:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in (f"{_W}body", f"{_W}sdt", f"{_W}sdtContent"):
            yield from _flow(element)


def _stands(row: Element) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is None


def _bookmarks(element: Element) -> list[str]:
    return [mark.get(f"{_W}name", "") for mark in element.iter(f"{_W}bookmarkStart")]
