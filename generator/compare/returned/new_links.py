"""Links that somebody has put on words: behind each a form prints the address, as it will behind this one."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import groupby

from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.leaves import leaves, text_of
from generator.compare.returned.told import Told
from generator.document.markup.inlines import address_after
from generator.document.model import Block, Cell, Document, Inline, List, ListItem, Paragraph, Row, Run, Table
from generator.document.reading import runs, walk


def with_addresses(read: Document, made: Document) -> Document:
    """The document without marks, its new links with their addresses behind them."""
    new = _links(read) - _links(made)
    return replace(read, blocks=tuple([_block(block, new) for block in read.blocks])) if new else read


def printed(read: Document, before: Document, after: Document) -> Iterator[Told]:
    """Tell of the addresses that are printed behind new links in what is made `after` the changes."""
    new = (_links(read) - _links(before)) & _links(after)
    for leaf in leaves(read) if new else ():
        for link, part in groupby(leaf.content, _link):
            said = text_of(part)
            if link in new and (address := address_after(said, link)):
                yield Told(leaf.heading, said, f"{said}{address}",
                           say("the form prints the address of a link behind its words"),
                           where=frozenset([leaf.number]))


def _links(document: Document) -> set[str]:
    return {run.link for block in walk(document.blocks) for run in runs(block) if run.link}


def _block(block: Block, new: Set[str]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, content=tuple(_content(block.content, new)))
    if isinstance(block, List):
        return replace(block, items=tuple([_item(item, new) for item in block.items]))
    if isinstance(block, Table):
        return replace(block, rows=tuple([_row(row, new) for row in block.rows]))
    return block


def _item(item: ListItem, new: Set[str]) -> ListItem:
    return replace(item, blocks=tuple([_block(block, new) for block in item.blocks]))


def _row(row: Row, new: Set[str]) -> Row:
    return replace(row, cells=tuple([_cell(cell, new) for cell in row.cells]))


def _cell(cell: Cell, new: Set[str]) -> Cell:
    return replace(cell, blocks=tuple([_block(block, new) for block in cell.blocks]))


def _content(content: tuple[Inline, ...], new: Set[str]) -> Iterator[Inline]:
    parts = [(link, list(part)) for link, part in groupby(content, _link)]
    for (link, part), (_, after) in zip(parts, [*parts[1:], ("", [])], strict=True):
        yield from part
        printed = address_after(text_of(part), link) if link in new else ""
        if printed and not text_of(after).lstrip().startswith(printed.strip()):
            yield Run(printed)


def _link(inline: Inline) -> str:
    return (inline.link or "") if isinstance(inline, Run) else ""
