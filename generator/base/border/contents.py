"""Contents of folders as lines that tell them from any other: every name below, the hash of what is read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.base.border.files import MOST_ENTRIES, Unfit, read, too_many_below
from generator.base.language import say


def lines(folder: Path, is_read: Callable[[str], bool]) -> Iterator[str]:
    """Yield the name of everything below the folder, in order, and the hash of each file that is read.

    `is_read` is asked with the name from the folder. Raises OSError, also for a link to a folder: what is in
    it is not seen.
    """
    waiting, seen = [""], 0
    while waiting:
        here = waiting.pop()
        with os.scandir(f"{folder}/{here}") as found:
            entries = sorted(found, key=lambda entry: entry.name)
        seen += len(entries)
        if seen > MOST_ENTRIES:
            raise too_many_below(folder)
        for entry in entries:
            name = f"{here}{entry.name}"
            if not entry.is_dir():
                yield f"{name} {digest(entry.path)}" if is_read(name) else name
            elif entry.is_symlink():
                raise Unfit(say("it is a link to a folder"), "", entry.path)
            else:
                waiting.append(f"{name}/")
                yield f"{name}/"


def digest(path: Path | str) -> str:
    """Hash of what the file holds, as hex. Raises OSError."""
    return hashlib.sha256(read(path)).hexdigest()
