"""Blocks of two documents as the blocks of one: for each kind of block a way to compare two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, TypeVar, assert_never

from msgspec import Struct

from generator.base.values import replace
from generator.compare.documents import tables
from generator.compare.documents.endings import end_settled
from generator.compare.documents.moves import Moves
from generator.compare.documents.similar import Traits
from generator.compare.documents.splits import Joined, Text, with_splits
from generator.compare.documents.steps import Differs, Stays, steps
from generator.compare.documents.words import compare, words
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Entry,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.reading import content_of, texts_of, walk
from generator.document.revision_marks import DELETED, INSERTED, edits_of
from generator.document.signatures import fields

_ALIKE, _LIST_ALIKE, _TABLE_ALIKE = 0.4, 0.1, 0.3
_LEAST_HEAD = 2
"""Long words of an item's first text by which it is known, whatever stands below it."""


_Read: TypeAlias = Paragraph | Heading | List | Table | Signature | Contents | Bar | Diagram
_Kind = TypeVar("_Kind", Paragraph, List, Table, Signature, Contents)


class _Unit(Struct, frozen=True):
    """A block, and whether it begins a new page: a page break is no block of its own to a reader."""

    block: _Read
    new_page: bool = False


def merged_body(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of both as those of one document."""
    return end_settled(merged(old, new, Moves()))


def merged(old: tuple[Block, ...], new: tuple[Block, ...], moves: Moves | None = None) -> tuple[Block, ...]:
    """The blocks of both as those of one; without `moves`, as in a cell or an item, nothing moves."""
    found: list[Block] = []
    for step in with_splits(steps(_units(old), _units(new), _traits, moves), _text_of_unit):
        if isinstance(step, Joined):
            found.append(replace(_same_kind(step.new[-1].block, Paragraph), content=step.content))
        elif isinstance(step, Stays):
            if step.new.new_page:
                found.append(PageBreak())
            found += _paired(step.old.block, step.new.block, moves)
        else:
            if step.thing.new_page:
                found.append(PageBreak(mark=step.mark))
            found.append(replace(_with_edits(step), mark=step.mark))
    return tuple(found)


def _units(blocks: tuple[Block, ...]) -> list[_Unit]:
    """The blocks, page breaks told of what follows them; one that nothing follows changes nothing."""
    units: list[_Unit] = []
    new_page = False
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        units.append(_Unit(block, new_page))
        new_page = False
    return units


def _traits(unit: _Unit) -> Traits:
    block = unit.block
    said = words_of([block])
    if isinstance(block, Heading):
        look = ("heading", block.level, block.short, block.page_break_before, unit.new_page)
        return Traits(look, said, _ALIKE, opens=True, editable=True)
    if isinstance(block, Paragraph):
        return Traits(("paragraph", block.style, unit.new_page), said, _ALIKE, editable=True)
    if isinstance(block, List):
        of_list = ("list", block.ordered, block.letters, unit.new_page)
        return Traits(of_list, said, _LIST_ALIKE, editable=True, parts=len(block.items))
    if isinstance(block, Table):
        shape = ("table", len(block.columns), block.style, bool(block.caption), unit.new_page)
        return Traits(shape, said, _TABLE_ALIKE, key=tables.head(block), alone=True)
    if isinstance(block, Signature):
        kind = ("signature", block.anchor, tuple(fields(block)), unit.new_page)
        return Traits(kind, said, 0.0, key=block.anchor, movable=True, alone=True)
    if isinstance(block, Contents):
        return Traits(("contents", block.title, block.most, unit.new_page), said, 0.0)
    if isinstance(block, (Bar, Diagram)):
        return Traits(("drawing", block, unit.new_page), said, 0.0)
    assert_never(block)


def _with_edits(step: Differs[_Unit]) -> _Read:
    """The block that came or went; of one that moved, the words marked that were edited on the way."""
    block, old = step.thing.block, step.mark.is_old
    other = step.other.block if step.other else None
    if other is None or other == block:
        return block
    was, now = (block, other) if old else (other, block)
    whole = tuple(_paired(was, now, None))
    edited = edits_of(whole[0], old) if len(whole) == 1 else None
    return edited if isinstance(edited, (Paragraph, Heading, List)) else block


def _item_with_edits(step: Differs[ListItem]) -> ListItem:
    item, other, old = step.thing, step.other, step.mark.is_old
    if other is None or other == item:
        return item
    whole = _item(item, other) if old else _item(other, item)
    edited = edits_of(List((whole,)), old)
    return edited.items[0] if isinstance(edited, List) else item


def _text_of_unit(unit: _Unit) -> Text | None:
    """A paragraph's text; where a new page begins, Word has that at the end of what is joined."""
    block = unit.block
    if not isinstance(block, Paragraph) or unit.new_page:
        return None
    return Text(block.content, block.style or "")


def words_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The words and numbers that stand in the blocks, without the shortest, which all texts share."""
    said: set[str] = set()
    for block in walk(tuple(blocks)):
        if isinstance(block, (Signature, Contents)):
            said.update(" ".join(texts_of(block)).split())
        elif isinstance(block, (Paragraph, Heading, List, Table, PageBreak, Bar, Diagram)):
            said.update(words(content_of(block)))
        else:
            assert_never(block)
    return frozenset(word for word in said if len(word) > 3 or word[0].isdigit()) or frozenset(said)


def _paired(old: _Read, new: _Read, moves: Moves | None) -> Iterable[Block]:
    """A block that stays, compared: as one block, or as the old and the new one after it."""
    if old == new:
        return (new,)
    if isinstance(new, (Paragraph, Heading)):
        compared = compare(content_of(old), new.content)
        if compared.replaced:
            return replace(old, mark=DELETED), replace(new, mark=INSERTED)
        return (replace(new, content=compared.content),)
    if isinstance(new, List):
        return (replace(new, items=_items(_same_kind(old, List).items, new.items, moves)),)
    if isinstance(new, Table):
        was = _same_kind(old, Table)
        return (replace(new, rows=tables.rows(was.rows, new.rows, merged, words_of),
                        caption=compare(was.caption, new.caption).content),)
    if isinstance(new, Signature):
        return (replace(new, was=_same_kind(old, Signature)),)
    if isinstance(new, Contents):
        return (replace(new, entries=_entries(_same_kind(old, Contents).entries, new.entries)),)
    if isinstance(new, (Bar, Diagram)):
        return replace(old, mark=DELETED), replace(new, mark=INSERTED)
    assert_never(new)


def _same_kind(block: Block, kind: type[_Kind]) -> _Kind:
    """The block, which is of this kind: `_traits` has no two of different kinds alike."""
    if not isinstance(block, kind):
        raise TypeError(f"a {kind.__name__} cannot have been a {type(block).__name__}")
    return block


def _items(old: tuple[ListItem, ...], new: tuple[ListItem, ...], moves: Moves | None) -> tuple[ListItem, ...]:
    found = []
    for step in with_splits(steps(old, new, _item_traits, moves), _text_of_item, item=True):
        if isinstance(step, Joined):
            (first, *below), (_, *before) = step.new[-1].blocks, step.old[-1].blocks
            text = replace(_same_kind(first, Paragraph), content=step.content)
            found.append(ListItem((text, *merged(tuple(before), tuple(below)))))
        elif isinstance(step, Stays):
            found.append(_item(step.old, step.new))
        else:
            found.append(replace(_item_with_edits(step), mark=step.mark))
    return tuple(found)


def _item_traits(item: ListItem) -> Traits:
    first = item.blocks[0] if item.blocks else None
    style, content = (first.style, first.content) if isinstance(first, Paragraph) else (None, ())
    known = content if sum(len(word) > 3 for word in words(content)) >= _LEAST_HEAD else None
    return Traits((type(first), style), words_of(item.blocks), _ALIKE, key=known, editable=True)


def _text_of_item(item: ListItem) -> Text | None:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return None
    return Text(first.content, first.style or "", closed=len(item.blocks) > 1)


def _item(old: ListItem, new: ListItem) -> ListItem:
    """An item that stays: its first text has the bullet and stays too, however much of it is new."""
    if old == new or not old.blocks or not new.blocks:
        return new
    first, was = new.blocks[0], old.blocks[0]
    if not (isinstance(first, Paragraph) and isinstance(was, Paragraph)):
        return ListItem(merged(old.blocks, new.blocks))
    text = replace(first, content=compare(was.content, first.content).content)
    return ListItem((text, *merged(old.blocks[1:], new.blocks[1:])))


def _entries(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of both; one that says another thing leads elsewhere, so it came and the other went."""
    return tuple([step.new if isinstance(step, Stays) else replace(step.thing, mark=step.mark)
                  for step in steps(old, new, lambda entry: Traits(entry, frozenset(), 0.0))])
