"""Passages that an import has left over for people to decide about, and pages beside the documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.base.border import files, writing
from generator.base.findings import Code, Finding, Place, Severity
from generator.base.language import say, say_count

LEFT_OVER = "rester.md"
"""Passages that an import has found no place for, marked as quotations."""
NOT_PLACED = Code("F12", Severity.WARNING)
LARGEST = 20_000_000
PASSAGE = re.compile(r"^>.*(?:\n>.*)*", re.MULTILINE)


def left_over(path: Path, name_of: Callable[[Path], str]) -> Iterator[Finding]:
    """A finding while the file holds a passage."""
    if files.is_there(path):
        count = len(PASSAGE.findall(files.read(path, LARGEST).decode(errors="replace")))
        if count:
            message = say_count(
                "{n} passage of the imported documents has no place yet",
                "{n} passages of the imported documents have no place yet", count,
            )  # fmt: skip
            hint = say("put each where it belongs, and delete it in {file}", file=path.name)
            yield Finding(NOT_PLACED, message, hint, Place(name_of(path)))


def save_page(path: Path, data: bytes, top: Path) -> Path:
    """Write a page about a plan, below `top`."""
    path = writing.no_link(path, top)
    writing.make_folder(path.parent, top)
    writing.replace_file(path, data)
    return path
