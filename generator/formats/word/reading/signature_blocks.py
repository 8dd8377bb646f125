"""Signatures, back from the tables that they stand in, by themselves or two by two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from generator.base.values import replace
from generator.document.anchors import is_anchor, reference_of
from generator.document.model import Block, Mark, Origin, Run, Signature
from generator.document.revision_marks import DELETED, INSERTED, stands
from generator.document.signatures import (
    CVR,
    ELSEWHERE,
    NAME,
    NAMES,
    ORGANISATION,
    PARTY,
    REFERENCE,
    SIGNATURE,
    TITLE,
    fields,
)
from generator.formats.word.reading.pieces import ReadCell, ReadParagraph, ReadTable
from generator.formats.word.reference.styles import CAPTION, SIGN_CAPTION
from generator.formats.word.signer_properties import Facts, plain

_HEADING = re.compile(rf"{SIGNATURE} \d+(?: og \d+)?")


class SignedTable(Struct, frozen=True):
    """A table to sign in, and the paragraph above it: the label of one, or the heading over two."""

    above: ReadParagraph
    table: ReadTable

    @property
    def mark(self) -> Mark | None:
        """The mark of the whole."""
        marks = {row.mark for row in self.table.rows}
        return next(iter(marks)) if len(marks) == 1 else None


def is_signature(table: ReadTable) -> bool:
    """Tell whether the table is one to sign in."""
    first = table.rows[0].cells[0] if table.rows and table.rows[0].cells else None
    return first is not None and any(isinstance(piece, ReadParagraph) and piece.look.style == SIGN_CAPTION
                                     for piece in first.pieces)


def signatures_of(tables: Sequence[SignedTable], part: str) -> Iterator[Signature]:
    """The signatures of tables that follow each other, those of a revision each with its mark."""
    sides = [[block for table in tables if table.mark is None or table.mark.is_old == old
              for block in _blocks(table, old, part)] for old in (True, False)]
    old, new = _named(sides[0], sides[1]), sides[1]
    keys = [[(block.anchor, tuple(fields(block))) for block in side] for side in (old, new)]
    for what, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if what == "equal":
            for was, now in zip(old[a:b], new[c:d], strict=True):
                yield now if was == now else replace(now, was=was)
            continue
        yield from (replace(block, mark=_by(tables, DELETED)) for block in old[a:b])
        yield from (replace(block, mark=_by(tables, INSERTED)) for block in new[c:d])


def words_beside(tables: Sequence[SignedTable]) -> Iterator[str]:
    """The words of the tables that no signature holds, such as a date that somebody has written."""
    for signed in tables:
        blocks = [block for old in (True, False) for block in _blocks(signed, old, "")]
        known = {"", PARTY, ELSEWHERE, *NAMES, *(text for block in blocks for text in (
            block.label, block.name, block.title, block.organisation, block.cvr,
            reference_of(block.anchor) if block.digital else ""))}
        if signed.above.look.style == CAPTION and not _HEADING.fullmatch(_said(signed.above, old=False)):
            yield _said(signed.above, old=False)
        cells = [cell for row in signed.table.rows for cell in row.cells]
        texts = (_text(cell, old) for cell in cells for old in (True, False))
        yield from (text for text in dict.fromkeys(texts) if text not in known)


def _named(old: Sequence[Signature], new: Sequence[Signature]) -> list[Signature]:
    """The old signatures with their anchors, which a bookmark names once only: where the new one stands."""
    anchors = {block.label: block.anchor for block in new}
    return [block if block.anchor else replace(block, anchor=anchors.get(block.label, "")) for block in old]


def _by(tables: Sequence[SignedTable], mark: Mark) -> Mark:
    """The mark, with the hand that made it."""
    return next((table.mark for table in tables if table.mark == mark), mark)


def _blocks(signed: SignedTable, old: bool, part: str) -> Iterator[Signature]:
    origin = Origin(part, signed.above.number)
    rows = signed.table.rows
    if signed.above.look.style != CAPTION:
        names = [_text(cell, old) for cell in rows[0].cells]
        values = [_text(cell, old) for cell in rows[1].cells] if len(rows) > 1 else []
        told = dict(zip(names, values, strict=False))
        yield _signature(_said(signed.above, old), _anchor(signed.above.anchors), told, origin)
        return
    for column, head in enumerate(rows[0].cells[1:], start=1):
        told = {_text(row.cells[0], old): _text(row.cells[column], old)
                for row in rows[1:] if len(row.cells) > column}
        above = [piece for piece in head.pieces if isinstance(piece, ReadParagraph)]
        anchors = [name for piece in above for name in piece.anchors]
        yield _signature(_text(head, old), _anchor(anchors), told, origin)


def _signature(label: str, anchor: str, told: dict[str, str], origin: Origin) -> Signature:
    said = {name: "" if text == ELSEWHERE else text for name, text in told.items()}
    return Signature(label, anchor, said.get(NAME, ""), said.get(TITLE, ""), said.get(ORGANISATION, ""),
                     said.get(CVR, ""), bool(said.get(REFERENCE)), origin)


def _anchor(names: Sequence[str]) -> str:
    return next((name for name in names if is_anchor(name)), "")


def _text(cell: ReadCell, old: bool) -> str:
    return "\n".join([_said(piece, old) for piece in cell.pieces if isinstance(piece, ReadParagraph)])


def _said(paragraph: ReadParagraph, old: bool) -> str:
    return "".join([token.text for token in paragraph.content
                    if isinstance(token, Run) and (token.mark is None or token.mark.is_old == old)])


def with_anchors(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, whose old signatures have the anchors that stand where the new ones are."""
    new = [block for block in blocks if isinstance(block, Signature) and stands(block.mark, old=False)]
    return tuple([_named([block], new)[0] if isinstance(block, Signature) else block for block in blocks])


def with_facts(signature: Signature, facts: Mapping[str, Facts]) -> Signature:
    """The signature with the CVR number and the organisation that a property tells of it, by its anchor.

    A property has plain spaces; where the label is the same name, its hard ones are had back.
    """
    _, cvr, organisation = facts.get(signature.anchor, Facts("", "", ""))
    if organisation == plain(signature.label):
        organisation = signature.label
    return replace(signature, cvr=signature.cvr or cvr, organisation=signature.organisation or organisation,
                   was=with_facts(signature.was, facts) if signature.was else None)
