"""The account of an import: every word of the files is in a value, in the form's text, or left over."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import NamedTuple

from msgspec import Struct, field

from generator.authoring.imported.slots import Path
from generator.authoring.imported.units import Unit, words_of


class Why(Enum):
    """Reasons for which a passage is left over."""

    NO_PLACE = "no place in the form"
    CONTRADICTS = "another value stands there"
    REFUSED = "the key does not take it"
    OTHER_WORDS = "the form's text, in other words"
    COMPUTED = "the program computes another"
    NOT_HELD = "a document cannot hold it"
    MARGIN = "header or footer"
    COMMENT = "what somebody said of it"


BETWEEN = " | "
"""Stands between the cells of a row that is left over."""


class Left(NamedTuple):
    """A passage that is left over: its words, the heading above it, what stands before it, and the reason.

    `key` is the key that it would have had, `instead` what stands there, and `beside` the document that
    says so. `whole` is the line that a part of a line stands in. A comment is by its `author`, about
    `instead`. What has no place may belong to the `likely` key of a `file`.
    """

    text: str
    document: str
    heading: str
    before: str
    why: Why
    key: Path = ()
    instead: str = ""
    whole: str = ""
    beside: str = ""
    author: str = ""
    likely: str = ""
    file: str = ""


class Kept(NamedTuple):
    """A passage that has a value: the words of the value, and those of the form beside it."""

    text: str
    key: Path
    document: str


class Account(Struct):
    """All words of the files. `reworded` are passages of the form that do not stand as the form has them."""

    words: Counter[str] = field(default_factory=Counter)
    form: Counter[str] = field(default_factory=Counter)
    kept: list[Kept] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    reworded: list[tuple[str, str]] = field(default_factory=list)

    def enter(self, unit: Unit, values: Counter[str]) -> bool:
        """Enter a unit of which these words are values and the others the form's; False where it has not
        so many."""
        if values - unit.words:
            return False
        self.form += unit.words - values
        return True

    def is_closed(self) -> bool:
        """Tell whether every word is accounted for, once."""
        values: Counter[str] = Counter()
        for kept in self.kept:
            values += words_of(kept.text)
        left: Counter[str] = Counter()
        for one in self.left:
            left += words_of(one.text)
        return values + left + self.form == self.words
