"""Signatures: a table for one party, or for two side by side, as on paper."""

from __future__ import annotations

from generator.document.model import Signature
from generator.document.signatures import ELSEWHERE, PARTY, SignatureTable, arranged, fields
from generator.formats.html.elements import element, text


def signatures(blocks: tuple[Signature, ...]) -> str:
    """Signatures that follow each other, in the order in which they are to be signed."""
    return "\n".join(map(_table, arranged(blocks)))


def _table(table: SignatureTable) -> str:
    heads = [element("th", text(label), scope="col") for label in (PARTY, *[b.label for b in table.blocks])]
    rows = [_row(name, table) for name in table.fields]
    caption = element("caption", text(table.description))
    head = element("thead", element("tr", *heads))
    return element("table", caption, head, element("tbody", *rows), class_="signatures")


def _row(name: str, table: SignatureTable) -> str:
    values = [element("td", text(fields(block).get(name, ELSEWHERE))) for block in table.blocks]
    return element("tr", element("th", text(name), scope="row"), *values)
