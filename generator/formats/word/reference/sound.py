"""A reference document with something wrong in it: which of its parts it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.base.border import xml, zips
from generator.base.findings import Finding, Place, Rejected
from generator.formats.word import codes

_XML = (".xml", ".rels")


def look_at_parts(path: Path, data: bytes) -> None:
    """Raise Rejected with every part that is no XML; python-docx would name none."""
    try:
        parts = zips.parts(data)
    except zips.NoZip as error:
        message = f"the reference document cannot be read as a .docx: {error}"
        raise Rejected([unreadable(path, message)]) from error
    wrong = []
    for name, content in parts.items():
        if name.endswith(_XML):
            try:
                xml.check(content)
            except xml.NoXml as error:
                wrong.append(f"{name} cannot be read: {error}")
    if wrong:
        raise Rejected([unreadable(path, f"in the reference document {what}") for what in wrong])


@contextmanager
def reading(part: str, path: Path) -> Iterator[None]:
    """Turn whatever the reading of that part raises into the finding that names it."""
    try:
        yield
    except Rejected:
        raise
    except Exception as error:  # python-docx lets through whatever it stumbles over: a width that is a word
        message = f"in the reference document {part} cannot be read: {type(error).__name__}: {error}"
        raise Rejected([unreadable(path, message)]) from error


def unreadable(path: Path, message: str) -> Finding:
    """The finding for a reference document that cannot be used."""
    return Finding(codes.REFERENCE_UNREADABLE, message,
                   "put back reference.docx, or save your own from Word as a Word document (.docx)",
                   Place(str(path)))
