"""Word files as a municipality has them: other fonts and colours, other paper, a logo in the header."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor, Twips

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MACROS = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
A4, LETTER = (11906, 16838), (12240, 15840)
Change = Callable[[Any], None]
LOOK = (("Normal", "Verdana", 9.5, "222222"), ("Title", "Georgia", 26.0, "9B1C31"),
        ("Heading 1", "Georgia", 16.0, "9B1C31"), ("Heading 2", "Georgia", 13.0, "9B1C31"))


def saved(document: Any) -> bytes:
    """The bytes of a document of python-docx's."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_template(data: bytes, kind: str = TEMPLATE) -> bytes:
    """The same file as a template, as its content type alone tells."""
    return with_part(data, "[Content_Types].xml", lambda xml: xml.replace(DOCUMENT.encode(), kind.encode()))


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its parts changed, or a new one of what comes of no bytes."""
    parts = parts_of(data)
    parts[name] = change(parts.get(name, b""))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def picture() -> io.BytesIO:
    """A logo: 60 by 20 dots of one colour, as PNG."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x9b\x1c\x31" * 60) * 20
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60, 20, 8, 2, 0, 0, 0))
                      + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def add_logo(paragraph: Any, told: str = "Bakkeby Kommunes logo") -> None:
    """Put a logo at the end of the paragraph, with that text alternative if any."""
    paragraph.add_run().add_picture(picture(), height=Cm(1))
    about = list(paragraph._p.iter(qn("wp:docPr")))[-1]
    about.set("name", "Logo")
    if told:
        about.set("descr", told)


def municipality(*changes: Change, paper: tuple[int, int] = A4) -> Any:
    """Bakkeby's template: Verdana and Georgia, wine red, its own margins, a header and a footer."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = map(Twips, paper)
    section.left_margin, section.right_margin, section.top_margin = Cm(3), Cm(2), Cm(3.5)
    for name, font, size, colour in LOOK:
        look = document.styles[name].font
        look.name, look.size, look.color.rgb = font, Pt(size), RGBColor.from_string(colour)
        fonts = look.element.rPr.rFonts
        for theme in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[theme]
    section.header.paragraphs[0].text = "Bakkeby Kommune"
    section.footer.paragraphs[0].text = "Rådhustorvet 1, 9999 Bakkeby"
    for change in changes:
        change(document)
    return document


def logo_in_first_line(document: Any) -> None:
    """The commonest header: the logo before the name."""
    add_logo(document.sections[0].header.paragraphs[0])


def logo_in_table(document: Any) -> None:
    """The next commonest: a table without lines, the logo to the right."""
    table = document.sections[0].header.add_table(1, 2, Cm(16))
    add_logo(table.rows[0].cells[1].paragraphs[0])


def first_page(document: Any) -> None:
    """A header of its own on the first page, with the logo."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    add_logo(section.first_page_header.paragraphs[0])


def even_pages(document: Any) -> None:
    """Headers of their own on even pages."""
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_header.paragraphs[0].text = "Bakkeby Kommune, lige side"


def tabbed_footer(document: Any) -> None:
    """A page number at the right margin of another paper."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.text = "Bakkeby Kommune\tSide "
    for stop in list(document.styles["footer"].element.iter(qn("w:tabs"))):
        stop.getparent().remove(stop)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(9072), WD_TAB_ALIGNMENT.RIGHT)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
