"""Texts and numbers that are objects of their own, so that one can be told from another that is equal.

Python shares one letter and a small number, and YAML what an alias repeats.
"""

from __future__ import annotations


class OwnText(str):
    """A text as any other, and no other text is it."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Leave this process as a plain text."""
        return str, (str(self),)


class OwnNumber(int):
    """A whole number as any other, and no other number is it."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[int], tuple[int]]:
        """Leave this process as a plain number."""
        return int, (int(self),)


def kind_of(value: object) -> type:
    """The type of the value as people know it: `str` of an OwnText."""
    return next(kind for kind in type(value).__mro__ if kind not in (OwnText, OwnNumber))
