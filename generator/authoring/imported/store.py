"""Values that were found for the keys of a plan: each value once, and what contradicts it beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct, field

from generator.authoring.imported.slots import ANY, Path, generic
from generator.plan.model.base import samme

Names = Mapping[Path, str]


class Turn(Struct, eq=False):
    """One item of a list, in one place where the list is printed; `visit` is that place."""

    visit: object
    index: dict[Path, int] = field(default_factory=dict)


Turns = Mapping[Path, Turn]


class Typed(str):
    """A text that knows at which path it was found, wherever its item has come to."""

    key: Path

    @classmethod
    def at(cls, text: str, key: Path) -> Typed:
        """The text, found at that path."""
        made = cls(text)
        made.key = key
        return made


class Value(NamedTuple):
    """A value with the text that it was read from, and the document that has it."""

    typed: str
    document: str


class Found(NamedTuple):
    """Fate of a value that was put in: the path that it has now, or what stands there and is another."""

    path: Path
    other: Value | None = None


class Store(Struct):
    """Values by their file and path. A path begins with the name of its file."""

    values: dict[Path, Value] = field(default_factory=dict)
    _claimed: set[tuple[Path, int, int]] = field(default_factory=set)
    _alone: dict[Path, Turn] = field(default_factory=dict)
    _counts: dict[Path, int] = field(default_factory=dict)
    _visits: dict[str, object] = field(default_factory=dict)

    def put(self, path: Path, value: Value, turns: Turns, names: Names,
            more: bool = False, tight: bool = False) -> Found:  # fmt: skip
        """Put a value at a path, whose places in lists are found out; `more` adds prose to what is there, in
        the next line where it is `tight`."""
        at = self._resolved(path, value, turns, names)
        there = self.values.get(at)
        if there is None:
            self.values[at] = value
        elif more and there.document == value.document:
            self.values[at] = there._replace(typed=there.typed + ("\n" if tight else "\n\n") + value.typed)
        elif samme(there.typed) != samme(value.typed):
            return Found(at, there)
        return Found(at)

    def _visit(self, document: str) -> object:
        """The visit of all that a document prints outside of lists."""
        return self._visits.setdefault(document, object())

    def _resolved(self, path: Path, value: Value, turns: Turns, names: Names) -> Path:
        text, document = value
        done: Path = ()
        for at, step in enumerate(path):
            if not isinstance(step, int) and step != ANY:
                done = (*done, step)
                continue
            loop = generic(path[:at])
            if name := names.get((*loop, ANY)):
                done = (*done, name)
                continue
            alone = (document, step, *loop)
            turn = turns.get(loop) or self._alone.setdefault(alone, Turn(self._visit(document)))
            if done not in turn.index:
                turn.index[done] = self._index(done, path[at + 1 :], text, turn.visit)
            done = (*done, turn.index[done])
        return done

    def _index(self, below: Path, rest: Path, text: str, visit: object) -> int:
        """The number of the item: of one that says the same elsewhere, else of a new one."""
        count = self._counts.get(below, 0)
        plain = all(isinstance(step, str) and step != ANY for step in rest)
        for number in range(count if plain else 0):
            there = self.values.get((*below, number, *rest))
            if (below, number, id(visit)) in self._claimed:
                continue
            if (there and samme(there.typed) == samme(text)) or (rest == ("kortnavn",) and self._is_short(
                    (*below, number), text)):
                break
        else:
            number = count
            self._counts[below] = count + 1
        self._claimed.add((below, number, id(visit)))
        return number

    def _is_short(self, item: Path, text: str) -> bool:
        """Tell whether the text can be the short name of the item."""
        full = self.values.get((*item, "navn"))
        return full is not None and is_short(samme(text), samme(full.typed))

    def tree(self, file: str) -> dict[str, Any]:
        """The values of a file as keys and lists; items that hold nothing are left out."""
        top: dict[Any, Any] = {}
        for path, value in self.values.items():
            if path[0] == file and len(path) > 1:
                here = top
                for step in path[1:-1]:
                    here = here.setdefault(step, {})
                    if not isinstance(here, dict):
                        break
                else:
                    here[path[-1]] = Typed.at(value.typed, path)
        listed: dict[str, Any] = _without_copies(_listed(top))
        return listed

    def has(self, key: Path) -> bool:
        """Tell whether anything was found for a path; of a list, for any of its items."""
        top = key[: key.index(ANY)] if ANY in key else key
        return any(path[: len(top)] == top for path in self.values)

    def files(self) -> Iterator[str]:
        """The files that something was found for."""
        yield from dict.fromkeys(str(path[0]) for path in self.values)


def _without_copies(value: Any) -> Any:
    """The value without short names that are the full ones."""
    if isinstance(value, list):
        return [_without_copies(one) for one in value]
    if isinstance(value, dict):
        same = value.get("kortnavn") is not None and value["kortnavn"] == value.get("navn")
        return {key: _without_copies(one) for key, one in value.items() if not (same and key == "kortnavn")}
    return value


def is_short(short: str, full: str) -> bool:
    """Tell whether a folded name can be a shorter one of another: it begins as that does, or is in it."""
    mine, theirs = short.split(), full.split()
    return short == full or short in full or (
        len(mine) <= len(theirs) and mine[0][:5] == theirs[0][:5])


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(step, int) for step in value):
        return [_listed(value[step]) for step in sorted(value)]
    return {step: _listed(inner) for step, inner in value.items()}
