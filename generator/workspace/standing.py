"""Standing of a document in output/ beside its sources."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from msgspec import Struct


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
