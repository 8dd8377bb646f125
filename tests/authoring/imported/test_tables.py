"""Tables in other shapes than the form's, imported: what the form has at its key, and the rest left over."""

from __future__ import annotations

import pytest

from generator.authoring.imported.importing import Imported
from generator.authoring.imported.leftovers import leftovers
from generator.document.model import Cell, Row, Table
from tests.authoring.imported.test_other_words import agreement, delaftale, heading, only_file, table, text


def plain(said: str) -> str:
    return " ".join(said.split())


def left(found: Imported) -> str:
    return leftovers(found.account)


def lines(*cells: str | tuple[str, ...]) -> Row:
    return Row(tuple(Cell(tuple(map(text, (one,) if isinstance(one, str) else one))) for one in cells))


DELMÅL = "mål: Flere i job indikator: Andel i job baseline: tekst: | 12 pct. datakilder: - Jobcentret"


@pytest.mark.parametrize("rows", [
    (("Vi vil", "Målepunkt", "Ved start", "Mål 2027", "Tal fra"),
     ("Flere i job", "Andel i job", "12 pct.", "20 pct.", "Jobcentret")),
    (("Tal fra", "Ved start", "Delmål", "Mål 2027", "Måles på"),
     ("Jobcentret", "12 pct.", "Flere i job", "20 pct.", "Andel i job")),
    (("Delmål 1", "Flere i job"), ("Måles ved", "Andel i job"), ("Ved start", "12 pct."),
     ("Målværdi", "20 pct."), ("Hentes fra", "Jobcentret")),
], ids=["columns", "columns in another order", "labels"])  # fmt: skip
def test_a_delmål_is_one_in_whatever_shape_and_what_it_aims_at_is_left_over_with_its_name(
    rows: tuple[tuple[str, ...], ...]
) -> None:
    found = delaftale(heading("Det skal lykkes"), table(*rows))
    assert DELMÅL in plain(only_file(found)).replace("12 pct ", "12 pct. ")
    assert "### Flere i job" in left(found)
    assert "20 pct." in left(found)


def test_a_cell_that_reaches_down_names_the_delmål_of_each_indicator() -> None:
    first = Row((Cell((text("Flere i job"),), rowspan=2), *lines("Andel i job", "12 pct.").cells))
    found = delaftale(Table((lines("Delmål", "Indikator", "Start"), first, lines("Antal praktikker", "3")),
                            (1, 1, 1)))  # fmt: skip
    said = plain(only_file(found))
    assert "mål: Flere i job indikator: Andel i job" in said
    assert "mål: Flere i job indikator: Antal praktikker" in said


def test_activities_in_tables_of_labels_become_one_each_with_its_hours() -> None:
    def activity(name: str, why: str, hours: str) -> Table:
        return table(("Aktivitet", name), ("Hensigt", why), ("For hvem", "Unge."), ("Ugentlig tid", hours))

    found = delaftale(heading("Aktiviteter"), activity("Cykelværksted", "At unge lærer et fag.", "12 timer"),
                      activity("Madklub", "At naboer mødes.", "5 timer"))  # fmt: skip
    said = plain(only_file(found))
    assert "- aktivitet: Cykelværksted formål: | At unge lærer et fag. målgruppe: | Unge." in said
    assert "- aktivitet: Madklub formål: | At naboer mødes. målgruppe: | Unge." in said


def test_activities_in_the_rows_of_a_table_become_one_each() -> None:
    found = delaftale(heading("Aktiviteter"), table(
        ("Aktivitet", "Hvorfor", "Hvem", "Hvordan"),
        ("Cykelværksted", "At unge lærer et fag.", "Unge", "Værkstedet har åbent om onsdagen."),
        ("Madklub", "At naboer mødes.", "Alle", "Vi laver mad hver torsdag.")))  # fmt: skip
    said = plain(only_file(found))
    assert "- aktivitet: Madklub formål: | At naboer mødes. målgruppe: | Alle praksis: | Vi laver mad" in said


def test_a_table_of_areas_is_taken_but_for_its_sums_and_what_the_form_does_not_ask_for() -> None:
    found = agreement(heading("Om kvarteret"), table(
        ("Bebyggelse", "Tilhører", "Indbyggere", "Lejemål", "Uden job", "Farve"),
        ("Elverparken", "Mosebo", "310", "140", "8,5 pct.", "Grøn"),
        ("Mosetoften", "Engbo", "520", "260", "9 pct.", "Gul"),
        ("Tilsammen", "", "830", "400", "", "")))  # fmt: skip
    said = plain(found.files["helhedsplan.yaml"])
    assert "- navn: Elverparken ejer: Mosebo beboere: 310 lejemål: 140" in said
    assert "- navn: Mosetoften ejer: Engbo beboere: 520 lejemål: 260" in said
    assert "830" not in said
    figures = plain(only_file(found))
    assert "nøgletal: Uden job områder: Elverparken: værdi: 8,5 % Mosetoften: værdi: 9 %" in figures
    assert "> Grøn" in left(found)


def test_rows_of_a_table_of_bodies_are_the_board_the_secretariat_and_groups() -> None:
    found = agreement(heading("Organisering"), Table((
        lines("Forum", "Hvem sidder med", "Opgave", "Hvor tit"),
        lines("Bestyrelsen", ("direktør, Mosebo", "skolechef, Mosekommunen"), "Leder planen.",
              "hvert kvartal"),
        lines("Naborådet", ("to beboere", "en vicevært"), "Giver råd.", "tre gange om året"),
        lines("Sekretariatet", "en leder", "Driver planen.", "")), (1, 1, 1, 1)))  # fmt: skip
    said = plain(found.files["helhedsplan.yaml"])
    assert "titel: direktør organisation: Mosebo - titel: skolechef organisation: Mosekommunen" in said
    assert "opgaver: | Leder planen. møder: hvert kvartal" in said
    assert "- navn: Naborådet medlemmer: - titel: to beboere - titel: en vicevært" in said
    assert "sekretariat: opgave: | Driver planen." in said
    assert "> en leder" in left(found)


def test_a_table_of_areas_of_effort_gives_each_its_name_and_its_goals() -> None:
    found = agreement(heading("Det vil vi"), Table((
        lines("Indsatsområde", "Vi kalder det", "Overordnede mål"),
        lines("Beskæftigelse", "Vejen frem", ("Flere er i job.", "Færre er uden uddannelse.")),
        lines("Kriminalitetsforebyggelse", "Rolige nætter", "Færre bliver sigtet.")), (1, 1, 1)))  # fmt: skip
    said = plain(only_file(found))
    assert "beskæftigelse: overordnede_mål: - mål: Flere er i job - mål: Færre er uden uddannelse" in said
    assert "kriminalitetsforebyggelse: overordnede_mål: - mål: Færre bliver sigtet" in said
    assert "lokalt_navn: Vejen frem" in found.files["helhedsplan.yaml"]


def test_what_others_do_in_the_areas_is_known_by_what_where_and_when() -> None:
    found = agreement(heading("Samspil"), table(
        ("Hvad", "Hvor", "Hvornår"), ("Nye tage", "Mosetoften", "2026")))  # fmt: skip
    assert "- tiltag: Nye tage områder: - Mosetoften periode: 2026" in plain(only_file(found))


def test_a_figure_is_no_name_and_no_text() -> None:
    found = delaftale(heading("Delmål"), table(("Vi vil", "Måles på"), ("2025", "14"), ("2026", "17")))
    assert "2025" not in only_file(found)


def test_a_soft_hyphen_is_no_part_of_a_word() -> None:
    found = delaftale(heading("Revision"), text("Aftalen ses efter hvert år i septem\u00adber."))
    assert "i september." in only_file(found)


def test_a_table_of_labels_is_taken_row_by_row_and_what_is_no_label_of_the_form_is_left_over() -> None:
    found = agreement(heading("Spilleregler"), table(
        ("Underretning", "Medarbejderen siger det til lederen."), ("Nøgler", "De hænger i skabet."),
        ("Hvis vi bliver uenige", "Så taler vi sammen."), ("Kaffe", "Den betales af lederen.")))  # fmt: skip
    said = plain(only_file(found))
    assert "underretning: | Medarbejderen siger det til lederen." in said
    assert "konflikthåndtering: | Så taler vi sammen." in said
    assert "skabet" not in said
    assert "> De hænger i skabet." in left(found)
    assert "> Den betales af lederen." in left(found)


def test_the_first_column_of_a_table_of_parties_is_a_list_of_them() -> None:
    found = agreement(heading("Parter"), table(
        ("Part", "Adresse"), ("Boligselskabet Mosen", "Mosevej 1"), ("Mosekommunen", "Torvet 2")))
    said = plain(found.files["helhedsplan.yaml"])
    assert "navn: Boligselskabet Mosen" in said
    assert "navn: Mosekommunen" in said
    assert "> Mosevej 1" in left(found)


def test_the_short_names_of_parties_stand_in_a_column_of_their_own() -> None:
    found = agreement(heading("Parter"), table(
        ("Part", "Kaldes her"), ("Boligselskabet Mosen", "Mosen"), ("Mosekøbing Kommune", "Kommunen")))
    said = plain(found.files["helhedsplan.yaml"])
    assert "navn: Boligselskabet Mosen kortnavn: Mosen" in said
    assert "navn: Mosekøbing Kommune kortnavn: Kommunen" in said


def test_labels_are_no_names_of_areas() -> None:
    found = agreement(heading("Om aftalen"), table(
        ("Helhedsplanens navn", "Mosens fremtid"), ("Parter", "Mosebo"), ("Boligområder", "Elverparken")))
    assert "boligområder: - navn: Elverparken" in plain(found.files["helhedsplan.yaml"])
    assert "navn: Parter" not in found.files["helhedsplan.yaml"]


def test_a_table_of_expenses_is_no_table_of_labels() -> None:
    found = agreement(heading("Noter"), table(("Post", "Antal"), ("Aktiviteter", "12"), ("Evaluering", "3")))
    assert "12" not in only_file(found)
    assert "> Aktiviteter | 12" in left(found)


def test_a_row_that_names_those_below_it_is_the_delmål_of_each() -> None:
    def name(said: str) -> Row:
        return Row((Cell((text(said),), colspan=3),))

    found = delaftale(heading("Delmål"), Table((
        lines("Indikator", "Baseline", "Mål 2027"), name("Delmål 1: Flere i job"),
        lines("Andel i job", "12 pct.", "20 pct."), name("Delmål 2: Færre er ensomme"),
        lines("Antal besøg", "3", "9")), (1, 1, 1)))  # fmt: skip
    said = plain(only_file(found))
    assert "mål: Flere i job indikator: Andel i job" in said
    assert "mål: Færre er ensomme indikator: Antal besøg" in said
    assert "20 pct" not in said


def test_of_two_years_the_first_is_where_an_indicator_starts() -> None:
    found = delaftale(heading("Delmål"), table(
        ("Delmål", "Hvad måler vi?", "2022", "2026"), ("Flere i job", "Andel i job", "12 pct.", "20 pct.")))
    assert "baseline: tekst: | 12 pct" in plain(only_file(found))
    assert "20 pct." in left(found)


def test_items_side_by_side_are_one_each_with_all_that_is_said_of_them() -> None:
    found = delaftale(heading("Aktiviteter"), table(
        ("", "Cykelværksted", "Madklub"), ("Formål", "At lære et fag.", "At mødes."),
        ("Målgruppe", "Unge", "Alle"), ("Timer pr. uge", "12", "5")))  # fmt: skip
    said = plain(only_file(found))
    assert "aktiviteter: - navn: Cykelværksted timer_pr_uge: 12 - navn: Madklub timer_pr_uge: 5" in said
    assert "- aktivitet: Madklub formål: | At mødes. målgruppe: | Alle" in said


def test_the_board_is_found_under_labels_and_in_columns_of_any_order() -> None:
    seated = lines("Medlemmer", ("direktør, Mosebo", "skolechef, Mosekommunen"))
    people = Table((seated, lines("Opgaver", "Leder planen."), lines("Møder", "hver måned")), (1, 1))
    seats = table(("Titel", "Kommer fra"), ("direktør", "Mosebo"), ("skolechef", "Mosekommunen"))
    for shape in (people, seats):
        found = agreement(heading("Organisering"), heading("Bestyrelsen", 2), shape)
        said = plain(found.files["helhedsplan.yaml"])
        assert "medlemmer: - titel: direktør organisation: Mosebo - titel: skolechef organisation: " in said
