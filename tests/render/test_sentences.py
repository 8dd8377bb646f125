"""Sentences that are put together of a plan's facts are Danish for none, one, two and many of them.

A case is a plan as cases of rules are, a file under cases/sentences. `# LINE …` is a line of the document,
`# NOT …` stands nowhere in it; `~` is a hard space.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.document.reading import text_of
from generator.render import Templates
from generator.run.texts import variables
from tests.conftest import ROOT
from tests.support.rule_cases import plan_of

CASES = sorted((ROOT / "tests" / "cases" / "sentences").glob("*.yaml"))
FORMS = ROOT / "templates"
SAID = re.compile(r"^# (LINE|NOT) (.+)$", re.MULTILINE)


def lines_of(text: str) -> list[str]:
    """The lines of all documents of the case's plan."""
    plan = plan_of(text)
    lines: list[str] = []
    for aftale in plan.aftaler:
        context = variables(plan, aftale, draft=not plan.is_final(aftale))
        name = f"{plan.form.midler}/{aftale.art}.html.j2"
        document = Templates((FORMS,), ROOT).document(name, context, title="", draft=True).document
        lines += text_of(document).replace("\u00a0", "~").split("\n")
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_plan_is_told_in_the_sentences_of_its_case(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    lines, wanted = lines_of(text), SAID.findall(text)
    assert [words for kind, words in wanted if kind == "LINE" and words not in lines] == [], lines
    assert [words for kind, words in wanted if kind == "NOT" and words in "\n".join(lines)] == []
    assert wanted


def test_every_case_of_a_number_is_there() -> None:
    stems = {case.stem for case in CASES}
    assert stems >= {f"{number}-of-all" for number in ("none", "one", "two", "many")}
