"""A PDF says to a screen reader what its pages show: headings, lists, tables and their headers, drawings."""

from __future__ import annotations

import pytest

from generator.document.model import Document, Heading, Mark, Paragraph, Run
from generator.document.reading import text_of
from generator.formats.pdf import write
from tests.support.pdf_reading import Pdf
from tests.support.word_samples import document, every_block, h, items, p, reference, row, table


def made(of: Document) -> Pdf:
    return Pdf(write(of, reference()).data)


@pytest.fixture(scope="module")
def every() -> Pdf:
    return made(every_block())


def test_it_says_that_it_is_made_for_the_archive_and_for_everybody(every: Pdf) -> None:
    metadata = every.pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert every.pdf.Root.MarkInfo.Marked


def test_title_language_subject_and_author_stand_in_it() -> None:
    found = made(document(p("x"), subject="Helhedsplanen", author="Sekretariatet"))
    info = found.pdf.docinfo
    assert (str(info.Title), str(info.Subject), str(info.Author)) == (
        "En aftale", "Helhedsplanen", "Sekretariatet")
    assert str(found.pdf.Root.Lang) == "da-DK"
    assert found.pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_title_of_a_draft_says_so_and_each_page_does(every: Pdf) -> None:
    assert str(every.pdf.docinfo.Title) == "Udkast: En aftale"
    assert all(text.startswith("UDKAST") for text in every.artifacts)
    assert not any("UDKAST" in text for text in made(document(p("x"))).artifacts)


def test_headings_are_headings_and_bookmarks(every: Pdf) -> None:
    found = [(element.kind, element.text) for element in every.document.kids if element.kind.startswith("H")]
    assert found == [("H1", "Underskrifter"), ("H1", "1. Formål"), ("H2", "Budget"), ("H3", "Vurdering")]
    assert every.bookmarks == [text for _, text in found]


def test_no_heading_is_more_than_one_level_below_the_one_before_it() -> None:
    found = made(document(h(2, "To"), h(3, "Tre"), h(1, "En"), h(3, "Tre igen")))
    assert [element.kind for element in found.document.kids] == ["H1", "H2", "H1", "H2"]


def test_header_and_footer_are_no_part_of_the_text(every: Pdf) -> None:
    first, *_ = every.artifacts
    assert "Helhedsplanen i Viborg" in first and "Side 1 af 4" in first
    assert "Helhedsplanen i ViborgDelaftale" not in every.document.text


def test_the_list_of_contents_leads_to_the_headings_and_says_their_pages(every: Pdf) -> None:
    (contents,) = every.document.all("TOC")
    assert [entry.kind for entry in contents.kids] == ["TOCI"] * 3
    assert [entry.text for entry in contents.kids] == ["Underskrifter2", "1Formål3", "Budget3"]
    assert [kid.kind for entry in contents.kids for kid in entry.below()] == ["Reference", "Link"] * 3


def test_header_cells_say_if_they_head_a_column_or_a_row(every: Pdf) -> None:
    spans = next(found for found in every.document.all("Table") if "Målinger" in found.text)
    heads = {cell.text: cell.attribute("Scope") for cell in spans.all("TH")}
    assert heads == {"Delmål": "/Column", "Baseline": "/Column", "2023": "/Column", "2024": "/Column",
                     "At færre flytter": "/Row"}
    assert not any(cell.attribute("Headers") for cell in spans.all("TD"))


def test_a_table_has_its_caption_and_its_description(every: Pdf) -> None:
    budget = next(found for found in every.document.all("Table") if "Landsbyggefonden" in found.text)
    assert (budget.kids[0].kind, budget.kids[0].text) == ("Caption", "Tabel")
    assert budget.attribute("Summary") == "Finansiering efter kilde"


def test_rows_that_repeat_on_the_next_page_are_read_once() -> None:
    rows = [row(f"Område {number}", "1") for number in range(80)]
    found = made(document(table(row("Område", "Tal", header=True), *rows)))
    assert len(found.pdf.pages) > 1
    assert found.document.text.count("Tal") == 1
    assert all("Tal" in text for text in found.artifacts[1:])


def test_lists_say_how_they_are_numbered(every: Pdf) -> None:
    kinds = [found.attribute("ListNumbering") for found in every.document.all("L")]
    assert kinds == ["/Disc", "/Decimal", "/LowerAlpha", "/Disc", "/Decimal"]


def test_a_drawing_has_words_for_those_who_cannot_see_it(every: Pdf) -> None:
    said = [str(figure.raw.Alt) for figure in every.document.all("Figure")]
    diagram = said.pop()
    assert said == ["Finansieringen, delt efter kilde", "Beløbet, delt i to."]
    assert diagram.startswith("Hvem der refererer til hvem: Bestyrelsen; Følgegruppen, møder & mad; ")
    assert "; Følgegruppen refererer til Bestyrelsen; " in diagram


def test_the_text_is_that_of_the_document_in_its_order() -> None:
    whole = Document("T", every_block().blocks[4:-1], properties=every_block().properties)
    shown = "".join(made(whole).document.text.split())
    expected = iter("".join(text_of(whole).split()))
    wanted = next(expected)
    for character in shown:
        if character == wanted:
            wanted = next(expected, "")
    assert wanted == ""


def test_what_a_revision_did_is_said_before_the_words() -> None:
    marked = Paragraph((Run("Det "), Run("gamle ", mark=Mark("deleted")), Run("nye", mark=Mark("inserted")),
                        Run(" mål, "), Run("lbf.dk", link="https://lbf.dk", mark=Mark("inserted"))))
    moved = Paragraph((Run("Flyttet."),), mark=Mark("moved-to", "a"))
    found = made(document(marked, moved, Heading(1, (Run("Væk"),), True, mark=Mark("deleted")), items("x")))
    said = [str(span.raw.Alt) for span in found.document.all("Span") if "/Alt" in span.raw]
    assert said == ["Slettet: gamle ", "Indsat: nye", "Indsat: lbf.dk", "Flyttet hertil: Flyttet.",
                    "Slettet: Væk"]
    assert "Det gamle nye mål, lbf.dk" in found.document.text
