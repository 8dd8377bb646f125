"""Passages by their causes: each belongs to the changes whose keys it prints, or follows from some.

A text that is typed and printed is a place of the change of its key. One that is computed follows from the
changes of the keys that it is made of. What has no such key is the form's where that has changed, and else
follows from the data in some way that no key tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from generator.base.values import replace
from generator.compare.data.change import Change, Kind, Side
from generator.compare.told.passages import Passage, Sources
from generator.plan.model.identity import Key, below, identities
from generator.plan.model.plan import Plan
from generator.plan.rules.texts_of_plan import sources
from generator.plan.source.tree import KeyPath
from generator.render.tracing import Kind as Of

_Cause = tuple[Side, str, KeyPath]
_OF_ITEMS = (Kind.ADDED, Kind.REMOVED, Kind.MOVED)


class Keys:
    """The keys of all that is typed in a plan, by the identity of each value."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan  # whose values live as long
        self._keys: Mapping[int, Key] = {
            value: key for source in sources(plan) for value, key in identities(source.kilde).items()
        }  # fmt: skip

    def of(self, value: object) -> set[Key]:
        """The keys of the value, and of all that is in it."""
        if value is None or isinstance(value, bool):  # which Python shares
            return set()
        own = self._keys.get(id(value))
        found = {own} if own and value != () else set()
        for inner in below(value, (), None):
            found |= self.of(inner.value)
        return found


class Causes(Struct):
    """The changes of a plan by the keys that they are about."""

    old: Keys
    new: Keys
    _by_key: dict[_Cause, list[Change]] = field(default_factory=dict)
    _above: dict[_Cause, list[Change]] = field(default_factory=dict)
    _in_list: dict[_Cause, list[Change]] = field(default_factory=dict)
    """Changes of what came, went or moved, by the key of the list that it is an item of."""
    _all: list[Change] = field(default_factory=list)

    def add(self, changes: Iterable[Change], told_as: Change | None = None) -> None:
        """Take up more changes, or those that are told as another one."""
        for told in changes:
            change = told_as or told
            self._all.append(change)
            for side, keys, value in ((Side.OLD, self.old, told.was), (Side.NEW, self.new, told.is_)):
                for key in keys.of(value):
                    self._by_key.setdefault((side, key.file, key.path), []).append(change)
                    if change.kind in _OF_ITEMS and key.path:
                        self._in_list.setdefault((side, key.file, key.path[:-1]), []).append(change)
                    for length in range(len(key.path) + 1):
                        above = self._above.setdefault((side, key.file, key.path[:length]), [])
                        above.append(change)

    def direct(self, passage: Passage) -> list[Change]:
        """The changes of what is printed in the passage: of several of one key the one that says so."""
        printed = [(side, key) for side, source in passage.sources
                   if source.kind is not Of.COMPUTED for key in source.keys]  # fmt: skip
        found = [_nearest(changes, passage) for side, key in printed
                 if (changes := list(self._printed(side, key)))]  # fmt: skip
        return _once(found) or _once(change for one in printed for change in self._passed_by(*one))

    def computed(self, passage: Passage) -> list[Change]:
        """The changes that the passage follows from: of what it is made of, or of the thing that it names.

        Words of the form that stand beside the name of a thing say something of that thing.
        """
        found = (self._follows(passage.sources) or self._allowed(passage) or self._follows(passage.around)
                 or self._named(passage))  # fmt: skip
        return _of_a_count(found, passage) or found

    def _named(self, passage: Passage) -> list[Change]:
        """The changes of things that came or went with the passage, or got its name, which it says."""
        return _once(change for change in self._all if change.kind in (passage.kind, Kind.RENAMED)
                     and (_says(passage.old, change.old) or _says(passage.new, change.new)))  # fmt: skip

    def _allowed(self, passage: Passage) -> list[Change]:
        """The changes of what the form asks about before it says these words there.

        Of a list it asks which items there are: what is changed within one of them has no part in it.
        """
        asked = [(side, key) for key in passage.conditions if key.path for side in (Side.OLD, Side.NEW)]
        return _once(change for side, key in asked for change in (
            *self._by_key.get((side, key.file, key.path), ()),
            *self._in_list.get((side, key.file, key.path), ()),
        )) or _once(change for one in asked for change in self._at(*one))  # fmt: skip

    def _passed_by(self, side: Side, key: Key) -> Iterator[Change]:
        """The moves in the list that the key is in an item of: what others passed stands elsewhere too."""
        for length in range(len(key.path) - 1, 0, -1):
            for change in self._in_list.get((side, key.file, key.path[:length]), ()):
                if change.kind is Kind.MOVED:
                    yield change

    def _follows(self, sources: Sources) -> list[Change]:
        keys = [(key if source.kind is Of.COMPUTED else replace(key, path=_thing(key.path)))
                for _, source in sources for key in source.keys]  # fmt: skip
        found = _once(change for key in keys for side in (Side.OLD, Side.NEW)
                      for change in self._near(side, key))  # fmt: skip
        return sorted(found, key=lambda change: change.kind not in (Kind.ADDED, Kind.REMOVED))

    def _at(self, side: Side, key: Key) -> Iterator[Change]:
        """The changes of the key, or of what it is a part of."""
        for length in range(len(key.path), 0, -1):
            if found := self._by_key.get((side, key.file, key.path[:length])):
                yield from found
                return

    def _printed(self, side: Side, key: Key) -> Iterator[Change]:
        """The changes of what is printed of a key: a name goes with all that is under it."""
        return self._near(side, key) if key.is_name else self._at(side, key)

    def _near(self, side: Side, key: Key) -> Iterator[Change]:
        if key.path:
            yield from self._above.get((side, key.file, key.path), ())
        yield from self._at(side, key)


def _says(text: str, name: str) -> bool:
    """Tell whether the name stands in the text, in whole words."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _once(changes: Iterable[Change]) -> list[Change]:
    """Each of the changes once; two that say the same are two."""
    return list({id(change): change for change in changes}.values())


def _of_a_count(found: list[Change], passage: Passage) -> list[Change]:
    """Changes of what came and went, where that is why a number of things is another; else none."""
    if not (passage.old.strip().isdecimal() and passage.new.strip().isdecimal()):
        return []
    came_or_went = [change for change in found if change.kind in (Kind.ADDED, Kind.REMOVED)]
    more = sum(1 if change.kind is Kind.ADDED else -1 for change in came_or_went)
    return came_or_went if more == int(passage.new) - int(passage.old) else []


def _nearest(changes: list[Change], passage: Passage) -> Change:
    """The change that has the most words in common with the passage; one of place where it has moved."""
    def nearness(change: Change) -> tuple[bool, int]:
        return (change.kind is Kind.MOVED) == (passage.kind is Kind.MOVED), _shared_words(change, passage)

    return max(changes, key=nearness)


def _thing(path: KeyPath) -> KeyPath:
    """The path of the item of a list that the key is of; nothing where it is of none."""
    last = max((at for at, step in enumerate(path) if isinstance(step, int)), default=-1)
    return path[: last + 1]


def _shared_words(change: Change, passage: Passage) -> int:
    """The words of the passage that the change tells."""
    said = " ".join((change.old, change.new, *(piece.text for piece in change.words))).split()
    return len({*said} & {*passage.old.split(), *passage.new.split()})


def is_the_same(change: Change, passage: Passage) -> bool:
    """Tell whether the passage says what the change of a sum does."""
    return bool(change.kind is Kind.CHANGED and change.old and change.old in passage.old
                and change.new.split(" ")[0] in passage.new)  # fmt: skip
