"""Parts of a .docx that anybody may have saved, found as they refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from generator.base.border import xml, zips
from generator.formats.word.codes import no_docx
from generator.formats.word.package.seal import CUSTOM, properties
from generator.formats.word.reading.names import W, plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
)  # fmt: skip
"""The names of a Strict Open XML Document, and those that all else has."""


class Relation(NamedTuple):
    """A relation of a part: the end of its type's name (`styles`), and the part or the address."""

    kind: str
    target: str
    outside: bool


class Package:
    """A .docx opened: its parts by their kind, each parsed when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Unpack the bytes; raises Rejected where they are no whole .docx."""
        self._notes: dict[str, dict[str, str]] = {}
        try:
            self.parts = zips.parts(data)
            root = self._relations("")
            self.name = next((one.target for one in root.values() if one.kind == "officeDocument"), "")
            self.relations: Mapping[str, Relation] = self._relations(self.name)
        except (zips.NoZip, xml.NoXml) as error:
            raise no_docx() from error
        self.document = self.tree(self.name)
        if self.document is None:
            raise no_docx()

    def tree(self, name: str) -> Element | None:
        """The part as a tree; None where it is not there. Raises Rejected where it is no XML."""
        data = self.parts.get(name)
        if data is None:
            return None
        try:
            return xml.tree(_usual(data))
        except xml.NoXml as error:
            raise no_docx() from error

    def of_kind(self, kind: str) -> Element | None:
        """The first part of the kind (`styles`, `comments`) that the document refers to."""
        return next(iter(self.all_of_kind(kind)), None)

    def all_of_kind(self, kind: str) -> list[Element]:
        """Every part of the kind, by its name."""
        relations = self.relations.values()
        names = sorted({one.target for one in relations if one.kind == kind and not one.outside})
        return [tree for name in names if (tree := self.tree(name)) is not None]

    def about(self, name: str) -> Element | None:
        """The part with facts about the document (`core`, `custom`)."""
        return self.tree(f"docProps/{name}.xml")

    def properties(self) -> dict[str, str]:
        """The custom properties by name."""
        part = self.parts.get(CUSTOM)
        try:
            return properties(part) if part is not None else {}
        except xml.NoXml as error:
            raise no_docx() from error

    def note(self, kind: str, ident: str) -> str:
        """The words of a footnote or an endnote."""
        if kind not in self._notes:
            part = self.of_kind(f"{kind}s")
            self._notes[kind] = {} if part is None else {one.get(f"{W}id", ""): plain(one) for one in part}
        return self._notes[kind].get(ident, "")

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, file = posixpath.split(name)
        part = f"{folder}/_rels/{file}.rels" if name else "_rels/.rels"
        found = {}
        for one in xml.children(_usual(self.parts[part])) if part in self.parts else ():
            target, outside = one.attributes.get("Target", ""), one.attributes.get("TargetMode") == "External"
            where = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = one.attributes.get("Type", "").rpartition("/")[2]
            found[one.attributes.get("Id", "")] = Relation(kind, where, outside)
        return found


def _usual(data: bytes) -> bytes:
    if _STRICT in data:
        for strict, usual in _USUAL:
            data = data.replace(strict, usual)
    return data
