"""Screens in both languages are as somebody has looked at them.

`pytest tests/test_screens.py --accept` takes what is seen now as right; then read it aloud. A case is a file
in tests/cases/screens (tests/support/screens.py says what stands in one), its screens are
tests/golden/screens/<case>.da.txt and .en.txt.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest

from generator.base.language import Language
from tests.support.screens import GOLDEN, LANGUAGES, Case, cases

ALL = cases()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_screen_is_as_it_was(
    case: Case, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    golden = case.golden(language)
    old = golden.read_text(encoding="utf-8") if golden.exists() else ""
    new = case.shown(language, tmp_path, monkeypatch)
    if old == new:
        return
    if request.config.getoption("--accept"):
        golden.write_text(new, encoding="utf-8", newline="\n")
        pytest.skip(f"accepted; read {golden.name} aloud before you commit")
    difference = "\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), "was", "is", lineterm=""))
    command = f"pytest tests/test_screens.py --accept -k '{case.name} and {language}'"
    pytest.fail(f"{difference}\n\nIf this is as it should be: {command}", pytrace=False)


def test_there_is_no_golden_without_a_case() -> None:
    assert set(GOLDEN.iterdir()) == {case.golden(it) for case in ALL for it in LANGUAGES}


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.name)
def test_no_sentence_is_wider_than_its_screen(path: Path) -> None:
    width = {case.name: case.columns for case in ALL}[path.name.split(".")[0]]
    told = path.read_text(encoding="utf-8").splitlines()
    assert not [line for line in told if re.match(r"  +(linje|line|→) ", line) and len(line) > width]
