"""The stamp of a document: what it was made from, by which program, and whether it is as it was made.

It stands in the custom properties of the .docx, where no printed page shows it. There is no clock and
no commit in it: the same sources give the same stamp.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.formats.word.package.seal import CUSTOM, digest

PROGRAM, VERSION, SOURCES, FILES, SEAL = "Program", "Version", "Kilder", "Kildefiler", "Segl"
NAMES = (PROGRAM, VERSION, SOURCES, FILES, SEAL)
SHORT = 12
MOST = 255
"""How many characters Word takes in one custom property."""

_DAMAGED = (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError)
_ENTRY = re.compile(r"(.+) ([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Stamp:
    """`files` has the path of every source with the beginning of its sha256, `sources` one hash of them all.

    `version` is the agreement's own version, and empty where it has none.
    """

    program: str
    version: str
    sources: str
    files: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, hashes: Mapping[str, str], program: str, version: str = "") -> Stamp:
        """The stamp for sources with these sha256 by path."""
        files = tuple((path, hashes[path][:SHORT]) for path in sorted(hashes))
        return cls(program, version, source_hash(hashes), files)

    def properties(self) -> tuple[tuple[str, str], ...]:
        """The custom properties that say it, none longer than Word takes."""
        version = ((VERSION, self.version),) if self.version else ()
        chunks = enumerate(_chunks(f"{path} {short}" for path, short in self.files), start=1)
        files = tuple((f"{FILES} {number}", chunk) for number, chunk in chunks)
        return ((PROGRAM, self.program), *version, (SOURCES, self.sources), *files)

    def changed(self, now: Stamp) -> tuple[str, ...]:
        """The files that are otherwise in the other stamp: changed, added or gone."""
        was, is_ = dict(self.files), dict(now.files)
        return tuple(path for path in sorted({*was, *is_}) if was.get(path) != is_.get(path))


@dataclass(frozen=True, slots=True)
class Found:
    """What a .docx says of itself. `stamp` is None in a document that was not made here.

    `intact` says that nothing has changed since it was made.
    """

    stamp: Stamp | None
    intact: bool
    properties: Mapping[str, str]


def source_hash(hashes: Mapping[str, str]) -> str:
    """One sha256 for all sources, from the sha256 of each by path; their order does not matter."""
    total = hashlib.sha256()
    for path in sorted(hashes):
        total.update(f"{path}\0{hashes[path]}\n".encode())
    return total.hexdigest()


def parts(data: bytes) -> dict[str, bytes] | None:
    """The files inside a .docx; None where it is not whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except _DAMAGED:
        return None


def read(data: bytes) -> Found:
    """What the bytes of a .docx say of themselves; nothing where they are no .docx at all."""
    inside = parts(data)
    if inside is None:
        return Found(None, False, {})
    properties = _properties(inside.get(CUSTOM, b""))
    if SEAL not in properties:
        return Found(None, False, properties)
    files = tuple(_files(properties))
    program, version, sources = (properties.get(name, "") for name in (PROGRAM, VERSION, SOURCES))
    stamp = Stamp(program, version, sources, files)
    return Found(stamp, properties[SEAL] == digest(inside.items()), properties)


def _properties(custom: bytes) -> dict[str, str]:
    """The custom properties by name; none where the part is not XML."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(custom)
    except ElementTree.ParseError:
        return {}
    return {element.get("name", ""): "".join(element.itertext()) for element in root}


def _files(properties: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    number = 1
    while chunk := properties.get(f"{FILES} {number}"):
        for entry in chunk.split("; "):
            if match := _ENTRY.fullmatch(entry):
                yield match[1], match[2]
        number += 1


def _chunks(entries: Iterable[str]) -> Iterator[str]:
    """The entries joined by semicolons, in texts that are no longer than Word takes."""
    chunk = ""
    for entry in entries:
        if chunk and len(chunk) + len(entry) + 2 > MOST:
            yield chunk
            chunk = ""
        chunk = f"{chunk}; {entry}" if chunk else entry
    if chunk:
        yield chunk
