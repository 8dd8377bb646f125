"""Nothing that people write makes the program think for ever: every pattern reads it in one go."""

from __future__ import annotations

import re

import pytest

from tests.support.regular_expressions import Used, all_used, slow_text

USED = all_used()


@pytest.mark.parametrize("used", USED, ids=str)
def test_a_pattern_takes_no_longer_than_its_text_is_long(used: Used) -> None:
    assert slow_text(used) is None, used.pattern.pattern


@pytest.mark.parametrize(("pattern", "method"), [
    (r"( *(?:-|[0-9]{1,9}\)) +)*x", "match"), (r"(a|a)*b", "search"), (r"\w+procent", "search"),
    (r" +$", "search"), (r"\[[^\]]*udfyldes\]", "finditer"), (r"(?P<word>.*?)[.!]+[)*]*", "fullmatch"),
])  # fmt: skip
def test_a_pattern_that_goes_back_over_its_text_is_found(pattern: str, method: str) -> None:
    assert slow_text(Used("none", 1, re.compile(pattern), method))


def test_the_patterns_of_prose_and_of_the_rules_are_among_those_tried() -> None:
    modules = {used.module for used in USED}
    assert {"plan.source.prose.marks", "plan.rules.figures", "authoring.format.comments"} <= modules
    assert len(USED) > 100
