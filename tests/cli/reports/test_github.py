"""`--format github`: a workflow command a finding, which GitHub shows at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Code, Finding, Place, Severity
from generator.cli.reports import Report
from generator.cli.reports.github import as_github
from tests.conftest import Aftale, change
from tests.support.accepting import accept

SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"


def said(*findings: Finding) -> str:
    """What GitHub is told of the findings."""
    return as_github(Report((), findings, ()))


def test_an_error_is_a_command_with_its_place(workspace: Path, aftale: Aftale) -> None:
    line = change(workspace / SHARED, "14.600", "14.6")
    result = aftale("check", "--format", "github", "viborg-2017-2021")
    first = result.stdout.splitlines()[0]
    assert first.startswith(f"::error file={SHARED},line={line},col=")
    assert ",title=aftale V1::budget.finansiering[1].beløb: `14.6` cannot be read" in first
    assert "%0Awrite 14.600" in first
    assert result.exit_code == 1


def test_what_github_would_misread_is_escaped() -> None:
    place = Place("a,b: c.yaml", 3, 7)
    finding = Finding(Code("B2", Severity.WARNING), "21,5 %: too\nlittle", "", place)
    assert said(finding) == (
        "::warning file=a%2Cb%3A c.yaml,line=3,col=7,title=aftale B2::21,5 %25: too%0Alittle"
    )


def test_a_finding_about_a_file_has_no_line_and_one_about_nothing_no_file() -> None:
    assert said(Finding(Code("F1", Severity.INFO), "a", "b", Place("x.yaml"))) == (
        "::notice file=x.yaml,title=aftale F1::a%0Ab"
    )
    assert said(Finding(Code("F1", Severity.INFO), "a", "", Place(""))) == "::notice title=aftale F1::a"


def test_files_are_named_from_the_repository(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(workspace.parent))
    stdout = aftale("check", "--format", "github").stdout
    assert f"file={workspace.name}/{SHARED}," in stdout
    monkeypatch.setenv("GITHUB_WORKSPACE", str(workspace))
    assert f"file={SHARED}," in aftale("check", "--format", "github").stdout


def test_what_a_plan_accepts_is_not_told(workspace: Path, aftale: Aftale) -> None:
    assert "title=aftale O2::" in aftale("check", "--format", "github").stdout
    accept(workspace)
    assert "O2" not in aftale("check", "--format", "github").stdout


@pytest.mark.usefixtures("workspace")
def test_every_empty_field_is_told(aftale: Aftale) -> None:
    stdout = aftale("check", "--format", "github").stdout
    assert stdout.count("title=aftale C1::") > 20
