"""The stamp of a document: what it was made from, by which program, and whether it is as it was made.

It stands in the custom properties of the .docx, where no printed page shows it. There is no clock and
no commit in it: the same sources give the same stamp.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.base.border import xml, zips
from generator.formats.word.package import foreign, seal
from generator.formats.word.signer_properties import PROPERTY as SIGNER
from generator.workspace import manifest

PLAN, DOCUMENT, STATUS = "Plan", "Dokument", "Status"
"""The properties that a page shows; the others tell what it was made from."""
PROGRAM, VERSION, SOURCES, FILES, SEAL = "Program", "Version", "Kilder", "Kildefiler", "Segl"
COMMENTED = "Kommentarer"
"""Number of the places in a draft that have comments of ours."""
NAMES = (PROGRAM, VERSION, SOURCES, FILES, SEAL, COMMENTED)
SHORT = 12
MOST = 255
"""Most characters that Word takes in one custom property."""

_PDF, _JSON, _HTML = b"%PDF-", b"{", b"<!doctype html>"
_ENTRY = re.compile(r"(.+) ([0-9a-f]{12})")


class Stamp(Struct, frozen=True):
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


class Found(Struct, frozen=True):
    """Words of a .docx about itself. `stamp` is None in a document that was not made here.

    `intact` says that neither its page nor a property of ours has changed since it was made; `seal` is the
    hash over them that it bears. `is_whole` says that it can be read at all.
    """

    stamp: Stamp | None
    intact: bool
    properties: Mapping[str, str]
    seal: str = ""
    is_whole: bool = True


def source_hash(hashes: Mapping[str, str]) -> str:
    """One sha256 for all sources, from the sha256 of each by path; their order does not matter."""
    total = hashlib.sha256()
    for path in sorted(hashes):
        total.update(f"{path}\0{hashes[path]}\n".encode())
    return total.hexdigest()


def is_ours(name: str) -> bool:
    """Tell whether a custom property of that name is one that we write."""
    return name in (PLAN, DOCUMENT, STATUS, *NAMES) or name.startswith((f"{FILES} ", f"{SIGNER} "))


def read(data: bytes) -> Found:
    """Read what the bytes say of themselves: a .docx, a PDF, a package or its manifest; else nothing."""
    if data.startswith(_HTML):
        return _read_html(data)
    if data.startswith(_PDF):
        return _read_pdf(data)
    if data.startswith(_JSON):
        return _of_seal(manifest.seal_of(data))
    try:
        inside = zips.parts(data)
        if seal.CUSTOM not in inside and (own := manifest.seal_of_package(inside)):
            return _of_seal(own)
        properties = seal.properties(inside[seal.CUSTOM]) if seal.CUSTOM in inside else {}
        own = seal.digest(inside, lambda name: is_ours(name) and name != SEAL)
    except (zips.NoZip, xml.NoXml):
        return Found(None, False, {}, is_whole=False)
    if SEAL not in properties:
        return Found(None, False, properties)
    intact = properties[SEAL] in (own, seal.digest_of_old(inside))
    return Found(_stamp(properties), intact, properties, properties[SEAL])


def _read_html(data: bytes) -> Found:
    from generator.formats.html import stamped

    properties = stamped.properties(data)
    if properties is None:
        return Found(None, False, {}, is_whole=False)
    own = stamped.seal_of(data)
    return Found(_stamp(properties) if SOURCES in properties else None, bool(own), properties, own)


def _read_pdf(data: bytes) -> Found:
    from generator.formats.pdf import stamped

    properties = stamped.properties(data)
    if properties is None:
        return Found(None, False, {}, is_whole=False)
    own = stamped.seal_of(data)
    return Found(_stamp(properties) if SOURCES in properties else None, bool(own), properties, own)


def _of_seal(own: str) -> Found:
    return Found(None, bool(own), {}, own)


def _stamp(properties: Mapping[str, str]) -> Stamp:
    program, version, sources = (properties.get(name, "") for name in (PROGRAM, VERSION, SOURCES))
    return Stamp(program, version, sources, tuple(_files(properties)))


def with_what_others_added(new: bytes, old: bytes) -> bytes:
    """The new document with what a library or a journal system put into the old one beside the page."""
    try:
        return foreign.carried_over(old, new, is_ours)
    except (zips.NoZip, xml.NoXml, KeyError):  # it would not have been found intact
        return new


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
