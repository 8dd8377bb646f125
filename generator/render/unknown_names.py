"""Variables and fields that do not exist: an error at any use, with the nearest name that does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.utils import missing

from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan.model.own import kind_of
from generator.plan.model.record import MACHINERY, Model


class UnknownName(UndefinedError):
    """A variable or a field that does not exist; `owner` is Jinja's `missing` for a variable."""

    def __init__(self, owner: object, name: object, message: str = "") -> None:
        super().__init__(message)
        self.owner = owner
        self.name = name


class Unknown(StrictUndefined):
    """Raises UnknownName at any use."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        raised: Any = partial(UnknownName, obj, name) if exc is UndefinedError else exc
        super().__init__(hint, obj, name, raised)


def undefined(problem: UnknownName, variables: Mapping[str, object]) -> tuple[str, str]:
    """Message and hint for a name that does not exist: the nearest that does."""
    name = str(problem.name)
    if problem.owner is missing:
        return say("the variable `{name}` does not exist", name=name), suggestion(name, sorted(variables))
    owner = kind_of(problem.owner).__name__
    message = say("`{name}` does not exist in {owner}", name=name, owner=owner)
    return message, suggestion(name, fields(problem.owner))


def fields(value: object) -> list[str]:
    """Names that a template can ask a value for."""
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    machinery = MACHINERY if isinstance(value, Model) else frozenset()
    names = (name for name in dir(value) if not name.startswith("_") and name not in machinery)
    return [name for name in names if not callable(getattr(type(value), name, None))]
