"""`aftale explain`: every code, what it means and how to mend it."""

from __future__ import annotations

import re

import pytest
from click.shell_completion import ShellComplete

from generator.base.findings import GradedCode, Rejected
from generator.cli.explain import explanations, file_codes, full_text, order, template_codes, value_codes
from generator.document.markup import parse
from generator.plan import kinds, rules
from generator.plan.model.load import load
from generator.plan.source.read import read_yaml_bytes
from tests.conftest import Aftale
from tests.support.rounds import FORMS, ROUNDS

NOT_IN_A_SNIPPET = {"Y1", "Y2", "Y3"}
"""What is wrong with a file as a whole, and a limit that no field has now."""


def fired(text: str, kind: kinds.FileKind) -> set[str]:
    """The codes that the file gets in a plan of the last round."""
    keys = ROUNDS.keys(FORMS[-1], kind)
    try:
        load(read_yaml_bytes(text.encode(), "x.yaml"), kind.model, keys)
    except Rejected as rejected:
        return {finding.code for finding in rejected.findings}
    return set()


def test_a_code_has_one_explanation() -> None:
    told = [*(r.code for r in rules.RULES), *(
        e.code for e in (*file_codes.EXPLANATIONS, *value_codes.EXPLANATIONS, *template_codes.EXPLANATIONS)
    )]  # fmt: skip
    assert sorted(told) == sorted(set(told))
    assert set(told) == set(explanations())


def test_an_explanation_says_when_a_finding_is_milder_just_where_its_code_can_be() -> None:
    for one in explanations().values():
        assert bool(one.milder) == isinstance(one.code, GradedCode), one.code


@pytest.mark.parametrize("code", [
    e.code for e in (*file_codes.EXPLANATIONS, *value_codes.EXPLANATIONS)
    if e.code[0] in "YNV" and e.code not in NOT_IN_A_SNIPPET
])  # fmt: skip
def test_the_example_of_a_code_gets_that_code(code: str) -> None:
    assert any(code in fired(explanations()[code].example, kind) for kind in kinds.files())


@pytest.mark.parametrize("code", [e.code for e in template_codes.EXPLANATIONS if e.code[0] == "M"])
def test_the_example_of_markup_gets_that_code(code: str) -> None:
    with pytest.raises(Rejected) as caught:
        parse(explanations()[code].example)
    assert code in {finding.code for finding in caught.value.findings}


def test_everything_that_is_asked_for_is_told() -> None:
    for one in explanations().values():
        assert one.title and one.why and one.example and one.mend, one.code
        assert not one.title.endswith("."), one.code
        assert one.mend.endswith((".", ".`")), one.code


def test_a_rule_is_told_with_its_source(aftale: Aftale) -> None:
    result = aftale("explain", "b2")
    assert result.exit_code == 0
    one = explanations()["B2"]
    flat = " ".join(result.output.split())
    for text in (one.title, one.why, one.source, one.example, one.mend, "fejl"):
        assert " ".join(text.split()) in flat


def test_without_a_code_all_are_listed_in_order(aftale: Aftale) -> None:
    output = aftale("explain").output
    listed = re.findall(r"^([A-Z][0-9]+) +(?:fejl|advarsel|oplysning) ", output, re.MULTILINE)
    assert listed == sorted(explanations(), key=order)


@pytest.mark.parametrize(("code", "said"), [("B99", "write one of: B1, B2"), ("Z1", "A1, A2"), ("V11", "V1")])
def test_an_unknown_code_is_wrong_use_and_names_the_nearest(aftale: Aftale, code: str, said: str) -> None:
    result = aftale("explain", code)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("width", [40, 80, 100])
def test_prose_fits_the_screen(width: int) -> None:
    for one in explanations().values():
        lines = full_text(one, width).splitlines()
        wide = [line for line in lines if len(line) > width and "\n" not in one.example]
        assert [line for line in wide if " " in line.strip()] == [], one.code


def test_the_shell_completes_codes() -> None:
    from generator.cli import commands

    completion = ShellComplete(commands, {}, "aftale", "_AFTALE_COMPLETE")
    offered = completion.get_completions(["explain"], "b")
    assert [item.value for item in offered] == ["B1", "B2", "B3", "B4", "B5", "B6"]
    assert offered[1].help == explanations()["B2"].title
