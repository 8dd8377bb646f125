"""Names that must name something."""

from __future__ import annotations

import pytest

from generator.base.findings import Finding
from generator.plan import rules
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.plan import Plan
from tests.plan.rules.conftest import SHARED, MakePlan, loaded

DELAFTALE = "indsatsområde: beskæftigelse\n"


REFERENCES = {"D4", "I1", "I2", "K4", "O6", "X3"}


def check(plan: Plan) -> list[Finding]:
    """What the rules say of names, a missing delaftale apart."""
    found = (f for f in rules.examine(plan).findings if f.code in REFERENCES)
    return [f for f in found if not f.message.startswith("there is no delaftale")]


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in findings]


SPELLINGS = ["Kølvrå afd. 8", "Kølvrå", "Kølvrå-parken", "kølvrå  AFD. 8", "Kølvra\u030a"]

BASELINE = """\
indsatsområde: beskæftigelse
delmål:
  - mål: x
    baseline: {områder: {→Ringpark: 1}}
"""
MÅLINGER = """\
indsatsområder:
  beskæftigelse:
    målinger:
      - måling: x
        områder: {→Ringpark: 0}
"""
SÆRLIGT = """\
indsatsområder:
  beskæftigelse:
    målinger:
      - måling: x
        særligt: [{områder: [Ringparken, →Ringpark], tekst: y}]
"""
NØGLETAL = """\
problemkompleks:
  data:
    tabel:
      - {nøgletal: x, områder: {→Ringpark: 1}}
"""
TILTAG = """\
samspil:
  tiltag:
    - {tiltag: x, områder: [→Ringpark]}
"""
GRUPPER = """\
organisation:
  grupper:
    - {navn: x, boligområder: [→Ringpark]}
"""


def marked(text: str) -> tuple[str, str]:
    """The text without its →, and the line and column of what the → points at."""
    before = text[: text.index("→")]
    return text.replace("→", ""), f"{before.count(chr(10)) + 1}:{len(before.rsplit(chr(10), 1)[-1]) + 1}"


@pytest.mark.parametrize("name", SPELLINGS)
def test_an_area_goes_by_its_name_its_short_name_and_its_aliases(plan: MakePlan, name: str) -> None:
    assert check(plan("", "", BASELINE.replace("→Ringpark", f'"{name}"'))) == []


@pytest.mark.parametrize("delaftale", [BASELINE], ids=["baseline"])
def test_an_area_that_the_plan_does_not_have_is_told_in_a_delaftale(plan: MakePlan, delaftale: str) -> None:
    text, place = marked(delaftale)
    findings = check(plan("", "", text))
    assert told(findings) == [("D4", f"delaftale-1.yaml:{place}")]
    assert "did you mean `Ringparken`?" in findings[0].hint


@pytest.mark.parametrize("strategic", [MÅLINGER, SÆRLIGT, NØGLETAL, TILTAG])
def test_an_area_that_the_plan_does_not_have_is_told_in_the_agreement(plan: MakePlan, strategic: str) -> None:
    text, place = marked(strategic)
    assert told(check(plan("", text))) == [("D4", f"strategisk-samarbejdsaftale.yaml:{place}")]


def test_an_area_that_the_plan_does_not_have_is_told_in_a_group(plan: MakePlan) -> None:
    text, _ = marked(GRUPPER)
    _, place = marked(SHARED + GRUPPER)
    assert told(check(plan(text))) == [("D4", f"helhedsplan.yaml:{place}")]


def test_an_owner_is_a_party_by_any_of_its_names(plan: MakePlan) -> None:
    made = plan()
    assert [area.ejer for area in made.helhedsplan.boligområder] == ["BoligViborg", "Boligselskabet Viborg"]
    assert check(made) == []


def test_an_owner_that_is_no_party_is_told(plan: MakePlan) -> None:
    text, place = marked(SHARED.replace("ejer: Boligselskabet Viborg", "ejer: →BoligViborgh"))
    changed = Plan("plan", loaded(text, Helhedsplan, "helhedsplan.yaml"), (), plan().form)
    findings = check(changed)
    assert told(findings) == [("O6", f"helhedsplan.yaml:{place}")]
    assert "did you mean `BoligViborg`?" in findings[0].hint


def test_a_delaftale_for_an_area_of_effort_that_is_not_chosen_is_told(plan: MakePlan) -> None:
    findings = check(plan("", "", "indsatsområde: kriminalitetsforebyggelse\n"))
    assert told(findings) == [("I2", "delaftale-1.yaml:1:16")]
    assert "add it to `indsatsområder` in helhedsplan.yaml" in findings[0].hint


def test_a_misspelt_area_of_effort_is_told_with_the_right_one(plan: MakePlan) -> None:
    findings = check(plan("", "indsatsområder:\n  beskæftigelsen: {formål: [at lære]}\n"))
    assert told(findings) == [("I2", "strategisk-samarbejdsaftale.yaml:2:3")]
    assert "did you mean `beskæftigelse`?" in findings[0].hint


def test_a_group_follows_a_chosen_area_of_effort(plan: MakePlan) -> None:
    findings = check(plan("organisation:\n  grupper:\n    - {navn: x, indsatsområde: sundhed}\n"))
    assert told(findings) == [("I2", "helhedsplan.yaml:11:32")]


def test_two_delaftaler_for_one_area_of_effort_are_told(plan: MakePlan) -> None:
    findings = check(plan("", "", DELAFTALE, DELAFTALE))
    assert told(findings) == [("I1", "delaftale-2.yaml:1:16")]
    assert "delaftale-1.yaml" in findings[0].message


def test_annexes_and_criteria_are_those_of_the_form_and_stand_once(plan: MakePlan) -> None:
    strategic = """\
bilag:
  - {bilag: beredskapsplan, status: vedlagt}
problemkompleks:
  kriterier:
    vurderinger:
      - {kriterium: herkomst, vurdering: x}
      - {kriterium: indkomst, vurdering: x}
"""
    file = "strategisk-samarbejdsaftale.yaml"
    findings = check(plan("", strategic))
    assert told(findings) == [("X3", f"{file}:2:13"), ("K4", f"{file}:7:21")]
    assert "did you mean `beredskabsplan`?" in findings[0].hint


def test_what_stands_there_already_is_not_suggested(plan: MakePlan) -> None:
    strategic = """\
bilag:
  - {bilag: beredskabsplan, status: vedlagt}
  - {bilag: beredskabsplan, status: mangler}
  - {bilag: beredskapsplan, status: vedlagt}
"""
    file = "strategisk-samarbejdsaftale.yaml"
    findings = check(plan("", strategic))
    assert told(findings) == [("X3", f"{file}:3:13"), ("X3", f"{file}:4:13")]
    assert findings[1].hint.startswith("leave it out, or mend the name; an annex of your own")


def test_findings_come_in_the_order_of_the_files_and_their_lines(plan: MakePlan) -> None:
    shared = "organisation:\n  grupper:\n    - {navn: x, boligområder: [Nix]}\n"
    strategic = "bilag:\n  - {bilag: x, status: vedlagt}\nsamspil:\n  tiltag: [{tiltag: x, områder: [x]}]\n"
    codes = [finding.code for finding in check(plan(shared, strategic, "indsatsområde: nix\n"))]
    assert codes == ["D4", "X3", "D4", "I2"]
