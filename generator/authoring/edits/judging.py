"""Faults that an edit would bring into a file: what the model would say of it that it did not say before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.authoring.edits.edit import Refused
from generator.base.findings import Rejected
from generator.plan.model.load import load
from generator.plan.model.record import Model
from generator.plan.source.read import read_yaml_bytes


def new_faults(before: str, after: str, model: type[Model]) -> list[tuple[str, str]]:
    """Everything that is wrong with the text after and was not before: the message, and what helps."""
    return sorted(set(_wrong(after, model)) - set(_wrong(before, model)))


def refuse_new_faults(before: str, after: str, model: type[Model]) -> None:
    """Raise Refused, with the first of them, where there are any."""
    for message, hint in new_faults(before, after, model):
        raise Refused((), message, hint)


def _wrong(text: str, model: type[Model]) -> Iterator[tuple[str, str]]:
    try:
        load(read_yaml_bytes(text.encode(), ""), model)
    except Rejected as rejected:
        yield from ((one.message, one.hint) for one in rejected.findings)
