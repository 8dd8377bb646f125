"""What one rendering gathers as it goes: what is wrong in the templates, and what of the plan they print."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, cast

from jinja2.runtime import Context
from markupsafe import Markup

from generator.base.findings import Finding
from generator.plan.model.computed import computed_from, values_at
from generator.plan.model.record import Model
from generator.render import errors

NOTHING = Markup("")


class Made(NamedTuple):
    """A value that was made from another: a property's of a model, or a part of a date or a number."""

    value: object
    owner: object
    name: str


@dataclass(slots=True)
class Rendering:
    """What has been gathered so far.

    `values` are those that filters and `{{ }}` have seen, `made` those that were made on the way. Both hold
    the objects themselves: were one let go, another could take its identity.
    """

    found: list[Finding] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)

    def add(self, code: str, message: str, hint: str) -> Markup:
        """Gather a finding at the line being rendered; what stands for the value that failed."""
        self.found.append(errors.finding(code, message, hint, errors.from_frame(sys._getframe())))
        return NOTHING

    def printed(self) -> frozenset[int]:
        """The identity (`id`) of every value that was printed: by itself, in a list, or in what it went into.

        It tells as long as the values live, as those of a plan do.
        """
        seen = set(map(id, self.values))
        for value in self.values:
            if isinstance(value, (list, tuple)):
                seen.update(map(id, value))
        for made in reversed(self.made):  # what was made of something made comes after it
            if id(made.value) in seen and not _is_shared(made.value):
                seen.update(map(id, _went_into(made)))
        return frozenset(seen)


def _went_into(made: Made) -> list[object]:
    """The fields that a model declares for the value; the whole date or number where it is a part of one."""
    if not isinstance(made.owner, Model):
        return [made.owner]
    paths = computed_from(type(made.owner), made.name)
    return [value for path in paths for value in values_at(made.owner, path) if not _is_shared(value)]


def _is_shared(value: object) -> bool:
    """Whether Python has one object for all that are equal: nothing, true and false, small numbers."""
    return value is None or isinstance(value, bool) or (isinstance(value, int) and int(str(value)) is value)


class _Gathers(Protocol):
    rendering: Rendering


def rendering_in(context: Context) -> Rendering:
    """The rendering that a template's context is part of."""
    return cast(_Gathers, context.environment).rendering
