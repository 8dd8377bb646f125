"""U2 over whole plans: nobody keeps a list of what is printed. Its cases are in cases/rules/U2/."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.base.findings import Finding
from generator.run.build import build, check
from generator.workspace.folders import Workspace
from tests.conftest import ROOT, change

Told = Callable[[], list[Finding]]
OLD, NEW = "opdigtet-2016-2020", "opdigtet-2026-2030"
STRATEGIC = "strategisk-samarbejdsaftale.yaml"
DELAFTALE = "delaftale-beskaeftigelse.yaml"
AREAS = "områder:"


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
        (f"{NEW}/{DELAFTALE}", AREAS, f"forventet: 1.3.2026\n      {AREAS}", "delmål[1].baseline.forventet"),
        (f"{OLD}/{STRATEGIC}", "    tabel:\n", "    mangel: {mangler: En række}\n    tabel:\n",
         "problemkompleks.data.mangel"),
    ],
)
def test_it_names_the_key_that_no_template_asks_for(
    plans: Path, file: str, old: str, new: str, key: str
) -> None:
    change(plans / "agreements" / file, old, new)
    assert [f.message for f in told(plans)] == [f"no document prints `{key}`"]


def test_of_an_agreement_that_was_not_made_nothing_is_told_nor_then_of_what_all_share(plans: Path) -> None:
    change(plans / "agreements" / NEW / DELAFTALE, AREAS, f"forventet: 1.3.2026\n      {AREAS}")
    shared = plans / "agreements" / NEW / "helhedsplan.yaml"
    change(shared, "cvr: 00000000", "skriver_under: nej")
    workspace = Workspace(plans)

    def files(*only: str) -> list[str]:
        events = build(workspace, workspace.plans([NEW]), only, plans / "out")
        return [e.place.file.rsplit("/", 1)[-1] for e in events if isinstance(e, Finding) and e.code == "U2"]

    assert files() == ["helhedsplan.yaml", DELAFTALE]
    assert files(DELAFTALE.removesuffix(".yaml")) == [DELAFTALE]
    assert files(STRATEGIC.removesuffix(".yaml")) == []


def test_an_acceptance_is_not_said_to_be_idle_before_the_rendering(plans: Path) -> None:
    path = plans / "agreements" / NEW / DELAFTALE
    accept = "accepter: [{regel: U2, begrundelse: Kun til os selv., sted: 'delmål[1].baseline.forventet'}]\n"
    change(path, AREAS, f"forventet: 1.3.2026\n      {AREAS}")
    change(path, "revision: |", f"{accept}revision: |")
    assert told(plans) == []
    assert told(plans, "U1") == []
    change(path, "accepter: [", "accepter: [{regel: D5, begrundelse: Det var før.}, ")
    assert len(told(plans, "U1")) == 1
