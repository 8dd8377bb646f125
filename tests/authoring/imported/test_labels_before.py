"""Items whose labels stand before their texts: in a heading, in points, and below a band with a name."""

from __future__ import annotations

from generator.document.model import Cell, List, ListItem, Paragraph, Row, Run, Table
from tests.authoring.imported.test_other_words import delaftale, heading, only_file, points, text
from tests.authoring.imported.test_sections import left, plain


def test_a_delmål_may_be_a_heading_above_points_with_labels() -> None:
    found = delaftale(
        heading("Delmål"), heading("Delmål 1: Flere er i job", 2),
        points("Indikator: Andel i job", "Baseline: 61 pct.", "Mål: 75 pct.", "Datakilde: Jobcentret"),
        heading("Delmål 2: Flere har en mentor", 2),
        points("Indikator: Antal mentorer", "Baseline: 4", "Mål: 9", "Datakilde: Vi tæller"))  # fmt: skip
    said = plain(only_file(found))
    assert "mål: Flere er i job indikator: Andel i job" in said
    assert "mål: Flere har en mentor indikator: Antal mentorer" in said
    assert "75 pct." not in said
    assert "> 75 pct." in left(found)


def test_an_activity_may_have_its_number_before_its_name() -> None:
    found = delaftale(heading("Aktiviteter"), heading("Aktivitet 2.1: Åben dør", 2), heading("Formål", 3),
                      text("At give ro."), heading("Målgruppe", 3), text("Forældre."))  # fmt: skip
    assert "aktivitet: Åben dør formål: | At give ro. målgruppe: | Forældre." in plain(only_file(found))


def test_an_activity_may_be_a_table_with_its_name_in_a_band() -> None:
    def cell(said: str, wide: int = 1) -> Cell:
        return Cell((Paragraph((Run(said),)),), colspan=wide)

    band = Table((Row((cell("Åben dør", 2),)), Row((cell("Formålet er"), cell("At give ro."))),
                  Row((cell("Målgruppe"), cell("Forældre.")))), (1, 1))  # fmt: skip
    found = delaftale(heading("Aktiviteter"), band)
    assert "aktivitet: Åben dør formål: | At give ro. målgruppe: | Forældre." in plain(only_file(found))


def test_hours_of_an_activity_come_to_its_hours_and_others_are_left_over() -> None:
    found = delaftale(
        heading("Aktiviteter"), heading("Åben dør", 2), heading("Formål", 3), text("At give ro."),
        heading("Timer", 3), text("14 timer pr. uge"), heading("Vejen ud", 2), heading("Formål", 3),
        text("At finde job."), heading("Timer", 3), text("450 timer om året"))  # fmt: skip
    said = plain(only_file(found))
    assert "navn: Åben dør timer_pr_uge: 14" in said
    assert "450" not in said
    assert "> 450 timer om året" in left(found)


def test_an_activity_may_be_a_point_with_points_of_its_own() -> None:
    inner = points("Formål: At give ro.", "Målgruppe: Forældre.", "Ansvar: Sekretariatet.")
    found = delaftale(heading("Aktiviteter"), List((ListItem((text("Åben dør"), inner)),)))
    assert "aktivitet: Åben dør formål: | At give ro. målgruppe: | Forældre." in plain(only_file(found))


def test_points_that_are_numbered_items_are_no_labels() -> None:
    found = delaftale(heading("Aktiviteter"), points("Aktivitet 1: Åben dør", "Aktivitet 2: Vejen ud"))
    assert "- navn: Aktivitet 1: Åben dør" in plain(only_file(found)).replace("'", "").replace('"', "")
