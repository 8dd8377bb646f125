"""Bars: drawings of Word's own, with words for each of their shapes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.compare.documents import redline
from generator.document.model import Bar, Part
from generator.formats.word import write
from tests.support.package_reading import Docx
from tests.support.word_samples import cell, document, p, reference, row, table, written

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def bar(*shares: str) -> Bar:
    return Bar(tuple(Part(f"del {share} %", Decimal(share)) for share in shares), "Pengene, delt efter kilde")


SHARES = bar("50", "30", "20")


def widths(docx: Docx) -> list[int]:
    return [int(one.find(f"{WPS}spPr/{A}xfrm/{A}ext").get("cx")) for one in docx.body.iter(f"{WPS}wsp")]


def test_the_whole_and_every_part_have_words_for_those_who_cannot_see_it() -> None:
    docx = written(SHARES)
    assert [one.get("descr") for one in docx.body.iter(f"{WP}docPr")] == ["Pengene, delt efter kilde"]
    assert [one.get("descr") for one in docx.body.iter(f"{WPS}cNvPr")] == ["del 50 %", "del 30 %", "del 20 %"]


def test_parts_are_as_wide_as_their_shares_with_white_between_them() -> None:
    first, second, third = widths(written(SHARES))
    gap = 2 * 12700
    assert (first + gap) / (third + gap) == pytest.approx(2.5, rel=0.001)
    assert (second + gap) / (third + gap) == pytest.approx(1.5, rel=0.001)


def test_neighbours_are_told_apart_by_more_than_a_line() -> None:
    fills = [one.find(f"{WPS}spPr/{A}solidFill/{A}schemeClr/{A}lumMod").get("val")
             for one in written(bar("25", "25", "25", "25")).body.iter(f"{WPS}wsp")]
    assert len(set(fills)) == 4


def test_a_share_that_is_nearly_nothing_can_still_be_seen() -> None:
    assert min(widths(written(bar("0.1", "99.9")))) >= 12700


def test_a_bar_is_as_wide_as_the_text_and_in_a_cell_no_wider_than_its_column() -> None:
    made = written(table(row(cell("a"), cell("b", SHARES)), columns=(1, 1)), p("x"), SHARES)
    inside, alone = (int(one.get("cx")) for one in made.body.iter(f"{WP}extent"))
    assert alone == reference().page.width * 635
    assert inside < alone / 2


def test_every_drawing_and_shape_has_an_id_of_its_own_in_a_redline_too() -> None:
    old, new = document(p("a"), SHARES, p("b"), SHARES), document(p("a"), bar("60", "40"), p("b"), SHARES)
    body = Docx(write(redline(old, new), reference())).body
    ids = [one.get("id") for kind in (f"{WP}docPr", f"{WPS}cNvPr") for one in body.iter(kind)]
    assert len(ids) == 4 + 3 + 4 and len(set(ids)) == len(ids)


def test_a_bar_that_changed_goes_and_comes_whole() -> None:
    old, new = document(p("a"), bar("60", "40")), document(p("a"), bar("40", "60"))
    marks = [block.mark and block.mark.kind for block in redline(old, new).blocks]
    assert marks == [None, "deleted", "inserted"]


def test_a_bar_may_fill_a_part_of_the_room_and_a_part_of_nothing_keeps_its_shade() -> None:
    half = Bar(SHARES.parts, SHARES.description, Decimal(50))
    whole, part = (int(one.get("cx")) for one in written(SHARES, half).body.iter(f"{WP}extent"))
    assert part == pytest.approx(whole / 2, abs=2)
    shapes = list(written(bar("60", "0", "40")).body.iter(f"{WPS}wsp"))
    fills = [one.find(f"{WPS}spPr/{A}solidFill/{A}schemeClr/{A}lumMod").get("val") for one in shapes]
    usual = [one.find(f"{WPS}spPr/{A}solidFill/{A}schemeClr/{A}lumMod").get("val")
             for one in written(bar("60", "20", "20")).body.iter(f"{WPS}wsp")]
    assert fills == [usual[0], usual[2]]
