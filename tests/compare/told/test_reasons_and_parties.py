"""`aftale diff --reasons` says who changed what and why; `--part` what concerns one party."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change
from tests.support.clone import Clone

CASE = ROOT / "tests/cases/changes/budget"
FOLDER = Path("agreements", "koege-2025-2029")
SHARED = FOLDER / "helhedsplan.yaml"


@pytest.fixture
def revised(clone: Clone) -> Clone:
    """Two commits to a budget: one for its amount, one for an area."""
    shutil.copytree(CASE / "before", FOLDER)
    clone.commit("Før")
    change(SHARED, "12.502", "13.100")
    clone.commit("Kommunen giver mere")
    return clone


@pytest.mark.usefixtures("revised")
def test_each_change_has_the_commit_of_its_line(aftale: Aftale) -> None:
    told = aftale("diff", "HEAD~1", "--reasons").output
    amount = next(line for line in told.splitlines() if "12.502 → 13.100" in line)
    assert told.splitlines()[told.splitlines().index(amount) + 1].strip() == (
        "Sekretariatet, 1.3.2026: Kommunen giver mere"
    )


@pytest.mark.usefixtures("revised")
def test_what_no_commit_has_yet_is_told_so(aftale: Aftale) -> None:
    change(SHARED, "13.100", "13.200")
    assert "not committed yet" in aftale("diff", "--reasons").output


@pytest.mark.usefixtures("revised")
def test_programs_read_the_reasons_too(aftale: Aftale) -> None:
    plan = json.loads(aftale("diff", "HEAD~1", "--reasons", "--format", "json").output)["plans"][0]
    assert {one["reason"]["subject"] for one in plan["shared"] if one["reason"]} == {"Kommunen giver mere"}
    told = json.loads(aftale("diff", "HEAD~1", "--format", "json").output)["plans"][0]
    assert {one["reason"] for one in told["shared"]} == {None}


def reasons(told: str) -> dict[str, str]:
    """The line of each change with the line below it."""
    lines = [line.strip() for line in told.splitlines()]
    return dict(pairwise(lines))


AREA = "  - navn: Karlemoseparken\n"


@pytest.mark.usefixtures("revised")
def test_what_was_taken_out_has_the_commit_that_took_it_out(aftale: Aftale, revised: Clone) -> None:
    text = SHARED.read_text(encoding="utf-8")
    SHARED.write_text(f"{text}boligområder:\n{AREA}  - navn: Ellemarken\n", encoding="utf-8")
    revised.commit("To boligområder")
    change(SHARED, AREA, "")
    revised.commit("Karlemoseparken er nedlagt")
    change(SHARED, "13.100", "13.300")
    revised.commit("Endnu mere")
    told = reasons(aftale("diff", "HEAD~2", "--reasons").output)
    why = "Sekretariatet, 1.3.2026: Karlemoseparken er nedlagt"
    assert told["Boligområde removed: Karlemoseparken"] == why


@pytest.mark.usefixtures("revised")
def test_what_is_taken_out_and_not_committed_is_told_so(aftale: Aftale, revised: Clone) -> None:
    text = SHARED.read_text(encoding="utf-8")
    SHARED.write_text(f"{text}boligområder:\n{AREA}  - navn: Ellemarken\n", encoding="utf-8")
    revised.commit("To boligområder")
    change(SHARED, AREA, "")
    told = reasons(aftale("diff", "--reasons").output)
    assert told["Boligområde removed: Karlemoseparken"] == "not committed yet"


@pytest.mark.usefixtures("revised")
def test_a_party_hears_what_it_signs_and_what_names_it(aftale: Aftale) -> None:
    change(SHARED, "{navn: Køge Kommune,", "{navn: Køge Kommune, cvr: 29189374,")
    told = aftale("diff", "HEAD~1", "--part", "Køge Kommune").output
    assert "Køge Kommune signs den strategiske samarbejdsaftale." in told
    assert "CVR-nr. 29189374" in told
    assert "12.502 → 13.100" not in told
    assert "Changes that do not name the party:" in told


@pytest.mark.usefixtures("revised")
def test_a_party_that_no_plan_has_is_refused_with_the_nearest(aftale: Aftale) -> None:
    result = aftale("diff", "HEAD~1", "--part", "Køge Komune")
    assert result.exit_code == 2
    assert "did you mean `Køge Kommune`?" in result.output
