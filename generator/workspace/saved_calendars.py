"""Calendars in output/: replaced whole, and one that somebody has changed is kept beside the new one."""

from __future__ import annotations

from pathlib import Path

from generator.base.border import files, writing
from generator.formats import calendar
from generator.workspace.saved_documents import keep_aside


def save(path: Path, data: bytes, top: Path) -> Path | None:
    """Put the calendar at the path, and return where one that was changed is kept; below `top`, no link."""
    writing.make_folder(path.parent, top)
    writing.no_link(path, top)
    try:
        old = files.read(path)
    except FileNotFoundError:
        writing.new_file(path, data)
        return None
    if old == data:
        return None
    kept = None if calendar.is_as_written(old) else keep_aside(path)
    writing.replace_file(path, data, expected=old)
    return kept
