"""A whole run: sources in, outcomes and findings out."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.base.findings import Completeness, Finding
from generator.run.build import Builder, build, check
from generator.run.outcomes import Outcome
from generator.run.read_plan import Reader
from generator.workspace.folders import Workspace
from tests.conftest import ROOT, change

PLAN = "agreements/viborg-2025-2029"
INVENTED = ROOT / "tests/plans/agreements"


def run(folder: Path, *plans: str, only: tuple[str, ...] = ()) -> tuple[dict[str, Outcome], list[Finding]]:
    """The outcomes by the document's name, and the findings, of building the plans."""
    workspace = Workspace.find(folder)
    events = list(build(workspace, workspace.plans(plans), only))
    outcomes = {event.document: event for event in events if isinstance(event, Outcome)}
    return outcomes, [event for event in events if isinstance(event, Finding)]


def test_an_outcome_tells_what_was_made(workspace: Path) -> None:
    outcomes, _ = run(workspace, "viborg-2017-2021")
    made = outcomes["strategisk-samarbejdsaftale"]
    assert (made.reason, made.draft, made.gaps, made.known) == ("", False, 0, 2)
    assert made.words > 3000
    assert 8 < made.pages < 25
    assert made.path.is_file()


def test_the_same_input_gives_the_same_bytes(workspace: Path) -> None:
    def hashes() -> list[str]:
        run(workspace)
        return [hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(workspace.glob("output/*/*"))]

    assert hashes() == hashes()


def test_findings_come_in_the_order_of_the_files(workspace: Path) -> None:
    for name in ("strategisk-samarbejdsaftale", "helhedsplan", "delaftale-beskaeftigelse"):
        with (workspace / PLAN / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write("ukendt: x\n")
    _, findings = run(workspace, "viborg-2025-2029")
    files = [finding.place.file.rsplit("/", 1)[-1] for finding in findings if finding.is_error]
    assert files == ["helhedsplan.yaml", "strategisk-samarbejdsaftale.yaml", "delaftale-beskaeftigelse.yaml"]


def test_an_error_in_helhedsplan_hides_no_wrong_name_in_its_agreements(workspace: Path) -> None:
    change(workspace / PLAN / "helhedsplan.yaml", "status: udkast", "status: utkast")
    change(workspace / PLAN / "delaftale-sammenhaengskraft-og-medborgerskab.yaml", "Kølvrå", "Kølvraa")
    _, findings = run(workspace, "viborg-2025-2029")
    assert [finding.code for finding in findings if finding.is_error] == ["N4"]
    assert "D4" in {finding.code for finding in findings}


def test_areas_that_could_not_be_read_are_not_told_as_unknown_too(workspace: Path) -> None:
    change(workspace / PLAN / "helhedsplan.yaml", "boligområder:", "boligomraader:")
    _, findings = run(workspace, "viborg-2025-2029")
    assert {finding.code for finding in findings} & {"N1", "D4"} == {"N1"}


def test_a_stray_file_is_an_error_and_stops_no_document(workspace: Path) -> None:
    shutil.copy(workspace / PLAN / "helhedsplan.yaml", workspace / PLAN / "helhedsplan-2.yaml")
    outcomes, findings = run(workspace, "viborg-2025-2029")
    assert [finding.code for finding in findings if finding.is_error] == ["F1"]
    assert not any(outcome.reason for outcome in outcomes.values())


def test_a_plan_without_helhedsplan_still_tells_what_is_wrong_in_its_agreements(workspace: Path) -> None:
    (workspace / PLAN / "helhedsplan.yaml").unlink()
    change(workspace / PLAN / "delaftale-sammenhaengskraft-og-medborgerskab.yaml", "målgruppe:", "målgrupe:")
    outcomes, findings = run(workspace, "viborg-2025-2029")
    assert [finding.code for finding in findings] == ["F2", "N1"]
    assert all(outcome.reason for outcome in outcomes.values())


def test_a_final_agreement_with_an_unexplained_gap_is_not_written(workspace: Path) -> None:
    source = workspace / PLAN / "delaftale-beskaeftigelse.yaml"
    change(source, "indsatsområde:", "status: endelig\nindsatsområde:")
    outcomes, findings = run(workspace, "viborg-2025-2029")
    errors = {finding.place.file.rsplit("/", 1)[-1] for finding in findings if finding.is_error}
    assert "delaftale-beskaeftigelse.yaml" in errors
    assert outcomes["delaftale-beskaeftigelse"].reason
    assert not outcomes["delaftale-beskaeftigelse"].path.exists()


def test_a_plans_own_template_gives_its_own_words(workspace: Path) -> None:
    own = workspace / PLAN / "templates"
    own.mkdir()
    template = '{% extends "2019-26/delaftale.html.j2" %}{% block titel %}Vores egen titel{% endblock %}'
    (own / "delaftale-beskaeftigelse.html.j2").write_text(template, encoding="utf-8")
    import docx

    outcomes, _ = run(workspace, "viborg-2025-2029")
    own_title = docx.Document(str(outcomes["delaftale-beskaeftigelse"].path))
    assert [one.text for one in own_title.paragraphs[:2]] == ["UDKAST", "Vores egen titel"]
    assert own_title.core_properties.title.startswith("Vores egen titel – ")
    other = docx.Document(str(outcomes["delaftale-uddannelse-og-livschancer"].path))
    assert other.paragraphs[1].text != "Vores egen titel"


def test_an_error_in_a_template_names_the_template_and_its_line(workspace: Path) -> None:
    own = workspace / PLAN / "templates"
    own.mkdir()
    (own / "delaftale.html.j2").write_text("<p>x</p>\n<p>{{ plan.nvan }}</p>\n", encoding="utf-8")
    outcomes, findings = run(workspace, "viborg-2025-2029")
    errors = [finding for finding in findings if finding.is_error]
    assert {(f.place.file, f.place.line) for f in errors} == {(f"{PLAN}/templates/delaftale.html.j2", 2)}
    assert not outcomes["strategisk-samarbejdsaftale"].reason


def test_a_draft_that_no_date_is_known_of_has_no_date(workspace: Path) -> None:
    import docx

    outcomes, _ = run(workspace, "viborg-2017-2021")
    properties = docx.Document(str(outcomes["strategisk-samarbejdsaftale"].path)).core_properties
    kind, plan = "Strategisk samarbejdsaftale om boligsocial indsats", "Den boligsociale helhedsplan i Viborg"
    assert properties.title == f"{kind} – {plan}"
    assert properties.created is not None
    assert (properties.created.year, properties.created.month) == (2017, 4)


@pytest.mark.parametrize(
    ("periode", "version", "date"),
    [
        ("1.4.2017", "", "2017-04-01"), ("april 2017", "", ""), ("1.4.2017", "1.3.2018", "2018-03-01"),
        ("1.4.2017", "marts 2018", "2017-04-01"), ("2017", "2018", ""),
    ],
)  # fmt: skip
def test_a_document_is_of_the_day_of_its_version_or_of_its_plan_or_of_none(
    workspace: Path, periode: str, version: str, date: str
) -> None:
    source = workspace / "agreements/viborg-2017-2021"
    change(source / "helhedsplan.yaml", "fra: 1.4.2017", f"fra: {periode}")
    if version:
        with (source / "strategisk-samarbejdsaftale.yaml").open("a", encoding="utf-8") as text:
            text.write(f"versioner: [{{nummer: 1, dato: {version}}}]\n")
    folder = Workspace.find(workspace).plan("viborg-2017-2021")
    plan, [file] = Reader(folder.workspace).plan(folder).plan, folder.aftaler()
    assert plan
    made = Builder(folder.workspace, None, None).render(folder, file, plan, plan.aftaler[0]).document
    assert made.date == date


@pytest.mark.parametrize(
    ("broken", "told"),
    [("delaftale-beskaeftigelse", 4), ("helhedsplan", 0), ("", 5)],
)
def test_how_complete_a_file_is_is_told_of_sound_ones_and_of_none_while_what_they_share_is_not(
    workspace: Path, broken: str, told: int
) -> None:
    if broken:
        with (workspace / PLAN / f"{broken}.yaml").open("a", encoding="utf-8") as file:
            file.write("ukendt: x\n")
    place = Workspace.find(workspace)
    events = check(place, place.plans(["viborg-2025-2029"]))
    files = [event.file for event in events if isinstance(event, Completeness)]
    assert len(files) == told
    assert f"{PLAN}/{broken}.yaml" not in files


@pytest.mark.parametrize("plan", sorted(path.name for path in INVENTED.iterdir()))
def test_the_invented_plans_build_as_final(tmp_path: Path, plan: str) -> None:
    shutil.copytree(INVENTED, tmp_path / "agreements")
    outcomes, findings = run(tmp_path, plan)
    assert [finding.message for finding in findings if finding.is_error] == []
    assert not any(outcome.draft or outcome.gaps for outcome in outcomes.values())


@pytest.mark.parametrize("plan", sorted(path.name for path in INVENTED.iterdir()))
@pytest.mark.parametrize(
    ("status", "vejledning", "shown"),
    [("udkast", "", True), ("endelig", "", False), ("endelig", "vis", True), ("udkast", "skjul", False)],
)
def test_the_guidance_of_the_form_is_shown_in_a_draft_alone_unless_the_plan_says_otherwise(
    tmp_path: Path, plan: str, status: str, vejledning: str, shown: bool
) -> None:
    shutil.copytree(INVENTED, tmp_path / "agreements")
    said = f"status: {status}\n" + (f"vejledning: {vejledning}\n" if vejledning else "")
    for path in sorted((tmp_path / "agreements" / plan).glob("*.yaml")):
        text = path.read_text(encoding="utf-8").replace("vejledning: skjul\n", "")
        mine = said if path.stem == "helhedsplan" else ""  # a document of its own status has the plan's here
        path.write_text(text.replace("status: endelig\n", mine, 1), encoding="utf-8", newline="\n")
    outcomes, _ = run(tmp_path, plan)
    guides = [_has_guidance(outcome.path.read_bytes()) for outcome in outcomes.values()]
    assert len(guides) > 1 and guides == [shown] * len(guides)


def _has_guidance(data: bytes) -> bool:
    """Tell whether a paragraph of the form's guidance, or a heading's, stands in the document."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    styled = any(paragraph.style and paragraph.style.name == "Guidance" for paragraph in paragraphs)
    assert styled or not any("tilføj skemaer" in paragraph.text for paragraph in paragraphs)
    return styled


def test_check_does_everything_but_writing(workspace: Path) -> None:
    place = Workspace.find(workspace)
    checked = list(check(place, place.plans()))
    assert not (workspace / "output").exists()
    assert checked == list(build(place, place.plans()))


SOURCES = sorted((ROOT / PLAN).glob("*.yaml"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_spoiled_is_told_in_findings(tmp_path: Path, data: st.DataObject) -> None:
    shutil.copytree(ROOT / PLAN, tmp_path / PLAN, dirs_exist_ok=True)
    for source in data.draw(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3)):
        lines = source.read_text(encoding="utf-8").splitlines()
        at = data.draw(st.integers(0, len(lines) - 1))
        words = st.sampled_from(["", "x", "ukendt: x", "  - x", "navn: [x]", "områder: {x: y}", "*x", "- {"])
        lines[at : at + data.draw(st.integers(0, 3))] = [data.draw(words)]
        (tmp_path / PLAN / source.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    workspace = Workspace(tmp_path)
    for event in check(workspace, workspace.plans()):
        if isinstance(event, Finding):
            assert event.message
            assert event.place.file


def test_a_whole_run_opens_the_reference_document_once(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.formats.word import Reference

    opened: list[Path] = []
    real = Reference.open

    def counted(path: Path, *arguments: object) -> Reference:
        opened.append(path)
        return real(path, *arguments)

    monkeypatch.setattr(Reference, "open", counted)
    run(workspace)
    assert len(opened) == 1


def test_a_fault_in_the_reference_document_names_it_as_other_files_are_named(workspace: Path) -> None:
    (workspace / "templates").mkdir(exist_ok=True)
    (workspace / "templates/reference.docx").write_bytes(b"no zip")
    found = Workspace.find(workspace)
    findings = [event for event in check(found, found.plans()) if isinstance(event, Finding)]
    assert {f.place.file for f in findings if f.code.startswith("W")} == {"templates/reference.docx"}
