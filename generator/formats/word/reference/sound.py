"""A reference document with something wrong in it: which of its parts it is, and what to do in Word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.base.border import xml, zips
from generator.base.findings import Finding, Place, Rejected
from generator.formats.word import codes

SECTION = "the section of word/document.xml"
NAMED = "a part that word/document.xml names"
_XML = (".xml", ".rels")
_TYPES = "[Content_Types].xml"
_TEMPLATE = "template"
_SAVE = "open it in Word and save it as a Word document (.docx), under Save As > More options"
_REPAIR = "open it in Word, let Word repair it, and save it as a .docx; or put back reference.docx"
MEND = {
    "word/styles.xml": "in Word: Home > Styles > Manage Styles, give what is odd its values again, and save",
    "word/numbering.xml": "in Word: give List Bullet, List Number, Table Bullet and Table Number a list each "
                          "(Modify > Format > Numbering), and save",
    "word/settings.xml": "in Word: Header & Footer > Different Odd & Even Pages, on and off, and save",
    SECTION: "in Word: Layout > Size > A4, and Layout > Margins > Normal, and save",
    NAMED: _REPAIR,
}  # fmt: skip
_EDGE = "in Word: open that header or footer, take out what is neither text nor a picture, and save"


def look_at_parts(path: Path, data: bytes) -> None:
    """Raise Rejected with every part that is no XML, or for a template; python-docx would name none."""
    try:
        parts = zips.parts(data)
    except zips.NoZip as error:
        message = f"the reference document cannot be read as a .docx: {error}"
        raise Rejected([unreadable(path, message, _SAVE)]) from error
    wrong = []
    for name, content in parts.items():
        if name.endswith(_XML):
            try:
                xml.check(content)
            except xml.NoXml as error:
                wrong.append(f"{name} cannot be read: {error}")
    if wrong:
        raise Rejected([unreadable(path, f"in the reference document {what}") for what in wrong])
    if _is_template(parts.get(_TYPES, b"<none/>")):
        hint = "`aftale look FILE` makes a reference.docx of a template; or " + _SAVE
        raise Rejected([unreadable(path, "the reference document is a template of Word's (.dotx)", hint)])


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
        message = f"in the reference document {part} cannot be read: {type(error).__name__}: {error}"
        raise Rejected([unreadable(path, message, MEND.get(part, _EDGE))]) from error


def unreadable(path: Path, message: str, hint: str = _REPAIR) -> Finding:
    """The finding for a reference document that cannot be used."""
    return Finding(codes.REFERENCE_UNREADABLE, message, hint, Place(str(path)))
