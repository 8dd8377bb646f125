"""Standing of a document in output/ beside its sources."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from msgspec import Struct

from generator.base.border import files
from generator.base.findings import Code

EDITED_BY_HAND = Code("F6")
REDLINE = ".redline"
"""Behind the name of a document: the one with what has changed, as tracked changes."""
WRITTEN = (".docx", ".pdf", ".xlsx", ".html")
"""Suffixes of the files that are written."""


class State(Enum):
    """State of a document in output/ beside its sources."""

    CURRENT = "up to date"
    OUTDATED = "out of date"
    MISSING = "missing"
    EDITED = "changed by hand"


class Standing(Struct, frozen=True):
    """`because` names what is newer than the document: files, the program. `kept` is where an edited
    document went to make room for the new one, `digest` the sha256 of the file as it is left."""

    state: State
    because: tuple[str, ...] = ()
    kept: Path | None = None
    digest: str = ""


def left_over(folder: Path, names: frozenset[str]) -> list[Path]:
    """The documents in the folder that were made here, and that no source makes any more."""
    found = files.listed(folder) if files.is_folder(folder) else []
    others = [path for path in found if path.suffix in WRITTEN and not path.name.startswith("~$")
              and path.stem.removesuffix(REDLINE) not in names]  # fmt: skip
    return [path for path in others if _is_made_here(path)]


def _is_made_here(path: Path) -> bool:
    from generator.workspace import stamp  # knows Word's files, and is asked of few

    try:
        return stamp.read(files.read(path)).intact
    except OSError:
        return False
