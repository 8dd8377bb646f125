"""Faults that an edit would bring into a file: what the model would say of it that it did not say before."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from generator.authoring.edits.edit import Refused
from generator.authoring.edits.standing import source_of
from generator.base.findings import Rejected
from generator.base.language import spoken
from generator.plan.model.load import load
from generator.plan.model.record import Model


def new_faults(before: str, after: str, model: type[Model]) -> list[tuple[str, str]]:
    """Everything that is wrong with the text after and was not before: the message, and what helps."""
    of: Any = model  # mypy takes a class whose objects have a hash of their own for one that has none
    return sorted(_wrong(after, of, spoken()) - _wrong(before, of, spoken()))


def refuse_new_faults(before: str, after: str, model: type[Model]) -> None:
    """Raise Refused, with the first of them, where there are any."""
    for message, hint in new_faults(before, after, model):
        raise Refused((), message, hint)


@lru_cache(4)
def _wrong(text: str, model: type[Model], language: str) -> frozenset[tuple[str, str]]:
    """Everything that is wrong with the text; what was written last is what the next edit begins with."""
    try:
        load(source_of(text, language), model)
    except Rejected as rejected:
        return frozenset((one.message, one.hint) for one in rejected.findings)
    return frozenset()
