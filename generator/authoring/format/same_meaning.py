"""Comparison of two models by what they mean, however their prose was typed."""

from __future__ import annotations

from generator.plan.model.record import Model
from generator.plan.model.values import Tekst
from generator.plan.source.prose import to_markup


def same(one: object, other: object) -> bool:
    """Tell whether the values are equal: keys in the same order, prose by what it looks like in print."""
    if type(one) is not type(other):
        return False
    if isinstance(one, Tekst):
        return to_markup(one) == to_markup(str(other))
    if isinstance(one, Model) and isinstance(other, Model):
        mine, theirs = dict(one.items()), dict(other.items())
        return one.given == other.given and same(mine, theirs)
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other
