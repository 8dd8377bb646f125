"""Sources with errors, read without them, so that they hide no others.

The rest is never made into a document; the rules look at it, and say what else is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.base.findings import Place
from generator.plan.model import reader
from generator.plan.model.load import Loaded
from generator.plan.model.record import Model
from generator.plan.model.round_keys import EVERY_KEY, RoundKeys
from generator.plan.source.read import Data, Source
from generator.plan.source.tree import KeyPath

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Salvage(Generic[M]):
    """Model of the rest, with its places; `lost` are the keys at the top that lost something."""

    loaded: Loaded[M]
    lost: frozenset[str]


@dataclass(slots=True)
class _Copy:
    """Copy of a source that leaves out some of its paths; what stays keeps its place."""

    source: Source
    left_out: frozenset[KeyPath]
    places: dict[KeyPath, Place] = field(default_factory=dict)
    key_places: dict[KeyPath, Place] = field(default_factory=dict)

    def of(self, data: Data, old: KeyPath, new: KeyPath) -> Data:
        """Copy the data at a path; an item may get another number in its list than before."""
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


def salvage(source: Source, model: type[M], keys: RoundKeys = EVERY_KEY) -> Salvage[M] | None:
    """Make the model of what is sound in the source; None when too little is left for a model."""
    foreign = frozenset(keys.foreign(source, model))
    lost: set[str] = {str(path[0]) for path in (*_told(source), *foreign)}
    source = _without(source, foreign) if foreign else source
    while True:
        try:
            return Salvage(Loaded(reader.model_of(model, source.data), source), frozenset(lost))
        except reader.Unreadable as unreadable:
            wrong = frozenset(_known(problem.path, source) for problem in unreadable.problems)
        if () in wrong:
            return None
        lost |= {str(path[0]) for path in wrong}
        if not lost <= set(model.fields):
            lost |= set(model.fields) - _keys(source)
        source = _without(source, wrong)


def _keys(source: Source) -> set[str]:
    """Keys at the top; one that the model has and they lack may be what a misspelt one was meant for."""
    return set(source.data) if isinstance(source.data, dict) else set()


def _without(source: Source, wrong: frozenset[KeyPath]) -> Source:
    copy = _Copy(source, wrong)
    data = copy.of(source.data, (), ())
    return Source(data, copy.places, source.name, copy.key_places)


def _known(path: KeyPath, source: Source) -> KeyPath:
    """Path of the faulty value, or of the one that lacks a key."""
    return path if path in source.places else path[:-1]


def _told(source: Source) -> list[KeyPath]:
    """Yield the paths of keys that the source itself complains of, such as one that is repeated."""
    told = {place for finding in source.findings for place in (finding.place, finding.second)}
    return [path for path, place in source.key_places.items() if path and place in told]
