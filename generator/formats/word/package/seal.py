"""The seal: a hash over a .docx, kept in one of its properties, so that any later change shows.

It is taken over the parts as they are inside the zip, so that another zlib does not break it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

CUSTOM = "docProps/custom.xml"


def digest(files: Iterable[tuple[str, bytes]]) -> str:
    """The sha256 in hex over all files of the zip (name, content) but the one that holds the properties."""
    total = hashlib.sha256()
    for name, data in sorted(files):
        if name != CUSTOM:
            total.update(f"{name}\0{len(data)}\0".encode())
            total.update(data)
    return total.hexdigest()


def sealed(files: list[tuple[str, bytes]], write: Callable[[str], bytes]) -> list[tuple[str, bytes]]:
    """The files with the seal among their custom properties, which `write` writes with it."""
    properties = write(digest(files))
    return [(name, properties if name == CUSTOM else data) for name, data in files]
