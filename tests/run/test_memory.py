"""What is kept of a plan between runs changes nothing but the time: an answer changes with each input."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from math import inf
from pathlib import Path

import pytest

from generator.base import cache
from generator.base.border import installed
from generator.base.border.installed import code_below
from generator.base.language import speaking
from generator.run import build as stages
from generator.run import memory
from generator.workspace.folders import PlanFolder
from tests.conftest import ROOT, Aftale, change
from tests.support.clone import clone_in

PLAN, SHARED, OWN = "agreements/a", "agreements/a/helhedsplan.yaml", "agreements/a/templates/resume.html.j2"
DOCUMENT = "output/a/resume.docx"
FORM, TEMPLATE = "templates/2019-26/form.yaml", "templates/shared/resume.html.j2"
LOOK = "templates/reference.docx"
COMMANDS = ("check", "status", "build")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small plans, the first with a wording of its own."""
    for name in ("a", "b"):
        shutil.copytree(ROOT / "agreements/viborg-2021-2025", tmp_path / "agreements" / name)
    put(tmp_path / OWN, '{% extends "2019-26/resume.html.j2" %}{% block titel %}Egen titel{% endblock %}')
    monkeypatch.chdir(tmp_path)
    return tmp_path


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


def edit(path: Path, old: str = "", new: str = "") -> None:
    """Change a file to another one of the same size and time; without words in one byte."""
    then, data = path.stat(), path.read_bytes()
    changed = data.replace(old.encode(), new.encode(), 1) if old else data[:99] + b"?" + data[100:]
    assert changed != data and len(changed) == len(data)
    path.write_bytes(changed)
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))


def put(path: Path, text: str = "") -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


NONE: list[str] = []
ONE, BOTH = ["a"], ["a", "b"]
CHANGES: dict[str, tuple[Callable[[Path], object], list[list[str]]]] = {
    # what happens; the plans that `check`, `status` and `build` then make anew
    "a source": (lambda top: edit(top / SHARED, "2.079", "2.080"), [ONE, ONE, ONE]),
    "a comment": (lambda top: edit(top / SHARED, "# Kilden", "# Kilder"), [ONE, ONE, NONE]),
    "a file more": (lambda top: put(top / PLAN / "noter.yaml"), [ONE, ONE, NONE]),
    "a file less": (lambda top: (top / PLAN / "forord.yaml").unlink(), [ONE, ONE, NONE]),
    "a rest": (lambda top: put(top / PLAN / "rester.md", "> ord"), [ONE, ONE, NONE]),
    "its own wording": (lambda top: edit(top / OWN, "Egen", "Eget"), [ONE, ONE, ONE]),
    "a record": (lambda top: put(top / PLAN / "underskrevet/x.version-1.json", "{}"), [ONE, NONE, NONE]),
    "a form": (lambda top: edit(top / FORM, "midler: 2019", "midler: 2018"), [BOTH, NONE, NONE]),
    "a template": (lambda top: edit(top / TEMPLATE, "Fund", "Grun"), [BOTH, BOTH, BOTH]),
    "the look": (lambda top: edit(top / LOOK), [BOTH, NONE, NONE]),
    "a document": (lambda top: edit(top / DOCUMENT), [NONE, ONE, ONE]),
    "a document less": (lambda top: (top / DOCUMENT).unlink(), [NONE, NONE, ONE]),
    "something unfinished": (lambda top: put(top / "output/a/.x.tmp"), [NONE, NONE, ONE]),
    "another time": (lambda top: os.utime(top / SHARED, ns=(1, 1)), [NONE, NONE, NONE]),
}
UNSEEN = ("a comment", "something unfinished", "another time")


@pytest.mark.parametrize("what", CHANGES)
def test_what_has_changed_is_made_again_and_all_is_as_without_a_memory(
    folder: Path, aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    happens, wanted = CHANGES[what]
    if wanted[0] == BOTH:
        shutil.copytree(ROOT / "templates", folder / "templates")
    aftale("build")
    before = [aftale(command).output for command in COMMANDS]
    happens(folder)
    shutil.copytree(folder, copy := folder.with_name(f"{folder.name}-copy"), copy_function=shutil.copy2)
    seen = []
    for command, plans in zip(COMMANDS, wanted, strict=True):
        made.clear()
        seen.append((told := aftale(command)).output)
        assert made == plans, command
        with monkeypatch.context() as without:
            without.setenv(cache.VARIABLE, "")
            without.chdir(copy)
            anew = aftale(command)
        assert (told.output, told.exit_code) == (anew.output, anew.exit_code)
        assert outputs(folder) == outputs(copy)
    assert (before == seen) == (what in UNSEEN)


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "output/a").iterdir()}


@pytest.mark.parametrize("words", [["--verbose"], ["--format", "json"], ["--force"], ["--jobs", "2"]])
@pytest.mark.usefixtures("folder")
def test_it_is_told_again_in_every_way_that_is_asked_for(
    aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    aftale("build")
    made.clear()
    again = aftale("build", *words)
    assert made == NONE
    monkeypatch.setenv(cache.VARIABLE, "")
    assert again.output == aftale("build", *words, "--jobs", "1").output


@pytest.mark.parametrize(
    ("words", "settings"),
    [(["--out", "new"], {}), (["--only", "resume"], {}), (["--html"], {}), (["--comments"], {}),
     ([], {"SOURCE_DATE_EPOCH": "1700000000"}), ([], {"AFTALE_SPROG": "da"})],
)  # fmt: skip
@pytest.mark.usefixtures("folder")
def test_something_else_that_is_asked_for_is_made(
    aftale: Aftale, made: list[str], words: list[str], settings: dict[str, str]
) -> None:
    aftale("build")
    made.clear()
    with speaking("da" if "AFTALE_SPROG" in settings else "en"):
        aftale("build", *words, env=settings)
    assert made == BOTH


@pytest.mark.parametrize("changed", ["code_below", "programs"])
@pytest.mark.usefixtures("folder")
def test_another_program_makes_the_plans_again(
    aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    aftale("build")
    made.clear()
    memory.program.cache_clear()
    monkeypatch.setattr(f"generator.base.border.installed.{changed}", lambda *_: iter(["another"]))
    aftale("build")
    memory.program.cache_clear()
    assert made == BOTH


@pytest.mark.usefixtures("folder")
def test_a_process_whose_program_is_replaced_while_it_runs_tells_nothing_again_and_keeps_nothing(
    aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(kept := tmp_path / "cache"))
    aftale("build")
    before = {entry: entry.read_bytes() for entry in kept.iterdir()}
    made.clear()
    for known in (memory.program, cache._made_by):
        known.cache_clear()
    monkeypatch.setattr(installed, "STARTED", 0.0)
    aftale("build", "--force")
    for known in (memory.program, cache._made_by):
        known.cache_clear()
    assert made == BOTH and {entry: entry.read_bytes() for entry in kept.iterdir()} == before


def test_the_files_of_the_program_tell_it_from_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "STARTED", inf)
    put(module := tmp_path / "word/tables.py", "x = 1\n")
    before = list(code_below(str(tmp_path)))
    os.utime(module, ns=(1, 1))
    assert len(before) == 1 and list(code_below(str(tmp_path))) != before


def test_what_follows_from_git_is_made_again_when_git_says_another_thing(
    workspace: Path, aftale: Aftale, made: list[str]
) -> None:
    source = workspace / "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"
    clone = clone_in(workspace)
    put(source, source.read_text(encoding="utf-8") + "versioner:\n  - {nummer: 1, dato: 1.4.2017}\n")
    clone.commit("Version 1")
    first = source.read_bytes()
    change(source, "Alle boligområder opfylder kriteriet.", "Alle opfylder kriteriet.")
    clone.commit("Udkast uden ny version")
    source.write_bytes(first)
    said = [aftale("build", "--verbose").output for _ in range(2)]
    assert made == ["viborg-2017-2021", "viborg-2025-2029"] and not any("R1" in one for one in said)
    clone.git("checkout", "-q", "--orphan", "ny", "HEAD")
    clone.git("commit", "-q", "-m", "Kun den ændrede")
    assert source.read_bytes() == first
    made.clear()
    assert "error R1" in aftale("build", "--verbose").output
    assert made == ["viborg-2017-2021"]


@pytest.mark.skipif(os.name != "posix", reason="rights")
def test_a_plan_with_a_link_to_a_folder_is_always_made_again(
    folder: Path, aftale: Aftale, made: list[str]
) -> None:
    (folder / "agreements/b/templates").symlink_to(ROOT / "templates", target_is_directory=True)
    aftale("build")
    made.clear()
    aftale("build")
    assert made == ["b"]


def test_what_was_said_of_sources_that_changed_meanwhile_is_not_kept(
    folder: Path, aftale: Aftale, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = stages.build

    def build(*arguments: object, **named: object) -> object:
        change(folder / SHARED, "status: udkast", "status:  udkast")
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(stages, "build", build)
    aftale("build")
    monkeypatch.undo()
    assert aftale("build").exit_code == 0
    assert made == BOTH


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_only_told_again_imports_no_model_no_templates_and_no_writer(
    folder: Path, aftale: Aftale, command: str
) -> None:
    aftale("build")
    slow = "docx babel jinja2 yaml markdown_it lxml multiprocessing generator.run.build generator.formats "
    slow += "generator.render generator.document generator.plan.rules generator.plan.model.plan"
    code = (
        "import sys; from generator.cli import commands\n"
        f"commands(['{command}'], standalone_mode=False)\n"
        f"print('slow:', [name for name in '{slow}'.split() if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False,
                          encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    assert told.stdout.splitlines()[-1] == "slow: []"
