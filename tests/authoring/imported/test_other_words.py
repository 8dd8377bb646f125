"""Documents in no form of the funder's: in other words and other shapes, imported all the same."""

from __future__ import annotations

from generator.authoring.imported.importing import Imported
from generator.authoring.imported.leftovers import leftovers
from generator.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    List,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.formats.word.reading import Read
from tests.support.imported import imported


def text(said: str) -> Paragraph:
    return Paragraph((Run(said),))


def heading(said: str, level: int = 1) -> Heading:
    return Heading(level, (Run(said),))


def points(*said: str) -> List:
    return List(tuple(ListItem((text(one),)) for one in said))


def table(*rows: tuple[str, ...]) -> Table:
    cells = (tuple(Cell((text(one),)) for one in row) for row in rows)
    return Table(tuple(Row(row) for row in cells), (1,) * len(rows[0]))


def of(*blocks: Block) -> Imported:
    found = imported({"a.docx": Read(Document("", blocks), (), (), (), ())}, "2019-26")
    assert found.account.is_closed()
    return found


def delaftale(*blocks: Block) -> Imported:
    return of(heading("Delaftale 1: Beskæftigelse"), *blocks)


def agreement(*blocks: Block) -> Imported:
    return of(heading("Strategisk samarbejdsaftale for Mosekvarteret"), *blocks)


def only_file(found: Imported) -> str:
    (name,) = found.of.values()
    return found.files[f"{name}.yaml"]


def test_a_heading_in_the_fields_other_words_leads_to_its_key() -> None:
    found = delaftale(heading("Bemanding"), text("To medarbejdere deler opgaverne."),
                      heading("Ajourføring"), text("Aftalen ses efter hvert år i maj."))  # fmt: skip
    assert "medarbejderressourcer: |\n  To medarbejdere deler opgaverne." in only_file(found)
    assert "revision: |\n  Aftalen ses efter hvert år i maj." in only_file(found)


def test_labels_in_the_line_of_their_text_belong_to_the_activity_above_them() -> None:
    found = delaftale(
        heading("Aktiviteter"), heading("Cykelværksted", 2), text("Formål: At unge lærer et håndværk."),
        text("Målgruppe: Unge fra 13 år."), text("Hvem gør hvad: Sekretariatet leder det."))  # fmt: skip
    lines = ("- aktivitet: Cykelværksted", "formål: |", "At unge lærer et håndværk.", "målgruppe: |",
             "Unge fra 13 år.", "ansvar: |", "Sekretariatet leder det.")  # fmt: skip
    assert " ".join(lines) in " ".join(only_file(found).split())


def test_columns_are_known_by_what_they_speak_of_in_any_order() -> None:
    found = delaftale(heading("Mål og indikatorer"), table(
        ("Det vil vi", "Kilde", "Sådan måler vi"), ("Flere i job", "Jobcentret", "Andel i job")))  # fmt: skip
    said = " ".join(only_file(found).split())
    assert "mål: Flere i job indikator: Andel i job datakilder: - Jobcentret" in said


def test_what_stands_under_a_heading_that_no_form_has_is_left_over_with_a_likely_key() -> None:
    found = delaftale(heading("Bemanding"), text("To deler opgaverne."),
                      heading("Frivillige"), text("Vi regner med mange frivillige."),
                      heading("Milepæle"), text("Værkstedet åbner i marts."))  # fmt: skip
    assert "frivillige" not in only_file(found)
    told = leftovers(found.account)
    assert "> Vi regner med mange frivillige." in told
    assert "It may belong to `milepæle` in milepaelsplan.yaml.\n\n> Værkstedet åbner i marts." in told


def test_a_budget_by_year_becomes_the_sums_and_leaves_the_years_over() -> None:
    found = agreement(heading("Økonomi"), table(
        ("År", "Landsbyggefonden", "Mosekommunen"), ("2026", "1.100", "400"), ("2027", "1.300", "500"),
        ("I alt", "2.400", "900")))  # fmt: skip
    shared = found.files["helhedsplan.yaml"]
    assert "kilde: Landsbyggefonden\n      beløb: 2.400" in shared
    assert "kilde: Mosekommunen\n      beløb: 900" in shared
    assert "1.100" in leftovers(found.account)


def test_a_board_as_points_becomes_its_members() -> None:
    found = agreement(
        heading("Organisering"), heading("Bestyrelsen", 2), text("Bestyrelsen består af:"),
        points("direktør for Børn, Mosekommunen (formand)", "forretningsfører, Mosebo"))  # fmt: skip
    shared = found.files["helhedsplan.yaml"]
    assert "titel: direktør for Børn organisation: Mosekommunen" in " ".join(shared.split())
    assert "titel: forretningsfører organisation: Mosebo" in " ".join(shared.split())


def test_lines_to_sign_on_say_who_signs_for_which_party() -> None:
    found = agreement(heading("Underskrifter"), text("For Boligselskabet Mosen:"), text("Dato: ………………"),
                      text("..............................."), text("Ane Mose, direktør"))  # fmt: skip
    shared = found.files["helhedsplan.yaml"]
    assert "navn: Boligselskabet Mosen" in shared
    assert "navn: Ane Mose" in shared
    assert "titel: direktør" in shared


def test_a_text_that_goes_on_in_parts_is_whole_under_its_key() -> None:
    found = agreement(heading("Områderne og beboerne"), text("Husene er fra 1974."),
                      heading("Elverparken", 2), text("Her er der mørkt."),
                      heading("Mosetoften", 2), text("Her er der langt til skolen."))  # fmt: skip
    lines = ("hovedudfordringer: |", "Husene er fra 1974.", "**Elverparken**", "Her er der mørkt.",
             "**Mosetoften**", "Her er der langt til skolen.")  # fmt: skip
    assert " ".join(lines) in " ".join(only_file(found).split())


def test_a_document_of_which_nothing_is_recognised_is_left_over_whole() -> None:
    found = of(heading("Årlig status"), text("Vi mødtes i parken og talte om vejret."))
    assert "talte om vejret" in leftovers(found.account)
