"""Values made from the text of a source, and the refusals of text that they cannot be made from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Self

from msgspec import Struct

from generator.base.findings import Code
from generator.plan.model.patterns import Schema
from generator.plan.source.prose import Complaint

_HARD_SPACES = "\u00a0\u202f\u2007\u2009"


class Refused(ValueError):
    """Raised for text that a value cannot be made from: the code of the finding, a message, a hint.

    `complaints` are several errors of one text.
    """

    def __init__(self, code: Code, message: str, hint: str, complaints: Sequence[Complaint] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.complaints = code, message, hint, complaints


class ReadBy(Struct, frozen=True):
    """Marks a built-in type in an annotation as read by a function of ours; editors know it by `looks`."""

    read: Callable[[object], Any]
    looks: Schema

    def __hash__(self) -> int:
        return hash(self.read)


class NotText(ValueError):
    """Raised for a list, keys or nothing where text is wanted."""


def soft(text: str) -> str:
    """Put a plain space in place of each hard one."""
    for hard in _HARD_SPACES:
        text = text.replace(hard, " ")
    return text


def folded(text: str) -> str:
    """Fold each run of white space, hard spaces too, to one plain space."""
    return " ".join(soft(text).split())


class FromText:
    """A value that is made from a string, and taken as it is when it is made already.

    A class that inherits this has `parse`, which raises Refused, and `looks`: what an editor needs to
    know of it, as JSON Schema.
    """

    __slots__ = ()
    looks: ClassVar[Schema]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Make the value that the text stands for. Raises Refused."""
        raise NotImplementedError

    @classmethod
    def read(cls, value: object) -> Self:
        """Take the value itself, or make the one that its text stands for."""
        return value if isinstance(value, cls) else cls.parse(text_of(value))


def text_of(value: object) -> str:
    """Take the value when it is text. Raises NotText."""
    if isinstance(value, str):
        return value
    raise NotText
