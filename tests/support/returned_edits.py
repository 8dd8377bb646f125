"""Edits of a read document at random, as many as one likes, and what has to hold once it is taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import TypeAlias, TypeVar

from generator.base import danish
from generator.base.values import replace
from generator.compare.returned import Returned
from generator.compare.returned.aligned import aligned
from generator.compare.returned.holes import Segment, segments
from generator.compare.returned.leaves import SIGNED, Leaf, comparable, leaves, text_of
from generator.compare.returned.state import State
from generator.compare.returned.written import texts_of
from generator.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    List,
    ListItem,
    Origin,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.model.identity import Key
from generator.plan.model.shape import choices_of, shapes_at
from generator.render.tracing import Kind

WORD = re.compile(r"[^\W_]{2,}")
FIGURES = frozenset({"antal", "beløb", "måltal", "procent", "timer"})
"""Filters that print figures."""
DATES = frozenset({"dato", "datoer", "periode"})
"""Filters that print days, months and quarters."""
NEW = "Ændret"
KINDS = ("type over", "take out", "put in", "move", "bold", "split", "join", "double")
Contents = Mapping[tuple[int, str], tuple[Inline, ...]]
Change: TypeAlias = tuple[int, int, str, Segment | None]
"""From where to where, with what, and in which part."""
T = TypeVar("T")


@dataclass(frozen=True)
class Typed:
    """A word that was typed over in a paragraph, and the part of it that the word stands in."""

    number: int
    field: str
    old: str
    new: str
    part: Segment | None

    @property
    def is_of_yaml(self) -> bool:
        """Whether the word stands in the YAML as it is printed: a gap's does not."""
        return self.part is not None and self.part.source.kind is Kind.VALUE and not self.part.source.gap


def a_word_in_each(state: State, read: Read, dice: Random) -> tuple[Read, list[Typed]]:
    """The document with one word of every paragraph typed over, and those words.

    A name that is typed over at one place is so wherever it stands.
    """
    typist = _Typist(state, dice)
    met = leaves(read.document)
    assert [leaf.text for leaf in typist.leaves] == [leaf.text for leaf in met]
    changes = [typist.change(leaf) for leaf in typist.leaves]
    typed: list[Typed] = []
    contents: dict[tuple[int, str], tuple[Inline, ...]] = {}
    for old, new, change in zip(typist.leaves, met, changes, strict=True):
        content = new.content
        for start, end, other, part in sorted(typist.with_names(old, change), key=lambda one: -one[0]):
            content = typed_over(content, start, end, other)
            if change and change[0] == start:
                typed.append(Typed(new.number, new.field, new.text[start:end], other, part))
        contents[id(new.block), new.field] = content
    return replace(read, document=with_contents(read.document, contents)), typed


class _Typist:
    """Types over a word in each paragraph as somebody would who knows what may stand there.

    Where a key is printed again its word is the same, as far as it is printed there; of a choice another is
    made, and a name becomes another of the plan's, one that the document has nowhere. A choice that leaves
    none such stands as it stands.
    """

    def __init__(self, state: State, dice: Random) -> None:
        self._state, self._dice, self._traced = state, dice, state.traced()
        self.leaves = leaves(self._traced.document)
        self._chosen: dict[Key, str] = {}
        parts = [part for leaf in self.leaves for part in segments(leaf, self._traced)]
        self._here = {_key(part) for part in parts if not part.source.reference}
        self._stands = {leaf.text[part.start : part.end].casefold() for leaf in self.leaves
                        for part in segments(leaf, self._traced)}

    def with_names(self, leaf: Leaf, change: Change | None) -> list[Change]:
        """The change with those of the names in the leaf that were typed over elsewhere."""
        found = [change] if change else []
        for part in segments(leaf, self._traced):
            word = self._chosen.get(_key(part), "")
            is_name = part.source.reference or part.source.path[-1:] in (("navn",), ("kortnavn",))
            at = leaf.text.find(word, part.start, part.end) if word and is_name else -1
            if at >= 0 and all(at >= end or at + len(word) <= start for start, end, *_ in found):
                found.append((at, at + len(word), another(word), part))
        return found

    def change(self, leaf: Leaf) -> Change | None:
        """The word that is typed over, from where to where, with what, and in which part."""
        parts = segments(leaf, self._traced)
        words = [word for word in WORD.finditer(leaf.text) if _may_be_another(word, parts)]
        if not words:
            return None
        known = [word for word in words if (part := _part_at(parts, word.start()))
                 and self._chosen.get(_key(part)) == word[0]]
        word = known[0] if known else self._dice.choice(words)
        part = _part_at(parts, word.start())
        if part is None:
            return word.start(), word.end(), another(word[0]), None
        stands = leaf.text[part.start : part.end]
        instead = self._instead(part)
        other = next((one for one in instead if one.casefold() not in self._stands), "")
        if instead and not other and not part.source.reference:
            return None
        if other:
            return part.start, part.end, other[0].upper() + other[1:] if stands[0].isupper() else other, part
        self._chosen.setdefault(_key(part), word[0])
        return word.start(), word.end(), another(word[0]), part

    def _instead(self, part: Segment) -> list[str]:
        """The words that may stand in the part, where only some may."""
        source, plan = part.source, self._state.plan.kilde.value
        if source.kind is not Kind.VALUE or source.is_name or source.gap:
            return []
        if source.reference:
            things = plan.parter if source.path[0] == "parter" else plan.boligområder
            return [] if _key(part) in self._here else [thing.navn for thing in things]
        shapes = shapes_at(self._state.files[source.file].model, source.path)
        return [word for shape in shapes for word in choices_of(shape)]


def _may_be_another(word: re.Match[str], parts: Iterable[Segment]) -> bool:
    """Tell whether something else may stand there: in a figure only its digits, in a date its months too."""
    part = _part_at(parts, word.start())
    filters = part.source.filters if part else ()
    if not DATES.isdisjoint(filters):
        return word[0].isdigit() or word[0].casefold() in danish.MONTHS
    return word[0].isdigit() or FIGURES.isdisjoint(filters)


def _part_at(parts: Iterable[Segment], at: int) -> Segment | None:
    return next((part for part in parts if part.start <= at < part.end), None)


def _key(part: Segment) -> Key:
    return Key(part.source.file, part.source.path)


def another(word: str) -> str:
    """A word or a number to type over this one, of its kind."""
    if word.casefold() in danish.MONTHS:  # such as have 31 days
        month = "maj" if word.casefold() != "maj" else "juli"
        return month.capitalize() if word[0].isupper() else month
    if word.isdigit():
        number = int(word)
        other = number - 1 if len(str(number - 1)) == len(str(number)) else number + 1
        return str(other).zfill(len(word))
    new = f"{NEW}{word.casefold()}"
    return new if word[0].isupper() else new.lower()


def typed_over(content: Iterable[Inline], start: int, end: int, text: str | None) -> tuple[Inline, ...]:
    """The content with another text between two places; with None what stands there is made bold."""
    found: list[Inline] = []
    at, done = 0, False
    for one in content:
        length = len(one.text) if isinstance(one, Run) else 1
        first, last = max(start - at, 0), min(end - at, length)
        if first < last and isinstance(one, Run):
            new = replace(one, text=one.text[first:last], bold=True) if text is None else replace(
                one, text="" if done else text)
            found += [replace(one, text=one.text[:first]), new, replace(one, text=one.text[last:])]
            done = True
        else:
            found.append(one)
        at += length
    return tuple(one for one in found if not isinstance(one, Run) or one.text)


def with_contents(document: Document, contents: Contents) -> Document:
    """The document with other contents in those of its blocks, which are named by `id` and field."""
    return replace(document, blocks=_with(document.blocks, contents))


def _with(blocks: tuple[Block, ...], contents: Contents) -> tuple[Block, ...]:
    return tuple([_one_with(block, contents) for block in blocks])


def _one_with(block: Block, contents: Contents) -> Block:
    if isinstance(block, (Paragraph, Heading)):
        return replace(block, content=contents.get((id(block), ""), block.content))
    if isinstance(block, List):
        return replace(block, items=tuple([replace(item, blocks=_with(item.blocks, contents))
                                           for item in block.items]))
    if isinstance(block, Signature):
        label, name, title = (text_of(contents.get((id(block), field), (Run(getattr(block, field)),)))
                              for field in SIGNED)
        return replace(block, label=label, name=name, title=title)
    if isinstance(block, Table):
        rows = [replace(row, cells=tuple([replace(cell, blocks=_with(cell.blocks, contents))
                                          for cell in row.cells])) for row in block.rows]
        return replace(block, rows=tuple(rows), caption=contents.get((id(block), "caption"), block.caption))
    return block


@dataclass
class Hand:
    """Types over, takes out, puts in, doubles, moves, splits, joins and makes bold, at random."""

    dice: Random
    often: float
    kinds: tuple[str, ...] = KINDS
    done: list[str] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(100_000))

    def edited(self, read: Read) -> Read:
        """The document after some edits."""
        return replace(read, document=replace(read.document, blocks=self._blocks(read.document.blocks)))

    def _kind(self) -> str:
        return self.dice.choice(self.kinds) if self.dice.random() < self.often else ""

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        found: list[Block] = []
        for block in blocks:
            if isinstance(block, (Paragraph, Heading)):
                self._paragraph(block, found)
            elif isinstance(block, List):
                found.append(replace(block, items=self._several(block.items, self._item)))
            elif isinstance(block, Table):
                heads = tuple(row for row in block.rows if row.header)
                rows = self._several(block.rows[len(heads):], self._row)
                found.append(replace(block, rows=(*heads, *rows)))
            else:
                found.append(block)
        return tuple(found)

    def _several(self, things: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
        """The rows or items, of which some are taken out, doubled or moved."""
        found = [change(thing) for thing in things]
        kind = self._kind() if len(found) > 1 else ""
        at = self.dice.randrange(len(found)) if kind else 0
        if kind == "take out":
            del found[at]
        elif kind == "double":
            found.insert(at, found[at])
        elif kind == "move":
            found.insert(self.dice.randrange(len(found)), found.pop(at))
        else:
            return tuple(found)
        self.done.append(f"{kind} one of several")
        return tuple(found)

    def _item(self, item: ListItem) -> ListItem:
        return replace(item, blocks=self._blocks(item.blocks) or item.blocks)

    def _row(self, row: Row) -> Row:
        return replace(row, cells=tuple([self._cell(cell) for cell in row.cells]))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self._blocks(cell.blocks) or cell.blocks)

    def _paragraph(self, block: Paragraph | Heading, found: list[Block]) -> None:
        """Put the paragraph with its neighbours, as it is or as it has become."""
        text = text_of(block.content)
        words = list(WORD.finditer(text))
        kind = self._kind() if words else ""
        word = self.dice.choice(words) if kind else None
        before = found[-1] if found else None
        if word is None or (kind == "move" and not found) or (
                kind == "join" and not (isinstance(before, Paragraph) and isinstance(block, Paragraph))):
            found.append(block)
            return
        self.done.append(kind)
        match kind:
            case "take out":
                pass
            case "put in" | "double":
                content = block.content if kind == "double" else (Run(f"{NEW} tekst, ikke set før."),)
                found += [block, Paragraph(content, origin=self._origin())]
            case "move":
                found.insert(self.dice.randrange(len(found)), block)
            case "split":
                found.append(replace(block, content=typed_over(block.content, word.start(), len(text), "")))
                rest = typed_over(block.content, 0, word.start(), "")
                found.append(replace(block, content=rest, origin=self._origin()))
            case "join":
                assert isinstance(before, Paragraph)
                found[-1] = replace(before, content=(*before.content, Run(" "), *block.content))
            case _:
                other = None if kind == "bold" else another(word[0])
                content = typed_over(block.content, word.start(), word.end(), other)
                found.append(replace(block, content=content))

    def _origin(self) -> Origin:
        return Origin("", next(self.numbers))


def unlisted(state: State, found: Returned, read: Read) -> Iterator[tuple[int, str]]:
    """Texts that differ between what is made again and what was read, and that nothing tells of.

    Each with the number of the paragraph that was read, 0 where it lacks there. What is told to stand at
    another place is told for both places.
    """
    again = state.with_texts(texts_of(state, found.changes)).traced()
    told = (*found.told, *found.follows)
    known = {number for one in told for number in one.where}
    gone = [" ".join(text.split()) for text in (*(one.old for one in found.told),
                                                *(one.new or one.old for one in found.follows))]
    for pair in aligned(again.document, comparable(accepted(read.document))):
        if pair.is_same or not (_text(pair.old) or _text(pair.new)):
            continue
        if pair.new and pair.new.number in known:
            continue
        if pair.new is None and any(_text(pair.old) in one for one in gone):
            continue
        yield pair.new.number if pair.new else 0, f"{_text(pair.old)!r} → {_text(pair.new)!r}"


def _text(leaf: Leaf | None) -> str:
    return " ".join(leaf.text.split()) if leaf else ""
