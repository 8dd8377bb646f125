"""The application has five pages at most: counted in a PDF, estimated without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change, findings

PLAN = "digtehavn-2027-2031"
FILE = Path("agreements", PLAN, "ansoegning.yaml")
LONG = "  Mange beboere kender ikke deres naboer, og få er med i foreningslivet, som det er nu.\n\n" * 250


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace with a final plan that has an application."""
    shutil.copytree(ROOT / "tests" / "plans" / "agreements" / PLAN, tmp_path / "agreements" / PLAN)
    monkeypatch.chdir(tmp_path)


def test_a_short_one_is_as_it_should_be(aftale: Aftale) -> None:
    result = aftale("build", "--pdf", "--only", "ansoegning")
    assert result.exit_code == 0 and "F11" not in result.output


def test_a_long_one_is_told_mildly_until_its_pages_are_counted(aftale: Aftale) -> None:
    change(FILE, "problembeskrivelse: |\n", f"problembeskrivelse: |\n{LONG}")
    assert (FILE.as_posix(), "warning F11") in told(aftale("check", "--verbose").output)
    counted = aftale("build", "--verbose", "--pdf", "--only", "ansoegning")
    assert counted.exit_code == 1 and (FILE.as_posix(), "error F11") in told(counted.output)
    assert "and the most is 5" in counted.output
    change(FILE, "kontakt:", "status: udkast\nkontakt:")
    draft = aftale("build", "--verbose", "--pdf", "--only", "ansoegning")
    assert (FILE.as_posix(), "warning F11") in told(draft.output)


def test_it_is_no_part_of_the_package(aftale: Aftale) -> None:
    change(FILE, "kontakt: sekretariatets leder", "status: udkast")
    result = aftale("package", PLAN)
    assert result.exit_code == 0 and "ansoegning" not in result.output


def told(output: str) -> list[tuple[str, str]]:
    """The file and the severity with the code of every finding."""
    return [(place.partition(":")[0], code) for place, code in findings(output)]
