"""Jinja's filters that keep one value of all that are equal: it stands for the others where it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import pass_context
from jinja2.filters import FILTERS, ignore_case, make_attrgetter
from jinja2.runtime import Context

from generator.render.rendering import Made, rendering_in


@pass_context
def unique(
    context: Context, values: Iterable[Any], case_sensitive: bool = False, attribute: str | None = None
) -> list[Any]:
    """Jinja's `unique`."""
    items = list(values)
    kept = list(FILTERS["unique"](context.environment, items, case_sensitive, attribute))
    _first_for_all(context, items, make_attrgetter(context.environment, attribute))
    return kept


@pass_context
def groupby(
    context: Context, values: Iterable[Any], attribute: str, default: Any = None, case_sensitive: bool = False
) -> list[Any]:
    """Jinja's `groupby`."""
    items = list(values)
    groups: list[Any] = FILTERS["groupby"](context.environment, items, attribute, default, case_sensitive)
    _first_for_all(context, items, make_attrgetter(context.environment, attribute, default=default))
    return groups


def _first_for_all(context: Context, items: list[Any], value_of: Callable[[Any], Any]) -> None:
    """Note that the first of equal values is printed for all of them."""
    first: dict[Any, Any] = {}
    for value in map(value_of, items):
        kept = first.setdefault(ignore_case(value), value)
        if kept is not value:
            rendering_in(context).made.append(Made(kept, value, "equal"))
