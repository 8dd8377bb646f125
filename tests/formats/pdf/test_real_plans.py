"""The PDFs of all plans say what their Word documents say, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.formats.pdf import write
from tests.support.built import SOURCES, Source, build
from tests.support.package_reading import Docx, W
from tests.support.pdf_reading import Element, Pdf
from tests.support.word_samples import reference


def in_word(data: bytes) -> Iterator[str]:
    """The texts of a .docx in their order, but for the list of contents, which has no pages there."""
    for paragraph in Docx(data).body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val") not in ("TOC1", "TOC2"):
            yield from (text.text or "" for text in paragraph.iter(f"{W}t"))


def in_pdf(element: Element) -> Iterator[str]:
    """The texts of a PDF in reading order, but for the marks of lists and the list of contents."""
    if element.kind in ("Lbl", "TOC"):
        return
    if any(inner.kind in ("Lbl", "TOC") for inner in element.below()):
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
