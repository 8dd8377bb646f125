"""The pages of the guide that the program makes are those in docs/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale

EXAMPLES = ("--plans", str(ROOT), "--plans", str(ROOT / "tests" / "plans"))


def test_the_pages_in_docs_are_those_that_the_program_makes(
    tmp_path: Path, aftale: Aftale, request: pytest.FixtureRequest
) -> None:
    folder = ROOT / "docs" if request.config.getoption("--accept") else tmp_path
    assert aftale("pages", str(folder), *EXAMPLES).exit_code == 0
    made = sorted(tmp_path.iterdir())
    assert [path.name for path in made] == ([] if folder != tmp_path else ["noegler.md", "regler.md"])
    for path in made:
        written = (ROOT / "docs" / path.name).read_text(encoding="utf-8")
        assert written == path.read_text(encoding="utf-8"), (
            f"pytest tests/cli/test_pages.py --accept writes docs/{path.name} anew"
        )


def test_the_command_is_for_those_who_change_the_program(aftale: Aftale) -> None:
    assert "\n  pages" not in aftale("--help").output
