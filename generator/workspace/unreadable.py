"""Folders and files that cannot be read or written at all: by their name, or because nobody may."""

from __future__ import annotations

from pathlib import Path

from generator.base.border import files, names
from generator.base.findings import Code, Finding, Place
from generator.base.language import say

UNREADABLE = Code("F5")
UNWRITABLE = Code("F8")


def trouble_with(folder: Path, name: str) -> Finding | None:
    """Finding about what keeps a plan's folder from being read; `name` is how messages call it."""
    if not names.is_text(folder.name):
        return no_text(folder, name)
    try:
        files.listed(folder)
    except OSError as error:
        return cannot_be_read(error, name)
    return None


def no_text(path: Path, name: str) -> Finding:
    """The finding for a name with bytes that are no letters, or with signs that nobody can see."""
    hint = say("give it a name of letters, digits and hyphens; nothing is made of it until then")
    message = say("the name `{name}` has signs in it that cannot be read", name=names.shown(path.name))
    return Finding(UNREADABLE, message, hint, Place(name))


def cannot_be_read(error: OSError, name: str) -> Finding:
    """The finding for what is there and cannot be opened; why stands in the exception."""
    hint = files.hint(error, say("see that it is there, and that you may read it"))
    message = say("it cannot be read: {reason}", reason=files.reason(error))
    return Finding(UNREADABLE, message, hint, Place(name))


def cannot_be_written(error: OSError, name: str) -> Finding:
    """The finding for a source that is to be put in order, and is left as it is."""
    hint = files.hint(error, say("see that you may write there, and that the disk is not full"))
    message = say("the file is left as it is: {reason}", reason=files.reason(error))
    return Finding(UNWRITABLE, message, hint, Place(name))
