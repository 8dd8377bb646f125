"""What a form requires before an agreement is final."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.base.findings import Finding, Severity
from generator.document.gaps import gaps
from generator.plan import kinds, rules
from generator.plan.model.form import Form
from generator.plan.model.load import load
from generator.plan.model.plan import Plan
from generator.plan.model.record import Model
from generator.plan.model.shape import keys_at
from generator.plan.rules.completeness import completeness
from generator.plan.source.read import read_yaml
from generator.run.build import Builder
from generator.run.read_plan import Reader
from generator.workspace.folders import Workspace, form_roots
from tests.conftest import ROOT
from tests.plan.rules.conftest import MakePlan

MODELS: dict[str, type[Model]] = {kind.name: kind.model for kind in kinds.files()}
FORMS = sorted(form_roots(None)[0].glob("*/form.yaml"))
FOLLOW = {"[Status udfyldes]", "[Sum udfyldes]"}
"""Gaps that are no field of their own: an annex that is not listed, a sum of amounts not known."""
FINAL = "status: endelig\n"


def check(plan: Plan) -> list[Finding]:
    """What the rules say of empty fields."""
    return [finding for finding in rules.examine(plan).findings if finding.code in ("C1", "C2")]


def requires(kind: str, **fields: str) -> str:
    """The part of a form that requires those fields, each with its name."""
    lines = [f'    "{path}": {name}' for path, name in fields.items()]
    return "\n".join([f"\nkrævede_felter:\n  {kind}:", *lines, ""])


def test_a_missing_field_is_a_warning_in_a_draft(plan: MakePlan) -> None:
    form = requires("strategisk-samarbejdsaftale", formål="Formål med indsatsen")
    (finding,) = check(plan("", "underretning: x\n", form=form))
    assert (finding.code, finding.severity) == ("C1", Severity.WARNING)
    assert finding.message == "Formål med indsatsen is missing in strategisk-samarbejdsaftale (`formål`)"


def test_a_missing_field_is_an_error_in_a_final(plan: MakePlan) -> None:
    form = requires("delaftale", revision="Revision")
    (finding,) = check(plan("", "", f"indsatsområde: beskæftigelse\n{FINAL}", form=form))
    assert (finding.code, finding.severity) == ("C1", Severity.ERROR)


def test_a_known_gap_counts_as_filled(plan: MakePlan) -> None:
    form = requires("strategisk-samarbejdsaftale", underretning="Underretning")
    strategic = f"{FINAL}underretning: {{mangler: Siden er væk.}}\n"
    assert check(plan("", strategic, form=form)) == []


def test_an_empty_key_an_empty_list_and_keys_without_values_are_all_missing(plan: MakePlan) -> None:
    fields = {"formål": "Formål", "bilag": "Bilag", "samspil": "Samspil"}
    form = requires("strategisk-samarbejdsaftale", **fields)
    findings = check(plan("", "formål:\nbilag: []\nsamspil:\n  tekst:\n", form=form))
    assert [f.message.split(" is ")[0] for f in findings] == ["Formål", "Bilag", "Samspil"]


def test_a_star_is_every_item_of_a_list(plan: MakePlan) -> None:
    form = requires("delaftale", **{"delmål.*.indikator": "Indikator"})
    delmål = "delmål:\n  - {mål: x, indikator: y}\n  - mål: x\n"
    (finding,) = check(plan("", "", f"indsatsområde: beskæftigelse\n{delmål}", form=form))
    assert "`delmål[2].indikator`" in finding.message
    assert str(finding.place) == "delaftale-1.yaml:4:5"
    assert "Andelen af årlige fraflytninger" in finding.hint


def test_a_chosen_area_of_effort_needs_its_section(plan: MakePlan) -> None:
    form = requires("strategisk-samarbejdsaftale", **{"indsatsområder.{valgte}.formål": "Formålet"})
    (finding,) = check(plan("", "underretning: x\n", form=form))
    assert "`indsatsområder.beskæftigelse.formål`" in finding.message


def test_a_missing_field_has_the_place_of_the_nearest_thing_around_it(plan: MakePlan) -> None:
    form = requires("helhedsplan", **{"organisation.bestyrelse.møder": "Møder"})
    (finding,) = check(plan("organisation:\n  bestyrelse:\n    opgaver: x\n", form=form))
    assert str(finding.place) == "helhedsplan.yaml:10:3"


@pytest.mark.parametrize(("extension", "told"), [
    ("", []), ("forlængelse: {til: 31.7.2030, godkendt: 1.2.2029}", []),
    ("forlængelse: {til: 31.7.2030}", ["helhedsplan.yaml:9:1"]),
])  # fmt: skip
def test_what_belongs_to_an_extension_is_asked_for_where_there_is_one(
    plan: MakePlan, extension: str, told: list[str]
) -> None:
    form = requires("helhedsplan", **{"forlængelse?.godkendt": "Godkendelsen"})
    assert [str(f.place) for f in check(plan(extension, form=form))] == told


def test_a_field_that_no_model_has_is_an_error_of_the_form(plan: MakePlan) -> None:
    form = requires("helhedsplan", organisering="x")
    (finding,) = check(plan(form=form))
    assert (finding.code, finding.severity) == ("C2", Severity.ERROR)
    assert "did you mean `organisation`?" in finding.hint


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.parent.name)
def test_every_field_that_our_forms_require_exists(file: Path) -> None:
    form = load(read_yaml(file, file.name), Form).value
    for kind, fields in form.krævede_felter.items():
        for field in fields:
            path = field.replace("?", "").split(".")
            steps: list[str | int] = [0 if step == "*" else step for step in path]
            if steps[-1] != "{valgte}":
                assert steps[-1] in keys_at(MODELS[kind], tuple(steps[:-1])), f"{kind}: {field}"


def keep_nothing(_: Path, __: bytes) -> None:
    """In place of saving."""


def test_every_gap_that_is_told_can_be_seen_and_the_reverse() -> None:
    workspace = Workspace(ROOT)
    reader, builder = Reader(workspace), Builder(workspace, keep_nothing, None)
    for folder in workspace.plans():
        plan = reader.plan(folder).plan
        assert plan is not None
        told = check(plan)
        for file, aftale in zip(folder.aftaler(), plan.aftaler, strict=True):
            document = builder.render(folder, file, plan, aftale).document
            seen = Counter(gap.text for gap in gaps(document) if not gap.known)
            own, shared = (_gaps_told(told, name) for name in (folder.name_of(file.name), plan.place().file))
            assert own - seen == Counter(), f"told and not seen in {file.name}"
            assert set(seen - own - shared) <= FOLLOW, f"seen and not told in {file.name}"


def _gaps_told(findings: list[Finding], file: str) -> Counter[str]:
    """The gaps that C1 tells of a file, as a document would show them."""
    told = (f for f in findings if f.code == "C1" and f.place.file == file)
    return Counter(f"[{finding.message.split(' is missing')[0]} udfyldes]" for finding in told)


def test_what_is_filled_is_counted_against_what_is_required(plan: MakePlan) -> None:
    form = requires("strategisk-samarbejdsaftale", formål="Formål", revision="Revision", underretning="Pligt")
    made = plan("", "revision: Hvert år.\nunderretning: {mangler: Siden er væk.}\n", form=form)
    _, strategic = completeness(made)
    assert (strategic.filled, strategic.required) == (2, 3)
    ((name, place),) = strategic.missing
    assert (name, place.file, place.line) == ("Formål", made.aftaler[0].place().file, 1)


def test_the_hint_of_a_field_without_an_example_says_what_belongs_there(plan: MakePlan) -> None:
    fields = {"underretning": "Underretning", "samspil.tekst": "Samspil"}
    form = requires("strategisk-samarbejdsaftale", **fields)
    plain, below = check(plan("", "status: udkast\n", form=form))
    assert plain.hint == "write `underretning: …`: Hvem der underretter hvem."
    assert below.hint == "write `samspil:`, and `tekst: …` indented below it: Samspillet med andre tiltag."
