"""Sources with errors, read without them, so that they hide no others.

The rest is never made into a document; the rules look at it, and say what else is wrong. What was left out
is forgotten, not missing: a rule that asks for it ends there (`NotRead`), and no other rule is stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from generator.base.findings import Place
from generator.base.nearest import nearest
from generator.plan.model import reader
from generator.plan.model.load import Loaded
from generator.plan.model.record import Model
from generator.plan.model.round_keys import EVERY_KEY, RoundKeys
from generator.plan.source.read import Data, Source
from generator.plan.source.tree import KeyPath

M = TypeVar("M", bound=Model)


class Salvage(Struct, Generic[M], frozen=True):
    """Model of the rest, with its places; `lost` are the paths of what is left out."""

    loaded: Loaded[M]
    lost: frozenset[KeyPath]

    def forget(self) -> None:
        """Have whoever asks the model for something that was left out told that it could not be read."""
        for path in self.lost:
            for holder, key in _lost_with(self.loaded.value, path):
                holder.forget(key)


class _Copy(Struct):
    """Copy of a source that leaves out some of its paths; what stays keeps its place.

    `moved` has the path of everything that stays: an item may get another number in its list than before.
    """

    source: Source
    left_out: frozenset[KeyPath]
    places: dict[KeyPath, Place] = field(default_factory=dict)
    key_places: dict[KeyPath, Place] = field(default_factory=dict)
    moved: dict[KeyPath, KeyPath] = field(default_factory=dict)

    def of(self, data: Data, old: KeyPath, new: KeyPath) -> Data:
        """Copy the data at a path."""
        self.moved[old] = new
        self.places[new] = self.source.places[old]
        if old in self.source.key_places:
            self.key_places[new] = self.source.key_places[old]
        if isinstance(data, dict):
            kept = {key: value for key, value in data.items() if (*old, key) not in self.left_out}
            return {key: self.of(value, (*old, key), (*new, key)) for key, value in kept.items()}
        if isinstance(data, list):
            items = [(i, value) for i, value in enumerate(data) if (*old, i) not in self.left_out]
            return [self.of(value, (*old, i), (*new, number)) for number, (i, value) in enumerate(items)]
        return data

    def lost(self, paths: Iterable[KeyPath]) -> set[KeyPath]:
        """Paths of what is left out, as the copy would have them; of an item, that of its list."""
        return {self._lost(path) for path in paths}

    def _lost(self, path: KeyPath) -> KeyPath:
        around = next(path[:end] for end in range(len(path), -1, -1) if path[:end] in self.moved)
        beyond = path[len(around) : len(around) + 1]
        return (*self.moved[around], *(step for step in beyond if isinstance(step, str)))


def salvage(source: Source, model: type[M], keys: RoundKeys = EVERY_KEY) -> Salvage[M] | None:
    """Make the model of what is sound in the source; None when too little is left for a model."""
    wrong = frozenset(keys.foreign(source, model))
    lost: set[KeyPath] = set(_told(source))
    while True:
        if wrong:
            copy = _Copy(source, wrong)
            data = copy.of(source.data, (), ())
            source, lost = Source(data, copy.places, source.name, copy.key_places), copy.lost(lost | wrong)
        try:
            return Salvage(Loaded(reader.model_of(model, source.data), source), frozenset(lost))
        except reader.Unreadable as unreadable:
            wrong = frozenset(_known(problem.path, source) for problem in unreadable.problems)
        if () in wrong:
            return None


def _lost_with(value: Any, path: KeyPath) -> Iterator[tuple[Model, str]]:
    """Yield what is not known, with the path gone: a key of the nearest model around it."""
    holder, key = value, ""
    for step in path:
        if isinstance(value, Model):
            holder, key = value, str(step)
        value = _inside(value, step)
    for name in (key,) if key in holder.fields else _meant(holder, key):
        yield holder, name


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, (Model, Mapping)):
        return dict(value.items()).get(step)
    return value[step] if isinstance(value, tuple) and isinstance(step, int) else None


def _meant(holder: Model, key: str) -> Iterator[str]:
    """Yield the key that an unknown one may stand for, if it is not there itself."""
    near = nearest(key, [name for name in holder.fields if name not in holder.given])
    if near:
        yield near


def _known(path: KeyPath, source: Source) -> KeyPath:
    """Path of the faulty value, or of the one that lacks a key."""
    return path if path in source.places else path[:-1]


def _told(source: Source) -> list[KeyPath]:
    """List the paths of keys that the source itself complains of, such as one that is repeated."""
    told = {place for finding in source.findings for place in (finding.place, finding.second)}
    return [path for path, place in source.key_places.items() if path and place in told]
