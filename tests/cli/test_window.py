"""The window of a double click: commands one a line, until a line is empty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.base.border import started
from generator.cli import group, window


def _served(lines: Sequence[str]) -> list[list[str]]:
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

    assert window.serve(run, read) == 0
    return ran


@pytest.mark.usefixtures("workspace")
def test_each_line_is_a_command_until_one_is_empty() -> None:
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


def test_without_plans_it_begins_in_the_folder_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program, elsewhere = tmp_path / "Aftaler" / "aftale.exe", tmp_path / "System32"
    program.parent.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(started, "ONE_FILE", str(program))
    assert _served([""]) == []
    assert Path.cwd() == program.parent
    assert str(program.parent) in capsys.readouterr().out


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
    window.serve(group._status_of, lambda _: next(lines))
    told = [line.split(":")[0] for line in capsys.readouterr().err.splitlines() if "`x`" in line]
    assert told == ["Fejl", "Error"]
