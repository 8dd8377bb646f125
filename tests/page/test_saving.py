"""Saves of `aftale open`: the lines of the change alone, never over another's, and each can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring.format import canonical
from generator.page.application import Application
from generator.page.fields import spot
from generator.workspace.folders import PlanFolder
from tests.conftest import change
from tests.page.test_pages import DOCUMENT, FULL, PLAN, asked, main_of, passages, shown

INDICATOR = ["delmål", 0, "indikator"]
WAS = "Andelen af årlige fraflytninger"


def test_a_save_changes_its_own_line_and_is_on_the_page(app: Application, file: Path) -> None:
    before = file.read_text(encoding="utf-8").splitlines()
    status, _ = asked(app, "save", file=FULL, path=INDICATOR, value="Andelen af flytninger", expected=WAS)
    after = file.read_text(encoding="utf-8").splitlines()
    assert status == 200
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        "    indikator: Andelen af flytninger"]
    assert "Andelen af flytninger" in main_of(shown(app, "plan", PLAN, FULL))


def test_every_value_set_to_itself_changes_no_byte_and_changed_and_undone_neither(
    app: Application
) -> None:
    folder = PlanFolder(app.workspace, PLAN)
    changed = refused = 0
    for name, path, kind in passages(shown(app, "plan", PLAN, FULL)):
        if kind != "value":
            continue
        at = spot(folder, name, path)
        was = at.file.read_bytes()
        _, known = asked(app, "field", file=name, path=path)
        now = known["value"]
        assert asked(app, "save", file=name, path=path, value=now, expected=now)[0] == 200
        assert at.file.read_bytes() == was, path
        if isinstance(now, str):
            status, _ = asked(app, "save", file=name, path=path, value=f"{now} x", expected=now, here=True)
            assert status in (200, 422)
            refused += status == 422
            changed += status == 200
            text = at.file.read_text(encoding="utf-8")
            assert (text.encode() == was) == (status == 422)
            assert canonical(text, at.model) == text or canonical(was.decode(), at.model) != was.decode()
            assert asked(app, "undo") == (200, {"done": True})  # where it was refused, the save to itself
            assert at.file.read_bytes() == was, path
    assert changed > 60
    assert refused > 10


def test_every_gap_can_be_filled_and_taken_back(app: Application) -> None:
    folder = PlanFolder(app.workspace, PLAN)
    filled = 0
    for name, path, kind in passages(shown(app, "plan", PLAN, DOCUMENT)):
        _, known = asked(app, "field", file=name, path=path)
        if kind == "gap" and known["kind"] in ("line", "prose", "lines"):
            at = spot(folder, name, path)
            was = at.file.read_bytes()
            value = ["Noget"] if known["kind"] == "lines" else "Noget"
            assert asked(app, "save", file=name, path=path, value=value, expected=None)[0] == 200, path
            assert at.file.read_bytes() != was
            assert asked(app, "undo") == (200, {"done": True})
            assert at.file.read_bytes() == was, path
            filled += 1
    assert filled > 1


def test_where_another_has_written_nothing_is_written_and_both_are_told(
    app: Application, file: Path
) -> None:
    change(file, WAS, "Andelen om året")
    was = file.read_bytes()
    status, told = asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected=WAS)
    assert (status, told["found"]) == (409, "Andelen om året")
    assert file.read_bytes() == was
    assert asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected="Andelen om året")[0] == 200


def test_anothers_change_at_another_key_of_the_file_survives(app: Application, file: Path) -> None:
    asked(app, "field", file=FULL, path=INDICATOR)
    change(file, "At reducere antallet af fraflytninger", "At færre flytter")
    assert asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected=WAS)[0] == 200
    text = file.read_text(encoding="utf-8")
    assert "At færre flytter" in text
    assert "indikator: Min\n" in text


def test_what_the_model_refuses_is_told_with_what_to_write_and_the_file_is_as_it_was(
    app: Application, workspace: Path
) -> None:
    path = workspace / "agreements" / PLAN / "helhedsplan.yaml"
    was = path.read_bytes()
    now = asked(app, "field", file="helhedsplan", path=["periode", "fra"])[1]["value"]
    status, told = asked(app, "save", file="helhedsplan", path=["periode", "fra"], value="31.2.2027",
                         expected=now)
    assert status == 422
    assert "does not exist" in told["why"]
    assert told["hint"]
    assert path.read_bytes() == was


@pytest.mark.parametrize("value", [
    "\0", "a\x07b", "\x1b[31m", "\ud800", "#!: - [x", "{{ plan }}", "<b>x</b>", "x\r\ny",
    "\u2028", "---", "&a *b",
])  # fmt: skip
def test_whatever_is_typed_is_written_as_it_is_or_refused(
    app: Application, file: Path, value: str
) -> None:
    was = file.read_bytes()
    status, _ = asked(app, "save", file=FULL, path=INDICATOR, value=value, expected=WAS)
    assert status in (200, 422)
    if status == 422:
        assert file.read_bytes() == was
    else:
        assert asked(app, "field", file=FULL, path=INDICATOR)[1]["value"] == value.replace("\r\n", "\n")


def test_an_empty_field_takes_the_value_away_and_undo_brings_it_back(app: Application, file: Path) -> None:
    was = file.read_bytes()
    assert asked(app, "save", file=FULL, path=INDICATOR, value="", expected=WAS)[0] == 200
    assert asked(app, "field", file=FULL, path=INDICATOR)[1]["value"] is None
    assert asked(app, "undo") == (200, {"done": True})
    assert file.read_bytes() == was


def test_undo_takes_back_her_own_change_and_leaves_what_another_wrote_since(
    app: Application, file: Path
) -> None:
    assert asked(app, "undo") == (200, {"done": False})
    asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected=WAS)
    change(file, "At reducere antallet af fraflytninger", "At færre flytter")
    assert asked(app, "undo") == (200, {"done": True})
    text = file.read_text(encoding="utf-8")
    assert WAS in text
    assert "At færre flytter" in text


def test_what_another_has_written_over_is_not_undone(app: Application, file: Path) -> None:
    asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected=WAS)
    change(file, "indikator: Min", "indikator: Den andens")
    status, told = asked(app, "undo")
    assert (status, told["found"]) == (409, "Den andens")
    assert "indikator: Den andens" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"delm\xe5l: x\n", b"a: [\n", b"<<<<<<< HEAD\na: b\n"])
def test_in_a_file_that_is_half_typed_nothing_is_written_and_it_says_why(
    app: Application, file: Path, data: bytes
) -> None:
    file.write_bytes(data)
    status, told = asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected=WAS)
    assert status == 422
    assert told["why"]
    assert asked(app, "field", file=FULL, path=INDICATOR)[0] == 422
    assert file.read_bytes() == data


def test_a_file_that_is_gone_is_told(app: Application, file: Path) -> None:
    file.unlink()
    assert asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected=WAS)[0] == 404
    assert not file.exists()


def test_through_a_link_out_of_the_workspace_nothing_is_written(
    app: Application, file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.yaml"
    outside.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(outside)
    was = outside.read_bytes()
    status, told = asked(app, "save", file=FULL, path=INDICATOR, value="Min", expected=WAS)
    assert (status, "link that leads out" in told["why"]) == (422, True)
    assert outside.read_bytes() == was


def test_a_version_is_kept_for_her_who_knows_no_git(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "karen")
    status, told = asked(app, "keep")
    assert status == 200
    assert told["why"].startswith("A version is kept")
    assert asked(app, "keep")[1]["why"] == "Nothing has changed since the last version."


def test_every_entry_of_every_list_is_moved_and_taken_away_and_comes_back_byte_for_byte(
    app: Application
) -> None:
    folder = PlanFolder(app.workspace, PLAN)
    lists = {(name, tuple(path[:place])) for name, path, _ in passages(shown(app, "plan", PLAN, FULL))
             for place, step in enumerate(path) if isinstance(step, int)}  # fmt: skip
    moved = removed = 0
    for name, around in sorted(lists, key=str):
        at = spot(folder, name, list(around))
        was = at.file.read_bytes()
        for entry in asked(app, "field", file=name, path=list(around))[1].get("entries", []):
            known = {"file": name, "path": entry["path"], "expected": entry["value"]}
            for what, to in (("remove", None), ("move", 0)):
                status, _ = asked(app, what, **known, to=to)
                assert status in (200, 422)
                removed += what == "remove" and status == 200
                moved += what == "move" and status == 200
                if status == 200:
                    assert asked(app, "undo") == (200, {"done": True})
                assert at.file.read_bytes() == was, (what, entry["path"])
    assert moved > 10
    assert removed > 10


def test_a_new_entry_is_made_of_what_it_must_have_and_can_be_taken_back(app: Application, file: Path) -> None:
    was = file.read_bytes()
    new = asked(app, "field", file=FULL, path=["delmål"])[1]["new"]
    answers = ["At flere er trygge" for _ in new]
    assert asked(app, "add", file=FULL, path=["delmål"], answers=answers)[0] == 200
    assert "At flere er trygge" in main_of(shown(app, "plan", PLAN, FULL))
    assert asked(app, "undo") == (200, {"done": True})
    assert file.read_bytes() == was


def test_a_first_entry_begins_its_list_and_a_named_one_takes_its_name(app: Application, file: Path) -> None:
    new = asked(app, "field", file=DOCUMENT, path=["delmål"])[1]["new"]
    answers = ["At flere er i job" for _ in new]
    assert asked(app, "add", file=DOCUMENT, path=["delmål"], answers=answers)[0] == 200
    path = ["delmål", 0, "baseline", "områder"]
    new = asked(app, "field", file=FULL, path=path)[1]["new"]
    assert [one["is_name"] for one in new] == [True, False]
    assert asked(app, "add", file=FULL, path=path, answers=["Nordparken", "12 %"])[0] == 200
    assert 'Nordparken: "12 %"' in file.read_text(encoding="utf-8") or "Nordparken: 12 %" in file.read_text(
        encoding="utf-8")
    assert asked(app, "add", file=FULL, path=path, answers=["Nordparken", "13 %"])[0] == 409


@pytest.mark.parametrize("to", [None, True, "0", 1.5, -1, 99])
def test_an_entry_is_moved_to_a_place_that_is_there(app: Application, file: Path, to: object) -> None:
    was = file.read_bytes()
    entry = asked(app, "field", file=FULL, path=["delmål"])[1]["entries"][0]
    assert asked(app, "move", file=FULL, path=["delmål", 0], expected=entry["value"], to=to)[0] in (404, 422)
    assert file.read_bytes() == was


def test_an_entry_that_another_has_changed_is_neither_moved_nor_taken_away(
    app: Application, file: Path
) -> None:
    entry = asked(app, "field", file=FULL, path=["delmål"])[1]["entries"][0]
    change(file, WAS, "Den andens")
    was = file.read_bytes()
    for what, to in (("remove", None), ("move", 1)):
        answer = asked(app, what, file=FULL, path=["delmål", 0], expected=entry["value"], to=to)
        assert answer[0] == 409
    assert file.read_bytes() == was
