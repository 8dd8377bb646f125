"""A folder that nobody else can put anything in, opened by handle and looked at by handle.

What is read there may be code, and is run. So every folder on the way is the user's own or the system's,
and none can be written to by others; a link above it is followed where nobody else can have put it. On
Windows nobody asks: the user's own folders are the user's.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.base.border.files import Parts
from generator.base.border.writing import replace_file

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_FOR_US = 0o600
_MOST_LINKS = 20
_BY_HANDLE = os.open in os.supports_dir_fd and sys.platform != "win32"
_ITSELF = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER, _FILE = _ITSELF | getattr(os, "O_DIRECTORY", 0), _ITSELF | getattr(os, "O_NONBLOCK", 0)


class NotOurs(OSError):
    """A folder or a file that somebody else could have put there."""


def read(folder: Path, name: str, most: int) -> bytes:
    """The bytes of the file of that name, at most so many. Raises OSError, also for what others can write."""
    if not _BY_HANDLE:
        return _bytes(os.open(folder / name, os.O_RDONLY | getattr(os, "O_BINARY", 0)), most)
    with _opened(folder) as handle:
        return _bytes(os.open(name, _FILE, dir_fd=handle), most)


def write(folder: Path, name: str, data: bytes | Parts) -> None:
    """Put the bytes under the name, whole or not at all; folder and file are for their owner alone.

    Nothing waits for the disk: what is kept can be made again.
    """
    _make(folder)
    if not _BY_HANDLE:
        replace_file(folder / name, data, mode=_FOR_US, durable=False)
        return
    with _opened(folder) as handle:
        replace_file(folder / name, data, mode=_FOR_US, durable=False, inside=handle)


def thin_out(folder: Path, is_entry: re.Pattern[str], most: int) -> None:
    """Take the older half away where there are more entries than that; what is no entry of ours stays."""
    entries = [path for path in folder.iterdir() if is_entry.fullmatch(path.name)]
    if len(entries) > most:
        for old in sorted(entries, key=lambda path: path.lstat().st_mtime)[: len(entries) - most // 2]:
            old.unlink(missing_ok=True)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    """A handle of the folder, which is the user's own, and reached as the docstring above says."""
    handle = _walk(folder)
    try:
        found = os.fstat(handle)
        if found.st_uid != os.getuid() or found.st_mode & _OTHERS_WRITE:
            raise NotOurs(f"{folder} belongs to somebody else, or others can write to it")
        yield handle
    finally:
        os.close(handle)


def _make(folder: Path) -> None:
    """Make the folder, and those above it that are missing, for the owner alone."""
    if not folder.parent.exists():
        _make(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def _walk(folder: Path) -> int:
    """The handle of the folder, gone to step by step from the root."""
    steps = list(folder.absolute().parts)[::-1]
    links = 0
    handle = os.open(steps.pop(), _FOLDER)
    try:
        while steps:
            step = steps.pop()
            _look_at(handle)
            try:
                below = os.open(step, _FOLDER, dir_fd=handle)
            except OSError:
                links += 1
                if not steps or links > _MOST_LINKS:
                    raise
                steps += Path(_link(step, handle)).parts[::-1]
                continue
            os.close(handle)
            handle = below
    except BaseException:
        os.close(handle)
        raise
    return handle


def _link(step: str, handle: int) -> str:
    """Path that the link leads to; OSError where it is none, or lies where others put links too."""
    found = os.lstat(step, dir_fd=handle)
    if stat.S_ISLNK(found.st_mode) and found.st_uid in (0, os.getuid()):
        return os.readlink(step, dir_fd=handle)
    raise NotOurs(f"{step} is no folder of ours")


def _look_at(handle: int) -> None:
    """Raise NotOurs for a folder in which others can exchange what is there: /tmp lets nobody do so."""
    found = os.fstat(handle)
    others = found.st_mode & _OTHERS_WRITE and not found.st_mode & stat.S_ISVTX
    if others or found.st_uid not in (0, os.getuid()):
        raise NotOurs("others can exchange what is in a folder above it")


def _bytes(descriptor: int, most: int) -> bytes:
    try:
        found = os.fstat(descriptor)
        alien = _BY_HANDLE and (found.st_uid != os.getuid() or found.st_mode & _OTHERS_WRITE)
        if not stat.S_ISREG(found.st_mode) or alien or found.st_size > most:
            raise NotOurs("it is no file of ours")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(descriptor)
