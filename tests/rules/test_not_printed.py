"""U2: what a plan says and no document prints is pointed out; nobody keeps a list of what is printed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import check
from generator.findings import Finding
from generator.workspace import Workspace
from tests.conftest import ROOT, change

Told = Callable[[], list[Finding]]
OLD, NEW = "opdigtet-2016-2020", "opdigtet-2026-2030"
STRATEGIC = "strategisk-samarbejdsaftale.yaml"
DELAFTALE = "delaftale-beskaeftigelse.yaml"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A copy of the invented plans, each of which prints all that it says."""
    shutil.copytree(ROOT / "tests" / "plans" / "agreements", tmp_path / "agreements")
    return tmp_path


def told(root: Path, code: str = "U2") -> list[Finding]:
    workspace = Workspace(root)
    return [e for e in check(workspace, workspace.plans()) if isinstance(e, Finding) and e.code == code]


def test_the_invented_plans_and_viborgs_print_all_that_they_say(plans: Path) -> None:
    assert told(plans) == []
    assert told(ROOT) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        (f"{NEW}/{DELAFTALE}", "revision: |", "problemkompleks: Lang.\nrevision: |", "problemkompleks"),
        (f"{NEW}/{DELAFTALE}", "revision: |", "formål: [at alle trives]\nrevision: |", "formål"),
        (f"{OLD}/{STRATEGIC}", "B´47: 97\n", "B47: 97\n", "problemkompleks.data.tabel[1].områder.B47.værdi"),
        (f"{NEW}/helhedsplan.yaml", "    møder: tre gange", "    fælles_med: []\n    møder: tre gange", ""),
        (f"{NEW}/{STRATEGIC}", "revision: |", "indsatsområder_note: x\nrevision: |", ""),
    ],
)
def test_a_key_that_no_template_asks_for_is_told_at_its_line(
    plans: Path, file: str, old: str, new: str, key: str
) -> None:
    line = change(plans / "agreements" / file, old, new)
    found = told(plans)
    assert [f.message for f in found] == ([f"no document prints `{key}`"] if key else [])
    assert all((f.place.file, f.place.line) == (f"agreements/{file}", line) for f in found)


def test_it_can_be_accepted_with_a_reason(plans: Path) -> None:
    path = plans / "agreements" / NEW / DELAFTALE
    accept = "accepter: [{regel: U2, begrundelse: Kun til os selv., sted: problemkompleks}]\n"
    change(path, "revision: |", f"problemkompleks: Vejen er lang.\n{accept}revision: |")
    assert told(plans) == []
    assert told(plans, "U1") == []


def test_a_template_of_the_plans_own_that_prints_it_is_enough(plans: Path) -> None:
    folder = plans / "agreements" / NEW
    change(folder / DELAFTALE, "revision: |", "problemkompleks: Vejen er lang.\nrevision: |")
    (folder / "templates").mkdir()
    (folder / "templates" / "delaftale.html.j2").write_text(
        '{% extends "2019-26/delaftale.html.j2" %}\n{% block indledning %}'
        '{% if aftale.problemkompleks %}{{ aftale.problemkompleks | prosa("Problemkompleks") }}{% endif %}'
        "{% endblock %}\n",
        encoding="utf-8",
    )
    assert told(plans) == []
