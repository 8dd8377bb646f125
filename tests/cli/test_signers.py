"""`aftale inspect --signers`: who signs, for a service by which they sign electronically."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.reports.test_json_report import PAGE, keys
from tests.conftest import Aftale, change

PLAN = "viborg-2017-2021"
SHARED = f"agreements/{PLAN}/helhedsplan.yaml"
FILE = f"output/{PLAN}/strategisk-samarbejdsaftale.docx"
ALIKE = "Den almene boligorganisation Vejle"


def signers(aftale: Aftale, named: str) -> list[dict[str, Any]]:
    said = aftale("inspect", named, "--signers")
    assert said.exit_code == 0, said.output
    (document,) = json.loads(said.stdout)["documents"]
    assert document["file"] == FILE
    return list(document["signers"])


def build(aftale: Aftale) -> None:
    said = aftale("build", PLAN)
    assert said.exit_code == 0, said.output


@pytest.mark.usefixtures("workspace")
def test_a_file_and_its_plan_tell_the_same_signers_in_their_order(aftale: Aftale) -> None:
    build(aftale)
    told = signers(aftale, PLAN)
    assert told == signers(aftale, FILE)
    assert [one["order"] for one in told] == list(range(1, len(told) + 1))
    assert told[1]["label"] == "Boligselskabet Sct. Jørgen, Viborg"
    assert told[1]["organisation"] == "Boligselskabet Sct. Jørgen Viborg"
    assert {one["digital"] for one in told} == {False}


def test_parties_whose_names_begin_alike_have_anchors_of_their_own_and_change_no_others(
        workspace: Path, aftale: Aftale) -> None:
    build(aftale)
    before = [one["anchor"] for one in signers(aftale, FILE)]
    more = "".join(f"  - {{navn: {ALIKE} {end}, type: anden}}\n" for end in ("Nord", "Syd"))
    change(workspace / SHARED, "parter:\n", f"parter:\n{more}")
    build(aftale)
    after = [one["anchor"] for one in signers(aftale, FILE)]
    assert after[2:] == before
    assert len({*after}) == len(after)


def test_digital_is_said_for_all_parties_and_another_way_for_one(workspace: Path, aftale: Aftale) -> None:
    change(workspace / SHARED, "parter:\n", "underskrift: digital\nparter:\n")
    change(workspace / SHARED, 'underskrift: {etiket: "Boligselskabet Sct. Jørgen, Viborg"}',
           'underskrift: {etiket: "Boligselskabet Sct. Jørgen, Viborg", måde: på papir}')
    build(aftale)
    told = signers(aftale, FILE)
    assert [one["digital"] for one in told] == [True, False, True, True]
    text = aftale("inspect", "--text", FILE).output
    for one in told:
        assert (one["reference"] is None) == (not one["digital"])
        assert text.count(one["reference"] or "S-no reference") == one["digital"]


@pytest.mark.usefixtures("workspace")
def test_every_key_is_told_of_on_the_page_and_no_other(aftale: Aftale) -> None:
    build(aftale)
    told = keys(json.loads(aftale("inspect", PLAN, "--signers").stdout))
    _, after = PAGE.read_text(encoding="utf-8").split("## Underskrivere")
    page, _, _ = after.partition("\n## ")
    assert told == set(re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE))


@pytest.mark.usefixtures("workspace")
def test_what_is_neither_a_document_nor_a_plan_that_was_built_is_told(aftale: Aftale) -> None:
    assert "there is no plan `x`" in aftale("inspect", "x", "--signers").output
    assert f"make them with: aftale build {PLAN}" in aftale("inspect", PLAN, "--signers").output
    assert "error F7" in aftale("inspect", SHARED, "--signers").output
    assert "does not exist" in aftale("inspect", PLAN).output
