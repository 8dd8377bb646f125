"""Edits written to their file: whole or not at all, and never over what somebody else has saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.authoring.edits.apply import edited
from generator.authoring.edits.edit import Edit, Edited, Refused
from generator.base.border import files
from generator.base.border.writing import ChangedMeanwhile, write_through
from generator.base.language import say
from generator.plan.model.record import Model
from generator.plan.source.read import LARGEST

TRIES = 5


Judge = Callable[[str, str, type[Model]], object]
"""Looks at the text before and after, and raises Refused where it is not to be written."""


def save(
    path: Path, edits: Iterable[Edit], model: type[Model], top: Path, judge: Judge | None = None
) -> Edited:
    """Make the edits in the file, which must be below `top`, links followed. What they made of it.

    What another saves meanwhile is kept: where it is at another key the edits are made in it, and where it is
    at theirs that is a Conflict, if they say what they expect. Raises Refused, Conflict and OSError; then the
    file is as it was.
    """
    wanted = tuple(edits)
    for number in range(TRIES):
        raw = files.read(path, LARGEST)
        text = decoded(raw)
        made = edited(text, wanted, model)
        if judge:
            judge(text, made.text, model)
        data = made.text.encode()
        try:
            if data != raw:
                write_through(path, data, raw, top)
        except ChangedMeanwhile:
            if number == TRIES - 1:
                raise
        else:
            return made
    raise AssertionError("the last try returns or raises")


def decoded(raw: bytes) -> str:
    """The bytes of a YAML file as text. Raises Refused where they are none."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        reason = say("the file is not UTF-8 in line {line}", line=line)
        raise Refused((), reason, say("save it as UTF-8")) from error
