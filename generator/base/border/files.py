"""Files and folders as they are found: looked at, listed, and read where they are what they should be.

Everything here raises OSError and nothing else; `Unfit` is the one whose words are ours.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from generator.base import danish
from generator.base.language import later, say

Parts: TypeAlias = tuple[bytes | memoryview, ...]
"""Bytes one part after the other: what is large need not lie there twice to be written."""
LARGEST = 64_000_000
"""Bytes of one file, when its reader knows no better."""
MOST_ENTRIES = 100_000
"""Names that are looked at below one folder."""
_READING = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
A_FOLDER, A_SOCKET, A_DEVICE = later("it is a folder"), later("it is a socket"), later("it is a device")
PUT_A_FILE = later("put a file in its place")
_KINDS = (
    (stat.S_ISDIR, A_FOLDER), (stat.S_ISFIFO, later("it is a pipe")), (stat.S_ISSOCK, A_SOCKET),
    (stat.S_ISCHR, A_DEVICE), (stat.S_ISBLK, A_DEVICE), (stat.S_ISLNK, later("it is a link")),
)  # fmt: skip
_LOCKED = (32, 33)
"""Codes of Windows for a file that another program has open."""
_REASONS = {
    errno.ENOENT: later("no such file or directory"),
    errno.EACCES: later("permission denied"),
    errno.EPERM: later("operation not permitted"),
    errno.EISDIR: A_FOLDER,
    errno.ENOTDIR: later("a part of its path is no folder"),
    errno.EEXIST: later("the name is taken"),
    errno.ENOSPC: later("the disk is full"),
    errno.EROFS: later("the disk cannot be written to"),
    errno.ENAMETOOLONG: later("the name is too long"),
    errno.ELOOP: later("it is a link that leads in a circle"),
    errno.EIO: later("the disk does not answer"),
}


class Unfit(OSError):
    """Something that is there, and is not taken; `hint` says what would be."""

    def __init__(self, why: str, hint: str, path: Path | str) -> None:
        super().__init__(errno.EINVAL, why, os.fspath(path))
        self.hint = hint


class TooLarge(Unfit):
    """A file with more in it than its reader takes."""


def read(path: Path | str, most: int = LARGEST) -> bytes:
    """The bytes of a regular file. A pipe or a device is not waited for, nor is a huge file read."""
    descriptor = _opened(path)
    try:
        found = os.fstat(descriptor)
        refuse_other_kinds(found, path)
        if found.st_size > most:
            raise too_large(path, most)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(most + 1)
    finally:
        os.close(descriptor)
    if len(data) > most:
        raise too_large(path, most)
    return data


def _opened(path: Path | str) -> int:
    try:
        return os.open(path, _READING)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise Unfit(say(A_SOCKET), say(PUT_A_FILE), path) from error
        if error.errno == errno.EACCES and Path(path).is_dir():  # Windows says no more of a folder
            raise Unfit(say(A_FOLDER), say(PUT_A_FILE), path) from error
        raise
    except ValueError as error:  # a NUL in the name
        why = say("its name is none that a file can have")
        raise Unfit(why, say("choose another name"), repr(path)) from error


def refuse_other_kinds(found: os.stat_result, path: Path | str) -> None:
    """Raise Unfit for what is no regular file."""
    if not stat.S_ISREG(found.st_mode):
        kind = next((name for holds, name in _KINDS if holds(found.st_mode)), later("it is no file"))
        raise Unfit(say(kind), say(PUT_A_FILE), path)


def too_large(path: Path | str, most: int) -> TooLarge:
    """The exception for a file of more bytes than that."""
    why = say("it is over {size} MB", size=most // 1_000_000)
    return TooLarge(why, say("is it the right file?"), path)


def is_there(path: Path) -> bool:
    """Tell whether the name is taken, by whatever it may be: also by a link that leads nowhere."""
    try:
        return os.path.lexists(path)
    except ValueError:
        return False


def is_folder(path: Path) -> bool:
    """Tell whether it is a folder, or a link to one."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_link(path: Path) -> bool:
    """Tell whether the name is that of a link."""
    return path.is_symlink()


def resolved(path: Path) -> Path:
    """The whole path with its links followed; of a link that leads to itself as far as that goes."""
    return Path(os.path.realpath(path))


def listed(folder: Path) -> list[Path]:
    """Everything in the folder, by name; hidden things too."""
    return [folder / name for name in names_in(folder)]


def names_in(folder: Path) -> list[str]:
    """Names in the folder, in order: a Path of each takes ten times as long."""
    return sorted(os.listdir(folder))  # noqa: PTH208


def below(folder: Path) -> Iterator[Path]:
    """Everything below the folder, by name, a folder before what is in it; no link is entered."""
    waiting, seen = [folder], 0
    while waiting:
        here = waiting.pop()
        if here != folder:
            yield here
            if is_link(here) or not is_folder(here):
                continue
        entries = listed(here)
        seen += len(entries)
        if seen > MOST_ENTRIES:
            raise too_many_below(folder)
        waiting.extend(reversed(entries))


def too_many_below(folder: Path) -> Unfit:
    """The exception for a folder with more below it than is looked at."""
    why = say("there are over {number} files below it", number=danish.antal(MOST_ENTRIES))
    return Unfit(why, say("is it the right folder?"), folder)


def reason(error: OSError) -> str:
    """Sentence that says why something could not be opened; in the system's words where ours has none."""
    if isinstance(error, Unfit):
        return str(error.strerror)
    if getattr(error, "winerror", None) in _LOCKED:
        return say("another program has it open")
    known = _REASONS.get(error.errno or 0)
    return say(known) if known else say("the system says: `{words}`", words=error.strerror or error)


def hint(error: OSError, else_: str) -> str:
    """Advice about it: the exception's own words where they are ours."""
    return error.hint if isinstance(error, Unfit) else else_
