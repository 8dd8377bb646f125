"""Documents that are imported, and how many of their words came to the key that they stand at in the plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from generator.authoring.imported.importing import Imported, import_documents
from generator.authoring.imported.skeletons import Skeletons
from generator.authoring.imported.units import words_of
from generator.formats.word.reading import Read
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.plan import Plan
from generator.plan.source.read import read_yaml_bytes
from generator.workspace.folders import form_roots
from generator.workspace.rounds import Rounds
from tests.support.built import REAL

STEERING = frozenset({
    "accepter", "status", "midler", "vejledning", "aliaser", "type", "form", "måling", "kriterium", "bilag",
    "indsatsområde", "forbindelser", "formand", "afdelinger", "gruppe",
})  # fmt: skip
"""Keys that no document prints as they are typed."""


UNSEEN = frozenset({"værdi", "tekst", "mangler", "mangel"})
"""Keys that a text may stand at or not, and means the same."""


class Share(NamedTuple):
    """Words that came to their key, to another, and those of the plan that were found nowhere."""

    right: int
    wrong: int
    left: int

    @property
    def of_all(self) -> float:
        """The share of those that are right."""
        return self.right / max(self.right + self.wrong + self.left, 1)


@cache
def skeletons(midler: str) -> Skeletons:
    """The skeletons of a round."""
    return Skeletons(form_roots(REAL), Rounds.of(REAL).form(midler))


def imported(documents: Mapping[str, Read], midler: str, name: str = "Planen") -> Imported:
    """What the documents become."""
    return import_documents(documents, skeletons(midler), name)


def share(found: Imported, plan: Plan) -> Share:
    """How the words of the files stand to those of the plan, by key."""
    files = {aftale.navn: aftale.kilde.source.data for aftale in plan.aftaler}
    files[HELHEDSPLAN.name] = plan.kilde.source.data
    right = wrong = 0
    for name, text in found.files.items():
        own = name.removesuffix(".yaml")
        got, wanted = _by_key(read_yaml_bytes(text.encode(), name).data), _by_key(files.get(own) or {})
        for key, words in got.items():
            right += (words & wanted[key]).total()
            wrong += (words - wanted[key]).total()
    left = sum((words_of(one.text) for one in found.account.left), Counter[str]()).total()
    return Share(right, wrong, left)


def _by_key(data: Any) -> dict[tuple[Any, ...], Counter[str]]:
    found: dict[tuple[Any, ...], Counter[str]] = _Words()
    for path, text in _leaves(data):
        if not STEERING & {*path}:
            found[tuple(step for step in path if isinstance(step, str) and step not in UNSEEN)] += words_of(
                re.sub(r"\b(\d{1,2})\. ?(?:\w+|\d{1,2}\.) ?(\d{4})", r"\1 \2", text.casefold()))
    return found


class _Words(dict[tuple[Any, ...], Counter[str]]):
    def __missing__(self, key: tuple[Any, ...]) -> Counter[str]:
        return Counter()


def _leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _leaves(value, (*path, number))
    elif data is not None:
        yield path, str(data)
