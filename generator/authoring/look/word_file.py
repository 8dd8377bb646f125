"""A Word file as it came: its parts and how they hang together, or why no look can be made of it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.base.border import xml, zips
from generator.base.findings import Rejected
from generator.base.language import later, say
from generator.formats.word.package.parts import RELATION_TYPES, PackagePart, Relation
from generator.formats.word.reference.sound import how_to_mend, unreadable

_OLE = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_WORD = ("wordprocessingml", "ms-word")
_STRICT = "http://purl.oclc.org/ooxml/"
_SAVE = later("open it in Word and save it as a Word template (.dotx) or document (.docx)")
_REPAIR = later("open it in Word and save it as a Word template (.dotx) or document (.docx); Word writes the "
                "part anew")


def _not_read(part: str, error: str) -> str:
    return say("{part} cannot be read: {error}", part=part, error=error)


class WordFile:
    """The parts of a Word file by name. Raises Rejected, with what to do in Word, for what is none."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._parts = self._unpacked(data)
        self._types = self._read_types()
        self.main = self._main()
        if not any(word in self.content_type(self.main) for word in _WORD):
            message = say("{part} is no text of Word's", part=self.main)
            raise self.refusal(message, say("see if it is the right file"))
        self.document = self.tree(self.main)
        if self.document.tag.startswith(f"{{{_STRICT}"):
            raise self.refusal(
                say("it is saved as Strict Open XML"),
                say("in Word: `Save As > Word Document (.docx)`, and not `Strict Open XML Document`"))

    @property
    def names(self) -> list[str]:
        """The names of its parts, as `word/styles.xml`."""
        return list(self._parts)

    def refusal(self, message: str, hint: str = "") -> Rejected:
        """The exception for something that is wrong with the file; Word repairs it where no hint says how."""
        return Rejected([unreadable(self.path, f"{self.path.name}: {message}", hint or say(_REPAIR))])

    @contextmanager
    def reading(self, part: str) -> Iterator[None]:
        """Turn whatever the reading of that part raises into the refusal that names it."""
        try:
            yield
        except Rejected:
            raise
        except Exception as error:  # a width that is a word, a colour that is none
            message = _not_read(part, f"`{type(error).__name__}: {error}`")
            raise self.refusal(message, how_to_mend(part)) from error

    def data(self, name: str) -> bytes:
        """The bytes of a part. Raises Rejected where it is not there."""
        if name not in self._parts:
            raise self.refusal(say("{part} is named and is not there", part=name))
        return self._parts[name]

    def tree(self, name: str) -> Any:
        """A part as lxml has it. Raises Rejected where it is no XML."""
        try:
            return xml.lxml_tree(self.data(name))
        except xml.NoXml as error:
            raise self.refusal(_not_read(name, str(error))) from error

    def content_type(self, name: str) -> str:
        """The content type of a part, its own or that of its ending."""
        ending = name.rpartition(".")[2].lower()
        return self._types.get(f"/{name}") or self._types.get(ending, "")

    def relations(self, name: str) -> list[Relation]:
        """The relations of a part, in their order; targets from the root, with a slash."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        return [self._relation(one.attributes, folder) for one in self._children(rels)]

    def related(self, kind: str) -> str:
        """The name of the part that the document has for that (`styles`), or nothing."""
        wanted = f"{RELATION_TYPES}/{kind}"
        found = (one.target[1:] for one in self.relations(self.main) if one.kind == wanted)
        return next((name for name in found if name in self._parts), "")

    def part(self, name: str) -> PackagePart:
        """The part as it is written again."""
        return PackagePart(f"/{name}", self.content_type(name), self.data(name), tuple(self.relations(name)))

    def _unpacked(self, data: bytes) -> dict[str, bytes]:
        if data.startswith(_OLE):
            raise self.refusal(
                say("it is an old Word file (.doc, .dot), or it has a password"),
                say("open it in Word and save it as a Word template (.dotx) or document (.docx), without a "
                    "password"))
        try:
            parts = zips.parts(data)
        except zips.NoZip as error:
            raise self.refusal(say("it is no Word file: {error}", error=error), say(_SAVE)) from error
        if _TYPES not in parts:
            if "mimetype" in parts:
                raise self.refusal(say("it is an OpenDocument file"), say(_SAVE))
            raise self.refusal(say("it is no Word file: it has no {part}", part=_TYPES), say(_SAVE))
        return parts

    def _read_types(self) -> dict[str, str]:
        found = {}
        for one in self._children(_TYPES):
            name = one.attributes.get("PartName") or one.attributes.get("Extension", "").lower()
            found[name] = one.attributes.get("ContentType", "")
        return found

    def _main(self) -> str:
        found = (one.target[1:] for one in self.relations("") if one.kind.endswith("/officeDocument"))
        name = next(found, "")
        if not name:
            raise self.refusal(say("_rels/.rels names no document"), say(_SAVE))
        return name

    def _children(self, name: str) -> list[xml.Flat]:
        try:
            return xml.children(self._parts[name]) if name in self._parts else []
        except xml.NoXml as error:
            raise self.refusal(_not_read(name, str(error))) from error

    def _relation(self, attributes: Any, folder: str) -> Relation:
        ident, kind, target = (attributes.get(key, "") for key in ("Id", "Type", "Target"))
        if attributes.get("TargetMode") == "External":
            return Relation(ident, kind, target, external=True)
        return Relation(ident, kind, posixpath.normpath(posixpath.join("/", folder, target)))
