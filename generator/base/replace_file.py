"""A file replaced whole or not at all. Imports nothing of ours."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, data: bytes, *, mode: int | None = None, durable: bool = True) -> None:
    """Put the bytes in place of the file, whole or not at all.

    They are written beside it first, in `.name.….tmp`, and the names exchanged when they are safe on the
    disk; what need not be `durable`, since it can be made again, does not wait for that. `mode` says who may
    read it; otherwise that stays as it was. An OSError (a full disk, a file that Word has locked) goes up;
    the old file is then as it was.
    """
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        unfinished.chmod(_permissions(path) if mode is None else mode)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _permissions(path: Path) -> int:
    """Permissions of the file that is replaced, else those that a new file is given here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
