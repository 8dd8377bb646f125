"""A file that is held by the process that made it: another one can tell that it is alive."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_MAKING = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_OPENING = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_IS_WINDOWS = sys.platform == "win32"
_FAR_AWAY = 1 << 40
"""Place of the byte that is locked: on Windows a locked byte can be read by nobody else."""


class HeldElsewhere(OSError):
    """A file that another process holds, or has made in this moment."""


@contextmanager
def made(path: Path, data: bytes) -> Iterator[None]:
    """Make the file, hold it while something is done, and take it away when that has ended well.

    It stays, and nobody holds it, where the process is killed. Raises HeldElsewhere where it is there.
    """
    try:
        handle = os.open(path, _MAKING, 0o600)
    except FileExistsError as error:
        raise HeldElsewhere(path) from error
    with _held(handle, path):
        with os.fdopen(handle, "r+b", closefd=False) as file:
            file.write(data)
        os.fsync(handle)
        yield


@contextmanager
def left(path: Path, most: int) -> Iterator[bytes | None]:
    """The bytes of a file that a killed process left, held, and taken away when something has ended well.

    None where there is none. Raises HeldElsewhere where its process is alive.
    """
    try:
        handle = os.open(path, _OPENING)
    except FileNotFoundError:
        yield None
        return
    with _held(handle, path):
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(most)
        yield data


@contextmanager
def _held(handle: int, path: Path) -> Iterator[None]:
    try:
        try:
            _lock(handle)
            is_it = os.path.samestat(os.fstat(handle), path.stat())
        except (BlockingIOError, PermissionError, FileNotFoundError) as error:
            raise HeldElsewhere(path) from error
        if not is_it:  # taken away, and maybe made anew, before it was held
            raise HeldElsewhere(path)
        yield
        if not _IS_WINDOWS:
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)
    if _IS_WINDOWS:  # what is open cannot be taken away there
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _lock(handle: int) -> None:
    """Lock a file that is open till it is closed, or the process ends; not where the disk knows no locks."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _FAR_AWAY, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:
            return
