"""What people read: how complete each document is, what is wrong, and what fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Aftale, change, findings
from tests.support.accepting import REASON, SHARED, accept

DELAFTALE = "agreements/viborg-2025-2029/delaftale-beskaeftigelse.yaml"
STRATEGIC = "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"


@pytest.mark.usefixtures("workspace")
def test_verbose_says_how_complete_each_file_is_and_what_is_next(aftale: Aftale) -> None:
    output = aftale("check", "viborg-2025-2029", "--verbose").output
    assert re.search(r"^  delaftale-beskaeftigelse +0 of 7 fields filled$", output, re.MULTILINE)
    assert f"    next: Delaftalens parter ({DELAFTALE}:1:1)\n" in output
    assert len(re.findall(r"^  \S+ +\d+ of \d+ fields filled$", output, re.MULTILINE)) == 5


def test_a_field_that_is_filled_is_counted(workspace: Path, aftale: Aftale) -> None:
    with (workspace / DELAFTALE).open("a", encoding="utf-8") as file:
        file.write("revision: |\n  Delaftalen ses efter hvert år.\n")
    assert f"{DELAFTALE}\n  1 of 7 fields filled; next: " in aftale("check").output


@pytest.mark.usefixtures("workspace")
def test_verbose_tells_each_empty_field_by_itself_as_editors_read_it(aftale: Aftale) -> None:
    short, long = aftale("check").output, aftale("check", "--verbose").output
    empty = [place for place, code in findings(long) if code == "warning C1"]
    assert len(empty) > 20
    assert f"Still empty    {len(empty)} fields\n" in short
    assert not findings(short)


def test_an_empty_field_of_a_final_agreement_is_always_listed(workspace: Path, aftale: Aftale) -> None:
    change(workspace / STRATEGIC, "underretning: |", "underretning:\nrevision: |")
    result = aftale("check", "viborg-2017-2021")
    assert result.exit_code == 1
    assert "To be mended   1 error\n" in result.output
    assert "  C1  Underretning is missing" in result.output


def test_of_a_file_in_error_only_the_number_of_empty_fields_is_told(workspace: Path, aftale: Aftale) -> None:
    change(workspace / DELAFTALE, "indsatsområde:", "målgrupe: x\nindsatsområde:")
    output = aftale("check", "viborg-2025-2029").output
    assert f"{DELAFTALE}\n  7 fields, the first in line 1\n" in output
    long = aftale("check", "--verbose").output
    assert not re.search(r"^  delaftale-beskaeftigelse +\d", long, re.MULTILINE)


@pytest.mark.usefixtures("workspace")
def test_with_strict_warnings_fail_and_it_says_so(aftale: Aftale) -> None:
    assert aftale("check").exit_code == 0
    strict = aftale("check", "--strict")
    assert strict.exit_code == 1
    assert "\nwith --strict, warnings fail\n" in strict.output
    for form in ("json", "github", "sarif"):
        assert aftale("check", "--strict", "--format", form).exit_code == 1
        assert aftale("check", "--format", form).exit_code == 0


def test_what_a_plan_accepts_is_counted_and_listed_with_its_reason_when_it_is_asked_for(
    workspace: Path, aftale: Aftale
) -> None:
    assert "accepted" not in aftale("check", "viborg-2017-2021").output
    line = accept(workspace)
    short = aftale("check", "viborg-2017-2021").output
    assert ", 1 accepted\n" in short
    assert "O2" not in short
    long = aftale("check", "viborg-2017-2021", "--verbose").output
    assert ": accepted O2: Bjerringbro" in long
    assert f"    {REASON} ({SHARED}:{line}:13)\n" in long


def test_what_only_another_document_accepts_is_not_told(workspace: Path, aftale: Aftale) -> None:
    path = workspace / DELAFTALE
    unprinted = "delmål: [{mål: At flere er i arbejde, baseline: {forventet: 1.3.2026}}]\n"
    accept_u2 = f"{unprinted}accepter: [{{regel: U2, begrundelse: Kun til os.}}]\n"
    path.write_text(path.read_text(encoding="utf-8") + accept_u2, encoding="utf-8")
    assert ", 1 accepted" in aftale("build", "viborg-2025-2029").output
    only = aftale("build", "viborg-2025-2029", "--only", "strategisk-samarbejdsaftale")
    assert "accepted" not in only.output
