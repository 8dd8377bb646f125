"""Texts that a key can take: a date where a date is asked for, one of its words where there is a choice."""

from __future__ import annotations

from typing import Any, assert_never

from generator.authoring.imported.slots import Hole
from generator.plan.model import patterns
from generator.plan.model.refusal import Refused
from generator.plan.model.shape import Choice, Keys, KeysOf, ListOf, OneShape, Prose, Text, WholeNumber
from generator.render.typed_again import COMPUTED, typed

TOO_LONG = 200
"""Letters that nothing but prose has."""


def takes(hole: Hole, text: str) -> bool:
    """Tell whether the key of the hole takes the text; one that nobody knows takes any."""
    if not hole.shapes or hole.is_name or COMPUTED & {*hole.filters} or len(text) > TOO_LONG:
        return True
    if is_choice(hole):
        return any(_takes(shape, text) for shape in hole.shapes)
    said = typed(" ".join(text.split()), hole.filters, "")
    return any(_takes(shape, said) for shape in hole.shapes)


def is_choice(hole: Hole) -> bool:
    """Tell whether the key of the hole takes one of some words and nothing else."""
    return bool(hole.shapes) and all(isinstance(shape, Choice) for shape in hole.shapes)


def _takes(shape: OneShape, text: str) -> bool:
    match shape:
        case Choice(words):
            return text.casefold() in {word.casefold() for word in words}
        case WholeNumber():
            return text.isdecimal()
        case Text(read, looks):
            return looks is patterns.LINE or _is_read(read, text)
        case Prose() | ListOf() | KeysOf() | Keys():
            return True
        case never:
            assert_never(never)


def _is_read(read: Any, text: str) -> bool:
    try:
        read(text)
    except (Refused, ValueError):
        return False
    return True
