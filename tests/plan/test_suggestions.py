"""What a message says to write is accepted, ends the finding, and is no other plan's fact: in all cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.authoring.examples import Examples, Names
from generator.base.findings import Finding
from generator.plan import kinds
from generator.plan.model.base import Navngivet
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.record import Field, Model
from generator.plan.model.round_keys import EVERY_KEY
from generator.plan.model.shape import models_in, shape_of
from generator.plan.rules import examine
from generator.plan.source.read import read_yaml
from tests.conftest import ROOT
from tests.plan.source import test_bad_input as bad_input
from tests.support.applying import mended, suggested
from tests.support.rounds import ROUNDS
from tests.support.rule_cases import CASES, plan_of, text_of

RULE_CASES = [case for case in CASES if not case.is_dir()]
VALUES = [case for case in bad_input.CASES if case.stem != "missing-comma"]
SUGGEST = {
    "A1", "B1", "B2", "B3", "B4", "B5", "D3", "D4", "D8", "G1", "I2", "I3", "I4", "K2", "K4", "L1", "L4",
    "O3", "O6", "P1", "P2", "P4", "S1", "X2", "X3", "N1", "V1", "V2", "V3", "V4", "V6", "V7", "Y16",
}  # fmt: skip
"""Codes with a case in which they say what to write, and a program can do it."""


def found_in_file(text: str, case: Path, tmp_path: Path) -> tuple[Finding, ...]:
    """What is said of the case once its text is another; nothing where it is sound."""
    changed = tmp_path / case.name
    changed.write_text(text, encoding="utf-8")
    try:
        return bad_input.found_in(changed)
    except pytest.fail.Exception:
        return ()


def new_errors(before: tuple[Finding, ...], after: tuple[Finding, ...], at: Finding) -> list[Finding]:
    """Errors on the line of the finding of a code that nothing was said of there before."""
    there = {(f.place.file, f.place.line, f.code) for f in before} | {(at.place.file, at.place.line, "B2")}
    errors = [f for f in after if f.is_error and f.place.line == at.place.line]
    return [f for f in errors if f.place.file == at.place.file
            and (f.place.file, f.place.line, f.code) not in there]  # fmt: skip


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_doing_what_a_rule_says_to_write_ends_its_finding(case: Path) -> None:
    text = text_of(case)
    before = examine(plan_of(text)).findings
    for finding in (f for f in before if f.place.line):
        for changed in mended(text, finding):
            after = examine(plan_of(changed)).findings
            assert (finding.code, finding.place, finding.message) not in {
                (f.code, f.place, f.message) for f in after
            }, finding
            assert new_errors(before, after, finding) == [], finding


@pytest.mark.parametrize("case", VALUES, ids=lambda path: path.stem)
def test_doing_what_is_said_of_a_key_or_a_value_ends_the_finding(case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8")
    before = bad_input.found_in(case)
    for finding in (f for f in before if f.place.line):
        for changed in mended(text, finding):
            after = found_in_file(changed, case, tmp_path)
            assert (finding.code, finding.place) not in {(f.code, f.place) for f in after}, finding
            assert new_errors(before, after, finding) == [], finding


def test_as_many_codes_say_what_to_write_as_did_before() -> None:
    found = [f for case in RULE_CASES for f in examine(plan_of(text_of(case))).findings]
    found += [f for case in VALUES for f in bad_input.found_in(case)]
    assert {f.code for f in found if suggested(f.hint)} >= SUGGEST


def _models(model: type[Model], seen: set[type[Model]]) -> set[type[Model]]:
    if model not in seen:
        seen.add(model)
        for field in model.fields.values():
            for inner in models_in(shape_of(field.annotation)):
                _models(inner, seen)
    return seen


def _examples() -> Iterator[tuple[str, Field]]:
    """All examples that a message or a new plan can show, with the key."""
    nobody = Names((), (), ())
    for kind in kinds.files():
        for model in _models(kind.model, set()):
            shown = Examples(nobody, ROUNDS.form("2019-26"), kind, EVERY_KEY).fields(model)
            for fields in (model.fields, shown):
                told = ((f"{model.__name__}.{name}", field) for name, field in fields.items())
                yield from ((key, field) for key, field in told if field.example)


def _names_of_real_plans() -> set[str]:
    names: set[str] = set()
    for path in (ROOT / "agreements").glob("*/helhedsplan.yaml"):
        plan = load(read_yaml(path, path.name), Helhedsplan).value
        things: tuple[Navngivet, ...] = (*plan.parter, *plan.boligområder)
        names |= {name for thing in things for name in thing.alle_navne} | {plan.navn}
    return names


def test_no_example_names_what_a_real_plan_names() -> None:
    real = sorted(_names_of_real_plans())
    told = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, real))})(?!\w)|Viborg")
    assert real and [(key, f.example) for key, f in _examples() if told.search(f.example)] == []


NAME = {"navn", "organisation", "ejer", "ansøger", "administrator", "enhed", "etiket"}
HOLDERS = {"Part", "Boligområde", "Medlem", "Organisation", "Underskrift", "Person"}


def test_an_example_of_a_name_is_found_when_it_is_typed_as_it_is() -> None:
    for key, field in _examples():
        holder, name = key.split(".")
        if name in NAME and holder in HOLDERS:
            assert "NN" in field.example, key


def test_the_program_knows_its_own_examples() -> None:
    text = "--- # helhedsplan.yaml\nparter:\n  - {navn: Kommunen NN, type: kommune}\n"
    found = [f.message for f in examine(plan_of(text)).findings if f.code == "L2"]
    assert found == ["`NN` stands for a name or a number in the examples of the program"]
