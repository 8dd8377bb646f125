"""Findings about a file that its values no longer show: joined lines, and characters that nobody can see."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Finding, Place
from generator.plan.model.record import Model
from generator.plan.model.shape import is_prose
from generator.plan.source import codes
from generator.plan.source.characters import SOFT_HYPHEN, unwanted
from generator.plan.source.read import Data, Source
from generator.plan.source.tree import KeyPath


def findings_as_typed(source: Source, model: type[Model]) -> Iterator[Finding]:
    """The lines of prose that YAML has joined, and the soft hyphens in what is no prose."""
    for path, folded in source.folded.items():
        if is_prose(model, path):
            for place, message, hint in folded.complaints():
                yield Finding(codes.PROSE, message, hint, place)
    if source.soft_hyphens:
        yield from _soft_hyphens(source, model, source.data, ())


def is_spoilt(text: object) -> bool:
    """Tell whether a key or a value has a character that is told of by itself."""
    return isinstance(text, str) and next(unwanted(text, in_prose=False), None) is not None


def _soft_hyphens(source: Source, model: type[Model], data: Data, path: KeyPath) -> Iterator[Finding]:
    if isinstance(data, str):
        if SOFT_HYPHEN in data and not is_prose(model, path):
            yield _soft_hyphen(source, source.places[path], data)
    elif data is not None:
        for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
            inside: KeyPath = (*path, step)
            if isinstance(step, str) and SOFT_HYPHEN in step:
                yield _soft_hyphen(source, source.key_places[inside], step)
            yield from _soft_hyphens(source, model, inner, inside)


def _soft_hyphen(source: Source, begin: Place, text: str) -> Finding:
    """The finding for the first one in a text that begins at the place."""
    found = next(unwanted(text, in_prose=False))
    typed = next((place for place in source.soft_hyphens if place >= begin), begin)
    return Finding(codes.CONTROL_CHARACTER, found.message, found.hint, typed)
