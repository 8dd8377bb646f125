"""What nobody typed and has changed all the same names the change that it follows from."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compare.data.change import Change, Piece, Side
from generator.compare.data.consequences import consequences
from generator.compare.data.plans import PlanChanges
from tests.support.revisions import REVISIONS
from tests.support.told_revisions import told

OF_THE_DATA = [name for name in REVISIONS if name not in ("form only", "look only")]


def follows(plan: PlanChanges) -> list[Change]:
    return [change for document in plan.documents for change in document.follows]


def changes(plan: PlanChanges) -> list[Change]:
    return [*plan.shared, *(change for document in plan.documents for change in document.changes)]


def marked(pieces: tuple[Piece, ...]) -> str:
    ends = {Side.BOTH: ("", ""), Side.OLD: ("[-", "-]"), Side.NEW: ("{+", "+}")}
    return "".join(piece.text.join(ends[piece.side]) for piece in pieces)


@pytest.mark.parametrize("revision", OF_THE_DATA)
def test_every_passage_that_follows_from_something_says_from_what(revision: str, tmp_path: Path) -> None:
    assert [marked(one.words) for one in follows(told(revision, tmp_path)) if not one.because] == []


def test_a_form_that_turns_from_a_table_to_headings_is_one_line_with_what_has_turned_it(
    tmp_path: Path,
) -> None:
    plan = told("a group removed", tmp_path)
    [turned] = [one for one in follows(plan) if one.section == "Følgegruppen for Epilogen"]
    assert turned.because == ("Organisation: gruppe Jobgruppen removed",)
    assert "Følgegruppe med disse medlemmer:" in marked(turned.words)
    agreement = next(one for one in plan.documents if one.name == "strategisk-samarbejdsaftale")
    assert agreement.changes == (), "nothing that was typed has changed in it"


def test_of_a_diagram_that_is_drawn_anew_the_boxes_and_lines_that_went_are_told(tmp_path: Path) -> None:
    plan = told("a group removed", tmp_path)
    drawn = [marked(one.words) for one in follows(plan) if one.section == "Front page"]
    assert "[-Jobgruppen – Partnerskabet for Digtehavn: rådgiver-]" in " / ".join(drawn)
    [group] = plan.shared
    boxes = [marked(place.words) for place in group.places if place.document == "Organisationsdiagram"]
    assert "[-Jobgruppen Beskæftigelse-]" in boxes
    assert not any("Handelsforening" in one for one in (*drawn, *boxes)), "its box is where it was"


def test_a_box_that_came_is_a_place_of_the_party_that_it_is_of(tmp_path: Path) -> None:
    plan = told("a party added", tmp_path)
    assert follows(plan) == []
    [party] = changes(plan)
    boxes = [marked(place.words) for place in party.places if place.document == "Organisationsdiagram"]
    assert boxes == ["{+Limerickby Kirke+}"] * 2, "in the drawing, and in the words below it"


def test_what_an_activity_has_passed_is_no_change_of_its_own(tmp_path: Path) -> None:
    plan = told("activities reordered", tmp_path)
    [moved] = changes(plan)
    assert moved.line == "Aktivitet moved: Havnekor (from no. 2 to no. 1)"
    assert follows(plan) == [] and len(moved.places) == 4


def test_a_paragraph_that_was_split_and_others_that_were_joined_are_told_by_the_break(
    tmp_path: Path,
) -> None:
    split, joined = changes(told("a paragraph split and joined", tmp_path))
    assert split.line.endswith("paragraph 1 (split into 2)")
    assert marked(split.words).endswith("ligger i Limerickby. {+¶ +}Områderne kan støttes efter § 91 a.")
    assert joined.line.endswith("paragraph 1 (made of 2)")
    assert "[-¶ -]Der bor flere enlige" in marked(joined.words)


def test_numbers_that_are_counted_on_the_page_are_one_line(tmp_path: Path) -> None:
    plan = told("an indsatsområde dropped", tmp_path)
    [numbers] = [one for one in follows(plan) if one.section == "Numbers"]
    assert marked(numbers.words).startswith("Tabel [-7-]{+6+}. ")
    assert any("overordnet mål 1" in one for one in numbers.because)


def test_an_annex_that_is_no_draft_any_more_follows_from_its_status(tmp_path: Path) -> None:
    plan = told("draft to final", tmp_path)
    assert {one.because for one in follows(plan)} == {("Status",)}
    assert any("[-Udkast-]{+Vedlagt+}" in marked(one.words) for one in follows(plan))


def test_what_is_only_final_now_is_told_so(tmp_path: Path) -> None:
    details = [one.detail for one in consequences(told("draft to final", tmp_path))]
    assert "Den strategiske samarbejdsaftale is final now" in details
    assert any(one.startswith("Delaftalen Beskæftigelse is final now; it is not sent") for one in details)
    assert not any("has changed" in one for one in details)


def test_an_item_on_another_level_is_told_once_with_all_its_words(tmp_path: Path) -> None:
    [indented] = changes(told("an item indented", tmp_path))
    assert indented.line == (
        "Medarbejderressourcer for indsatsområdet (in another place, or on another level)"
    )
    assert marked(indented.words) == "Efteråret går med Havnekoret."
