"""How much work is done, counted and not timed: what is imported, opened, compiled and called how often."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import docx
import pytest

from generator.base import cache
from generator.base.border import git
from generator.base.findings import Finding
from generator.document.markup import parse
from generator.document.model import Cell, Document, Paragraph, Row, Run, Table
from generator.formats.word import Reference, write, writer
from generator.formats.word.state import WriterState
from generator.plan.model.helhedsplan import Helhedsplan
from generator.render import Templates
from generator.render.environment import FormEnvironment
from generator.run import build
from generator.run.outcomes import Done
from generator.run.texts import Texts
from generator.workspace import versions as versions_in_git
from generator.workspace.folders import Workspace
from generator.workspace.saved_documents import Shelf
from tests.conftest import ROOT, Aftale, change
from tests.support.clone import clone_in
from tests.support.word_samples import PROPERTIES, reference

TEMPLATE = """<table columns="3 1 1"><caption>Mål</caption>{% for n in range(rows) %}
<tr><td>{{ navn }}</td><td class="amount">{{ n | antal }}</td><td>{{ none | linje("Mål") }}</td></tr>
{% endfor %}</table>"""
MOST_CALLS_A_CELL = 160
"""Of all functions, those of Python in C too, from template to .docx; it was 149 when this was written."""


@pytest.fixture(autouse=True)
def _nothing_known_of_other_tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(versions_in_git.SAID, "_language", None)  # it takes up what is kept: nothing


def counted(
    monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, what: Callable[..., object]
) -> Counter[Any]:
    """How often the function was called, by what `what` makes of its arguments."""
    calls: Counter[Any] = Counter()
    real = getattr(owner, name)

    def counting(*arguments: Any, **named: Any) -> Any:
        calls[what(*arguments, **named)] += 1
        return real(*arguments, **named)

    monkeypatch.setattr(owner, name, counting)
    return calls


def build_all(workspace: Path) -> list[object]:
    found = Workspace.find(workspace)
    events: list[object] = list(build.build(found, found.plans()))
    assert not [event for event in events if isinstance(event, Finding) and event.is_error]
    return events


def imported(workspace: Path, *words: str, among: Sequence[str]) -> list[str]:
    """Which of the modules a command imports, in a process of its own."""
    code = (
        "import sys; from generator.cli import commands\n"
        "words, among = (argument.split() for argument in sys.argv[1:])\n"
        "try: commands(words, standalone_mode=False)\n"
        "finally: print('imported:', *(name for name in among if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code, " ".join(words), " ".join(among)], cwd=workspace,
                         capture_output=True, check=True, encoding="utf-8",
                         env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    return ran.stdout.splitlines()[-1].split()[1:]


def test_a_second_run_imports_nothing_that_reads_word_files_or_prose(workspace: Path) -> None:
    slow = ["docx", "lxml", "markdown_it", "babel", "generator.render.tracing",
            "generator.render.typed_again"]  # fmt: skip
    said = []
    for _ in range(2):
        said.append(imported(workspace, "build", "--jobs", "1", "--out", "new", among=slow))
        with (workspace / "agreements" / "viborg-2017-2021" / "helhedsplan.yaml").open("a") as source:
            source.write("# something is new, so that there is something to do\n")
    assert said == [["docx", "lxml", "markdown_it"], []]


def test_a_command_with_nothing_to_do_imports_nothing_that_reads_or_makes_a_plan(workspace: Path) -> None:
    working = [
        "yaml", "jinja2", "generator.plan.model.helhedsplan", "generator.plan.rules", "generator.render",
        "generator.document.model", "generator.formats.word.writer", "pickle", "dataclasses",
    ]  # fmt: skip
    build = ("build", "--jobs", "1")
    assert imported(workspace, "--help", among=working) == []
    assert "generator.plan.rules" in imported(workspace, *build, among=working)
    assert {command[0]: imported(workspace, *command, among=working)
            for command in (build, ("status",), ("check",))} == {"build": [], "status": [], "check": []}


def test_a_run_opens_the_reference_document_once_for_all_plans(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = counted(monkeypatch, docx, "Document", lambda _: "opened")
    read = counted(monkeypatch, Reference, "open", lambda _: "read")
    assert len(build_all(workspace)) > 2
    assert (opened["opened"], read["read"]) == (1, 1)


def test_a_run_compiles_each_template_once_for_all_plans(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "agreements" / "viborg-2025-2029" / "templates").mkdir()
    compiled = counted(monkeypatch, FormEnvironment, "compile", lambda *_, **__: _[3])
    build_all(workspace)
    assert len(compiled) > 8
    assert set(compiled.values()) == {1}


def table(rows: int) -> Document:
    cells = tuple(Cell((Paragraph((Run(text),)),)) for text in ("Bo", "1", "ca. 5 & 6"))
    return Document("T", (Table(tuple(Row(cells) for _ in range(rows)), (3, 1, 1), (Run("Mål"),)),),
                    properties=PROPERTIES)  # fmt: skip


def test_a_style_is_looked_up_no_oftener_in_a_long_document(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, WriterState, "style_id", lambda _, name, __: name)
    write(table(20), reference())
    in_a_short_one = asked.copy()
    asked.clear()
    write(table(400), reference())
    assert asked == in_a_short_one


def calls(work: Callable[[], object]) -> int:
    """How many functions the work calls, Python's own among them."""
    number = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def test_the_work_grows_with_the_rows_and_no_faster(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text(TEMPLATE, encoding="utf-8")
    templates = Templates((tmp_path,))

    def whole(rows: int) -> None:
        markup = templates.render("a.html.j2", {"rows": rows, "navn": "Bo"})
        write(Document("T", parse(markup), properties=PROPERTIES), reference())

    whole(10)
    first, second, third = (calls(lambda rows=rows: whole(rows)) for rows in (200, 400, 600))  # type: ignore[misc]
    assert third - second == pytest.approx(second - first, rel=0.01)
    assert (second - first) / (200 * 3) < MOST_CALLS_A_CELL


def test_after_one_edit_one_plan_is_rendered_and_no_document_of_another_written(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    aftale("build")
    rendered = counted(monkeypatch, Texts, "rendered", lambda _, folder, *__: folder.name)
    saved = counted(monkeypatch, Shelf, "__call__", lambda _, path, __: path.parent.name)
    change(workspace / "agreements/viborg-2025-2029/helhedsplan.yaml", "navn: Den", "navn: Hele den")
    for command in ("check", "status", "build"):
        aftale(command)
    assert rendered.keys() == saved.keys() == {"viborg-2025-2029"}
    assert saved.total() == 4 and rendered.total() == 3 * 4


def test_what_a_file_said_at_a_commit_is_read_once_ever_and_git_answers_once_for_all(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = workspace / "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"
    clone, text = clone_in(workspace), source.read_text(encoding="utf-8")
    for number in range(5):
        versions = f"versioner:\n  - {{nummer: 1, dato: 1.4.2017}}\n# {number}\n"
        source.write_text(text + versions, encoding="utf-8")
        clone.commit(str(number))
    parsed = counted(monkeypatch, versions_in_git, "read_yaml_bytes", lambda *_: "read")
    asked = counted(monkeypatch, git, "_started", lambda _, words, *__: words[0])
    aftale("check")
    assert parsed["read"] == 5 + 1 and asked["log"] == 2 and asked["cat-file"] == 1
    source.write_text(f"{source.read_text(encoding='utf-8')}# 5\n", encoding="utf-8")
    clone.commit("5")
    aftale("check")
    assert parsed["read"] == 5 + 1 + 1
    asked.clear()
    aftale("check")
    assert asked == {"rev-parse": 1}


def test_git_is_not_asked_of_plans_without_a_version(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone_in(workspace).commit("Begyndt")
    asked = counted(monkeypatch, git, "_started", lambda _, words, *__: words[0])
    for command in ("build", "build", "check", "status"):
        aftale(command)
    assert asked == {}


def test_of_what_all_documents_share_only_that_of_the_version_is_read_however_often_it_was_edited_since(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = workspace / "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"
    shared, clone = own.with_name("helhedsplan.yaml"), clone_in(workspace)
    text = own.read_text(encoding="utf-8")
    own.write_text(f"{text}versioner:\n  - {{nummer: 1, dato: 1.4.2017}}\n", encoding="utf-8")
    clone.commit("Version 1")
    draft = shared.read_text(encoding="utf-8").replace("status: endelig", "status: udkast")
    for number in range(5):
        shared.write_text(f"{draft}# {number}\n", encoding="utf-8")
        clone.commit(str(number))
    parsed = counted(monkeypatch, versions_in_git, "read_yaml_bytes", lambda *_: "read")
    aftale("check")
    assert parsed["read"] == 1 + 1


def test_no_plan_is_held_that_is_done(workspace: Path) -> None:
    found = Workspace.find(workspace)

    def alive() -> int:
        return sum(isinstance(one, Helhedsplan) for one in gc.get_objects())

    gc.collect()
    before = alive()
    for event in build.status(found, found.plans()):
        assert not isinstance(event, Done) or alive() <= before + 1, event
    assert alive() == before


def test_a_plan_that_is_done_leaves_nothing_that_only_a_search_for_cycles_gives_back(workspace: Path) -> None:
    found = Workspace.find(workspace)
    plan = build.Work(found, None)()
    for folder in found.plans():
        list(plan(folder))
    gc.collect()
    gc.disable()
    try:
        for folder in found.plans():
            list(plan(folder))
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_document_that_differs_is_written_once(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = "viborg-2025-2029"
    aftale("build", plan)
    change(workspace / "agreements" / plan / "helhedsplan.yaml", "navn: Den", "navn: Hele den")
    packed = counted(monkeypatch, writer, "pack", lambda *_: "packed")
    aftale("build", plan)
    assert packed["packed"] == len(list((workspace / "output" / plan).glob("*.docx")))
