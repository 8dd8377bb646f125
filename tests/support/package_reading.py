"""Reading a .docx in a test: its parts as XML, and the names that XML needs."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CORE = {"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"


class Docx:
    """A .docx opened once; `doc.body`, `doc.part(name)`, `doc.paragraphs`."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.bytes = {name: archive.read(name) for name in self.names}

    def part(self, name: str) -> Any:
        return etree.fromstring(self.bytes[name])

    @cached_property
    def document(self) -> Any:
        return self.part("word/document.xml")

    @cached_property
    def body(self) -> Any:
        return self.document.find(f"{W}body")

    @cached_property
    def styles(self) -> Any:
        return self.part("word/styles.xml")

    @property
    def paragraphs(self) -> list[Any]:
        return list(self.body.iter(f"{W}p"))

    def margins(self) -> Iterator[Any]:
        """The roots of the headers and the footers."""
        for name in self.names:
            if name.startswith(("word/header", "word/footer")):
                yield self.part(name)

    def style_name(self, ident: str) -> str:
        style = self.styles.find(f"{W}style[@{W}styleId='{ident}']")
        return str(style.find(f"{W}name").get(f"{W}val"))

    def overrides(self) -> dict[str, str]:
        types = self.part("[Content_Types].xml")
        return {part.get("PartName"): part.get("ContentType")
                for part in types.findall(f"{_PACKAGE}content-types}}Override")}

    def relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """Id → type, target from the root of the package (or an address), whether it is outside."""
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels" if name else "_rels/.rels"
        if rels not in self.bytes:
            return {}
        found = {}
        for relation in self.part(rels):
            outside = relation.get("TargetMode") == "External"
            target = relation.get("Target")
            where = target if outside else posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            found[relation.get("Id")] = (relation.get("Type"), where, outside)
        return found


def tags(element: Any, *names: str) -> list[Any]:
    """All elements of Word's with these names in the element, in their order."""
    return list(element.iter(*[W + name for name in names]))


def val(element: Any, path: str) -> str | None:
    """The w:val of the element at the path ('pPr/pStyle'), or None."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def text(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))
