"""A reference document with something wrong in it: which of its parts it is, and what to do in Word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.base.border import xml, zips
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import later, say
from generator.formats.word import codes

SECTION = "word/document.xml (w:sectPr)"
NAMED = "word/_rels/document.xml.rels"
_XML = (".xml", ".rels")
_TYPES = "[Content_Types].xml"
_TEMPLATE = "template"
_REPAIR = later("open it in Word, let Word repair it, and save it as a .docx; or put back reference.docx")
_MEND = {
    "word/styles.xml": later(
        "in Word: `Home > Styles > Manage Styles`, give what is odd its values again, and save"),
    "word/numbering.xml": later(
        "in Word: give `List Bullet`, `List Number`, `Table Bullet` and `Table Number` a list each "
        "(`Modify > Format > Numbering`), and save"),
    "word/settings.xml": later(
        "in Word: `Header & Footer > Different Odd & Even Pages`, on and off, and save"),
    SECTION: later("in Word: `Layout > Size > A4`, and `Layout > Margins > Normal`, and save"),
    NAMED: _REPAIR,
}  # fmt: skip
_EDGE = later("in Word: open that header or footer, take out what is neither text nor a picture, and save")


def look_at_parts(path: Path, data: bytes) -> None:
    """Raise Rejected with every part that is no XML, or for a template; python-docx would name none."""
    try:
        parts = zips.parts(data)
    except zips.NoZip as error:
        message = say("the reference document cannot be read as a .docx: {error}", error=error)
        hint = say("open it in Word and save it as a Word document (.docx), under `Save As > More options`")
        raise Rejected([unreadable(path, message, hint)]) from error
    wrong = []
    for name, content in parts.items():
        if name.endswith(_XML):
            try:
                xml.check(content)
            except xml.NoXml as error:
                wrong.append(unreadable(path, _not_read(name, str(error))))
    if wrong:
        raise Rejected(wrong)
    if _is_template(parts.get(_TYPES, b"<none/>")):
        hint = say("make a reference.docx of it with `aftale look FILE`, or save it in Word as a .docx")
        message = say("the reference document is a template of Word's (.dotx)")
        raise Rejected([unreadable(path, message, hint)])


def _not_read(part: str, error: str) -> str:
    return say("in the reference document {part} cannot be read: {error}", part=part, error=error)


def _is_template(types: bytes) -> bool:
    return any(_TEMPLATE in one.attributes.get("ContentType", "").lower()
               and one.attributes.get("PartName") == "/word/document.xml" for one in xml.children(types))


@contextmanager
def reading(part: str, path: Path) -> Iterator[None]:
    """Turn whatever the reading of that part raises into the finding that names it."""
    try:
        yield
    except Rejected:
        raise
    except Exception as error:  # python-docx lets through whatever it stumbles over: a width that is a word
        message = _not_read(part, f"`{type(error).__name__}: {error}`")
        raise Rejected([unreadable(path, message, how_to_mend(part))]) from error


def how_to_mend(part: str) -> str:
    """The hint for a part of the reference document that cannot be used as it is."""
    return say(_MEND.get(part, _EDGE))


def unreadable(path: Path, message: str, hint: str = "") -> Finding:
    """The finding for a reference document that cannot be used; Word may repair it where no hint says how."""
    return Finding(codes.REFERENCE_UNREADABLE, message, hint or say(_REPAIR), Place(str(path)))
