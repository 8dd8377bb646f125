"""A build in which nothing has changed: told again as it was, and made again as soon as anything has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.base import cache
from generator.base.border.installed import code_below
from generator.run import build as stages
from generator.run import last_build
from generator.workspace.folders import PlanFolder
from tests.conftest import ROOT, Aftale, change
from tests.support.clone import clone_in

PLAN = "agreements/viborg-2025-2029"
SHARED = f"{PLAN}/helhedsplan.yaml"
DOCUMENT = "output/viborg-2025-2029/delaftale-beskaeftigelse.docx"
VERSION = "versioner:\n  - {nummer: 1, dato: 1.4.2017}\n"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans that were made, and not only told of, one after the other."""
    plans: list[str] = []
    real = stages.Builder.plan

    def plan(run: stages.Builder, folder: PlanFolder, only: tuple[str, ...]) -> object:
        plans.append(folder.name)
        return real(run, folder, only)

    monkeypatch.setattr(stages.Builder, "plan", plan)
    return plans


@pytest.mark.parametrize(
    "words", [[], ["--verbose"], ["--format", "json"], ["--format", "sarif"], ["--force"], ["--jobs", "2"]]
)
@pytest.mark.usefixtures("workspace")
def test_what_is_told_again_is_what_a_build_says(
    aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    aftale("build")
    made.clear()
    again = aftale("build", *words)
    assert made == []
    monkeypatch.setenv(cache.VARIABLE, "")
    anew = aftale("build", *words, "--jobs", "1")
    assert len(made) == 2
    assert (again.output, again.exit_code) == (anew.output, anew.exit_code)


def edit_a_source(folder: Path) -> None:
    change(folder / SHARED, "navn: Den", "navn: Hele den")


def edit_a_comment(folder: Path) -> None:
    change(folder / SHARED, "status: udkast", "status: udkast  # endnu")


def add_a_stray_file(folder: Path) -> None:
    (folder / PLAN / "noter.yaml").touch()


def take_a_source_away(folder: Path) -> None:
    (folder / PLAN / "delaftale-beskaeftigelse.yaml").unlink()


def give_the_plan_a_template(folder: Path) -> None:
    shutil.copytree(ROOT / "templates/2019-26", folder / PLAN / "templates/2019-26")


def give_the_workspace_forms(folder: Path) -> None:
    shutil.copytree(ROOT / "templates", folder / "templates")


def link_to_forms_elsewhere(folder: Path) -> None:
    (folder / PLAN / "templates").symlink_to(ROOT / "templates", target_is_directory=True)


def edit_a_document(folder: Path) -> None:
    (folder / DOCUMENT).write_bytes((folder / DOCUMENT).read_bytes() + b"x")


def delete_a_document(folder: Path) -> None:
    (folder / DOCUMENT).unlink()


def leave_something_unfinished(folder: Path) -> None:
    (folder / DOCUMENT).with_name(f".{Path(DOCUMENT).name}.x.tmp").touch()


@pytest.mark.parametrize(
    "happens",
    [
        edit_a_source, edit_a_comment, add_a_stray_file, take_a_source_away, give_the_plan_a_template,
        give_the_workspace_forms, edit_a_document, delete_a_document, leave_something_unfinished,
        pytest.param(link_to_forms_elsewhere, marks=pytest.mark.skipif(os.name != "posix", reason="rights")),
    ],
)  # fmt: skip
def test_whatever_changes_the_plans_are_made_again(
    workspace: Path, aftale: Aftale, made: list[str], happens: Callable[[Path], None]
) -> None:
    aftale("build")
    made.clear()
    happens(workspace)
    aftale("build")
    assert len(made) == 2


@pytest.mark.parametrize("changed", ["2019-26/delaftale.html.j2", "2019-26/form.yaml", "reference.docx"])
@pytest.mark.usefixtures("workspace")
def test_forms_that_are_installed_are_seen_to_change_whatever_their_folder_is_called(
    tmp_path_factory: pytest.TempPathFactory, aftale: Aftale, made: list[str], changed: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    installed = tmp_path_factory.mktemp("generator")
    shutil.copytree(ROOT / "templates", installed / "forms")
    monkeypatch.setattr("generator.workspace.folders.__file__", str(installed / "workspace" / "folders.py"))
    aftale("build")
    made.clear()
    with (installed / "forms" / changed).open("ab") as file:
        file.write(b"\n")
    aftale("build")
    assert len(made) == 2


@pytest.mark.parametrize("changed", ["code_below", "programs"])
@pytest.mark.usefixtures("workspace")
def test_another_program_makes_the_plans_again(
    aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    aftale("build")
    made.clear()
    last_build.program.cache_clear()
    monkeypatch.setattr(f"generator.base.border.installed.{changed}", lambda *_: iter(["another"]))
    aftale("build")
    last_build.program.cache_clear()
    assert len(made) == 2


def test_the_files_of_the_program_tell_it_from_another(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    module = tmp_path / "word/tables.py"
    module.write_text("x = 1\n", encoding="utf-8")
    before = list(code_below(str(tmp_path)))
    os.utime(module, ns=(1, 1))
    assert len(before) == 1 and list(code_below(str(tmp_path))) != before


@pytest.mark.parametrize("words", [["--out", "elsewhere"], ["--only", "delaftale-beskaeftigelse"]])
@pytest.mark.usefixtures("workspace")
def test_something_else_that_is_asked_for_is_made(
    aftale: Aftale, made: list[str], words: list[str]
) -> None:
    aftale("build")
    made.clear()
    assert aftale("build", *words).exit_code == 0
    assert made
    made.clear()
    assert aftale("build", env={"SOURCE_DATE_EPOCH": "1700000000"}).exit_code == 0
    assert len(made) == 2


def test_what_git_tells_of_a_version_is_never_told_again_when_git_tells_another_thing(
    workspace: Path, aftale: Aftale
) -> None:
    source = workspace / "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"
    clone = clone_in(workspace)
    source.write_text(source.read_text(encoding="utf-8") + VERSION, encoding="utf-8")
    clone.commit("Version 1")
    first = source.read_bytes()
    change(source, "Alle boligområder opfylder kriteriet.", "Alle opfylder kriteriet.")
    clone.commit("Udkast uden ny version")
    source.write_bytes(first)
    assert "R1" not in aftale("build", "--verbose", "viborg-2017-2021").output
    assert "R1" not in aftale("build", "--verbose", "viborg-2017-2021").output
    clone.git("checkout", "-q", "--orphan", "ny", "HEAD")
    clone.git("commit", "-q", "-m", "Kun den ændrede")
    assert source.read_bytes() == first
    assert "error R1" in aftale("build", "--verbose", "viborg-2017-2021").output


def test_a_template_of_the_plans_own_that_changes_makes_it_again(
    workspace: Path, aftale: Aftale, made: list[str]
) -> None:
    own = workspace / PLAN / "templates/delaftale.html.j2"
    own.parent.mkdir()
    own.write_text('{% extends "2019-26/delaftale.html.j2" %}', encoding="utf-8")
    aftale("build")
    made.clear()
    change(own, "{%", "{# ny #}{%")
    aftale("build")
    assert len(made) == 2


@pytest.mark.skipif(os.name != "posix", reason="rights")
def test_a_plan_with_a_link_to_a_folder_is_always_made_again(
    workspace: Path, aftale: Aftale, made: list[str]
) -> None:
    link_to_forms_elsewhere(workspace)
    aftale("build")
    made.clear()
    aftale("build")
    assert len(made) == 2


@pytest.mark.usefixtures("workspace")
def test_what_a_very_large_run_said_is_not_kept(
    aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_build, "LARGEST", 100)
    aftale("build")
    made.clear()
    aftale("build")
    assert len(made) == 2


def test_a_plan_in_error_is_always_made_again(workspace: Path, aftale: Aftale, made: list[str]) -> None:
    change(workspace / SHARED, "status: udkast", "status: utkast")
    aftale("build")
    made.clear()
    assert aftale("build").exit_code == 1
    assert len(made) == 2


def test_what_was_said_of_sources_that_changed_meanwhile_is_not_kept(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_runs: list[str] = []
    monkeypatch.setattr(last_build, "remember", lambda name, _: kept_runs.append(name))
    real = stages.build

    def build(*arguments: object, **named: object) -> object:
        edit_a_source(workspace)
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(stages, "build", build)
    assert aftale("build").exit_code == 0
    assert kept_runs == []


def test_a_build_that_is_only_told_again_imports_no_templates_and_no_writer(
    workspace: Path, aftale: Aftale
) -> None:
    aftale("build")
    slow = "pydantic docx babel jinja2 markdown_it lxml"
    slow += " generator.run.build generator.formats.word generator.render"
    code = (
        "import sys; from generator.cli import commands\n"
        "commands(['build'], standalone_mode=False)\n"
        f"print('slow:', [name for name in '{slow}'.split() if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=workspace, capture_output=True, check=True,
                          encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    assert told.stdout.splitlines()[-1] == "slow: []"
