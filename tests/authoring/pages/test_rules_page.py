"""Each rule says all that a reader of the page of rules needs."""

from __future__ import annotations

import pytest

from generator.plan.rules import RULES, Rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_from_where_and_how_to_mend_it(rule: Rule) -> None:
    for text in (rule.title, rule.why, rule.source, rule.example, rule.mend):
        assert text and text == " ".join(text.split())
    assert rule.title[-1] != "."
    assert rule.why.endswith(".") and rule.mend.endswith(".")


def test_every_code_is_one_rule() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.title for rule in RULES}) == len(RULES)
