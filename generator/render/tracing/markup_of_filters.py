"""Filters that make markup, traced: marks around each text in it, and the key of what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from generator.plan.model.base import Mangel
from generator.render.placeholders import Nøgle
from generator.render.tracing import marks
from generator.render.tracing.source import Kind, Source
from generator.render.tracing.tracer import Tracer

_TAG = re.compile(r"<(/?)(ul|ol|li)\b[^>]*>|(?:(?<=>)|\A)[^<>]*[^<>\s][^<>]*(?=<|\Z)")

Nth = Callable[[int], Source]
"""The source of the text with that number, of those in the markup of one value."""


def marked_text(
    tracer: Tracer, name: str, result: Markup, value: Any, key: Nøgle, label: Source | None
) -> Markup:
    """Markup of a text or a placeholder, with its sources; a label is the first text in it."""
    of_value = _nth(tracer, name, value, key)
    before = int(label is not None)

    def payload(number: int) -> str:
        source = label if label and number < before else of_value(number - before)
        return tracer.payload(source)

    return Markup(marks.in_markup(result, payload))


def marked_list(
    tracer: Tracer, name: str, result: Markup, items: Sequence[Any], key: Nøgle
) -> Markup:
    """Markup of a list with the sources of its items."""
    sources = iter([_nth(tracer, name, items[at], key)(nth) for at, nth in _texts_of_items(result)])
    return Markup(marks.in_markup(result, lambda _: tracer.payload(next(sources))))


def _texts_of_items(markup: str) -> Iterator[tuple[int, int]]:
    """For each text in a list: the number of its item, and its own within that."""
    depth, item, nth = 0, -1, 0
    for match in _TAG.finditer(markup):
        closing, tag = match[1], match[2]
        if tag is None:
            yield item, nth
            nth += 1
        elif tag == "li":
            if not closing and depth == 1:
                item, nth = item + 1, 0
        else:
            depth += -1 if closing else 1


def _nth(tracer: Tracer, name: str, value: Any, key: Nøgle) -> Nth:
    """The sources of the texts that a value becomes."""
    if value is None or (isinstance(value, (list, tuple)) and not value):
        gap = tracer.gap(*key) if key else Source(Kind.COMPUTED, gap=True)
        return lambda _: gap.through(name)
    if isinstance(value, Mangel):
        reason = tracer.source(value.mangler) or Source(Kind.COMPUTED)
        rest = tracer.source(value.tekst) or reason
        return lambda number: (rest if number else reason).through(name)
    source = tracer.source(value) or Source(Kind.COMPUTED)
    return lambda _: source.through(name)
