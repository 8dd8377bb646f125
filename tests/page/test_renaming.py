"""Names on the page: where else one stands is told first, and it is written at all places or at none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.authoring import all_or_none
from generator.base.border.writing import write_through
from generator.cli import served
from generator.page.application import Application
from generator.workspace.folders import Workspace
from tests.conftest import change
from tests.page.test_pages import FULL, PLAN, asked, main_of, shown
from tests.page.test_saving import WAS

AREA = {"file": "helhedsplan", "path": ["boligområder", 0, "navn"], "expected": "Ringparken"}
ROW = {"file": FULL, "path": ["delmål", 0, "baseline", "områder", "Ringparken"], "is_name": True}


def said(app: Application) -> dict[str, str]:
    """The text of each file of the plan."""
    folder = app.workspace.root / "agreements" / PLAN
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}


def told(app: Application, **body: object) -> dict[str, Any]:
    status, shown = asked(app, "save", value="Ringgården", **body)
    assert status == 300
    return shown


@pytest.mark.parametrize("at", [AREA, ROW], ids=["where it is given", "where it is a key"])
def test_a_name_is_written_at_every_place_once_they_are_seen_and_one_step_takes_it_back(
    app: Application, at: dict[str, Any]
) -> None:
    was = said(app)
    shown_first = told(app, **at)
    assert said(app) == was
    assert len(shown_first["places"]) == 1
    assert shown_first["places"][0]["label"]
    assert shown_first["places"][0]["document"]
    assert asked(app, "save", value="Ringgården", **at, places=shown_first["places"])[0] == 200
    now = said(app)
    assert "navn: Ringgården" in now["helhedsplan.yaml"]
    assert "Ringgården: 21,5 %" in now[f"{FULL}.yaml"]
    assert [name for name in was if was[name] != now[name]] == [f"{FULL}.yaml", "helhedsplan.yaml"]
    assert "Ringgården" in main_of(shown(app, "plan", PLAN, FULL))
    assert asked(app, "undo") == (200, {"done": True})
    assert said(app) == was


def test_it_may_be_written_here_alone(app: Application) -> None:
    was = said(app)
    for at in (AREA, ROW):
        assert asked(app, "save", value="Ringgården", **at, here=True)[0] == 200
        now = said(app)
        assert [name for name in was if was[name] != now[name]] == [f"{at['file']}.yaml"]
        asked(app, "undo")
    assert said(app) == was


def test_where_there_are_other_places_by_now_they_are_told_again(app: Application, file: Path) -> None:
    shown_first = told(app, **AREA)
    change(file, WAS, "Ringparken")
    was = said(app)
    assert asked(app, "save", value="Ringgården", **AREA, places=shown_first["places"])[0] == 300
    assert said(app) == was


def test_a_text_that_mentions_the_name_is_told_and_left_as_it_is(app: Application, file: Path) -> None:
    asked(app, "save", file=FULL, path=["delmål", 0, "mål"], value="Flere bliver i Ringparken og omegn",
          expected="At reducere antallet af fraflytninger")
    assert [one["path"] for one in told(app, **AREA)["mentions"]] == [["delmål", 0, "mål"]]
    asked(app, "save", value="Ringgården", **AREA, places=told(app, **AREA)["places"])
    assert "Flere bliver i Ringparken og omegn" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("value", ["", "\x07", "Vestervang", "a\nb"])
def test_a_name_that_cannot_stand_at_one_place_stands_at_none(app: Application, value: str) -> None:
    was = said(app)
    places = told(app, **AREA)["places"]
    if value:
        status, why = asked(app, "save", value=value, **AREA, places=places)
        assert status in (300, 422)
        assert status == 300 or why["why"]
    assert asked(app, "save", value=value, **ROW, places=places)[0] in (300, 422)
    assert said(app) == was


def test_where_one_file_cannot_be_written_none_is(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = said(app)
    places = told(app, **AREA)["places"]

    def locked(path: Path, data: bytes, expected: bytes, top: Path) -> None:
        if path.stem == FULL:
            raise PermissionError(13, "locked", str(path))
        write_through(path, data, expected, top)

    monkeypatch.setattr(all_or_none, "write_through", locked)
    status, why = asked(app, "save", value="Ringgården", **AREA, places=places)
    assert (status, bool(why["why"])) == (422, True)
    assert said(app) == was


def test_a_file_that_is_half_typed_keeps_a_name_from_being_changed_anywhere(
    app: Application, file: Path
) -> None:
    file.write_text("delmål: [\n", encoding="utf-8")
    was = said(app)
    assert asked(app, "save", value="Ringgården", **AREA)[0] == 422
    assert said(app) == was


def test_a_value_that_stands_elsewhere_too_is_no_name(app: Application) -> None:
    at = {"file": "helhedsplan", "path": ["boligområder", 0, "ejer"], "expected": "BoligViborg"}
    assert asked(app, "save", value="Boligselskabet Sct. Jørgen", **at)[0] == 200


@pytest.mark.parametrize("places", [1, [1], [{"file": 1, "path": 2}], "x"])
def test_places_are_those_that_a_page_shows(app: Application, places: object) -> None:
    assert asked(app, "save", value="Ringgården", **AREA, places=places)[0] in (300, 404)


def test_a_name_opens_as_a_line(app: Application) -> None:
    known = asked(app, "field", **ROW)[1]
    assert (known["kind"], known["value"]) == ("line", "Ringparken")


def test_a_name_that_was_written_in_half_of_the_files_when_the_program_was_killed_is_written_in_all(
    app: Application, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was, places = said(app), told(app, **AREA)["places"]

    class Killed(BaseException):
        pass

    def killed(path: Path, data: bytes, expected: bytes, top: Path) -> None:
        if said(app) != was:
            raise Killed
        write_through(path, data, expected, top)

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(all_or_none, "write_through", killed)
        asked(app, "save", value="Ringgården", **AREA, places=places)
    half = said(app)
    assert sum(was[name] != half[name] for name in was) == 1
    now = said(Application(Workspace(workspace), served.changes))
    assert "navn: Ringgården" in now["helhedsplan.yaml"]
    assert "Ringgården: 21,5 %" in now[f"{FULL}.yaml"]
