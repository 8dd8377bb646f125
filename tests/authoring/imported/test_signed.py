"""Signatures in whatever shape, imported: who signs for which party."""

from __future__ import annotations

import pytest

from generator.authoring.imported.leftovers import leftovers
from generator.document.model import Block, Cell, LineBreak, Paragraph, Row, Run, Table
from tests.authoring.imported.test_other_words import agreement, heading, table, text

DOTS = "......................."


def broken(*lines: str) -> Paragraph:
    runs = [part for line in lines for part in (LineBreak(), Run(line))]
    return Paragraph(tuple(runs[1:]))


def cells(*rows: tuple[Paragraph, ...]) -> Table:
    return Table(tuple(Row(tuple(Cell((one,)) for one in row)) for row in rows), (1,) * len(rows[0]))


SHAPES: dict[str, tuple[Block, ...]] = {
    "for whom, a date, a line, a name": (
        text("For Mosebo:"), text("Dato: ………………"), text(DOTS), text("Ane Mose, direktør"),
        text("For Engbo:"), text("Dato: ………………"), text(DOTS), text("Bo Eng, formand")),
    "date and line in one": (
        text("For Mosebo"), text(f"Dato: {DOTS} Underskrift: {DOTS}"), text("Ane Mose, direktør"),
        text("For Engbo"), text(f"Dato: {DOTS} Underskrift: {DOTS}"), text("Bo Eng, formand")),
    "a day that is typed in part": (
        text("Almen Mosebo"), text("Den\t 2026, \t"), broken("Ane Mose", "direktør"),
        text("Almen Engbo"), text("Den\t 2026, \t"), broken("Bo Eng", "formand")),
    "a name before whom it is for": (
        text(f"Mosekøbing, den {DOTS}"), text(DOTS), broken("Ane Mose", "direktør", "Boligselskabet Mosebo"),
        text(DOTS), broken("Bo Eng", "formand", "Boligforeningen Engbo")),
    "side by side": (cells(
        (text("Mosebo"), text("Engbo")), (text("Dato:"), text("Dato:")),
        (broken("Ane Mose", "direktør"), broken("Bo Eng", "formand"))),),
    "a table with dots and names in a cell": (cells(
        (text("Part"), text("Underskrift"), text("Dato")),
        (text("Mosebo"), broken(DOTS, "Ane Mose, direktør"), text(DOTS)),
        (text("Engbo"), broken(DOTS, "Bo Eng, formand"), text(DOTS))),),
    "a table of names and titles": (table(
        ("Part", "Navn og titel", "Underskrift"), ("Mosebo", "Ane Mose, direktør", ""),
        ("Engbo", "Bo Eng, formand", "")),),
    "labels before name and title": (
        text("For Mosebo"), text("Navn: Ane Mose"), text("Titel: direktør"), text("Dato: ____"),
        text("For Engbo"), text("Navn: Bo Eng"), text("Titel: formand"), text("Dato og underskrift: _____")),
}  # fmt: skip


@pytest.mark.parametrize("blocks", SHAPES.values(), ids=SHAPES)
def test_who_signs_is_told_with_the_title_and_for_whom(blocks: tuple[Block, ...]) -> None:
    found = agreement(heading("Underskrifter"), *blocks)
    said = " ".join(found.files["helhedsplan.yaml"].split())
    assert "underskrift: navn: Ane Mose titel: direktør" in said
    assert "underskrift: navn: Bo Eng titel: formand" in said
    assert said.count("- navn:") == 2
    assert "Mose" not in leftovers(found.account)


def test_a_name_that_nobody_signs_under_is_no_party() -> None:
    found = agreement(heading("Underskrifter"), text("Dato: ………………"), text("Ane Mose"))
    assert "Ane Mose" not in found.files["helhedsplan.yaml"]


def test_a_line_to_fill_in_between_texts_is_no_signature() -> None:
    found = agreement(heading("Organisering"), text("Gruppen mødes i huset."), text("Sted: ……………"),
                      text("Referatet sendes til alle, der har været med på mødet."))  # fmt: skip
    assert "parter" not in found.files["helhedsplan.yaml"]
