"""Before and after as folders, and what is said of the difference; `--accept` takes it as right."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.base.language import LANGUAGES
from tests.conftest import Aftale
from tests.support.clone import Clone

CASES = Path(__file__).parents[2] / "cases" / "changes"
FORMATS = {"text": "txt", "markdown": "md"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_changes_are_told_as_the_case_says(
    case: str, language: str, form: str, clone: Clone, aftale: Aftale, request: pytest.FixtureRequest
) -> None:
    folder = clone.root / "agreements" / "koege-2025-2029"
    shutil.copytree(CASES / case / "before", folder)
    clone.commit("Før")
    shutil.rmtree(folder)
    shutil.copytree(CASES / case / "after", folder)
    result = aftale("--sprog", language, "diff", "--format", form)
    assert result.exit_code == 0, result.output
    told = result.output.partition("\n\n")[2]
    expected = CASES / case / f"expected.{language}.{FORMATS[form]}"
    if request.config.getoption("--accept"):
        expected.write_text(told, encoding="utf-8", newline="\n")
    assert told == expected.read_text(encoding="utf-8")


def test_a_case_holds_the_examples_that_people_are_promised() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*/expected.da.txt")))
    for line in (
        "Budget: Lokal medfinansiering 12.502 → 13.100 t.kr. (46,1 % → 47,3 %)",
        "Delmål 2: baseline afventer → 14 (2024)",
        "Aktivitet tilføjet: Naboskab (8 timer pr. uge)",
        "Aktivitet omdøbt: Bo Godt → Bo Godt sammen",
        "Kræver Landsbyggefondens godkendelse: Den strategiske samarbejdsaftale er ændret",
        "Nye underskrifter: Køge Kommune og Boligselskabet Sjælland",
    ):
        assert line in told


def test_json_and_html_hold_the_same_changes(clone: Clone, aftale: Aftale) -> None:
    folder = clone.root / "agreements" / "koege-2025-2029"
    shutil.copytree(CASES / "delaftale" / "before", folder)
    clone.commit("Før")
    shutil.copytree(CASES / "delaftale" / "after", folder, dirs_exist_ok=True)
    plan = json.loads(aftale("diff", "--format", "json").output)["plans"][0]
    changes = [change for document in plan["documents"] for change in document["changes"]]
    page = aftale("diff", "--format", "html").output
    assert len(changes) > 8
    assert "<script" not in page and "http" not in page
    for change in changes:
        for text in (change["old"], change["new"], *(piece["text"] for piece in change["words"])):
            assert text in page


def test_nothing_is_told_of_a_plan_with_itself(clone: Clone, aftale: Aftale) -> None:
    shutil.copytree(CASES / "budget" / "before", clone.root / "agreements" / "koege-2025-2029")
    clone.commit("Før")
    assert "No changes." in aftale("diff").output
