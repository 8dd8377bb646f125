"""Sources of what filters give: those of what they took, with the filter that it came through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.base.values import replace
from generator.render.filters import OURS
from generator.render.tracing.source import Kind, Source, Span
from generator.render.tracing.tracer import Tracer, computed, merged
from generator.render.typed_again import COMPUTED

Way = Callable[[Tracer, str, str, Any, Sequence[Any]], Iterator[Span]]


def through(tracer: Tracer, name: str, result: Any, value: Any, values: Sequence[Any]) -> Any:
    """Take what the filter gave, with a note of its sources; `values` are the value and the arguments."""
    if name in OURS and not OURS[name].prints:
        return result
    if isinstance(result, list):  # names, each of which can be listed
        return [through(tracer, name, one, named, (named,)) for one, named in zip(result, value, strict=True)]
    if not isinstance(result, str) or isinstance(result, Markup) or result is value:
        return result
    way: Way = _WAYS.get(name) or (_of_text if isinstance(value, str) else _of_value)
    spans = tuple(way(tracer, name, result, value, values))
    return tracer.own(result, spans) if spans else result


def _of_text(tracer: Tracer, name: str, result: str, text: str, _: Sequence[Any]) -> Iterator[Span]:
    """A text made of another: letter by letter where it has as many."""
    spans = tracer.spans(text) or ()
    if len(text) == len(result):
        yield from (span._replace(source=span.source.through(name)) for span in spans)
    elif source := merged([span.source for span in spans]):
        yield Span(0, len(result), source.through(name))


def _of_value(tracer: Tracer, name: str, result: str, value: Any, _: Sequence[Any]) -> Iterator[Span]:
    source = tracer.source(value) or Source(Kind.COMPUTED)
    yield Span(0, len(result), source.through(name))


def _computed(tracer: Tracer, name: str, result: str, _: Any, values: Sequence[Any]) -> Iterator[Span]:
    yield Span(0, len(result), computed(filter(None, map(tracer.source, values))).through(name))


def _of_dates(tracer: Tracer, name: str, result: str, dates: Any, _: Sequence[Any]) -> Iterator[Span]:
    """Dates in words: one alone has its own source."""
    if len(dates) == 1:
        return _of_value(tracer, name, result, dates[0], ())
    return _computed(tracer, name, result, dates, dates)


def _of_items(tracer: Tracer, name: str, result: str, items: Any, _: Sequence[Any]) -> Iterator[Span]:
    """A list in words: each item has its own source."""
    done = 0
    for item in items:
        start = result.index(item, done)
        done = start + len(item)
        yield from (Span(start + span.start, start + span.end, span.source.through(name))
                    for span in tracer.spans(item) or ())


def _of_ends(tracer: Tracer, name: str, result: str, period: Any, _: Sequence[Any]) -> Iterator[Span]:
    """A period: each of its dates has its own source."""
    fra, between, til = result.partition(" til ")
    for date, start, words in ((period.fra, 0, fra), (period.til, len(fra) + len(between), til)):
        source = tracer.source(date) or tracer.source(period) or Source(Kind.COMPUTED)
        yield Span(start, start + len(words), source.through(name))


def _called(tracer: Tracer, name: str, result: str, named: str, _: Sequence[Any]) -> Iterator[Span]:
    """The name of a thing, and the key that refers to it by a name."""
    reference = tracer.source(named)
    source = tracer.source(result) or reference
    if source:
        key = reference.keys[0] if reference and reference.keys else None
        yield Span(0, len(result), replace(source.through(name), reference=key))


_WAYS: Mapping[str, Way] = {
    "opremsning": _of_items, "periode": _of_ends, "kaldt": _called, "datoer": _of_dates,
    **dict.fromkeys(COMPUTED, _computed),
}  # fmt: skip
