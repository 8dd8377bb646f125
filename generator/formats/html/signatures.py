"""Signatures: a table for one party, or for two side by side, as on paper."""

from __future__ import annotations

from generator.document.model import Signature
from generator.document.signatures import (
    CVR,
    ELSEWHERE,
    NAME,
    ORGANISATION,
    PARTY,
    TITLE,
    SignatureTable,
    arranged,
    fields,
)
from generator.formats.html.elements import element, text
from generator.formats.html.sourced import Sources, sourced, unknown

_FIELDS = {NAME: "name", TITLE: "title", ORGANISATION: "organisation", CVR: "cvr"}


def signatures(blocks: tuple[Signature, ...], sources: Sources = unknown) -> str:
    """Signatures that follow each other, in the order in which they are to be signed."""
    return "\n".join([_table(table, sources) for table in arranged(blocks)])


def _table(table: SignatureTable, sources: Sources) -> str:
    labels = (text(PARTY), *[sourced(block.label, block, "label", sources) for block in table.blocks])
    heads = [element("th", label, scope="col") for label in labels]
    rows = [_row(name, table, sources) for name in table.fields]
    caption = element("caption", text(table.description))
    head = element("thead", element("tr", *heads))
    return element("table", caption, head, element("tbody", *rows), class_="signatures")


def _row(name: str, table: SignatureTable, sources: Sources) -> str:
    words = [fields(block).get(name, ELSEWHERE) for block in table.blocks]
    values = [element("td", sourced(said, block, _FIELDS[name], sources) if name in _FIELDS else text(said))
              for said, block in zip(words, table.blocks, strict=True)]  # fmt: skip
    return element("tr", element("th", text(name), scope="row"), *values)
