"""What was computed once from bytes and is kept for the next run: templates, the look, what a build said.

It lies in the user's cache folder, or in the one that AFTALE_CACHE names; where that is empty, nothing is
kept. An entry is named by a hash of all that it was made from and by, so that it is never out of date, only
unused. One that is missing, cut off, spoilt or not ours is as good as none, and what cannot be written is
made again next time.
"""

from __future__ import annotations

import hashlib
import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from generator import __version__
from generator.base.border import environment, installed, own_folder

VARIABLE = "AFTALE_CACHE"
MOST = 200
"""So many entries are kept; a workspace with all its forms makes about twenty."""
LARGEST = 64_000_000
"""Bytes of one entry."""
_DIGEST = hashlib.sha256().digest_size
_LETTERS = 40
_ENTRY = re.compile(rf"[a-z]+-[0-9a-f]{{{_LETTERS}}}(\.\w+\.tmp)?")


def name(kind: str, packages: tuple[str, ...], *inputs: bytes) -> str:
    """The name of what these packages make of these inputs; with another version or Python it is another."""
    total = hashlib.sha256(f"{kind} {__version__} {sys.version}".encode())
    for part in (*map(_made_by, packages), *inputs):
        total.update(len(part).to_bytes(8, "big") + part)
    return f"{kind}-{total.hexdigest()[:_LETTERS]}"


def read(entry: str) -> bytes | None:
    """What was kept under the name, to the byte; None where there is nothing to be trusted."""
    folder = _folder()
    if folder is None:
        return None
    try:
        found = own_folder.read(folder, entry, LARGEST)
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
        own_folder.write(folder, entry, hashlib.sha256(data).digest() + data)
        own_folder.thin_out(folder, _ENTRY, MOST)


def _folder() -> Path | None:
    wanted = environment.variable(VARIABLE)
    if wanted is not None:
        return Path(wanted) if wanted else None
    if sys.platform == "win32":
        base = environment.variable("LOCALAPPDATA") or ""
    elif sys.platform == "darwin":
        base = str(environment.home() / "Library/Caches")
    else:
        base = environment.variable("XDG_CACHE_HOME") or str(environment.home() / ".cache")
    return Path(base) / "aftale" if Path(base).is_absolute() else None


@cache
def _made_by(package: str) -> bytes:
    """What tells a package from any other version of it."""
    return "\n".join(sorted(installed.files_of(package))).encode()
