"""The guide's page of rules is that of the rules, and each says all that a reader needs."""

from __future__ import annotations

import pytest

from generator.plan.rules import RULES, Rule
from tests.support import rules_page


def test_the_page_of_rules_is_made_from_the_rules(request: pytest.FixtureRequest) -> None:
    made = rules_page.page()
    if request.config.getoption("--accept"):
        rules_page.PAGE.write_text(made, encoding="utf-8", newline="\n")
    written = rules_page.PAGE.read_text(encoding="utf-8")
    assert written == made, "pytest tests/docs/test_rules_page.py --accept writes docs/regler.md anew"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_from_where_and_how_to_mend_it(rule: Rule) -> None:
    for text in (rule.title, rule.why, rule.source, rule.example, rule.mend):
        assert text and text == " ".join(text.split())
    assert rule.title[-1] != "."
    assert rule.why.endswith(".") and rule.mend.endswith(".")


def test_every_code_is_one_rule() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.title for rule in RULES}) == len(RULES)
