"""Sections of documents in no form of the funder's: which of the form's they are, and which are none."""

from __future__ import annotations

import pytest

from generator.authoring.imported.importing import Imported
from generator.authoring.imported.leftovers import leftovers
from generator.document.model import Document, Paragraph, Run
from generator.formats.word.reading import Read
from tests.authoring.imported.test_other_words import (
    agreement,
    delaftale,
    heading,
    of,
    only_file,
    points,
    table,
    text,
)
from tests.support.imported import imported


def plain(said: str) -> str:
    return " ".join(said.split())


def left(found: Imported) -> str:
    return plain(leftovers(found.account))


@pytest.mark.parametrize(("file", "title", "name"), [
    ("a.docx", "Strategisk aftale om de fire gårde", "strategisk-samarbejdsaftale"),
    ("a.docx", "Samarbejdsaftale for en boligsocial helhedsplan", "strategisk-samarbejdsaftale"),
    ("bilag_3_budgetskema.docx", "Mosegårdene", "budget"),
    ("a.docx", "Delaftale under den strategiske aftale", "delaftale-uddannelse-og-livschancer"),
])  # fmt: skip
def test_a_document_is_of_the_kind_that_people_call_it(file: str, title: str, name: str) -> None:
    read = Read(Document("", (heading(title), text("Der er mørkt om aftenen."))), (), (), (), ())
    assert imported({file: read}, "2019-26").of == {file: name}


def test_points_that_name_the_annexes_do_not_make_an_agreement_one_of_them() -> None:
    found = of(heading("Strategisk aftale"), points("Delaftaler for tre indsatsområder", "Budget"))
    assert set(found.of.values()) == {"strategisk-samarbejdsaftale"}


def test_a_delaftale_is_about_the_area_that_its_title_page_names() -> None:
    found = of(text("Beskæftigelse"), heading("Delaftale til Mosegårdene"), text("Her er der mørkt."))
    assert set(found.of.values()) == {"delaftale-beskaeftigelse"}


@pytest.mark.parametrize("said", ["Hvis noget går galt", "Uenighed og klager", "7. NÅR VI BLIVER UENIGE"])
def test_a_section_is_told_by_what_its_heading_speaks_of(said: str) -> None:
    found = agreement(heading("Økonomi"), text("Pengene rækker."), heading(said), text("Vi taler sammen."))
    assert "konflikthåndtering: | Vi taler sammen." in plain(only_file(found))


def test_headings_in_a_deep_style_begin_sections_where_no_higher_ones_do() -> None:
    found = agreement(heading("ØKONOMI", 3), text("Pengene rækker."),
                      heading("UNDERRETNING", 3), text("Vi siger til."))  # fmt: skip
    assert "underretning: | Vi siger til." in plain(only_file(found))


def test_a_section_that_no_form_has_is_no_text_of_the_one_before() -> None:
    found = agreement(heading("Underretning"), text("Vi siger til."), heading("Katte og hunde"),
                      text("De går i snor."), heading("Uenighed"), text("Vi taler sammen."))  # fmt: skip
    assert "underretning: | Vi siger til. konflikthåndtering: | Vi taler sammen." in plain(only_file(found))
    assert "> De går i snor." in left(found)


def test_of_two_headings_the_one_that_is_nearer_has_the_section() -> None:
    found = agreement(heading("Beboernes rolle og opgaver"), text("De vælger selv."),
                      heading("Evaluering og opfølgning"), text("Vi tæller."))  # fmt: skip
    assert "lokal_evaluering: | Vi tæller." in plain(only_file(found))
    assert "De vælger selv." not in only_file(found)


def test_milestones_in_a_delaftale_become_a_plan_of_their_own() -> None:
    found = delaftale(heading("Underretning"), text("Vi siger til."), heading("Milepæle"),
                      table(("Hvornår", "Hvad"), ("Marts 2028", "Caféen er åben"),
                            ("Maj 2029", "Vi har talt")))  # fmt: skip
    assert "milepæle: - milepæl: Caféen er åben frist: Marts 2028 - milepæl: Vi har talt frist: Maj 2029" \
        in plain(found.files["milepaelsplan.yaml"])  # fmt: skip


def test_milestones_may_be_points_with_their_day_first() -> None:
    found = delaftale(heading("Tidsplan"), points("Marts 2028: Caféen er åben", "Maj 2029: Vi har talt"))
    assert "milepæl: Caféen er åben frist: Marts 2028" in plain(found.files["milepaelsplan.yaml"])


def test_an_activity_may_be_told_in_a_paragraph_that_begins_with_its_name() -> None:
    found = delaftale(
        heading("Sådan vil vi nå det"),
        points("Åben Dør. Formålet er at give forældre ro. Målgruppe: Forældre med små børn."),
        text("Caféen holder åbent om tirsdagen."))  # fmt: skip
    said = plain(only_file(found))
    assert "aktivitet: Åben Dør formål: | at give forældre ro. målgruppe: | Forældre med små børn." in said
    assert "indhold: | Caféen holder åbent om tirsdagen." in said


@pytest.mark.parametrize(("typed", "seen"), [
    ("Bolig\u00adorganisation", "Boligorganisation"), ("to\u2003ord", "to ord"),
    ("nul\u200bbredde", "nulbredde"),
])  # fmt: skip
def test_a_character_that_nobody_sees_does_not_come_along(typed: str, seen: str) -> None:
    found = agreement(heading("Underretning"), Paragraph((Run(f"Her står {typed} for sig."),)))
    assert f"Her står {seen} for sig." in only_file(found)


def test_what_an_area_is_for_and_its_goals_need_no_labels() -> None:
    found = agreement(heading("Indsatsområder og mål"), heading("Beskæftigelse", 2),
                      text("Vejen til et job skal være kort."),
                      points("Flere er i job i 2030.", "Alle unge har en mentor."))  # fmt: skip
    said = plain(only_file(found))
    assert "beskæftigelse: formål: - Vejen til et job skal være kort. overordnede_mål:" in said
    assert "overordnede_mål: - mål: Flere er i job i 2030 - mål: Alle unge har en mentor" in said


def test_sections_and_paragraphs_may_be_numbered_as_a_lawyer_does() -> None:
    found = agreement(heading("§ 8. Underretning"), text("Stk. 1. Vi siger til."), text("Stk. 2. Straks."))
    assert "underretning: | Vi siger til. Straks." in plain(only_file(found))


def test_the_title_of_an_agreement_is_no_name_of_the_plan() -> None:
    found = of(text("Aftale om den boligsociale indsats"), heading("Strategisk samarbejdsaftale"),
               heading("Underretning"), text("Vi siger til."))  # fmt: skip
    assert "navn: Aftale om" not in found.files["helhedsplan.yaml"]


def test_a_day_that_is_filled_in_beside_a_signature_is_no_party() -> None:
    found = agreement(heading("Underskrifter"), text("Mosens Boligforening"), text("Dato: 14.06.2023"),
                      text("............................"), text("Ane Mose, direktør"))  # fmt: skip
    assert "14.06.2023" not in found.files["helhedsplan.yaml"]
    assert "navn: Mosens Boligforening" in found.files["helhedsplan.yaml"]


def test_an_introduction_is_no_name_of_an_activity() -> None:
    said = "Vi samler alle vores kræfter om to aktiviteter, som hænger godt sammen."
    found = delaftale(heading("Aktiviteter"), text(said), points("Åben dør", "Vejen ud"))
    assert "aktiviteter: - navn: Åben dør - navn: Vejen ud" in plain(only_file(found))
