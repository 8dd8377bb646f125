"""Every rule speaks where it should and is silent where it should be: files under cases/rules/."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Severity
from generator.base.language import LANGUAGES, Language
from generator.plan.rules import RULES, examine, rule
from tests.support.both_languages import english_in, speaking
from tests.support.rule_cases import CASES, FOLDER, Said, expected, plan_of, text_of
from tests.support.workspaces import found_in


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_said_of_a_case_stands_on_its_lines_in_either_language_and_in_no_other(
    case: Path, language: Language, tmp_path: Path
) -> None:
    text = text_of(case)
    with speaking(language):
        found = found_in(case, tmp_path) if case.is_dir() else examine(plan_of(text)).findings
    wanted = expected(text)
    assert sorted(map(Said.of, found)) == wanted, "\n".join(f"{f.place} {f.code} {f.message}" for f in found)
    for finding in found:
        told = rule(finding.code)
        assert told and finding.severity.rank >= told.code.severity.rank
        assert finding.hint
        said = f"{finding.message} {finding.hint}".replace(str(tmp_path), "")
        assert language == "en" or not english_in(said), finding


def test_a_rule_finds_what_its_own_code_says_and_nothing_else() -> None:
    for case in (case for case in CASES if not case.is_dir()):
        plan = plan_of(text_of(case))
        for one in RULES:
            assert {finding.code for finding in one.function(plan)} <= {one.code}, case


@pytest.mark.parametrize("midler", ["2015-18", "2019-26"])
def test_the_plan_that_cases_are_made_of_is_without_fault(midler: str) -> None:
    assert examine(plan_of(f"# {midler}")).findings == ()


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_has_a_case_that_fires_and_one_that_is_silent(code: str) -> None:
    own = [case for case in CASES if case.parent == FOLDER / code]
    severities = {said.severity for case in own for said in expected(text_of(case)) if said.code == code}
    told = rule(code)
    assert told and told.code.severity.name in severities
    if told.milder:
        assert severities & {s.name for s in Severity if s.rank > told.code.severity.rank}
    assert any(case.stem.startswith("silent") for case in own)


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_is_of_a_rule_and_does_what_its_name_says(case: Path) -> None:
    assert rule(case.parent.name)
    fires = any(said.code == case.parent.name for said in expected(text_of(case)))
    assert case.stem.split("-")[0] == ("fires" if fires else "silent")
