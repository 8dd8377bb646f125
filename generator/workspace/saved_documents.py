"""Files that stand where a document is to be written: left alone, replaced whole, or kept beside the new one.

A document that a person has changed is never overwritten. Nor is one without our seal: nobody knows then
what is in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import assert_never

from msgspec import Struct

from generator.base.border import files, writing, zips
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.workspace import stamp
from generator.workspace.standing import EDITED_BY_HAND, Standing, State

BODY = "word/document.xml"
MOST_TIMES = 5
"""Most times that a document is looked at anew, where somebody saves while it is to be replaced."""


def judge(path: Path, data: bytes) -> Standing:
    """Judge how the file stands to the document that its sources make now. Raises OSError."""
    return _judged(_there(path), data)


def stamp_there(path: Path) -> stamp.Stamp | None:
    """Stamp of the document at the path; None where there is none that is as it was made."""
    try:
        found = stamp.read(files.read(path))
    except OSError:
        return None
    return found.stamp if found.intact else None


def has_same_body(path: Path, data: bytes) -> bool:
    """Tell whether the document at the path has the body of this one; what else differs may be its stamp."""
    try:
        return zips.parts(files.read(path)).get(BODY) == zips.parts(data).get(BODY)
    except (OSError, zips.NoZip):
        return False


def as_it_will_stand(path: Path, data: bytes) -> tuple[Standing, bytes]:
    """The same, and the bytes that a Shelf would leave there. Raises OSError."""
    old = _there(path)
    standing = _judged(old, data)
    if old is None or standing.state is State.EDITED:
        return standing, data
    kept = standing.state is State.CURRENT
    return standing, old if kept else stamp.with_what_others_added(data, old)


def _judged(old: bytes | None, data: bytes) -> Standing:
    if old is None:
        return Standing(State.MISSING)
    if old == data:
        return Standing(State.CURRENT, digest=_digest(old))
    found, made = stamp.read(old), stamp.read(data)
    if found.intact and found.seal == made.seal:  # what a library has added beside the page stays there
        return Standing(State.CURRENT, digest=_digest(old))
    return Standing(State.OUTDATED if found.intact else State.EDITED, _because(found, made))


class Shelf(Struct, frozen=True):
    """Writes documents that differ. `force` moves an edited one aside; otherwise it is Rejected.

    `name_of` names a path in messages. Below `top` no link is followed.
    """

    name_of: Callable[[Path], str]
    top: Path
    force: bool = False

    def __call__(self, path: Path, data: bytes) -> Standing:
        """Put the document at the path, and tell how it stood before. Raises Rejected and OSError."""
        writing.make_folder(path.parent, self.top)
        writing.no_link(path, self.top)
        writing.sweep(path)
        for _ in range(MOST_TIMES):
            try:
                return self._put(path, data)
            except writing.ChangedMeanwhile as again:
                changed = again
        raise changed

    def _put(self, path: Path, data: bytes) -> Standing:
        """The same once; ChangedMeanwhile when somebody saved the document between the look and the write."""
        old = _there(path)
        standing = _judged(old, data)
        match standing.state:
            case State.CURRENT:
                return standing
            case State.MISSING:
                writing.new_file(path, data)
                return replace(standing, digest=_digest(data))
            case State.EDITED:
                if not self.force:
                    raise Rejected([_edited(path, self.name_of(path))])
                standing = replace(standing, kept=keep_aside(path))
            case State.OUTDATED:
                data = stamp.with_what_others_added(data, old or b"")
            case other:
                assert_never(other)
        writing.replace_file(path, data, expected=old)
        return replace(standing, digest=_digest(data))


def _there(path: Path) -> bytes | None:
    try:
        return files.read(path)
    except FileNotFoundError:
        if files.is_link(path):
            raise files.Unfit(say("it is a link that leads nowhere"), say("delete it"), path) from None
        return None


def keep_aside(path: Path) -> Path:
    """Give the file a second name beside its own, one that is free: `name (redigeret).docx`."""
    for number in count(1):
        aside = path.with_stem(f"{path.stem} (redigeret{f' {number}' if number > 1 else ''})")
        try:
            writing.second_name(path, aside)
        except FileExistsError:
            continue
        return aside
    raise AssertionError("numbers do not end")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _because(found: stamp.Found, made: stamp.Found) -> tuple[str, ...]:
    old, new = found.stamp, made.stamp
    if old is None or new is None:
        return ()
    program = () if old.program == new.program else (f"{old.program} → {new.program}",)
    said = (one.properties.get(stamp.COMMENTED) for one in (found, made))
    comments = ("--comments",) if len(set(said)) > 1 else ()
    return (*old.changed(new), *program, *comments)


def _edited(path: Path, name: str) -> Finding:
    ours = stamp.read(files.read(path)).stamp is not None
    if ours:
        message = say("the document was changed by hand since it was written, and is left as it is")
    else:
        message = say("the document is not one that this program finished, and is left as it is")
    aside = f"{path.stem} (redigeret){path.suffix}"
    if ours and path.suffix == ".docx":
        hint = say("give the command `aftale return {file}`, which takes back to the sources what was "
                   "changed, and delete the file; or build with --force, which keeps it as `{name}`",
                   file=name, name=aside)  # fmt: skip
    else:
        hint = say("take over in the sources what was changed, and delete the file; or build with --force, "
                   "which keeps it as `{name}`", name=aside)  # fmt: skip
    return Finding(EDITED_BY_HAND, message, hint, Place(name))
