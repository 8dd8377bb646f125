"""Files and folders as they are found: looked at, listed, and read where they are what they should be.

Everything here raises OSError and nothing else; `Unfit` is the one whose words are ours.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.base.language import later, say

LARGEST = 64_000_000
"""Bytes of one file, when its reader knows no better."""
MOST_ENTRIES = 100_000
"""Names that are looked at below one folder."""
_READING = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
_FOLDER, _SOCKET = later("it is a folder"), later("it is a socket")
_DEVICE = later("it is a device")
_KINDS = (
    (stat.S_ISDIR, _FOLDER), (stat.S_ISFIFO, later("it is a pipe")), (stat.S_ISSOCK, _SOCKET),
    (stat.S_ISCHR, _DEVICE), (stat.S_ISBLK, _DEVICE), (stat.S_ISLNK, later("it is a link")),
)  # fmt: skip
_NOT_ALLOWED = later("you may not open it or change it")
_REASONS = {
    errno.ENOENT: later("it is not there"),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EEXIST: later("it is already there"),
    errno.EISDIR: _FOLDER,
    errno.ENOTDIR: later("a folder on the way to it is a file"),
    errno.ENOTEMPTY: later("the folder is not empty"),
    errno.ELOOP: later("it is a link that leads to itself"),
    errno.ENAMETOOLONG: later("its name is too long"),
    errno.ENOSPC: later("the disk is full"),
    errno.EROFS: later("nothing can be written there"),
    errno.EBUSY: later("another program uses it"),
    errno.EIO: later("the disk or the network does not answer"),
    errno.EMFILE: later("too many files are open"),
}
"""Words for what a system refuses: its own are in a language of its own."""


class Unfit(OSError):
    """Something that is there, and is not taken; `hint` says what would be."""

    def __init__(self, why: str, hint: str, path: Path | str) -> None:
        super().__init__(errno.EINVAL, why, os.fspath(path))
        self.hint = hint


class TooLarge(Unfit):
    """A file with more in it than its reader takes."""


def read(path: Path, most: int = LARGEST) -> bytes:
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


def _opened(path: Path) -> int:
    try:
        return os.open(path, _READING)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise Unfit(say(_SOCKET), say("put a file in its place"), path) from error
        if error.errno == errno.EACCES and path.is_dir():  # Windows says no more of a folder
            raise Unfit(say(_FOLDER), say("put a file in its place"), path) from error
        raise
    except ValueError as error:  # a NUL in the name
        why = say("its name is none that a file can have")
        raise Unfit(why, say("choose another name"), repr(path)) from error


def refuse_other_kinds(found: os.stat_result, path: Path | str) -> None:
    """Raise Unfit for what is no regular file."""
    if not stat.S_ISREG(found.st_mode):
        why = next((why for holds, why in _KINDS if holds(found.st_mode)), later("it is no file"))
        raise Unfit(say(why), say("put a file in its place"), path)


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
    """Names in the folder, in order; hidden things too."""
    entries = sorted(os.listdir(folder))  # noqa: PTH208  names alone, before any is made a Path
    return [folder / name for name in entries]


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
            why = say("there are over {most} files below it", most=f"{MOST_ENTRIES:,}")
            raise Unfit(why, say("is it the right folder?"), folder)
        waiting.extend(reversed(entries))


def reason(error: OSError) -> str:
    """Reason why something could not be opened, as it stands after a colon: without a full stop."""
    if not isinstance(error, Unfit) and error.errno in _REASONS:
        return say(_REASONS[error.errno])
    return error.strerror or str(error)


def hint(error: OSError, else_: str) -> str:
    """Advice about it: the exception's own words where they are ours."""
    return error.hint if isinstance(error, Unfit) else else_
