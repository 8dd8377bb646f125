"""The window of a double click: commands one a line, until a line is empty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.base.border import started
from generator.cli import group, window
from generator.workspace.folders import Workspace


def _served(lines: Sequence[str], *, left: bool = False, shown: list[Path] | None = None) -> list[list[str]]:
    given = iter(lines)
    ran: list[list[str]] = []

    def run(words: Sequence[str]) -> int:
        ran.append(list(words))
        return 2

    def read(_: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    def pages(workspace: Workspace) -> bool:
        if shown is not None:
            shown.append(workspace.root)
        return left

    assert window.serve(run, read, pages) == 0
    return ran


def test_the_plans_come_up_and_the_window_closes_when_they_are_left(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[Path] = []
    assert _served(["build"], left=True, shown=shown) == []
    assert shown == [workspace]
    assert "open in your browser" in capsys.readouterr().out


@pytest.mark.usefixtures("workspace")
def test_after_ctrl_c_each_line_is_a_command_until_one_is_empty() -> None:
    assert _served(["build", "aftale check", "", "status"]) == [["build"], ["check"]]


@pytest.mark.usefixtures("workspace")
def test_the_window_closes_where_nobody_is_there_any_more() -> None:
    assert _served(["build"]) == [["build"]]


@pytest.mark.usefixtures("workspace")
def test_a_path_of_windows_and_a_name_in_quotes_are_one_word_each() -> None:
    line = r'new x --navn "Planen i By" --out C:\Users\NN\planer'
    assert _served([line]) == [["new", "x", "--navn", "Planen i By", "--out", r"C:\Users\NN\planer"]]


@pytest.mark.usefixtures("workspace")
def test_a_quote_that_is_not_closed_does_not_close_the_window() -> None:
    assert _served(['new "x', "check"]) == [["new", '"x'], ["check"]]


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the program, which has no plans, where a double click has begun elsewhere."""
    program, elsewhere = tmp_path / "Aftaler" / "aftale.exe", tmp_path / "System32"
    program.parent.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(started, "ONE_FILE", str(program))
    return program.parent


def test_without_plans_it_begins_in_the_folder_of_the_program(
    beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[Path] = []
    assert _served([""], left=True, shown=shown) == []
    assert Path.cwd() == beside == shown[0]
    assert f"no plans in the folder {beside}" in capsys.readouterr().out


@pytest.mark.parametrize("quote", ["", '"'])
def test_she_chooses_the_folder_of_her_plans_by_dragging_it_there(
    beside: Path, tmp_path: Path, quote: str
) -> None:
    folder = tmp_path / "Mine planer"
    (folder / "agreements").mkdir(parents=True)
    shown: list[Path] = []
    _served([f"{quote}{folder}{quote}"], left=True, shown=shown)
    assert Path.cwd() == folder == shown[0] != beside
    _served([], left=True, shown=shown)
    assert shown[1] == folder


def test_what_is_no_folder_is_not_chosen(beside: Path) -> None:
    shown: list[Path] = []
    _served(["build"], left=True, shown=shown)
    assert shown == [beside]


def test_words_on_the_command_line_or_an_ordinary_installation_open_no_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(window, "at_terminal", lambda: True)
    assert not window.is_wanted([])
    monkeypatch.setattr(started, "ONE_FILE", "aftale.exe")
    assert window.is_wanted([])
    assert not window.is_wanted(["build"])
    monkeypatch.setattr(window, "at_terminal", lambda: False)
    assert not window.is_wanted([])


@pytest.mark.usefixtures("workspace")
def test_the_language_that_one_command_asks_for_is_not_that_of_the_next(
    capsys: pytest.CaptureFixture[str]
) -> None:
    lines = iter(["check x --sprog da", "check x", ""])
    window.serve(group._status_of, lambda _: next(lines), lambda _: False)
    told = [line.split(":")[0] for line in capsys.readouterr().err.splitlines() if "`x`" in line]
    assert told == ["Fejl", "Error"]
