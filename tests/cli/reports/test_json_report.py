"""`--format json`: one object, as docs/formater.md describes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.cli.reports.json_report import VERSION
from tests.conftest import ROOT, Aftale, change, findings
from tests.support.accepting import REASON, accept

SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"
PAGE = ROOT / "docs" / "formater.md"


def keys(value: Any, path: str = "") -> set[str]:
    """The keys of an object, those of the objects in its lists with `[]`: `findings[].code`."""
    if isinstance(value, list):
        return {key for item in value for key in keys(item, f"{path}[]")}
    if not isinstance(value, dict):
        return set()
    dotted = {f"{path}.{key}".lstrip("."): inner for key, inner in value.items()}
    return set(dotted) | {key for name, inner in dotted.items() for key in keys(inner, name)}


def test_json_says_what_the_text_says(workspace: Path, aftale: Aftale) -> None:
    line = change(workspace / SHARED, "14.600", "14.6")
    result = aftale("check", "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["version"] == VERSION
    (error,) = [finding for finding in told["findings"] if finding["severity"] == "error"]
    assert (error["code"], error["file"], error["line"]) == ("V1", SHARED, line)
    assert "write 14.600" in error["hint"]
    assert told["documents"][0]["reason"] == "errors in helhedsplan.yaml"
    assert told["summary"]["not_made"] == 1
    text = aftale("check", "--verbose").output
    places = {f"{f['file']}:{f['line']}:{f['column']}" for f in told["findings"]}
    assert places == {place for place, _ in findings(text)}


@pytest.mark.usefixtures("workspace")
def test_json_tells_every_empty_field_and_how_complete_each_file_is(aftale: Aftale) -> None:
    told = json.loads(aftale("check", "viborg-2025-2029", "--format", "json").stdout)
    for one in told["completeness"]:
        empty = [f for f in told["findings"] if f["code"] == "C1" and f["file"] == one["file"]]
        assert len(empty) == len(one["missing"]) == one["required"] - one["filled"]
    assert any(one["missing"] for one in told["completeness"])


@pytest.mark.usefixtures("workspace")
def test_json_is_ascii_so_that_no_console_spoils_it(aftale: Aftale) -> None:
    assert aftale("check", "--format", "json").stdout.isascii()


@pytest.mark.usefixtures("workspace")
def test_build_can_say_it_in_json_too(aftale: Aftale) -> None:
    told = json.loads(aftale("build", "viborg-2017-2021", "--format", "json").stdout)
    assert [document["document"] for document in told["documents"]] == ["strategisk-samarbejdsaftale"]


def test_what_a_plan_accepts_is_told_with_its_reason_and_not_as_a_finding(
    workspace: Path, aftale: Aftale
) -> None:
    line = accept(workspace)
    told = json.loads(aftale("check", "viborg-2017-2021", "--format", "json").stdout)
    (one,) = told["accepted"]
    assert (one["code"], one["reason"]) == ("O2", REASON)
    assert (one["entry"]["file"], one["entry"]["line"]) == (SHARED, line)
    assert told["summary"]["accepted"] == 1
    assert "O2" not in [finding["code"] for finding in told["findings"]]


def test_the_page_describes_every_key_and_no_other(workspace: Path, aftale: Aftale) -> None:
    accept(workspace)
    told = json.loads(aftale("check", "--format", "json").stdout)
    page = PAGE.read_text(encoding="utf-8").partition("## JSON")[2].partition("## Underskrivere")[0]
    described = set(re.findall(r"^\| `([a-z_.\[\]]+)` \|", page, re.MULTILINE))
    assert described == keys(told)
