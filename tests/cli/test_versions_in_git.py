"""Versions that nobody has issued: what git knows of them, told by check, build and diff."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.base import cache
from tests.conftest import Aftale, change
from tests.support.clone import Clone, clone_in

PLAN, DOCUMENT = "viborg-2017-2021", "strategisk-samarbejdsaftale"
FOLDER = f"agreements/{PLAN}"
OWN, SHARED = f"{FOLDER}/{DOCUMENT}.yaml", f"{FOLDER}/helhedsplan.yaml"
VERSION = "versioner:\n  - {nummer: 1, dato: 1.4.2017}\n"
NEW_NAME = "agreements/viborg-1"


@pytest.fixture
def final(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A plan whose agreement is final in version 1, as git has it."""
    monkeypatch.setenv(cache.VARIABLE, "")
    with Path(OWN).open("a", encoding="utf-8") as own:
        own.write(VERSION)
    clone = clone_in(workspace)
    clone.commit("Version 1")
    return clone


def more_money(folder: str = FOLDER) -> None:
    change(Path(folder, "helhedsplan.yaml"), "12.502", "13.100")
    change(Path(folder, "helhedsplan.yaml"), "27.102", "27.700")


def status(folder: str, old: str, new: str) -> None:
    change(Path(folder, f"{DOCUMENT}.yaml"), old, new)


@pytest.mark.usefixtures("final")
def test_a_wording_of_the_plans_own_is_a_change_of_the_agreement(aftale: Aftale) -> None:
    own = Path(FOLDER, "templates", f"{DOCUMENT}.html.j2")
    own.parent.mkdir()
    own.write_text('{% extends "2015-18/' + DOCUMENT + '.html.j2" %}{% block revision_godkendelse %}Alt kan '
                   "ændres.{% endblock %}", encoding="utf-8")  # fmt: skip
    assert "error R1" in aftale("check", "--verbose", PLAN).output
    told = aftale("diff").output
    assert "Needs the approval of Landsbyggefonden" in told and "Only the form has changed" not in told
    assert "Changed by the plan's own wording:" in told and "Changed by the form" not in told


def test_a_draft_in_between_hides_no_change(final: Clone, aftale: Aftale) -> None:
    status(FOLDER, "versioner:", "status: udkast\nversioner:")
    more_money()
    final.commit("Udkast")
    assert "R1" not in aftale("check", "--verbose", PLAN).output
    status(FOLDER, "status: udkast\n", "")
    final.commit("Endelig igen")
    assert "error R1" in aftale("check", "--verbose", PLAN).output


def test_a_clone_without_the_history_says_so_and_a_strict_check_fails(
    final: Clone, tmp_path: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(Path(SHARED), "status: endelig", "status: endelig  # set igennem")
    final.commit("En bemærkning")
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{final.root}", str(shallow)], check=True)
    monkeypatch.chdir(shallow)
    result = aftale("check", "--verbose", PLAN, "--strict")
    assert "warning R5" in result.output and result.exit_code == 1


@pytest.mark.parametrize("committed", [True, False])
def test_a_renamed_folder_is_the_same_plan(final: Clone, aftale: Aftale, *, committed: bool) -> None:
    Path(FOLDER).rename(NEW_NAME)
    if committed:
        final.commit("Et andet navn")
    assert "R1" not in aftale("check", "--verbose", "viborg-1").output
    more_money(NEW_NAME)
    assert "error R1" in aftale("check", "--verbose", "viborg-1").output
    told = aftale("diff", *["HEAD~1"] * committed).output
    assert "12.502 → 13.100" in told and "Goes out" not in told
    assert f"The plan's folder renamed: {PLAN} → viborg-1" in told


def test_an_approval_that_comes_later_asks_for_nothing(final: Clone, aftale: Aftale) -> None:
    decided = ", besluttet: [{instans: Landsbyggefonden, dato: 26.3.2017, sagsnummer: 17-0457}]}"
    status(FOLDER, "dato: 1.4.2017}", f"dato: 1.4.2017{decided}")
    told = aftale("diff").output
    assert "Landsbyggefonden" in told
    for word in ("Needs the approval", "New signatures", "Lacks a new version", "To be sent out"):
        assert word not in told
    final.commit("Godkendt")
    assert "R1" not in aftale("check", PLAN).output


@pytest.mark.usefixtures("final")
def test_what_the_fund_has_approved_needs_no_approval(aftale: Aftale) -> None:
    more_money()
    with Path(OWN).open("a", encoding="utf-8") as own:
        own.write("  - {nummer: 2, dato: 1.3.2018}\n")
    assert "Needs the approval of Landsbyggefonden" in aftale("diff").output
    status(FOLDER, "1.3.2018}", "1.3.2018, besluttet: [{instans: LBF, dato: 1.2.2018}]}")
    told = aftale("diff").output
    assert "Needs the approval of Landsbyggefonden" not in told and "New signatures" in told


@pytest.mark.usefixtures("final")
def test_the_draft_after_a_version_is_one_of_the_next(aftale: Aftale) -> None:
    status(FOLDER, "versioner:", "status: udkast\nversioner:")
    aftale("build", PLAN)
    told = aftale("inspect", f"output/{PLAN}/{DOCUMENT}.docx").output
    assert "Udkast til version 2" in told.replace("\u00a0", " ")


@pytest.mark.usefixtures("final")
def test_a_draft_of_a_version_that_was_never_final_is_one_of_that(aftale: Aftale) -> None:
    status(FOLDER, "versioner:", "status: udkast\nversioner:")
    status(FOLDER, "nummer: 1", "nummer: 3")
    aftale("build", PLAN)
    told = aftale("inspect", f"output/{PLAN}/{DOCUMENT}.docx").output
    assert "Udkast til version 3" in told.replace("\u00a0", " ")


@pytest.mark.usefixtures("final")
def test_status_says_what_diff_says(aftale: Aftale) -> None:
    aftale("build")
    change(Path(SHARED), "status: endelig", "status: endelig  # set igennem")
    assert "5 up to date" in aftale("status").output
    assert "No changes." in aftale("diff").output
    more_money()
    assert "4 up to date, 1 in error" in aftale("status").output
    assert "To be sent out again: den strategiske samarbejdsaftale\n" in aftale("diff").output
