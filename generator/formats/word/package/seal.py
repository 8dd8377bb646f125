"""The seal: a hash over the page and our own properties, kept in one of them, so that any later edit shows.

It is taken over the parts as they are inside the zip, so that another zlib does not break it. What a
document library adds or rewrites (parts outside of word/, properties of its own, the order of relations)
is no edit, and is left out; what is ours among it is sealed by its values.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterator, Mapping

from generator.base.border import xml

CUSTOM = "docProps/custom.xml"
CORE = "docProps/core.xml"
SIGNED = "_xmlsignatures/"
"""Folder of somebody's digital signature: what has one is no longer only as it was generated."""
_PAGE = ("word/", "xl/", SIGNED)
_CORE_VALUES = ("title", "subject", "creator", "language", "created")


def is_of_the_page(part: str) -> bool:
    """Tell whether the part, by its name in the zip, is one of those that make the page."""
    return part.startswith(_PAGE)


def digest(files: Mapping[str, bytes], is_ours: Callable[[str], bool]) -> str:
    """The sha256 in hex over the page and the properties that are ours. Raises NoXml."""
    total = hashlib.sha256()
    for name, data in sorted((*_pages_parts(files), *_values(files, is_ours))):
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


def digest_of_old(files: Mapping[str, bytes]) -> str:
    """The sha256 in hex that sealed documents before `digest` did: over all files but the properties."""
    total = hashlib.sha256()
    for name in sorted(files.keys() - {CUSTOM}):
        total.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return total.hexdigest()


def properties(custom: bytes) -> dict[str, str]:
    """The custom properties by name. Raises NoXml."""
    return {one.attributes.get("name", ""): one.text for one in xml.children(custom)}


def sealed(files: list[tuple[str, bytes]], write: Callable[[str], bytes]) -> list[tuple[str, bytes]]:
    """The files with the seal among their custom properties, which `write` writes with it."""
    custom = write(digest(dict(files), lambda _name: True))
    return [(name, custom if name == CUSTOM else data) for name, data in files]


def _pages_parts(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, data in files.items():
        if name.endswith(".rels"):
            yield from ((f"{name} {line}", b"") for line in _relations(name, data))
        elif is_of_the_page(name):
            yield name, data


def _relations(name: str, data: bytes) -> Iterator[str]:
    """The relations of the .rels part that lead to the page, or out of the document."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for one in xml.children(data):
        ident, kind, target = (one.attributes.get(key, "") for key in ("Id", "Type", "Target"))
        outside = one.attributes.get("TargetMode") == "External"
        whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if outside or is_of_the_page(whole):
            yield f"{ident if folder else ''} {kind} {target if outside else whole}"


def _values(files: Mapping[str, bytes], is_ours: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    for name, value in properties(files[CUSTOM]).items() if CUSTOM in files else ():
        if is_ours(name):
            yield f"{CUSTOM} {name}", value.encode()
    for one in xml.children(files[CORE]) if CORE in files else ():
        if (name := one.name.rpartition("}")[2]) in _CORE_VALUES:
            yield f"{CORE} {name}", one.text.encode()
