"""Holes in which something else stands → changes of keys, each as edits; what is no change is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct

from generator.authoring.edits import Add, Edit, Remove, Rename, Set
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.holes import Slot
from generator.compare.returned.leaves import text_of
from generator.compare.returned.occurrences import TWO_KEYS, Found, Occurrence, changed
from generator.compare.returned.state import State
from generator.compare.returned.still_there import Loose
from generator.compare.returned.told import Told
from generator.compare.returned.typed_values import LookIsTheForms, typed_new
from generator.document.model import Document
from generator.plan.model.load import key_path
from generator.plan.model.shape import Choice, ListOf, Prose, Text, asked_for, shapes_at
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

_LINES = re.compile(r"\n+(?=- )|\n{2,}")
_PLACEHOLDER = re.compile(r"\[[^\[\]]*\]")


class Change(Struct, frozen=True):
    """A change of one key: the words that a reader sees, and the edits of the file that make it."""

    slot: Slot
    heading: str
    old: str
    new: str
    edits: tuple[Edit, ...]
    where: frozenset[int]
    is_list: bool = False
    """Items of a list came, went or moved."""
    names: Slot | None = None
    """The name of what the key names, if it does."""
    fills: bool = False
    """Nothing stood there: the form may print it in another look than a hand has given it."""
    also: tuple[tuple[str, tuple[Edit, ...]], ...] = ()
    """Edits of other places, by file: those that name what has another name now."""

    @property
    def by_file(self) -> tuple[tuple[str, tuple[Edit, ...]], ...]:
        """All of its edits, by file."""
        return ((self.slot.file, self.edits), *self.also)

    @property
    def key(self) -> str:
        """The key as people read it."""
        return key_path(self.slot.path)

    def is_at(self, path: KeyPath) -> bool:
        """Tell whether one of its edits is at the path."""
        return any(edit.path == path for _, edits in self.by_file for edit in edits)

    def told(self, why: str, hint: str = "") -> Told:
        """The change as one that does not come back."""
        return Told(self.heading, *self.words, why, hint, None, self.where)

    @property
    def words(self) -> tuple[str, str]:
        """The words that stood and that stand; of items that were only moved that they were."""
        return self.old, say("moved") if self.is_list and self.old == self.new else self.new


class Unsure(Struct, frozen=True):
    """A change that is not proven: what is told of it, and itself, for those who want it all the same."""

    told: tuple[Told, ...]
    change: Change


def changes(
    found: Found, state: State, made: Document, read: Document, loose: Loose
) -> tuple[list[Change], list[Told], list[Unsure]]:
    """The changes that are found, a key each, what cannot be made a value, and what may be one."""
    kept: list[Change] = []
    told: list[Told] = []
    unsure: list[Unsure] = []
    by_slot = sorted(changed(found), key=_of_slot)
    for slot, of_slot in groupby(by_slot, lambda one: one.slot):
        together = list(of_slot)
        key = _Key(slot, together, state, made, read, loose)
        change = key.change()
        if isinstance(change, Change):
            kept.append(change)
            continue
        of_key = [Told(one.heading, *one.words, change[0], change[1], one.source, one.where)
                  for one in together]
        told += of_key
        if guess := key.guess():
            unsure.append(Unsure(tuple(of_key), guess))
    return kept, told, unsure


def _of_slot(one: Occurrence) -> tuple[str, list[str], bool]:
    return one.slot.file, list(map(str, one.slot.path)), one.slot.is_key


class _Key(Struct, frozen=True):
    slot: Slot
    places: Sequence[Occurrence]
    state: State
    made: Document
    read: Document
    loose: Loose

    def change(self) -> Change | tuple[str, str]:
        """The change of the key, or why there is none and what helps."""
        key = key_path(self.slot.path)
        if any(one.unclear for one in self.places):
            return (say("nothing stands between two keys here, so nobody can tell which of them it is"),
                    say("write it at `{key}` in {file}, or at the key beside it",
                        key=key, file=self.slot.file))
        if all(one.source.gap and _PLACEHOLDER.fullmatch(one.words[1]) for one in self.places):
            return (say("a placeholder stands there still"),
                    say("write in its place what is to stand there, without brackets"))
        was = self._was()
        if not isinstance(was, str) and was is not None:
            return (say("several values stand at `{key}`", key=key),
                    say("write it in {file}", file=self.slot.file))
        try:
            texts = self._texts(was or "")
        except LookIsTheForms:
            return (say("bold, italics and links of this text are the form's"),
                    say("only its words come from `{key}`", key=key))
        if self.slot.is_key and not all(texts):
            return (say("it is a key of the YAML, and a key has a name"),
                    say("take `{key}` out of {file}", key=key, file=self.slot.file))
        if len(texts) > 1:
            return (say("the document says different things of `{key}` at different places", key=key),
                    say("write the same at each of them"))
        if not any(texts) and self._stands_elsewhere():
            return (say("it stands elsewhere now, where the form has no place for it"),
                    say("write it where it is to stand, and take `{key}` out of {file}",
                        key=key, file=self.slot.file))
        return self._made(was, texts)

    def guess(self) -> Change | None:
        """A guess at the change, by the first of its places; None where nobody can tell."""
        was = self._was()
        first = self.places[0]
        if first.unclear == TWO_KEYS or not isinstance(was, str):
            return None
        try:
            text = typed_new(first, was, self.made, self.read).strip()
        except LookIsTheForms:
            return None
        if not text and self._stands_elsewhere():
            return None
        return replace(self, places=[first])._made(was, [text])

    def _stands_elsewhere(self) -> bool:
        """Tell whether the words that stood here have come to stand where nothing holds them."""
        return self.loose.say(text_of(said) for one in self.places for _, said in one.old)

    def _was(self) -> Data:
        """Text that is typed there now: the key itself, where that is meant."""
        slot = self.slot
        data = self.state.files[slot.file].source.data
        return str(slot.path[-1]) if slot.is_key else typed_at(data, slot.path)

    def _made(self, was: str | None, texts: list[str]) -> Change:
        first = self.places[0]
        old, new = first.words
        where = frozenset(number for one in self.places for number in one.where)
        source = first.source
        names = Slot(source.file, source.path) if source.reference else None
        edits = tuple(self._edits(was, texts))
        return Change(self.slot, first.heading, old, new, edits, where, names=names, fills=was is None)

    def _texts(self, was: str) -> list[str]:
        """The texts that the places ask for; places that print parts of it each change their part."""
        texts: list[str] = []
        asked: dict[str, set[str]] = {}
        for one in self.places:
            asked.setdefault(one.words[0], set()).add(typed_new(one, was, self.made, self.read).strip())
        now = was
        for wanted in asked.values():
            if len(wanted) > 1:
                return sorted(wanted)
        for one in {one.words[0]: one for one in self.places}.values():
            now = typed_new(one, now, self.made, self.read).strip()
        texts.append(now)
        return texts

    def _edits(self, was: str | None, texts: Iterable[str]) -> Iterator[Edit]:
        for text in texts:
            if self.slot.is_key:
                yield Rename(self.slot.path, text)
            elif text:
                expected: Any = was
                yield (Set(self.slot.path, text, expected) if was is not None
                       else Add(self.slot.path, self._value(text)))
            elif was is not None:
                yield Remove(self.slot.path, was)


    def _value(self, text: str) -> Data:
        """The text as it is put in: as a list, where the model wants one of texts."""
        shapes = shapes_at(self.state.files[self.slot.file].model, self.slot.path)
        of_texts = [isinstance(asked_for(shape.item), Text) for shape in shapes if isinstance(shape, ListOf)]
        is_list = any(of_texts) and not any(isinstance(shape, (Text, Prose, Choice)) for shape in shapes)
        return [line.removeprefix("- ") for line in _LINES.split(text)] if is_list else text


def typed_at(data: Data, path: KeyPath) -> Data:
    """Text, list or keys at the path; None where nothing is."""
    for step in path:
        try:
            data = data[step]  # type: ignore[index]
        except (LookupError, TypeError):
            return None
    return data
