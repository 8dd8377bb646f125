"""Comparison of values, and values made of one another. Imports nothing of ours.

A value is a msgspec Struct: a class as dataclasses make it, without the half millisecond that one of those
costs each start (decision 0016). mypy reads it as a dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct

if TYPE_CHECKING:  # mypy checks what it is given by the fields of a dataclass, and knows those of a Struct
    from dataclasses import replace as replace
else:
    from msgspec.structs import replace as replace


class EqualBut(Struct, frozen=True, gc=False):
    """A value whose fields in `aside` are no part of its equality."""

    aside: ClassVar[tuple[str, ...]] = ()

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        compared = _compared(type(self))
        return bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        return hash(_compared(type(self))(self))


@cache
def _compared(value: type[EqualBut]) -> Callable[[EqualBut], Any]:
    """The fields that are compared, of any value of the class."""
    return attrgetter(*(name for name in value.__struct_fields__ if name not in value.aside))
