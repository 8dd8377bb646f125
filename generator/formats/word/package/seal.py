"""The seal: a hash over a .docx, kept in one of its properties, so that any later change shows.

It is taken over the parts as they are inside the zip, so that another zlib does not break it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from generator.formats.word.xml_text import escape

CUSTOM = "docProps/custom.xml"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_END = b"</Properties>"


def digest(files: Iterable[tuple[str, bytes]]) -> str:
    """The sha256 in hex over all files of the zip (name, content) but the one that holds the properties."""
    total = hashlib.sha256()
    for name, data in sorted(files):
        if name != CUSTOM:
            total.update(f"{name}\0{len(data)}\0".encode())
            total.update(data)
    return total.hexdigest()


def sealed(files: list[tuple[str, bytes]], name: str) -> list[tuple[str, bytes]]:
    """The files with the seal as their last custom property, of that name."""
    seal = digest(files)
    return [(part, _with(data, name, seal) if part == CUSTOM else data) for part, data in files]


def _with(custom: bytes, name: str, value: str) -> bytes:
    ident = custom.count(b"<property ") + 2  # 0 and 1 are taken by the format itself
    own = (f'<property fmtid="{FORMAT_ID}" pid="{ident}" name="{escape(name)}">'
           f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>")
    return custom.removesuffix(_END) + own.encode() + _END
