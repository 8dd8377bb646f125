"""Paragraphs, headings and page breaks."""

from __future__ import annotations

from generator.document.model import Block, Origin, PageBreak, Paragraph, Run
from tests.support.package_reading import W, text, val
from tests.support.word_samples import cell, findings_of, h, items, p, row, table, written


def test_a_paragraph_without_a_style_is_body_text() -> None:
    assert val(written(p("x")).paragraphs[0], "pPr/pStyle") == "BodyText"


def test_a_heading_stays_with_what_follows_it() -> None:
    heading = written(h(1, "Formål"), p("x")).paragraphs[0]
    assert val(heading, "pPr/pStyle") == "Heading1"
    assert heading.find(f"{W}pPr/{W}keepNext") is not None


def test_a_heading_can_begin_a_page() -> None:
    first, second = written(h(1, "Formål"), h(1, "Organisering", new_page=True)).paragraphs
    assert first.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert second.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_sentence_that_leads_to_a_list_or_a_table_stays_with_it() -> None:
    for block in (items("x"), table(row("x", "y"))):
        doc = written(p("Parterne er:"), block, p("Bestyrelsen er:"), p("x"))
        kept = [text(one) for one in doc.paragraphs if one.find(f"{W}pPr/{W}keepNext") is not None]
        assert "Parterne er:" in kept and "Bestyrelsen er:" not in kept


def test_a_page_break_belongs_to_the_block_after_it_whatever_that_is() -> None:
    for block in (p("x"), items("x"), table(row("x", "y")), table(row("x", "y"), caption="")):
        doc = written(p("før"), PageBreak(), block, p("efter"))
        breaks = [text(paragraph) for paragraph in doc.paragraphs
                  if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None]
        assert len(breaks) == 1
        assert text(doc.paragraphs[1]) == breaks[0]


def test_a_page_break_at_the_end_adds_no_page() -> None:
    assert len(written(p("x"), PageBreak()).paragraphs) == 1


def test_all_unknown_styles_are_told_at_once_each_at_its_template_line() -> None:
    blocks = [Paragraph((Run("x"),), style, Origin("delaftale.html.j2", line))
              for line, style in enumerate(("Leed", "Body Text", "Lable", "Leed"), start=1)]
    findings = findings_of(*blocks)
    assert [str(finding.place) for finding in findings] == [
        "delaftale.html.j2:1:1", "delaftale.html.j2:3:1", "delaftale.html.j2:4:1"]
    assert [finding.hint.partition("?")[0] for finding in findings] == [
        "did you mean 'Lead'", "did you mean 'Label'", "did you mean 'Lead'"]
    assert "Body Text" in findings[0].hint


def test_a_heading_of_level_4_is_refused() -> None:
    [finding] = findings_of(h(4, "x"))
    assert finding.code == "W9"


def test_a_page_break_inside_a_cell_is_refused() -> None:
    [finding] = findings_of(table(row(cell(PageBreak(), "x"), "y")))
    assert finding.code == "W9"


def test_a_last_section_of_a_line_takes_the_paragraph_before_it_to_the_last_page() -> None:
    def kept(*blocks: Block) -> bool:
        return written(*blocks).paragraphs[0].find(f"{W}pPr/{W}keepNext") is not None

    assert kept(p("før"), h(1, "Til sidst"), p("En linje."))
    assert not kept(p("før"), h(1, "Til sidst"), p("ord " * 100))
    assert not kept(p("før"), h(1, "Til sidst", new_page=True), p("En linje."))
    assert not kept(p("før"), h(1, "Midt i"), p("En linje."), h(1, "Til sidst"), p("En linje."))
