"""Widths of the columns that parties sign in: the same shares in every document, but none breaks a name."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.values import replace
from generator.document.model import Cell, Paragraph, Row, Run, Table
from generator.document.signatures import DATE, NAME, ORGANISATION, SIGNATURE, TITLE, SignatureTable
from generator.formats.column_widths import column_widths, divided
from generator.formats.text_styles import CellRoom, TextStyles

_SHARES = {DATE: 7, SIGNATURE: 15, NAME: 15, TITLE: 13, ORGANISATION: 14}
_SHARE, _FIELD_SHARE, _PARTY_SHARE = 8, 2, 6

Texts = Iterable[tuple[str, str, str]]
"""The cells of a row: of each its paragraph's style, the text that was there, and the text."""


def signature_widths(table: SignatureTable, rows: Iterable[Texts], room: int,
                     styles: TextStyles) -> tuple[int, ...]:
    """The widths of the table's columns in `room` twips; a party without a neighbour gets half of it."""
    shares = ((_FIELD_SHARE, _PARTY_SHARE, _PARTY_SHARE) if table.paired else
              tuple(_SHARES.get(name, _SHARE) for name in table.fields))
    given = divided(shares, room)[:1 + len(table.blocks) if table.paired else None]
    unstyled = replace(styles, table=CellRoom() if table.paired else CellRoom(left=0))
    return column_widths(Table(tuple(map(_row, rows)), given), sum(given), unstyled).widths


def _row(texts: Texts) -> Row:
    return Row(tuple([Cell(tuple([Paragraph((Run(text),), style) for text in (was, now)]))
                      for style, was, now in texts]))
