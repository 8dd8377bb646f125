"""The blocks that parties sign, by hand or electronically, alone or two side by side."""

from __future__ import annotations

from typing import Any

import pytest

from generator.base.values import replace
from generator.document.model import Block, Signature
from generator.formats.word import write
from tests.support.package_reading import W, text, val
from tests.support.word_assertions import assert_valid
from tests.support.word_samples import document, findings_of, h, p, reference, row, table, written

BLANK = Signature("Viborg Kommune", "underskrift_viborg_kommune", organisation="Viborg Kommune",
                  cvr="12345678")
KNOWN = Signature("Boligselskabet", "b", "Ane Ø. Eksempel", "Direktør & chef")
DIGITAL = replace(BLANK, name="Ane Eksempel", title="borgmester", digital=True)


def parties(number: int, digital: bool = False) -> tuple[Signature, ...]:
    return tuple(Signature(f"Part {n}", f"part_{n}", organisation=f"Part {n}", digital=digital)
                 for n in range(1, number + 1))


def rows(found: Any) -> list[list[str]]:
    return [[text(cell) for cell in one.iter(f"{W}tc")] for one in found.iter(f"{W}tr")]


def tables(*blocks: Block) -> list[Any]:
    return list(written(*blocks).body.iter(f"{W}tbl"))


def lines(found: Any) -> list[bool]:
    """For each cell of the last row whether there is a line to write on."""
    return [cell.find(f"{W}tcPr/{W}tcBorders/{W}bottom") is not None
            for cell in list(found.iter(f"{W}tr"))[-1].iter(f"{W}tc")]


def kept(found: Any) -> list[bool]:
    """For each row whether it stays on the page of the next."""
    return [all(one.find(f"{W}pPr/{W}keepNext") is not None for one in line.iter(f"{W}p"))
            for line in found.iter(f"{W}tr")]


def test_a_block_is_its_label_and_below_it_a_table_with_heads_and_a_row_to_write_in() -> None:
    doc = written(BLANK)
    assert text(doc.paragraphs[0]) == "Viborg Kommune"
    [found] = doc.body.iter(f"{W}tbl")
    assert rows(found) == [["Dato", "Underskrift", "Navn", "Titel"], [""] * 4]
    assert lines(found) == [True] * 4
    head, room = found.iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert int(val(room, "trPr/trHeight") or 0) >= 800


def test_a_known_name_and_title_stand_on_the_line() -> None:
    [found] = tables(KNOWN)
    assert rows(found)[1] == ["", "", "Ane Ø. Eksempel", "Direktør & chef"]


def test_who_signs_electronically_has_no_line_and_all_that_is_known_of_the_signer() -> None:
    [found] = tables(DIGITAL)
    assert rows(found) == [["Navn", "Titel", "Organisation", "CVR-nr.", "Reference"],
                           ["Ane Eksempel", "borgmester", "Viborg Kommune", "12345678", "S-9D53045B"]]
    assert not any(lines(found))


def test_what_is_not_known_of_who_signs_electronically_has_no_field() -> None:
    [found] = tables(replace(DIGITAL, name="", cvr=""))
    assert rows(found)[0] == ["Titel", "Organisation", "Reference"]


@pytest.mark.parametrize("digital", [False, True])
@pytest.mark.parametrize("number", range(1, 13))
def test_any_number_of_parties_makes_a_valid_document_in_which_none_stands_alone_on_a_page(
        number: int, digital: bool) -> None:
    blocks: tuple[Block, ...] = (h(1, "Underskrifter", new_page=True), *parties(number, digital), p("Efter."))
    written_as = written(*blocks)
    found = list(written_as.body.iter(f"{W}tbl"))
    assert len(found) == (number if number <= 4 else (number + 1) // 2)
    stays = [all(kept(one)) for one in found]
    assert stays == [number <= 4 or place == len(found) - 2 for place in range(len(found) - 1)] + [False]
    assert all(all(kept(one)[:-1]) for one in found)
    assert all(one.find(f"{W}trPr/{W}cantSplit") is not None for one in written_as.body.iter(f"{W}tr"))
    assert [mark.get(f"{W}name") for mark in written_as.body.iter(f"{W}bookmarkStart")] == [
        f"part_{n}" for n in range(1, number + 1)]


def test_more_than_four_stand_two_by_two_with_a_head_for_each_party_and_each_field() -> None:
    blocks = (*parties(4), replace(KNOWN, label="Part 5"))
    first, *_, last = tables(*blocks)
    assert rows(first) == [["Part", "Part 1", "Part 2"], ["Dato", "", ""], ["Underskrift", "", ""],
                           ["Navn", "", ""], ["Titel", "", ""]]
    assert rows(last) == [["Part", "Part 5"], ["Dato", ""], ["Underskrift", ""],
                          ["Navn", "Ane Ø. Eksempel"], ["Titel", "Direktør & chef"]]
    assert val(first, "tblPr/tblDescription") == "Felter til underskrift for Part 1 og Part 2"
    assert first.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstColumn") == "1"
    assert [text(above) for above in written(*blocks).body.findall(f"{W}p")[:3]] == [
        "Underskrift 1 og 2", "Underskrift 3 og 4", "Underskrift 5"]


def test_beside_one_who_signs_by_hand_what_does_not_concern_the_other_is_a_dash() -> None:
    first, *_ = tables(parties(1)[0], DIGITAL, *[replace(one, anchor=f"x{one.anchor}") for one in parties(3)])
    assert rows(first)[1:3] == [["Dato", "", "–"], ["Underskrift", "", "–"]]
    assert rows(first)[-1] == ["Reference", "–", "S-9D53045B"]


@pytest.mark.parametrize("count", [1, 5])
@pytest.mark.parametrize("digital", [False, True])
def test_a_long_word_in_a_name_a_title_or_an_organisation_does_not_break(count: int, digital: bool) -> None:
    long = "Boligsekretariatsmedarbejderkonference"
    named = [replace(one, name=long, title=f"{long}leder") for one in parties(count, digital)]
    measure = reference().text.font_of(reference().text.cell, bold=False, italic=False, character=None)
    for found in tables(*named):
        widths = [int(column.get(f"{W}w")) for column in found.iter(f"{W}gridCol")]
        for line in list(found.iter(f"{W}tr"))[1:]:
            for cell, width in zip(line.iter(f"{W}tc"), widths, strict=True):
                beside = 216 if count > 4 else 108
                assert measure.width(text(cell)) + beside <= width or " " in text(cell)
    assert sum(widths) <= reference().page.width


def test_signatures_that_do_not_follow_each_other_are_arranged_each_by_itself() -> None:
    four, more = parties(4), [replace(one, anchor=f"x{one.anchor}") for one in parties(2)]
    assert len(tables(*four, p("Mellem."), *more)) == 6


def test_a_block_as_wide_as_the_text_is_a_valid_and_accessible_table() -> None:
    blocks: tuple[Block, ...] = (h(1, "Underskrifter"), *parties(5), DIGITAL, p("Efter."))
    assert_valid(write(document(*blocks), reference()))


def test_a_block_has_no_place_in_a_cell() -> None:
    [finding] = findings_of(table(row("a", "b"), row(replace(row("x").cells[0], blocks=(BLANK,)), "c")))
    assert finding.code == "W9"


def test_the_anchor_is_a_bookmark_around_the_label() -> None:
    label = written(BLANK).paragraphs[0]
    inside = [child.tag.removeprefix(W) for child in label][1:]
    assert inside == ["bookmarkStart", "r", "bookmarkEnd"]
    assert label.find(f"{W}bookmarkStart").get(f"{W}name") == "underskrift_viborg_kommune"


@pytest.mark.parametrize("anchor", ["", "1a", "a-b", "å", "a" * 41, "a b"])
def test_an_anchor_that_cannot_be_a_bookmark_is_refused(anchor: str) -> None:
    [finding] = findings_of(Signature("x", anchor))
    assert finding.code == "W8"


def test_an_anchor_that_stands_twice_is_refused() -> None:
    [finding] = findings_of(BLANK, BLANK)
    assert "stands at two blocks" in finding.message
