"""Tables: widths, heads, spans, rows that stay whole, room around them."""

from __future__ import annotations

from typing import Any

from generator.document.model import Heading, Run
from tests.support.package_reading import Docx, W, text, val
from tests.support.word_samples import cell, findings_of, p, reference, row, table, written

HEAD = row("Organisation", "Beløb", header=True)


def rows_of(doc: Docx) -> list[Any]:
    return list(doc.body.iterfind(f"{W}tbl/{W}tr"))


def has(element: Any, path: str) -> bool:
    return element.find("/".join(W + step for step in path.split("/"))) is not None


def test_a_table_is_as_wide_as_the_text_and_keeps_its_widths() -> None:
    properties = written(table(HEAD, row("a", "b"), columns=(3, 1))).body.find(f"{W}tbl/{W}tblPr")
    assert properties.find(f"{W}tblW").get(f"{W}w") == str(reference().page.width)
    assert properties.find(f"{W}tblLayout").get(f"{W}type") == "fixed"


def test_header_rows_repeat_and_stay_with_the_first_row_under_them() -> None:
    rows = rows_of(written(table(HEAD, row("Navn", "t.kr.", header=True), *[row("a", "b" * 200)] * 20)))
    assert [has(found, "trPr/tblHeader") for found in rows[:3]] == [True, True, False]
    assert [has(found, "tc/p/pPr/keepNext") for found in rows[:3]] == [True, True, False]


def test_a_header_row_below_another_row_is_refused() -> None:
    [finding] = findings_of(table(row("a", "b"), HEAD))
    assert finding.code == "W6"


def test_a_short_table_does_not_break_over_two_pages() -> None:
    rows = rows_of(written(table(HEAD, row("a", "b"), row("c", "d"))))
    assert [has(found, "tc/p/pPr/keepNext") for found in rows] == [True, True, False]


def test_a_row_stays_whole_unless_it_is_taller_than_a_quarter_of_a_page() -> None:
    short, tall = rows_of(written(table(row("a", "ord " * 40), row("a", "ord " * 900))))
    assert has(short, "trPr/cantSplit")
    assert not has(tall, "trPr/cantSplit")


def test_a_cell_with_many_short_lines_may_split_too() -> None:
    [found] = rows_of(written(table(row("a", cell(*["linje"] * 60)))))
    assert not has(found, "trPr/cantSplit")


def test_a_cell_over_two_columns_and_one_over_two_rows_fill_the_grid() -> None:
    doc = written(table(row(cell("a", rowspan=2), cell("b", colspan=2)), row("c", "d"), columns=(1, 1, 1)))
    first, second = rows_of(doc)
    assert val(first.findall(f"{W}tc")[1], "tcPr/gridSpan") == "2"
    assert val(first.find(f"{W}tc"), "tcPr/vMerge") == "restart"
    assert len(second.findall(f"{W}tc")) == 3
    below = second.find(f"{W}tc/{W}tcPr/{W}vMerge")
    assert below is not None and below.get(f"{W}val") is None


def test_a_cell_over_two_rows_and_two_columns_is_continued_as_wide() -> None:
    doc = written(table(row(cell("a", rowspan=3, colspan=2), "b"), row("c"), row("d"), columns=(1, 1, 1)))
    for found in rows_of(doc):
        assert val(found.find(f"{W}tc"), "tcPr/gridSpan") == "2"
        assert len(found.findall(f"{W}tc")) == 2


def test_a_row_that_does_not_fill_the_columns_is_refused() -> None:
    for wrong in (row("a"), row("a", "b", "c"), row("a", cell("b", colspan=2))):
        [finding] = findings_of(table(row("a", "b"), wrong))
        assert finding.code == "W6"
        assert "columns of 2" in finding.message


def test_a_cell_that_reaches_below_the_table_is_refused() -> None:
    [finding] = findings_of(table(row(cell("a", rowspan=3), "b"), row("c")))
    assert finding.code == "W6"


def test_a_table_without_rows_is_refused() -> None:
    [finding] = findings_of(table())
    assert finding.code == "W6"


def test_a_table_in_a_cell_is_refused() -> None:
    [finding] = findings_of(table(row(cell(table(row("a", "b"))), "c")))
    assert finding.code == "W9"


def test_the_caption_stands_above_and_stays_with_its_table() -> None:
    doc = written(table(HEAD, row("a", "b"), caption="Finansiering", description="Kilder & beløb"))
    caption = doc.paragraphs[0]
    assert (val(caption, "pPr/pStyle"), text(caption)) == ("Caption", "Finansiering")
    assert has(caption, "pPr/keepNext")
    assert val(doc.body.find(f"{W}tbl"), "tblPr/tblCaption") == "Finansiering"
    assert val(doc.body.find(f"{W}tbl"), "tblPr/tblDescription") == "Kilder & beløb"


def test_two_tables_with_nothing_between_are_refused_unless_a_caption_parts_them() -> None:
    [finding] = findings_of(table(row("a", "b")), table(row("c", "d"), caption=""))
    assert finding.code == "W7"
    assert len(list(written(table(row("a", "b")), table(row("c", "d"))).body.iter(f"{W}tbl"))) == 2


def test_text_after_a_table_stands_off_it_and_no_other_text_does() -> None:
    doc = written(table(row("a", "b")), p("efter"), p("og mere"))
    after, more = doc.paragraphs[-2:]
    assert int(after.find(f"{W}pPr/{W}spacing").get(f"{W}before")) > 0
    assert not has(more, "pPr/spacing")


def test_a_style_with_room_of_its_own_keeps_it_after_a_table() -> None:
    after = written(table(row("a", "b")), Heading(1, (Run("Næste"),))).paragraphs[-1]
    assert not has(after, "pPr/spacing")


def test_the_first_text_of_a_cell_stands_level_with_its_neighbours() -> None:
    doc = written(table(row(cell(p("Sct. Jørgen", "Table Subhead"), p("BoligViborg", "Table Subhead")), "b")))
    first, second = doc.body.find(f".//{W}tc").findall(f"{W}p")
    assert first.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"
    assert not has(second, "pPr/spacing")


def test_cells_have_the_styles_of_cells() -> None:
    doc = written(table(HEAD, row(cell("a", header=True), "b")))
    found = [val(paragraph, "pPr/pStyle") for paragraph in doc.body.iterfind(f".//{W}tc/{W}p")]
    assert found == ["TableHead", "TableHead", "TableHead", "TableText"]


def test_an_empty_cell_holds_a_paragraph() -> None:
    doc = written(table(row(cell(), "b")))
    assert doc.body.find(f".//{W}tc/{W}p") is not None


def test_an_unknown_table_style_is_refused_with_a_suggestion() -> None:
    [finding] = findings_of(table(row("a", "b"), style="Aftaletable"))
    assert (finding.code, "did you mean 'Aftale Table'?" in finding.hint) == ("W3", True)
