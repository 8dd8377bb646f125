"""The pages of a PDF: where each heading is, what stays together, and what is told of a page left empty."""

from __future__ import annotations

import pytest

from generator.base.findings import Finding
from generator.base.values import replace
from generator.document.model import Block, Heading, Origin, PageBreak, Run, Signature
from generator.formats.pdf import Written, write
from tests.support.pdf_reading import Pdf
from tests.support.word_samples import document, every_block, items, p, reference, row, table

LABELS = [p(f"Etiket {number}", "Label") for number in range(18)]
"""Paragraphs that each stay with the next."""


def made(*blocks: Block) -> tuple[Written, list[Finding]]:
    heard: list[Finding] = []
    written = write(document(*blocks), reference(), hear=heard.append)
    return written, [one for one in heard if one.code == "E4"]


def headed(anchor: str) -> Heading:
    return Heading(1, (Run(anchor),), anchor=anchor)


def test_each_heading_and_signature_has_the_page_that_it_is_on() -> None:
    written = write(every_block(), reference())
    assert written.pages == 4
    assert written.anchors == {"afsnit_underskrifter": 2, "underskrift_viborg_kommune": 2,
                               "underskrift_sct_joergen": 2, "afsnit_1": 3, "afsnit_budget": 3}


@pytest.mark.parametrize("lines", range(38, 46))
def test_a_heading_is_on_the_page_of_what_it_heads(lines: int) -> None:
    filler = [p("Linje.", "Table Text") for _ in range(lines)]
    for follower in (p("Tekst"), items("et", "to"), table(row("A", "B", header=True), row("1", "2")),
                     Signature("Viborg Kommune", "s")):
        (below, _) = made(*filler, headed("h"), replace(headed("x"), page_break_before=False), follower)
        assert below.anchors["h"] == below.anchors["x"] == _page_of_last(below)


def _page_of_last(written: Written) -> int:
    """The page of the last element that the structure has, counted from 1."""
    pdf = Pdf(written.data)
    pages = [page.obj.objgen for page in pdf.pdf.pages]
    first = next(element for element in [pdf.document.kids[-1], *pdf.document.kids[-1].below()]
                 if "/Pg" in element.raw)
    return pages.index(first.raw.Pg.objgen) + 1


def test_a_page_that_is_left_almost_empty_is_told_at_what_had_no_room_there() -> None:
    first = replace(LABELS[0], origin=Origin("delaftale.html.j2", 12))
    short = [p("Kort.") for _ in range(6)]
    _, (hole,) = made(*short, first, *LABELS[1:], table(*[row("a", "b") for _ in range(6)]))
    assert "page 1" in hole.message and str(hole.place) == "delaftale.html.j2:12:1"


def test_a_page_that_ends_because_the_document_says_so_is_no_hole() -> None:
    assert made(p("Kort."), PageBreak(), *LABELS, p("x"))[1] == []
    assert made(p("Kort."), replace(headed("h"), page_break_before=True), p("x"))[1] == []
    assert made(*[p("Linje.") for _ in range(60)])[1] == []


@pytest.mark.parametrize("lines", range(34, 46))
def test_a_last_section_of_a_line_takes_the_paragraph_before_it_to_the_last_page(lines: int) -> None:
    filler = [p("Linje.", "Table Text") for _ in range(lines)]
    written, _ = made(*filler, headed("h"), p("Før."), headed("til_sidst"), p("Til sidst."))
    assert written.anchors["h"] == written.anchors["til_sidst"]
