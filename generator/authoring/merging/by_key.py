"""Data of three versions → the data that the merge must say, and the keys at which it cannot say one.

A value that one side changed is that side's. Keys merge one by one, the items of a list by what they are
(their name, else their place between neighbours that are the same), prose sentence by sentence. An item that
one side took out and the other changed is a clash, and so is a key that both wrote differently.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct, field

from generator.authoring.format.sentences import sentences
from generator.authoring.merging import three_way
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath


class Absent(Struct, frozen=True):
    """No value at all, where None is one that was left empty."""


ABSENT = Absent()
Value = Data | Absent
Keys = dict[str, Data]


class ByKey(Struct):
    """A merge of data; `clashes` are the paths at which both sides wrote something else.

    What stands there then is mine, or theirs.
    """

    takes_mine: bool = True
    clashes: list[KeyPath] = field(default_factory=list)

    def merge(self, base: Value, mine: Value, theirs: Value, path: KeyPath = ()) -> Value:
        """The merged value."""
        if mine == theirs or theirs == base:
            return mine
        if mine == base:
            return theirs
        if isinstance(mine, dict) and isinstance(theirs, dict):
            return self._keys(base if isinstance(base, dict) else {}, mine, theirs, path)
        if isinstance(mine, list) and isinstance(theirs, list) and mine and theirs:
            return self._items(base if isinstance(base, list) else [], mine, theirs, path)
        if isinstance(base, str) and isinstance(mine, str) and isinstance(theirs, str):
            return self._prose(base, mine, theirs, path)
        self.clashes.append(path)
        return mine if self.takes_mine else theirs

    def _keys(self, base: Keys, mine: Keys, theirs: Keys, path: KeyPath) -> Data:
        merged: dict[str, Data] = {}
        for key in dict.fromkeys((*mine, *theirs)):
            value = self.merge(
                base.get(key, ABSENT), mine.get(key, ABSENT), theirs.get(key, ABSENT), (*path, key)
            )
            if not isinstance(value, Absent):
                merged[key] = value
        return merged

    def _prose(self, base: str, mine: str, theirs: str, path: KeyPath) -> Data:
        said: list[str] = []
        for part in three_way.merge(*map(_sentences, (base, mine, theirs))):
            if isinstance(part, three_way.Clash):
                self.clashes.append(path)
                said += part.mine if self.takes_mine else part.theirs
            else:
                said += part.items
        return _joined(said)

    def _items(self, base: list[Data], mine: list[Data], theirs: list[Data], path: KeyPath) -> Data:
        ours, others = _same_items(base, mine), _same_items(base, theirs)
        merged: list[Data] = []
        for number in range(len(base) + 1):
            merged += self._put_in(_new(mine, ours, number), _new(theirs, others, number), path)
            if number == len(base):
                break
            left = mine[ours[number]] if number in ours else ABSENT
            right = theirs[others[number]] if number in others else ABSENT
            value = self.merge(base[number], left, right, (*path, len(merged)))
            if not isinstance(value, Absent):
                merged.append(value)
        return merged

    def _put_in(self, mine: list[Data], theirs: list[Data], path: KeyPath) -> list[Data]:
        """Both sides' new items at one place; those that are alike but not the same are a clash."""
        new = [item for item in theirs if item not in mine]
        if any(are_alike(item, other) for item in new for other in mine):
            self.clashes.append(path)
            return mine if self.takes_mine else theirs
        return [*mine, *new]


def said_alike(one: Value, other: Value) -> bool:
    """Tell whether both say the same, wherever the lines of their prose end."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(said_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(said_alike, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or _sentences(one) == _sentences(other)
    return one == other


def _sentences(text: str) -> list[str]:
    """The sentences of each paragraph, with an empty one between two; an empty last line says nothing."""
    found: list[str] = []
    for line in text.rstrip("\n").split("\n"):
        found += sentences([line]) or [""]
    return found


def _joined(said: Sequence[str]) -> str:
    return "\n".join(said)


def _new(side: list[Data], same: dict[int, int], number: int) -> list[Data]:
    """Items of the side that stand before its item number so and so of the base, and are new."""
    known = {place: at for at, place in same.items()}
    found, before = [], 0
    for place, item in enumerate(side):
        if place in known:
            before = known[place] + 1
        elif before == number:
            found.append(item)
    return found


def _same_items(base: list[Data], side: list[Data]) -> dict[int, int]:
    """Place in the base → place in the side of the item that it has become, in one order."""
    before, after = ([_key(item) for item in items] for items in (base, side))
    same: dict[int, int] = {}
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" or j - i == m - k:
            same.update(zip(range(i, j), range(k, m), strict=True))
            continue
        for a in range(i, j):
            b = next((b for b in range(k, m) if are_alike(base[a], side[b])), None)
            if b is not None:
                same[a], k = b, b + 1
    return same


def _key(item: Data) -> str:
    """Name by which the item is known again; all of it where it has none."""
    name = item.get("navn") if isinstance(item, dict) else None
    return f"navn: {name}" if name else repr(item)


def are_alike(one: Data, other: Data) -> bool:
    """Tell whether the one may have become the other: the names are the same, or half of what it says is."""
    if isinstance(one, dict) and isinstance(other, dict):
        if one.get("navn") and other.get("navn"):
            return one["navn"] == other["navn"] or _half(one, other)
        return _half(one, other)
    if isinstance(one, str) and isinstance(other, str):
        return three_way.likeness(one, other) > three_way.ALIKE
    return False


def _half(one: Keys, other: Keys) -> bool:
    same = sum(one[key] == other[key] for key in one.keys() & other.keys())
    return same * 2 >= max(len(one), len(other))
