"""Sources of what stands in a document: which file, key and filter, or which line of a template."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from generator.base.values import replace
from generator.plan.model.identity import Key
from generator.plan.source.tree import KeyPath


class Kind(Enum):
    """Kinds of source.

    VALUE is what is typed in the plan, FORM in the form.yaml of its round, COMPUTED follows from values, and
    TEMPLATE is the form's own text.
    """

    VALUE = "value"
    COMPUTED = "computed"
    FORM = "form"
    TEMPLATE = "template"


class Source(Struct, frozen=True):
    """Origin of a passage: the file, and the path of the key in it.

    `filters` are those that it came through, the first of them first. A `gap` is a placeholder: the key is
    the one to fill in. `is_name` where the key itself is printed, and not what stands at it. `reference` is
    the key that names a thing whose name stands at `path`. What is computed has no file; `made_of` are the
    keys that it follows from, as far as they are declared. Text of a template has its `line`, and the
    `block` that a template of one's own would replace.
    """

    kind: Kind
    file: str = ""
    path: KeyPath = ()
    filters: tuple[str, ...] = ()
    gap: bool = False
    is_name: bool = False
    reference: Key | None = None
    made_of: tuple[Key, ...] = ()
    line: int = 0
    block: str = ""

    @property
    def filter(self) -> str:
        """The filters as a template has them: `kaldt | stort`."""
        return " | ".join(self.filters)

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that what is printed follows from."""
        if self.kind in (Kind.VALUE, Kind.FORM):
            return (Key(self.file, self.path, self.is_name),)
        return self.made_of

    def through(self, name: str) -> Source:
        """The source of what a filter makes of it."""
        return replace(self, filters=(*self.filters, name))


class Span(NamedTuple):
    """Characters of a text, from `start` up to `end`, that have one source."""

    start: int
    end: int
    source: Source


Spans = tuple[Span, ...]
