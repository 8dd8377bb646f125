"""What stands where a document is to be written: left alone, replaced whole, or kept beside the new one.

A document that a person has changed is never overwritten. Nor is one without our seal: nobody knows then
what is in it.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import assert_never

from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.replace_file import replace_file
from generator.workspace import stamp
from generator.workspace.folders import make_room
from generator.workspace.standing import Standing, State

EDITED_BY_HAND = Code("F6")
REDLINE = ".redline"
"""Behind the name of a document: the one with what has changed, as tracked changes."""
STALE = 60.0
"""Seconds after which what an interrupted run left unfinished is taken away."""


def judge(path: Path, data: bytes) -> Standing:
    """How the file stands to the document that its sources make now."""
    try:
        old = path.read_bytes()
    except FileNotFoundError:
        return Standing(State.MISSING)
    if old == data or stamp.parts(old) == stamp.parts(data):
        return Standing(State.CURRENT, digest=_digest(old))
    found = stamp.read(old)
    because = _because(found.stamp, stamp.read(data).stamp)
    return Standing(State.OUTDATED if found.intact else State.EDITED, because)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Writes documents that differ. `force` moves an edited one aside; otherwise it is Rejected.

    `name_of` names a path in messages.
    """

    name_of: Callable[[Path], str]
    force: bool = False

    def __call__(self, path: Path, data: bytes) -> Standing:
        """Put the document at the path, and tell how it stood before. Raises Rejected and OSError."""
        make_room(path)
        _sweep(path)
        standing = judge(path, data)
        match standing.state:
            case State.CURRENT:
                return standing
            case State.EDITED:
                if not self.force:
                    raise Rejected([_edited(path, self.name_of(path))])
                standing = replace(standing, kept=keep_aside(path))
            case State.MISSING | State.OUTDATED:
                pass
            case other:
                assert_never(other)
        replace_file(path, data)
        return replace(standing, digest=_digest(data))


def keep_aside(path: Path) -> Path:
    """Give the file a second name beside its own, one that is free: `name (redigeret).docx`."""
    for number in count(1):
        aside = path.with_stem(f"{path.stem} (redigeret{f' {number}' if number > 1 else ''})")
        try:
            _second_name(path, aside)
        except FileExistsError:
            continue
        return aside
    raise AssertionError("numbers do not end")


def left_over(folder: Path, names: frozenset[str]) -> list[Path]:
    """The documents in the folder that were made here, and that no source makes any more."""
    files = sorted(folder.glob("*.docx")) if folder.is_dir() else []
    others = [path for path in files if path.stem.removesuffix(REDLINE) not in names
              and not path.name.startswith("~$")]  # fmt: skip
    return [path for path in others if stamp.read(path.read_bytes()).intact]


def _second_name(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with aside.open("xb") as file:
            file.write(path.read_bytes())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _because(old: stamp.Stamp | None, new: stamp.Stamp | None) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    program = () if old.program == new.program else (f"{old.program} → {new.program}",)
    return (*old.changed(new), *program)


def _sweep(path: Path) -> None:
    """Take away what a run that was killed left of this document."""
    for unfinished in path.parent.glob(f".{path.name}.*.tmp"):
        try:
            if time.time() - unfinished.stat().st_mtime > STALE:
                unfinished.unlink()
        except OSError:  # another run was quicker
            continue


def _edited(path: Path, name: str) -> Finding:
    ours = stamp.read(path.read_bytes()).stamp is not None
    what = "was changed by hand since it was written" if ours else "is not one that this program finished"
    message = f"the document {what}, and is left as it is"
    hint = ("take over in the sources what was changed, and delete the file; "
            f"or build with --force, which keeps it as `{path.stem} (redigeret).docx`")
    return Finding(EDITED_BY_HAND, message, hint, Place(name))
