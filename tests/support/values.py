"""Every value of a model with its place, and what a reader of the document must be able to see of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.base import danish
from generator.plan.model.record import Model
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Periode, Procent, Tekst, Timer
from generator.plan.source import prose

Keys = tuple[str, ...]


def values(model: object, keys: Keys = ()) -> Iterator[tuple[Keys, object]]:
    """The values of a model in its order, each with its keys; an item of a list has its list's keys.

    The keys of a mapping (areas by name) are values too, in a place that ends in `<key>`.
    """
    if isinstance(model, Periode):
        yield from ((((*keys, end), day)) for end, day in (("fra", model.fra), ("til", model.til)) if day)
    elif isinstance(model, Model):
        for name in type(model).fields:
            yield from values(getattr(model, name), (*keys, name))
    elif isinstance(model, Mapping):
        for key, value in model.items():
            yield (*keys, "<key>"), key
            yield from values(value, (*keys, key))
    elif isinstance(model, tuple):
        for item in model:
            yield from values(item, keys)
    elif model is not None:
        yield keys, model


def visible(value: object) -> list[str]:
    """What stands in the document for a value: each paragraph of a text, a number in Danish notation."""
    if isinstance(value, Tekst):
        return _paragraphs(value)
    if isinstance(value, Måltal):
        return [danish.måltal(value)]
    if isinstance(value, Procent):
        return [danish.procent(value)]
    if isinstance(value, (Beløb, Antal, Timer)):
        return [danish.antal(value)]
    if isinstance(value, Dato):
        return [danish.dato(value)]
    return [str(value)]


def is_number(value: object) -> bool:
    """Whether it is an amount, a count, a percentage, hours or what was measured."""
    return isinstance(value, (Måltal, Procent, Beløb, Antal, Timer))


def _paragraphs(text: str) -> list[str]:
    root = etree.fromstring(f"<text>{prose.to_markup(text)}</text>")
    for link in root.iter("a"):
        link.tail = f" ({link.get('href')}){link.tail or ''}"
    blocks = [block for block in root.iter("p", "li") if not len(block.findall("p"))]
    return ["".join(map(str, block.itertext())) for block in blocks]
