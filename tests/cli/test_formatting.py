"""`aftale format`, as a user meets it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from tests.conftest import ROOT

PLAN = "viborg-2017-2021"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "agreements", tmp_path / "agreements")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["format", *arguments])


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests" / "plans"], ids=["agreements", "invented"])
def test_the_sources_of_the_repository_are_in_order(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    result = run("--check")
    assert (result.exit_code, result.output.splitlines()[:-1]) == (0, [])


def test_a_file_out_of_order_is_named_and_put_in_order_once(workspace: Path) -> None:
    file = workspace / "agreements" / PLAN / "helhedsplan.yaml"
    in_order = file.read_text(encoding="utf-8")
    first, *others = in_order.splitlines(keepends=True)
    file.write_text("".join([*others, first]), encoding="utf-8")
    assert (checked := run(PLAN, "--check")).exit_code == 1
    assert f"agreements/{PLAN}/helhedsplan.yaml" in checked.output
    assert run(PLAN).exit_code == 0
    assert file.read_text(encoding="utf-8") == in_order
    assert re.search(r"0 files of \d+ put in order", run(PLAN).output)


def test_a_file_in_error_is_told_and_left_alone(workspace: Path) -> None:
    file = workspace / "agreements" / PLAN / "helhedsplan.yaml"
    spoiled = file.read_text(encoding="utf-8").replace("14.600", "14.6")
    file.write_text(spoiled, encoding="utf-8")
    result = run(PLAN)
    assert result.exit_code == 1 and "helhedsplan.yaml" in result.output
    assert file.read_text(encoding="utf-8") == spoiled


def test_a_file_with_the_line_ends_of_windows_is_in_order_too(workspace: Path) -> None:
    file = workspace / "agreements" / PLAN / "helhedsplan.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run(PLAN, "--check").exit_code == 0


def test_a_file_that_is_not_utf_8_is_a_finding_and_the_others_are_looked_at(workspace: Path) -> None:
    path = workspace / "agreements/viborg-2017-2021/helhedsplan.yaml"
    path.write_bytes(path.read_bytes() + "# Køge\n".encode("cp1252"))
    result = run("--check")
    assert result.exit_code == 1
    assert "error Y3" in result.output and re.search(r"0 files of \d+ would be changed", result.output)
