"""The PDFs of all plans say what their Word documents say, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.formats.pdf import write
from tests.support.built import SOURCES, Source, build
from tests.support.package_reading import Docx, W
from tests.support.pdf_reading import Element, Pdf
from tests.support.word_samples import reference

DRAWING = f"{W}drawing"


def in_word(data: bytes) -> Iterator[str]:
    """The texts of a .docx in their order, but for the list of contents, which has no pages there."""
    for paragraph in Docx(data).body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if not _is_drawn(paragraph) and (style is None or style.get(f"{W}val") not in ("TOC1", "TOC2")):
            yield from (text.text or "" for text in paragraph.iter(f"{W}t") if not _is_drawn(text))
            yield from map(_in_drawing, paragraph.iter(DRAWING))


def _is_drawn(element: Any) -> bool:
    return next(element.iterancestors(DRAWING), None) is not None


def _in_drawing(drawing: Any) -> str:
    """What is said of the drawing and, where it has boxes, the text of each and what is said of each line."""
    said = str(drawing.find(".//{*}docPr").get("descr"))
    if drawing.find(f".//{W}txbxContent") is None:
        return said
    shapes = (", ".join("".join(text.text or "" for text in paragraph.iter(f"{W}t"))
                        for paragraph in shape.iter(f"{W}p")) or shape.find("{*}cNvPr").get("descr")
              for shape in drawing.iterfind(".//{*}wsp"))  # fmt: skip
    return f"{said}: {'; '.join(shapes)}"


def in_pdf(element: Element) -> Iterator[str]:
    """The texts of a PDF in reading order, but for the marks of lists and the list of contents.

    A figure says what it says to those who cannot see it.
    """
    if element.kind in ("Lbl", "TOC"):
        return
    if element.kind == "Figure":
        yield str(element.raw.Alt)
    elif any(inner.kind in ("Lbl", "TOC", "Figure") for inner in element.below()):
        for kid in element.kids:
            yield from in_pdf(kid)
    else:
        yield element.text


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_word_and_pdf_say_the_same_in_the_same_order(source: Source) -> None:
    built = build(source)
    pdf = Pdf(write(built.document, reference()).data)
    assert "".join("".join(in_pdf(pdf.document)).split()) == "".join("".join(in_word(built.data)).split())


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_table_has_headers_and_every_heading_is_a_bookmark(source: Source) -> None:
    pdf = Pdf(write(build(source).document, reference()).data)
    assert all(table.all("TH") for table in pdf.document.all("Table"))
    headings = [element.text for element in pdf.document.below() if element.kind in ("H1", "H2", "H3")]
    assert ["".join(text.split()) for text in pdf.bookmarks] == ["".join(text.split()) for text in headings]
