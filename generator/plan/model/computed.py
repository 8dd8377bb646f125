"""Values that a model computes, each with the fields that it declares to be computed from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from generator.plan.model.record import Model

F = TypeVar("F", bound=Callable[[Any], object])
EVERY = "*"
_DECLARED = "beregnet_af"


def beregnet(*felter: str) -> Callable[[F], F]:
    """Declare what a property is computed from: dotted paths from the model, `*` for every item of a list.

    A property that makes a value needs it: one that gives what stands in a field gives that very object. One
    that tells yes or no may have it, to be the cause of what a form prints only then.
    """

    def declared(function: F) -> F:
        setattr(function, _DECLARED, felter)
        return function

    return declared


def computed_from(kind: type, name: str) -> tuple[str, ...]:
    """Paths that the property of that name declares; none where it is no computed one."""
    member = getattr(kind, name, None) if issubclass(kind, Model) else None
    function = member.func if isinstance(member, cached_property) else getattr(member, "fget", None)
    declared: tuple[str, ...] = getattr(function, _DECLARED, ())
    return declared


def values_at(value: Any, path: str) -> Iterator[object]:
    """Values that a dotted path reaches; none where a step on the way is empty."""
    step, _, rest = path.partition(".")
    if value is None:
        return
    for inner in value if step == EVERY else (getattr(value, step),):
        if rest:
            yield from values_at(inner, rest)
        else:
            yield inner
