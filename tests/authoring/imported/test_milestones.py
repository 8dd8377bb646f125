"""Milestones in another document than a plan of them: imported, they become the file that is theirs."""

from __future__ import annotations

import pytest

from generator.authoring.imported.importing import Imported
from generator.authoring.imported.leftovers import leftovers
from generator.document.model import Block, Paragraph, Run
from tests.authoring.imported.test_other_words import delaftale, heading, points, table, text

SHAPES: dict[str, tuple[Block, ...]] = {
    "when and what": (table(("Hvornår", "Hvad"), ("Marts 2026", "Værkstedet åbner"),
                            ("1. maj 2027", "Evalueringen er færdig")),),
    "what and when": (table(("Milepæl", "Forventet tidspunkt"), ("Værkstedet åbner", "marts 2026"),
                            ("Evalueringen er færdig", "01.05.2027")),),
    "no heads": (table(("Marts 2026", "Værkstedet åbner"), ("Maj 2027", "Evalueringen er færdig"),
                       ("Juni 2027", "Festen holdes")),),
    "points": (points("Marts 2026: Værkstedet åbner", "Maj 2027 – Evalueringen er færdig"),),
    "dates behind": (points("Værkstedet åbner (marts 2026)", "Evalueringen er færdig: maj 2027"),),
}  # fmt: skip


def said(found: Imported) -> str:
    return " ".join(found.files["milepaelsplan.yaml"].split())


@pytest.mark.parametrize("blocks", SHAPES.values(), ids=SHAPES)
def test_milestones_in_a_delaftale_become_a_milepælsplan(blocks: tuple[Block, ...]) -> None:
    found = delaftale(heading("Milepæle"), *blocks)
    assert "- milepæl: Værkstedet åbner frist: marts 2026" in said(found).replace("Marts", "marts")
    assert "- milepæl: Evalueringen er færdig frist:" in said(found)
    assert [*found.of.values()] == ["delaftale-beskaeftigelse"]
    assert "Værkstedet" not in leftovers(found.account)


def test_who_is_responsible_and_what_else_is_told_of_a_milestone_has_its_place_or_is_left_over() -> None:
    found = delaftale(heading("Milepæle"), table(
        ("Tidspunkt", "Milepæl", "Ansvarlig", "Farve"), ("Marts 2026", "Værkstedet åbner", "Lederen", "Grøn"),
        ("Maj 2027", "Evalueringen er færdig", "Lederen", "Rød")))  # fmt: skip
    assert "- milepæl: Værkstedet åbner frist: Marts 2026 ansvarlig: Lederen" in said(found)
    assert "> Grøn" in leftovers(found.account)


@pytest.mark.parametrize("blocks", [
    (text("Vi når det hele."),), (points("Vi mødes om foråret.", "Vi spiser sammen."),),
    (table(("Emne", "Aftale"), ("Nøgler", "Hænger i skabet."), ("Kaffe", "Betales af lederen.")),),
], ids=["prose", "points without dates", "another table"])  # fmt: skip
def test_what_has_no_date_is_no_milestone(blocks: tuple[Block, ...]) -> None:
    assert "milepaelsplan.yaml" not in delaftale(heading("Milepæle"), *blocks).files


def test_lines_with_tabs_are_milestones_too() -> None:
    lines = [Paragraph((Run(f"{when}\t{what}"),)) for when, what in (
        ("Marts 2026", "Værkstedet åbner"), ("Maj 2027", "Evalueringen er færdig"))]  # fmt: skip
    found = delaftale(heading("Milepæle"), *lines)
    assert "- milepæl: Værkstedet åbner frist: Marts 2026" in said(found)
