"""One Document, one PDF: set by typst, its structure completed, its bytes sealed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from msgspec import Struct

from generator.base.border import pdfs
from generator.base.findings import Finding, Place, Rejected
from generator.base.language import say
from generator.document.model import Document
from generator.document.reading import texts_of, walk
from generator.document.signatures import signers
from generator.formats.pdf import codes, stamped
from generator.formats.pdf.blocks import body
from generator.formats.pdf.layout import Layout
from generator.formats.pdf.look.look import Look
from generator.formats.pdf.prelude import beginning
from generator.formats.pdf.source import as_typed
from generator.formats.pdf.state import Setting
from generator.formats.pdf.typefaces import Typefaces
from generator.formats.word.reference.reference import Reference

NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""Date of a document that has none, for which PDF/A asks: the same that its .docx has in its zip."""
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed|disallowed codepoint `"(.+?)"`')


class Written(Struct, frozen=True):
    """A PDF, the number of its pages, and the page of each heading and signature by its anchor."""

    data: bytes
    pages: int
    anchors: Mapping[str, int]


def _unheard(_: Finding) -> None:
    return


def write(document: Document, reference: Reference, epoch: int | None = None,
          hear: Callable[[Finding], object] = _unheard) -> Written:
    """The PDF of the document in the look of the reference; the same document gives the same bytes.

    It is PDF/UA-1 and PDF/A-2a. `epoch` (seconds since 1970) dates it, else the document's own date. The
    properties of the document stand in its information. `hear` hears of fonts that others stand for, and of
    pages that look odd. Raises Rejected with all that cannot be set.
    """
    setting = Setting(Look.of(reference, document), Typefaces.beside(reference.path))
    source = _source(document, setting)
    setting.raise_errors()
    for finding in setting.findings:
        hear(finding)
    compiled, spots = _compiled(source, setting, document, _moment(document, epoch))
    layout = Layout.read(spots, document.blocks)
    for hole in layout.holes(setting.look.page):
        hear(hole)
    pages = {block.anchor: layout.pages()[block.anchor] for block in signers(document.blocks)
             if block.anchor in layout.pages()}
    about = (*document.properties, *([(stamped.PAGES, stamped.pages_told(pages))] if pages else []))
    data, number = _completed(compiled, setting, about)
    return Written(stamped.sealed(data), number, layout.pages())


def _source(document: Document, setting: Setting) -> str:
    """The source; the looks that it uses are defined after they are known."""
    page, blocks = beginning(document, setting), list(body(document.blocks, setting))
    looks = "".join(f"#let {name} = {code}\n" for code, name in setting.names.items())
    functions, _, shown = page.rpartition("#set page")
    return f"{functions}{looks}#set page{shown}\n#{{\n" + "\n".join([*blocks, "spots"]) + "\n}\n"


def _compiled(source: str, setting: Setting, document: Document, moment: datetime) -> tuple[bytes, str]:
    """The PDF that typst makes, and what it says of the places of texts."""
    import typst

    data, fonts = source.encode(), setting.typefaces.fonts
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    try:
        made, warnings = compiler.compile_with_warnings(
            input=data, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=moment)
    except typst.TypstError as error:
        found = _NO_GLYPH.finditer(error.diagnostic)
        lacking = dict.fromkeys(as_typed(one[1] or one[2]) for one in found)
        if not lacking:
            raise
        raise Rejected([_no_glyph(text, document, setting) for text in lacking]) from error
    if warnings:
        raise AssertionError(f"typst warns: {[warning.message for warning in warnings]}")
    if not isinstance(made, bytes):
        raise AssertionError("typst made no PDF")
    spots = typst.query(data, "<spots>", field="value", one=True, font_paths=fonts, ignore_system_fonts=True)
    return made, spots


def _no_glyph(text: str, document: Document, setting: Setting) -> Finding:
    """The finding for text that no font has, at the first block that shows it."""
    origins = (block.origin for block in walk(document.blocks)
               if any(text in shown for shown in texts_of(block)))
    origin = next(filter(None, origins), None)
    reference = Place(str(setting.look.reference.path))
    return Finding(codes.NO_GLYPH, say("the text '{words}' is in none of the fonts of the PDF", words=text),
                   say("write it otherwise, or choose a font that has it for the style in Word, and put its "
                       ".ttf files in fonts/ beside the reference document"),
                   Place(origin.template, origin.line, 1) if origin else reference)


def _completed(data: bytes, setting: Setting, about: tuple[tuple[str, str], ...]) -> tuple[bytes, int]:
    import pikepdf

    from generator.formats.pdf import structure

    with pdfs.opened(data) as pdf:
        structure.complete(pdf, setting)
        for name, value in about:
            pdf.docinfo[f"/{name}"] = pikepdf.String(value)
        pages, made = len(pdf.pages), io.BytesIO()
        pdf.save(made, deterministic_id=True, fix_metadata_version=False,
                 object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue(), pages


def _moment(document: Document, epoch: int | None) -> datetime:
    """The date of the PDF, in UTC. Raises ValueError where the document's date is not an ISO date."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    day = document.date and date.fromisoformat(document.date)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else NO_DATE


