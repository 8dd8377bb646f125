"""Git and versions: a plan as it stood, what has changed since a version, which commit made a document."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from generator.plan.model.values import Beløb
from generator.run.read_plan import Reader
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.git import Repository, laid_out, repository_of
from tests.conftest import ROOT, Aftale, change
from tests.support.clone import Clone, clone_in

STRATEGIC = "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"
SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"
VERSION = "versioner:\n  - {nummer: 1, dato: 1.4.2017}\n"
SECOND = "  - {nummer: 2, dato: 1.3.2018, ændring: Mere medfinansiering%s}\n"
APPROVED = ", besluttet: [{instans: Landsbyggefonden, dato: 1.2.2018, sagsnummer: 18-4}]"


@pytest.fixture
def signed(workspace: Path) -> Clone:
    """The real plans, committed, and version 1 of the strategic agreement of 2017 in a later commit."""
    clone = clone_in(workspace)
    clone.commit("Planerne")
    add(workspace / STRATEGIC, VERSION)
    clone.commit("Version 1")
    return clone


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def revisions(aftale: Aftale, plan: str = "viborg-2017-2021") -> list[str]:
    """What the rules of revision say of the plan."""
    lines = aftale("check", "--verbose", plan).output.splitlines()
    return [line.partition(": ")[2] for line in lines if " R1: " in line or " R2: " in line]


def test_a_plan_is_read_as_it_stood_and_nothing_is_touched(signed: Clone) -> None:
    repository = Repository.of(signed.root)
    assert repository
    change(signed.root / SHARED, "12.502", "13.100")
    before = signed.git("status", "--porcelain").stdout
    index = (signed.root / ".git/index").stat().st_mtime_ns
    commit = repository.commit("HEAD~1")
    assert commit and commit.subject == "Planerne"
    with laid_out(repository.files(commit.ident)) as then:
        plan = Reader(then).plan(then.plan("viborg-2017-2021")).plan
    assert plan and plan.helhedsplan.budget and plan.helhedsplan.budget.total == Beløb(Decimal(27102))
    assert not plan.aftaler[0].version
    assert (signed.root / ".git/index").stat().st_mtime_ns == index
    assert signed.git("status", "--porcelain").stdout == before


def test_a_workspace_may_be_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    clone = clone_in(tmp_path)
    shutil.copytree(ROOT / "agreements", tmp_path / "bolig" / "agreements")
    clone.commit("Alt")
    repository = repository_of(Workspace(tmp_path / "bolig"))
    commit = repository.commit("HEAD")
    assert commit and SHARED in repository.files(commit.ident)
    assert [found.subject for found in repository.touching([SHARED])] == ["Alt"]


@pytest.mark.parametrize("name", ["agreements/../../escaped.yaml", "../escaped.yaml"])
def test_no_file_of_a_revision_is_laid_out_outside_of_its_folder(name: str) -> None:
    with pytest.raises(NotFound, match="outside of the plans"), laid_out({name: b"navn: x"}):
        pass


def test_a_subject_may_hold_what_python_calls_the_end_of_a_line(signed: Clone) -> None:
    subject = "Version 2\u2028godkendt"
    signed.git("commit", "-q", "--allow-empty", "-m", subject)
    commit = repository_of(Workspace(signed.root)).commit("HEAD")
    assert commit and commit.subject == subject


def test_outside_of_git_there_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    with pytest.raises(NotFound, match="not in a git repository"):
        repository_of(Workspace(tmp_path))


@pytest.mark.parametrize("revision", ["--all", "no-such-branch", "", "HEAD:agreements"])
def test_what_is_no_commit_is_none(signed: Clone, revision: str) -> None:
    repository = Repository.of(signed.root)
    assert repository and repository.commit(revision) is None


def test_a_final_strategic_agreement_that_has_changed_asks_for_a_new_version(
    signed: Clone, aftale: Aftale
) -> None:
    assert revisions(aftale) == []
    change(signed.root / SHARED, "12.502", "13.100")
    change(signed.root / SHARED, "27.102", "27.700")
    [said] = revisions(aftale)
    assert said.startswith("error R1: the agreement has changed since version 1 became final")
    signed.commit("Mere medfinansiering")
    assert revisions(aftale) == [said]
    add(signed.root / STRATEGIC, SECOND % "")
    assert revisions(aftale) == ["warning R1: version 2 is not approved by Landsbyggefonden yet"]
    change(signed.root / STRATEGIC, SECOND % "", SECOND % APPROVED)
    assert revisions(aftale) == []


def test_a_key_that_nobody_knows_does_not_hide_that_the_agreement_has_changed(
    signed: Clone, aftale: Aftale
) -> None:
    change(signed.root / SHARED, "12.502", "13.100")
    change(signed.root / SHARED, "27.102", "27.700")
    add(signed.root / STRATEGIC, "zzqx: noget\n")
    [said] = revisions(aftale)
    assert said.startswith("error R1: the agreement has changed since version 1 became final")


def test_bookkeeping_and_line_breaks_are_no_change_of_an_agreement(signed: Clone, aftale: Aftale) -> None:
    change(signed.root / STRATEGIC, "# Den underskrevne", "# En bemærkning\n# Den underskrevne")
    sentence = "Alle boligområder opfylder kriteriet."
    change(signed.root / STRATEGIC, sentence, sentence.replace("der opf", "der\n          opf"))
    add(signed.root / SHARED, "accepter: [{regel: O2, begrundelse: Det er aftalt.}]\n")
    assert revisions(aftale) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (SHARED, "godkendelser: [{instans: Byrådet, dato: 1.3.2017}]\n"),
        (STRATEGIC, "status: endelig\n"),
        (STRATEGIC, "accepter: [{regel: K1, begrundelse: Det er aftalt.}]\n"),
    ],
)
def test_a_key_of_the_bookkeeping_is_no_change_of_an_agreement(
    signed: Clone, aftale: Aftale, file: str, text: str
) -> None:
    add(signed.root / file, text)
    assert revisions(aftale) == []


def test_a_revision_is_a_draft_until_it_is_final_again(signed: Clone, aftale: Aftale) -> None:
    add(signed.root / STRATEGIC, SECOND % APPROVED + "status: udkast\n")
    change(signed.root / SHARED, "12.502", "13.100")
    change(signed.root / SHARED, "27.102", "27.700")
    signed.commit("Udkast til version 2")
    change(signed.root / STRATEGIC, "status: udkast\n", "")
    assert revisions(aftale) == []
    signed.commit("Version 2")
    change(signed.root / SHARED, "13.100", "13.200")
    change(signed.root / SHARED, "27.700", "27.800")
    assert "version 2 became final" in revisions(aftale)[0]


def test_without_git_a_changed_agreement_is_silent(workspace: Path, aftale: Aftale) -> None:
    add(workspace / STRATEGIC, VERSION)
    change(workspace / SHARED, "12.502", "13.100")
    change(workspace / SHARED, "27.102", "27.700")
    assert revisions(aftale) == []


def test_a_version_is_printed_and_stands_in_the_footer(signed: Clone, aftale: Aftale) -> None:
    add(signed.root / STRATEGIC, SECOND % APPROVED)
    assert aftale("build", "viborg-2017-2021").exit_code == 0
    path = str(signed.root / "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx")
    text = " ".join(aftale("inspect", "--text", path).output.replace("\u00a0", " ").split())
    approved = "Landsbyggefonden, 1. februar 2018, sag 18-4"
    assert f"| 2 | 1. marts 2018 | Mere medfinansiering | {approved} |" in text
    said = aftale("inspect", path).output
    assert "status:    Endelig, version 2" in said
    import docx

    document = docx.Document(path)
    assert "Endelig, version 2" in document.sections[0].footer.paragraphs[0].text
    assert document.core_properties.created and document.core_properties.created.year == 2018


def test_inspect_names_the_newest_commit_with_the_documents_sources(signed: Clone, aftale: Aftale) -> None:
    path = "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx"
    aftale("build", "viborg-2017-2021")
    change(signed.root / SHARED, "12.502", "13.100")
    signed.commit("Mere medfinansiering")
    said = aftale("inspect", path).output
    assert ": Version 1\n" in said
    assert "state:     as generated" in said
    change(signed.root / SHARED, "13.100", "13.300")
    change(signed.root / SHARED, "27.102", "27.900")
    add(signed.root / STRATEGIC, SECOND % APPROVED)
    aftale("build", "viborg-2017-2021")
    assert "none has these sources" in aftale("inspect", path).output
