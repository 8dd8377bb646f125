"""The words of the rules are as they were when somebody last read them: said.txt and sagt.txt in cases/rules.

`pytest tests/plan/rules/test_messages.py --accept` takes what is said now as right.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.findings import Finding
from generator.base.language import LANGUAGES, Language
from generator.plan.rules import examine
from tests.support.both_languages import speaking
from tests.support.rule_cases import CASES, FOLDER, plan_of, text_of

GOLDEN: dict[Language, Path] = {"en": FOLDER / "said.txt", "da": FOLDER / "sagt.txt"}
HEAD = "What is said of the cases, word for word. test_messages.py --accept writes it.\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_case_is_told_in_the_words_that_somebody_read_last(
    language: Language, request: pytest.FixtureRequest
) -> None:
    golden = GOLDEN[language]
    with speaking(language):
        said = HEAD + "".join(_said(case) for case in CASES if not case.is_dir())
    if request.config.getoption("--accept"):
        golden.write_text(said, encoding="utf-8", newline="\n")
    kept = golden.read_text(encoding="utf-8")
    changed = difflib.unified_diff(kept.splitlines(), said.splitlines(), golden.name, "now", lineterm="", n=1)
    assert said == kept, "\n".join(changed)


def _said(case: Path) -> str:
    found = examine(plan_of(text_of(case))).findings
    lines = [line for finding in found for line in _lines(finding)]
    name = case.relative_to(FOLDER).with_suffix("").as_posix()
    return "\n".join([f"\n{name}", *lines, ""]) if lines else ""


def _lines(finding: Finding) -> Iterator[str]:
    second = f" (and {finding.second})" if finding.second else ""
    yield f"  {finding.place}{second}: {finding.severity.value} {finding.code}"
    yield f"    {finding.message}"
    yield f"    {finding.hint}"
