"""An edit: one change at a typed key path of a YAML file, and what keeps it from being made."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from generator.authoring.edits.splice import Splice
from generator.base.language import say
from generator.plan.model.load import key_path
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath


class Untold(Enum):
    """Stands for the value that an edit replaces where nobody has said which that is."""

    UNTOLD = 0


UNTOLD = Untold.UNTOLD
Expected = Data | Untold


class Set(Struct, frozen=True):
    """Put a value in place of another, or of nothing; with None the key stays, and stands empty.

    `expected` is the value that it replaces. `stood` is how the lines looked, where the edit undoes another.
    """

    path: KeyPath
    value: Data
    expected: Expected = UNTOLD
    stood: Splice | None = None


class Add(Struct, frozen=True):
    """Put in a key, or an item of a list in front of the one at that position; a parent that lacks is made.

    `at` is the position of a key among the others; the model's order says where that is left out.
    """

    path: KeyPath
    value: Data
    at: int | None = None
    stood: Splice | None = None


class Remove(Struct, frozen=True):
    """Take away a key or an item with the comments that belong to it."""

    path: KeyPath
    expected: Expected = UNTOLD
    stood: Splice | None = None


class Move(Struct, frozen=True):
    """Put an item of a list, or a key, at another position among its neighbours, with its comments."""

    path: KeyPath
    to: int
    expected: Expected = UNTOLD
    stood: Splice | None = None


class Rename(Struct, frozen=True):
    """Put another name in place of a key that the writer has chosen; what stands there stays as it is."""

    path: KeyPath
    to: str
    stood: Splice | None = None


Edit = Set | Add | Remove | Move | Rename


class Edited(Struct, frozen=True):
    """A text after one or more edits, and the edits that undo them, in the order to apply them in."""

    text: str
    inverse: tuple[Edit, ...]


def both(reason: str, hint: str) -> str:
    """A sentence and its hint on one line."""
    return say("{reason}; {hint}", reason=reason, hint=hint)


class Refused(Exception):
    """An edit that is not made; `reason` is a whole sentence, `hint` what helps."""

    def __init__(self, path: KeyPath, reason: str, hint: str) -> None:
        super().__init__(f"{key_path(path)}: {both(reason, hint)}")
        self.path, self.reason, self.hint = path, reason, hint


class Conflict(Exception):
    """An edit that is not made because another value stands there: the one expected, and the one found."""

    def __init__(self, path: KeyPath, expected: Data, found: Data) -> None:
        super().__init__(say(
            "{key}: {expected} was expected, and {found} stands there",
            key=key_path(path), expected=repr(expected), found=repr(found),
        ))  # fmt: skip
        self.path, self.expected, self.found = path, expected, found
