"""Edits written to their file: whole or not at all, and never over what somebody else has saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from generator.authoring.all_or_none import write_all
from generator.authoring.edits.apply import edited
from generator.authoring.edits.edit import Edit, Edited, Refused
from generator.base.border import files
from generator.base.border.writing import ChangedMeanwhile
from generator.base.language import say
from generator.plan.model.record import Model
from generator.plan.source.read import LARGEST

TRIES = 5


Judge = Callable[[str, str, type[Model]], object]
"""Looks at the text before and after, and raises Refused where it is not to be written."""


class Change(Struct, frozen=True):
    """Edits of one file."""

    path: Path
    edits: tuple[Edit, ...]
    model: type[Model]


class _Made(Struct, frozen=True):
    """A change as it would be written, with the bytes that it was made in."""

    change: Change
    raw: bytes
    edited: Edited

    @property
    def data(self) -> bytes:
        return self.edited.text.encode()


def save(
    path: Path, edits: Iterable[Edit], model: type[Model], top: Path, judge: Judge | None = None
) -> Edited:
    """Make the edits in the file, which must be below `top`, links followed. What they made of it.

    What another saves meanwhile is kept: where it is at another key the edits are made in it, and where it is
    at theirs that is a Conflict, if they say what they expect. Raises Refused, Conflict and OSError; then the
    file is as it was.
    """
    return save_all([Change(path, tuple(edits), model)], top, judge)[0]


def save_all(changes: Sequence[Change], top: Path, judge: Judge | None = None) -> list[Edited]:
    """Make the edits of several files, in all of them or in none; else as `save`."""
    for number in range(TRIES):
        made = [_made(change, judge) for change in changes]
        try:
            write_all({one.change.path: (one.raw, one.data) for one in made}, top)
        except ChangedMeanwhile:
            if number == TRIES - 1:
                raise
        else:
            return [one.edited for one in made]
    raise AssertionError("the last try returns or raises")


def _made(change: Change, judge: Judge | None) -> _Made:
    raw = files.read(change.path, LARGEST)
    text = decoded(raw)
    made = edited(text, change.edits, change.model)
    if judge:
        judge(text, made.text, change.model)
    return _Made(change, raw, made)


def decoded(raw: bytes) -> str:
    """The bytes of a YAML file as text. Raises Refused where they are none."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        reason = say("the file is not UTF-8 in line {line}", line=line)
        raise Refused((), reason, say("save it as UTF-8")) from error
