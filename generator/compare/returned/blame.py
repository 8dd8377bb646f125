"""Findings of a model → the changes that are to blame for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.base.findings import Finding, Place
from generator.compare.returned.changes import Change
from generator.plan.source.read import read_yaml_bytes
from generator.plan.source.tree import KeyPath


def blamed(
    found: Sequence[Finding], taken: Sequence[Change], texts: Mapping[str, str]
) -> list[tuple[Change, Finding]]:
    """The changes that are to blame for the findings, each with the first of its own."""
    blamed: dict[int, tuple[Change, Finding]] = {}
    places = {name: read_yaml_bytes(texts[name].encode(), name).places
              for name in {one.slot.file for one in taken} & {finding.place.file for finding in found}}
    for finding in found:
        about = [one for one in taken if one.slot.file == finding.place.file
                 and _is_about(one, finding, places[one.slot.file])]
        deepest = max((len(one.slot.path) for one in about), default=0)
        for one in about:
            if len(one.slot.path) == deepest:
                blamed.setdefault(id(one), (one, finding))
    return list(blamed.values())


def _is_about(change: Change, finding: Finding, places: Mapping[KeyPath, Place]) -> bool:
    """Tell whether the finding is about the key of the change, what is in it, or what holds it."""
    path = change.slot.path
    around = {path[:length] for length in range(len(path), max(len(path) - 2, 0), -1)}
    return any(place == finding.place and (spot in around or spot[: len(path)] == path)
               for spot, place in places.items())
