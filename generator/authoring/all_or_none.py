"""Texts put in place of others in several files: in all or in none, also where the program is killed.

What is begun is written down beside agreements/ before the first file changes, and that is taken away when
the last one has. Who starts next finds it and finishes. A file is told by what is in it: one that somebody
has written since gets the change beside theirs, and keeps theirs alone where both are at the same place.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.base.border import files, held
from generator.base.border.writing import ChangedMeanwhile, no_link, write_through
from generator.workspace.folders import AGREEMENTS

JOURNAL = ".aftale-begun.json"
WRITTEN = (".yaml", ".yml", ".md")
"""Endings of the files of a plan: nothing else is ever finished, whatever a journal names."""
DEPTH = 3
TRIES = 5

Texts = Mapping[Path, tuple[bytes, bytes]]
"""Texts before and after, by the paths of their files."""


def write_all(texts: Texts, top: Path) -> None:
    """Write what is after where what is before still stands, in all of the files or in none.

    Raises OSError; ChangedMeanwhile where another stands there, or somebody else writes in this moment.
    """
    others = {path: both for path, both in texts.items() if both[0] != both[1]}
    if len(others) < 2:
        for path, (before, after) in others.items():
            write_through(path, after, before, top)
        return
    try:
        finish(top)
        with held.made(top / JOURNAL, _noted(others, top)):
            trouble = _written(others, top)
    except held.HeldElsewhere as error:
        raise ChangedMeanwhile(top / JOURNAL) from error
    if trouble:
        raise trouble


def finish(top: Path) -> None:
    """Finish what a process has begun that was killed, in the files that have it not. Raises OSError.

    Where none has it, it was never begun, or somebody has taken it back: then nothing is written.
    """
    with held.left(top / JOURNAL, files.LARGEST) as data:
        begun = {path: both for path, both in _begun(data or b"", top).items() if files.is_there(path)}
        lacking = {path: both for path, both in begun.items() if not _is_in(files.read(path), path, *both)}
        if len(lacking) < len(begun):
            for path, both in lacking.items():
                _put_in(path, *both, top)


def _written(texts: Texts, top: Path) -> OSError | None:
    """Write them; where one cannot be written, those before it are taken back, and it is told why."""
    done: list[Path] = []
    for path, (before, after) in texts.items():
        try:
            write_through(path, after, before, top)
        except OSError as error:
            for one in done:
                was, now = texts[one]
                _put_in(one, now, was, top)
            return error
        done.append(path)
    return None


def _put_in(path: Path, before: bytes, after: bytes, top: Path) -> None:
    """Make the change in the file as it is by now, if nobody has written otherwise at the same place."""
    from generator.authoring.merging.texts import merged

    for _ in range(TRIES):
        now = files.read(path)
        made = after if now == before else (both := merged(before, now, after, path.name)).text
        if now != before and both.conflicts:
            return
        with suppress(ChangedMeanwhile):
            write_through(path, made, now, top)
            return


def _is_in(now: bytes, path: Path, before: bytes, after: bytes) -> bool:
    """Tell whether the file has the change, with whatever others have written since."""
    from generator.authoring.merging.texts import merged

    if now in (before, after):
        return now == after
    made = merged(before, now, after, path.name)
    return not made.conflicts and made.text == now


def _noted(texts: Texts, top: Path) -> bytes:
    return json.dumps({path.relative_to(top).as_posix(): [base64.b64encode(one).decode() for one in both]
                       for path, both in texts.items()}).encode()  # fmt: skip


def _begun(data: bytes, top: Path) -> dict[Path, tuple[bytes, bytes]]:
    """The texts of a journal; none of one that was not written to its end, or is none of ours."""
    found: dict[Path, tuple[bytes, bytes]] = {}
    try:
        for name, (before, after) in json.loads(data).items():
            place = PurePosixPath(name)
            if not _is_of_a_plan(place):
                return {}
            path = no_link(top / place, top)
            found[path] = base64.b64decode(before), base64.b64decode(after)
    except (ValueError, TypeError, AttributeError, binascii.Error, files.Unfit):
        return {}
    return found


def _is_of_a_plan(place: PurePosixPath) -> bool:
    parts = place.parts
    return len(parts) == DEPTH and parts[0] == AGREEMENTS and ".." not in parts and place.suffix in WRITTEN
