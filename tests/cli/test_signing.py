"""`aftale sign`: what was signed is kept, and a final document is what its version's record says."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from generator.workspace import stamp
from tests.conftest import ROOT, Aftale, change, findings
from tests.support.clone import clone_in

PLAN, DOCUMENT = "digtehavn-2027-2031", "strategisk-samarbejdsaftale"
FOLDER = f"agreements/{PLAN}"
OWN, SHARED = f"{FOLDER}/{DOCUMENT}.yaml", f"{FOLDER}/helhedsplan.yaml"
RECORDS = f"{FOLDER}/underskrevet"
STEM = f"{RECORDS}/{DOCUMENT}.version-1"
MADE = f"output/{PLAN}/{DOCUMENT}.docx"
VERSION = "versioner:\n  - {nummer: 1, dato: 1.1.2027}\n"


@pytest.fixture
def final(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is given in: an invented final plan, whose agreement has a version."""
    shutil.copytree(ROOT / "tests/plans" / FOLDER, tmp_path / FOLDER)
    monkeypatch.chdir(tmp_path)
    own = Path(OWN)
    own.write_text(own.read_text(encoding="utf-8") + VERSION, encoding="utf-8")
    return tmp_path


@pytest.fixture
def signed(final: Path, aftale: Aftale) -> Path:
    """The same with the version issued."""
    result = aftale("sign", PLAN, DOCUMENT)
    assert result.exit_code == 0, result.output
    return final


def edit(old: str, new: str, path: str = OWN) -> None:
    change(Path(path), old, new)


def status_of(path: str) -> str:
    return stamp.read(Path(path).read_bytes()).properties[stamp.STATUS].replace("\u00a0", " ")


def own_words(text: str) -> None:
    """A wording of the plan's own, in place of the form's sentence about changes."""
    folder = Path(FOLDER, "templates")
    folder.mkdir()
    words = '{% extends "2019-26/' + DOCUMENT + '.html.j2" %}\n{% block revision_godkendelse %}' + text
    (folder / f"{DOCUMENT}.html.j2").write_text(words + "{% endblock %}\n", encoding="utf-8")


def new_form(old: str, new: str) -> None:
    """Forms of the workspace's own, as a later release would have them."""
    if not Path("templates").exists():
        shutil.copytree(ROOT / "templates", "templates")
    edit(old, new, f"templates/shared/{DOCUMENT}.html.j2")


def test_the_record_has_the_files_as_built_the_text_and_the_hash(signed: Path, aftale: Aftale) -> None:
    assert aftale("build", PLAN, "--pdf").exit_code == 0
    for suffix in (".docx", ".pdf"):
        assert Path(f"{STEM}{suffix}").read_bytes() == (signed / MADE).with_suffix(suffix).read_bytes()
    assert Path(f"{STEM}.txt").read_text(encoding="utf-8") == aftale("inspect", MADE, "--text").output
    held = json.loads(Path(f"{STEM}.json").read_text(encoding="utf-8"))
    aftryk = re.search(r"aftryk: ([0-9a-f]{64})", Path(OWN).read_text(encoding="utf-8"))
    assert aftryk and held["aftryk"] == aftryk[1]
    assert aftale("format", "--check", PLAN).exit_code == 0


@pytest.mark.usefixtures("signed")
def test_a_version_that_is_issued_is_issued_already(aftale: Aftale) -> None:
    before = {path: path.read_bytes() for path in Path(FOLDER).rglob("*.*")}
    result = aftale("sign", PLAN, DOCUMENT)
    assert (result.exit_code, "is issued already" in result.output) == (0, True)
    assert {path: path.read_bytes() for path in Path(FOLDER).rglob("*.*")} == before


@pytest.mark.usefixtures("final")
@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (VERSION, "", "it has no version"),
        ("versioner:", "status: udkast\nversioner:", "it is a draft"),
        ("versioner:", "ukendt: ja\nversioner:", "it has errors"),
    ],
)
def test_what_cannot_be_issued_is_refused_and_nothing_is_written(
    aftale: Aftale, old: str, new: str, why: str
) -> None:
    edit(old, new)
    result = aftale("sign", PLAN, DOCUMENT)
    assert result.exit_code == 1 and f"{DOCUMENT} is not issued: {why}" in result.output
    assert not Path(RECORDS).exists()


@pytest.mark.usefixtures("signed")
def test_another_text_is_not_issued_as_the_same_version(aftale: Aftale) -> None:
    edit("navn: ", "navn: Den nye ", SHARED)
    result = aftale("sign", PLAN, DOCUMENT)
    assert result.exit_code == 1 and "version 1 was issued with another text" in result.output


@pytest.mark.usefixtures("final")
def test_all_documents_of_a_plan_are_issued_that_can_be(aftale: Aftale) -> None:
    result = aftale("sign", PLAN)
    assert result.exit_code == 0
    assert f"version 1 of {DOCUMENT} is issued" in result.output
    assert "delaftale-beskaeftigelse is not issued: it has no version" in result.output
    assert len(list(Path(RECORDS).glob("kilder-*.json"))) == 1
    assert aftale("sign", PLAN).output.count("is issued already") == len(list(Path(RECORDS).glob("*.docx")))


@pytest.mark.usefixtures("signed")
def test_the_signed_paper_is_kept_when_it_comes(tmp_path: Path, aftale: Aftale) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 underskrevet")
    assert aftale("sign", PLAN, DOCUMENT, "--scan", str(scan)).exit_code == 0
    assert Path(f"{STEM}.scan.pdf").read_bytes() == scan.read_bytes()
    assert aftale("check", PLAN).exit_code == 0
    scan.write_bytes(b"%PDF-1.4 noget andet")
    result = aftale("sign", PLAN, DOCUMENT, "--scan", str(scan))
    assert (result.exit_code, "has another scan already" in result.output) == (1, True)
    assert aftale("sign", PLAN, "--scan", str(scan)).exit_code == 2
    assert aftale("sign", PLAN, DOCUMENT, "--scan", OWN).exit_code == 2


@pytest.mark.usefixtures("final")
def test_git_is_told_of_as_long_as_it_does_not_keep_the_record(final: Path, aftale: Aftale) -> None:
    clone = clone_in(final)
    clone.commit("Planen")
    assert "git does not keep 6 of these files yet" in aftale("sign", PLAN, DOCUMENT).output
    clone.commit("Version 1")
    assert "git" not in aftale("sign", PLAN, DOCUMENT).output


@pytest.mark.usefixtures("signed")
def test_a_record_that_is_altered_or_gone_is_an_error(aftale: Aftale) -> None:
    for name in (f"{STEM}.docx", f"{STEM}.txt", f"{STEM}.json"):
        whole = Path(name).read_bytes()
        Path(name).write_bytes(whole.replace(b"1", b"2"))
        assert "error R6" in aftale("check", "--verbose", PLAN).output
        Path(name).unlink()
        assert "error R6" in aftale("check", "--verbose", PLAN).output
        Path(name).write_bytes(whole)
    assert aftale("check", "--verbose", PLAN).exit_code == 0
    edit("nummer: 1,", "nummer: 7,")
    assert "version 1 was issued, and is not under `versioner`" in aftale("check", "--verbose", PLAN).output


@pytest.mark.usefixtures("signed")
def test_a_hash_that_was_not_written_is_written_by_the_next_command(aftale: Aftale) -> None:
    whole = Path(OWN).read_text(encoding="utf-8")
    Path(OWN).write_text(re.sub(r", aftryk: \w+", "", whole), encoding="utf-8")
    assert "error R6" in aftale("check", "--verbose", PLAN).output
    assert aftale("sign", PLAN, DOCUMENT).exit_code == 0
    assert Path(OWN).read_text(encoding="utf-8") == whole


@pytest.mark.usefixtures("signed")
def test_a_decision_that_comes_later_changes_nothing(aftale: Aftale) -> None:
    aftale("build", "--verbose", PLAN)
    whole = Path(MADE).read_bytes()
    edit("dato: 1.1.2027,", "dato: 1.1.2027, besluttet: [{instans: Landsbyggefonden, dato: 5.1.2027}],")
    result = aftale("build", "--verbose", PLAN)
    checked = aftale("check", "--verbose", PLAN)
    assert result.exit_code == 0 and findings(result.output) == findings(checked.output)
    assert not {"R1", "R6", "R7"} & {kind.split()[-1] for _, kind in findings(result.output)}
    assert Path(MADE).read_bytes() == whole


@pytest.mark.usefixtures("signed")
@pytest.mark.parametrize("kind", ["data", "wording", "shared"])
def test_a_plan_that_says_another_thing_is_r1_and_is_not_written(aftale: Aftale, kind: str) -> None:
    aftale("build", "--verbose", PLAN)
    whole = Path(MADE).read_bytes()
    match kind:
        case "data":
            edit("navn: ", "navn: Den nye ", SHARED)
        case "wording":
            own_words("Aftalen ændres, når sekretariatet vil.")
        case "shared":
            new_form("kan kun ændres", "kan ene ændres")
            own_words("Aftalen ændres, når sekretariatet vil.")
    result = aftale("build", "--verbose", PLAN)
    assert result.exit_code == 1 and "error R1" in result.output
    assert Path(MADE).read_bytes() == whole


@pytest.mark.usefixtures("signed")
@pytest.mark.parametrize("kind", ["form", "look", "program"])
def test_what_is_issued_stays_though_a_later_release_prints_another_text(
    aftale: Aftale, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    match kind:
        case "form":
            new_form("kan kun ændres", "kan ene ændres")
        case "look":
            new_form("kan kun ændres", "kan kun ændres")
            reference = docx.Document("templates/reference.docx")
            reference.styles["Heading 1"].font.size = Pt(30)
            reference.save("templates/reference.docx")
        case "program":
            monkeypatch.setattr("generator.document.numbering._after", lambda _, caption: caption)
    result = aftale("build", "--verbose", PLAN)
    assert result.exit_code == 0
    assert ("info R7" in result.output) == (kind != "look")
    assert Path(MADE).read_bytes() == Path(f"{STEM}.docx").read_bytes()


@pytest.mark.usefixtures("signed")
def test_a_form_that_can_no_longer_print_the_plan_leaves_what_was_issued(aftale: Aftale) -> None:
    new_form("kan kun ændres", "{{ der_er_intet_der_hedder_det }} ændres")
    aftale("build", PLAN)
    assert Path(MADE).read_bytes() == Path(f"{STEM}.docx").read_bytes()


@pytest.mark.usefixtures("signed")
def test_a_later_rule_that_the_plan_breaks_keeps_no_issued_paper_away(aftale: Aftale) -> None:
    shutil.copytree(ROOT / "templates", "templates")
    edit("mindst: 25 %", "mindst: 99 %", "templates/2019-26/form.yaml")
    result = aftale("build", "--verbose", PLAN)
    assert result.exit_code == 1 and "error B2" in result.output  # of what is not signed nothing is made
    assert Path(MADE).read_bytes() == Path(f"{STEM}.docx").read_bytes()
    assert len(list(Path(MADE).parent.iterdir())) == 1
    alone = aftale("build", "--verbose", PLAN, "--only", DOCUMENT)
    assert alone.exit_code == 0 and "warning B2" in alone.output
    assert "the issued version stands until there is a new one" in alone.output


@pytest.mark.usefixtures("final")
def test_an_annex_that_turns_final_leaves_the_issued_agreement_as_it_is(aftale: Aftale) -> None:
    annex = Path(f"{FOLDER}/beredskabsplan.yaml")
    final_annex = annex.read_text(encoding="utf-8")
    annex.write_text(f"status: udkast\n{final_annex}", encoding="utf-8")
    assert aftale("sign", PLAN, DOCUMENT).exit_code == 0
    assert "Udkast" in Path(f"{STEM}.txt").read_text(encoding="utf-8")
    annex.write_text(final_annex, encoding="utf-8")
    result = aftale("build", "--verbose", PLAN, "--only", DOCUMENT)
    assert result.exit_code == 0 and "R1" not in result.output
    assert Path(MADE).read_bytes() == Path(f"{STEM}.docx").read_bytes()


@pytest.mark.usefixtures("signed")
def test_a_renamed_folder_is_the_same_plan_without_git(aftale: Aftale) -> None:
    Path(FOLDER).rename("agreements/et-andet-navn")
    assert "R1" not in aftale("check", "--verbose", "et-andet-navn").output
    edit("navn: ", "navn: Den nye ", "agreements/et-andet-navn/helhedsplan.yaml")
    assert "error R1" in aftale("check", "--verbose", "et-andet-navn").output


@pytest.mark.usefixtures("signed")
def test_a_draft_after_a_version_is_one_of_the_next(aftale: Aftale) -> None:
    edit("versioner:", "status: udkast\nversioner:")
    edit("navn: ", "navn: Den nye ", SHARED)
    aftale("build", "--verbose", PLAN)
    assert status_of(MADE) == "Udkast til version 2"
    edit("status: udkast\n", "")
    assert "error R1" in aftale("check", "--verbose", PLAN).output
    with Path(OWN).open("a", encoding="utf-8") as own:
        own.write("  - {nummer: 2, dato: 2.2.2028}\n")
    aftale("build", "--verbose", PLAN)
    assert status_of(MADE) == "Endelig, version 2 af 2. februar 2028, sagsnr. 0000-2027"


@pytest.mark.usefixtures("signed")
def test_a_package_has_the_issued_files(aftale: Aftale) -> None:
    new_form("kan kun ændres", "kan ene ændres")
    result = aftale("package", PLAN)
    assert result.exit_code == 0, result.output
    for suffix in (".docx", ".pdf"):
        packed = Path("output/pakker", PLAN, f"{DOCUMENT}{suffix}")
        assert packed.read_bytes() == Path(f"{STEM}{suffix}").read_bytes()


@pytest.mark.usefixtures("signed")
def test_a_build_with_nothing_to_do_sees_that_a_record_was_altered(aftale: Aftale) -> None:
    assert aftale("build", PLAN).exit_code == aftale("build", PLAN).exit_code == 0
    Path(f"{STEM}.pdf").write_bytes(Path(f"{STEM}.pdf").read_bytes() + b"\n")
    assert "error R6" in aftale("build", "--verbose", PLAN).output


@pytest.mark.usefixtures("signed")
def test_status_and_inspect_tell_of_what_was_issued(aftale: Aftale) -> None:
    aftale("build", PLAN)
    assert "version 1, as issued\n" in aftale("status", PLAN).output
    assert re.search(rf"yes, as version 1: {STEM}\.docx", aftale("inspect", MADE).output)
    edit("navn: ", "navn: Den nye ", SHARED)
    assert "version 1, and the plan says another thing than was issued" in aftale("status", PLAN).output
    edit("versioner:", "status: udkast\nversioner:")
    assert "a draft; version 1 is issued" in aftale("status", PLAN).output
    aftale("build", PLAN)
    assert "not this file" in aftale("inspect", MADE).output
