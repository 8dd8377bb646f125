"""What was computed once from bytes and is kept for the next run: templates, the look, what a build said.

It lies in the user's cache folder, or in the one that AFTALE_CACHE names; where that is empty, nothing is
kept. An entry is named by a hash of all that it was made from and by, so that it is never out of date, only
unused. One that is missing, cut off, spoilt or not ours is as good as none, and what cannot be written is
made again next time.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generator import __version__

VARIABLE = "AFTALE_CACHE"
MOST = 200
"""So many entries are kept; a workspace with all its forms makes about twenty."""
_DIGEST = hashlib.sha256().digest_size
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_LETTERS = 40
_UNFINISHED = ".tmp"
_ENTRY = re.compile(rf"[a-z]+-[0-9a-f]{{{_LETTERS}}}(\.\w+{re.escape(_UNFINISHED)})?")


def name(kind: str, packages: tuple[str, ...], *inputs: bytes) -> str:
    """The name of what these packages make of these inputs; with another version or Python it is another."""
    total = hashlib.sha256(f"{kind} {__version__} {sys.version}".encode())
    for part in (*map(_made_by, packages), *inputs):
        total.update(len(part).to_bytes(8, "big") + part)
    return f"{kind}-{total.hexdigest()[:_LETTERS]}"


def read(entry: str) -> bytes | None:
    """What was kept under the name, to the byte; None where there is nothing to be trusted."""
    folder = _folder()
    if folder is None or not _is_ours_alone(folder):
        return None
    try:
        found = (folder / entry).read_bytes()
    except OSError:
        return None
    digest, data = found[:_DIGEST], found[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None


def write(entry: str, data: bytes) -> None:
    """Keep the data under the name, whole or not at all; where that is not possible, nothing happens."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours_alone(folder):
            _replace(folder / entry, hashlib.sha256(data).digest() + data)
            _make_room(folder)


def _folder() -> Path | None:
    wanted = os.environ.get(VARIABLE)
    if wanted is not None:
        return Path(wanted) if wanted else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111  Path's raises where there is no home
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return Path(base) / "aftale" if Path(base).is_absolute() else None


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else can put an entry there: what is kept is code, and is run."""
    if sys.platform == "win32":
        return True  # %LOCALAPPDATA% is the user's own
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & _OTHERS_WRITE


def _replace(path: Path, data: bytes) -> None:
    import tempfile

    descriptor, unfinished = tempfile.mkstemp(_UNFINISHED, f"{path.name}.", path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _make_room(folder: Path) -> None:
    """When there are too many entries, the older half goes; a file that is not ours may lie there too."""
    entries = [path for path in folder.iterdir() if _ENTRY.fullmatch(path.name)]
    if len(entries) > MOST:
        for old in sorted(entries, key=lambda path: path.stat().st_mtime)[: len(entries) - MOST // 2]:
            old.unlink(missing_ok=True)


@cache
def _made_by(package: str) -> bytes:
    """What tells a package from any other version of it, as Python itself sees that a .pyc is out of date."""
    return "\n".join(sorted(_files(package))).encode()


def _files(package: str) -> Iterator[str]:
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        with os.scandir(folder) as found:
            for file in found:
                if file.is_file():
                    yield f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}"
