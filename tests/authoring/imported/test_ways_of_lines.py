"""Lines and tables of which each part may be there or not, imported: every part comes to its key."""

from __future__ import annotations

from typing import Any

from generator.document.model import Block, Cell, Document, Heading, Paragraph, Row, Run, Signature, Table
from generator.formats.word.reading import Read
from generator.plan.source.read import read_yaml_bytes
from tests.support.imported import imported


def line(text: str, style: str = "") -> Paragraph:
    return Paragraph((Run(text),), style) if style else Paragraph((Run(text),))


def table(*rows: tuple[str, ...]) -> Table:
    made = [Row(tuple(Cell((line(text),)) for text in row), header=not n) for n, row in enumerate(rows)]
    return Table(tuple(made), (1,) * len(rows[0]))


AGREEMENT = "Strategisk samarbejdsaftale om boligsocial indsats"


def files(*blocks: Block, title: str = AGREEMENT) -> dict[str, Any]:
    read = Read(Document("", (line(title, "Title"), *blocks)), (), (), (), ())
    found = imported({"a.docx": read}, "2019-26")
    assert found.account.is_closed()
    return {name: read_yaml_bytes(text.encode(), name).data for name, text in found.files.items()}


def test_a_party_has_its_residents_and_whether_it_does_not_sign() -> None:
    shared = files(
        line("Aftalens parter:", "Label"),
        line("Byens Kommune, Boligforeningen Elm (Elm), ca. 2.500 beboere og Frivilligrådet "
             "(skriver ikke under)"),
    )["helhedsplan.yaml"]  # fmt: skip
    assert [(one["navn"], one.get("kortnavn"), one.get("beboere"), one.get("skriver_under"))
            for one in shared["parter"]] == [
        ("Byens Kommune", None, None, None), ("Boligforeningen Elm", "Elm", "ca. 2.500", None),
        ("Frivilligrådet", None, None, "nej"),
    ]  # fmt: skip


def test_a_member_has_its_number_and_what_it_takes_part_as() -> None:
    shared = files(
        Heading(1, (Run("2. Organisering"),)), Heading(2, (Run("Bestyrelsen"),)),
        table(("Organisation", "Medlem"), ("Byens Kommune", "Direktør (formand)"),
              ("Elms afdelinger", "7 beboere"), ("Byens Politi", "Lokalbetjent (inviteret efter behov)")),
    )["helhedsplan.yaml"]  # fmt: skip
    assert shared["organisation"]["bestyrelse"]["medlemmer"] == [
        {"titel": "Direktør", "organisation": "Byens Kommune", "formand": "ja"},
        {"titel": "beboere", "antal": "7", "organisation": "Elms afdelinger"},
        {"titel": "Lokalbetjent", "organisation": "Byens Politi", "deltager_som": "inviteret efter behov"},
    ]


def test_who_signs_in_another_order_than_the_parties_stand_in_has_a_number() -> None:
    shared = files(
        line("Aftalens parter:", "Label"), line("Byens Kommune og Boligforeningen Elm"),
        Heading(1, (Run("Underskrifter:"),)),
        Signature("Boligforeningen Elm", "", "direktør"), Signature("Byens Kommune", "", "borgmester"),
    )["helhedsplan.yaml"]  # fmt: skip
    assert [(one["navn"], one["underskrift"]["nummer"]) for one in shared["parter"]] == [
        ("Byens Kommune", "2"), ("Boligforeningen Elm", "1")]


def test_a_plan_that_is_extended_has_the_day_that_it_was_to_end_and_the_day_it_ends() -> None:
    shared = files(
        line("Samarbejdsaftalen:", "Label"),
        line("Aftalen gælder i hele helhedsplanens periode, fra 1. marts 2027 til 28. februar 2032."),
        line("Helhedsplanen er forlænget fra 28. februar 2031 til 28. februar 2032, så den kan gøres færdig. "
             "Landsbyggefonden har godkendt forlængelsen 2. september 2030 (sag 17-30)."),
    )["helhedsplan.yaml"]  # fmt: skip
    assert shared["periode"] == {"fra": "1. marts 2027", "til": "28. februar 2031"}
    assert shared["forlængelse"] == {
        "til": "28. februar 2032", "godkendt": "2. september 2030", "sagsnummer": "17-30",
        "note": "så den kan gøres færdig",
    }  # fmt: skip


def test_figures_of_a_year_and_of_several_come_to_their_area_and_year() -> None:
    measures = files(
        Heading(1, (Run("Målepunkter"),)), line("Målepunkterne og deres kilder", "Caption"),
        table(("Målepunkt", "Enhed", "År", "Kilde"), ("Fraflytninger", "procent", "2025, 2026", "Elm"),
              ("Sigtede unge", "personer", "2026", "Politiet"), ("Ledige", "personer", "2026", "Byen")),
        Heading(1, (Run("Tal for boligområderne"),)), line("Målinger fra 2026", "Caption"),
        table(("Boligområde", "Sigtede unge (personer)", "Ledige (personer)"), ("Elmeparken", "11", "40")),
        line("Fraflytninger", "Caption"),
        table(("Boligområde", "2025", "2026"), ("Elmeparken", "12,4 %", "11 %")),
        line("Kilde: Elm"), title="Centralt genererede målinger",
    )["maalinger.yaml"]["målepunkter"]  # fmt: skip
    assert [{year: of["områder"] if "områder" in of else of["andre"] for year, of in one["år"].items()}
            for one in measures] == [
        {"2025": {"Elmeparken": {"værdi": "12,4 %"}}, "2026": {"Elmeparken": {"værdi": "11 %"}}},
        {"2026": {"Elmeparken": {"værdi": "11"}}}, {"2026": {"Elmeparken": {"værdi": "40"}}},
    ]  # fmt: skip


def test_rows_as_lines_keep_the_paragraphs_that_their_first_cells_begin_with() -> None:
    groups = files(
        Heading(1, (Run("2. Organisering"),)), Heading(2, (Run("Grupper under bestyrelsen"),)),
        line("Gruppe\tOpgave\tMedlemmer\tMøder"),
        line("Gruppen for job"), line("(styregruppe)\tGruppen åbner døre.\tJobchef, Byens Kommune"),
        line("Leder, Boligforeningen Elm\tFire gange om året"), line("Den mødes før bestyrelsen."),
        line("Gruppen for skole"),
        line("(følgegruppe)\tGruppen følger skolen.\tRektor, Byens Skole\tEfter behov"),
    )["helhedsplan.yaml"]["organisation"]["grupper"]  # fmt: skip
    assert [(one["navn"], one["type"], one["møder"], len(one["medlemmer"]), one.get("mødekæde"))
            for one in groups] == [
        ("Gruppen for job", "styregruppe", "Fire gange om året", 2, "Den mødes før bestyrelsen.\n"),
        ("Gruppen for skole", "følgegruppe", "Efter behov", 1, None),
    ]  # fmt: skip
