"""Budgets in other shapes than the form's, imported: who pays how much in all, and nobody else."""

from __future__ import annotations

import pytest

from generator.authoring.imported.leftovers import leftovers
from generator.document.model import Paragraph, Run
from tests.authoring.imported.test_other_words import agreement, heading, table, text

YEARS = (("Hvem", "2026", "2027", "Hele perioden"), ("Landsbyggefonden", "1.100", "1.300", "2.400"),
         ("Mosekommunen", "400", "500", "900"), ("Sum", "1.500", "1.800", "3.300"))  # fmt: skip
KINDS = (("Bidrag fra", "Kontant", "Timer", "I alt"), ("Landsbyggefonden", "2.400", "–", "2.400"),
         ("Mosekommunen", "600", "300", "900"))  # fmt: skip
TURNED = (("Periode", "Landsbyggefonden", "Mosekommunen", "I alt"), ("2026 (5 md.)", "1.100", "400", "1.500"),
          ("2027", "1.300", "500", "1.800"), ("Alle år", "2.400", "900", "3.300"))  # fmt: skip
ALONE = (("Landsbyggefonden", "2.400 t.kr."), ("Mosekommunen", "900 t.kr."))


@pytest.mark.parametrize("rows", [YEARS, KINDS, TURNED, ALONE], ids=["years", "kinds", "turned", "no heads"])
def test_who_pays_how_much_in_all_is_found_beside_years_and_kinds(rows: tuple[tuple[str, ...], ...]) -> None:
    found = agreement(heading("Økonomi"), text("Alle beløb er i t.kr."), table(*rows))
    said = " ".join(found.files["helhedsplan.yaml"].split())
    assert "enhed: t.kr. finansiering: - kilde: Landsbyggefonden beløb: 2.400" in said
    assert "- kilde: Mosekommunen beløb: 900" in said
    assert "3.300" not in said


@pytest.mark.parametrize("rows", [
    (("År", "Landsbyggefonden", "Lokalt"), ("2026", "1.100", "400"), ("2027", "1.300", "500")),
    (("Post", "Kr."), ("Løn", "1.100.000"), ("Aktiviteter", "400.000"), ("Lokaler", "90.000")),
    (("Indsatsområde", "Kr."), ("Beskæftigelse", "1.100.000"), ("Ledelse og evaluering", "400.000")),
], ids=["years without sums", "expenses", "areas of effort"])  # fmt: skip
def test_a_table_in_which_nobody_pays_in_all_is_left_over_whole(rows: tuple[tuple[str, ...], ...]) -> None:
    found = agreement(heading("Økonomi"), table(*rows))
    assert "kilde" not in found.files["helhedsplan.yaml"]
    assert all(cell in leftovers(found.account) for row in rows for cell in row)


def test_those_whom_a_sum_is_made_of_stand_below_it_and_are_not_counted_twice() -> None:
    found = agreement(
        heading("Økonomi"), table(("Landsbyggefonden", "kr. 2.400"), ("Lokal medfinansiering", "kr. 900")),
        text("Den lokale del betales således:"), table(("Mosebo", "kr. 300"), ("Engbo", "kr. 200"),
                                                       ("Mosekommunen", "kr. 400")))  # fmt: skip
    said = " ".join(found.files["helhedsplan.yaml"].split())
    assert "kilde: Lokal medfinansiering beløb: 900 dele: - kilde: Mosebo beløb: 300" in said
    assert "- kilde: Engbo beløb: 200 - kilde: Mosekommunen beløb: 400" in said


def test_another_table_of_payers_that_adds_up_to_none_of_them_is_left_over() -> None:
    found = agreement(heading("Økonomi"), table(*ALONE), text("Heraf er brugt:"),
                      table(("Landsbyggefonden", "70 t.kr."), ("Mosekommunen", "30 t.kr.")))  # fmt: skip
    assert "70 t.kr." in leftovers(found.account)
    assert found.files["helhedsplan.yaml"].count("kilde: Landsbyggefonden") == 1


def test_lines_with_tabs_are_a_table_up_to_the_text_after_them() -> None:
    lines = [Paragraph((Run("\t".join(row)),)) for row in TURNED]
    found = agreement(heading("Økonomi"), *lines, text("Den lokale del betales således:"),
                      Paragraph((Run("Mosekommunen\t900"),)))  # fmt: skip
    said = " ".join(found.files["helhedsplan.yaml"].split())
    assert "kilde: Landsbyggefonden beløb: 2.400 - kilde: Mosekommunen beløb: 900" in said
