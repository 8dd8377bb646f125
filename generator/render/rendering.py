"""Findings and printed values that one rendering gathers as it goes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from operator import attrgetter

from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import Struct, field

from generator.base.findings import Code, Finding
from generator.plan.model.computed import computed_from, values_at
from generator.plan.model.record import Model
from generator.render import errors

NOTHING = Markup("")


class Made(Struct, frozen=True):
    """A value made from another: a computed property of a model, a part of a date, a text of a text."""

    value: object
    owner: object
    name: str


class Rendering(Struct):
    """Gathers findings, the values that filters and `{{ }}` print, and those that are made on the way.

    It holds the objects themselves: were one let go, another could take its identity.
    """

    found: list[Finding] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)

    def add(self, code: Code, message: str, hint: str) -> Markup:
        """Gather a finding at the line being rendered, and give nothing in the place of what failed."""
        self.found.append(errors.finding(code, message, hint, errors.from_frame(sys._getframe())))
        return NOTHING

    def printed(self) -> set[int]:
        """Identity (`id`) of every value that was printed, by itself or in what it went into.

        It tells as long as the values live, as those of a plan do.
        """
        seen = set(map(id, self.values))
        for made in reversed(self.made):  # what was made of something made comes after it
            if id(made.value) in seen and not (made.value is None or isinstance(made.value, bool)):
                seen.update(map(id, went_into(made)))
        return seen


def went_into(made: Made) -> list[object]:
    """Values that it was made from: the fields that a model declares; else its owner, whole."""
    if not isinstance(made.owner, Model):
        return [made.owner]
    paths = computed_from(type(made.owner), made.name)
    return [value for path in paths for value in values_at(made.owner, path)]


rendering_in: Callable[[Context], Rendering] = attrgetter("environment.rendering")
"""The rendering that a template's context is part of."""
