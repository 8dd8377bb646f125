"""A round is a folder: one that is copied and whose form.yaml is edited is a round like the others."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.formats.word.reading.as_text import text_of_docx
from tests.conftest import ROOT, Aftale, change, findings
from tests.support.as_editors_read import as_editors_read
from tests.support.clone import clone_in

MIDLER, AREA = "2027-30", "klima-og-nabohjælp"
NEW = (
    "new", "ny", "--midler", MIDLER, "--fra", "1.1.2027", "--til", "31.12.2031", "--område", "Ellemarken",
    "--part", "Køge Kommune:kommune", "--indsatsområde", AREA, "--indsatsområde", "beskæftigelse",
)  # fmt: skip
PLAN = Path("agreements/ny")
SHARED, STRATEGIC = PLAN / "helhedsplan.yaml", PLAN / "strategisk-samarbejdsaftale.yaml"
DELAFTALE = PLAN / "delaftale-klima-og-nabohjaelp.yaml"


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The form of a round of the workspace's own: five areas, nine annexes, five years, and no vision."""
    monkeypatch.chdir(tmp_path)
    copied = tmp_path / "templates" / MIDLER
    shutil.copytree(ROOT / "templates" / "2019-26", copied)
    form = copied / "form.yaml"
    change(form, "midler: 2019-26", f"midler: {MIDLER}")
    change(form, "\nbilag:\n", f"  - {{nøgle: {AREA}, navn: Klima og nabohjælp, nummer: 5.5}}\n\nbilag:\n"
                               "  - {nøgle: klimaplan, navn: En klimaplan for området}\n")  # fmt: skip
    change(form, "varighed:\n  år: 4", "varighed:\n  år: 5")
    change(form, "udeladte_felter:\n", "udeladte_felter:\n  helhedsplan:\n    - vision\n")
    return form


def said(output: str, code: str) -> list[str]:
    """What the command says of that code, the hint behind the message."""
    found = re.findall(rf"^\S+: \w+ {code}: (.*)\n(?:    (.*)\n)?", output, re.MULTILINE)
    return [" | ".join(part for part in one if part) for one in found]


@pytest.mark.usefixtures("form")
def test_a_plan_of_a_new_round_is_made_checked_and_built(aftale: Aftale) -> None:
    assert aftale(*NEW).exit_code == 0
    assert "klimaplan" in STRATEGIC.read_text(encoding="utf-8")
    shared = SHARED.read_text(encoding="utf-8")
    assert f"\nmidler: {MIDLER}\n" in shared and "\nvision:" not in shared
    checked = aftale("check", "--verbose").output
    assert not [code for _, code in findings(checked) if code.startswith("error")]
    assert said(checked, "P1") == []
    assert aftale("build", "--verbose").exit_code == 0
    built = text_of_docx(Path("output/ny/strategisk-samarbejdsaftale.docx").read_bytes())
    assert "En klimaplan for området" in built and "Klima og nabohjælp" in built
    assert "fem mulige indsatsområder" in built
    assert Path("output/ny/delaftale-klima-og-nabohjaelp.docx").is_file()


@pytest.mark.usefixtures("form")
def test_the_limits_and_the_lists_of_a_new_round_are_those_of_its_form(aftale: Aftale) -> None:
    aftale(*NEW)
    change(SHARED, "til: 31.12.2031", "til: 31.12.2030")
    change(STRATEGIC, "  - bilag: klimaplan\n    status: eftersendes\n", "")
    checked = aftale("check", "--verbose").output
    assert "til 31. december 2030 is 365 days less than 5 years" in said(checked, "P1")[0]
    missing = "1 of 9 annexes is neither among the plan's files nor listed: klimaplan"
    assert said(checked, "X1")[0].startswith(missing)
    change(SHARED, f"- indsatsområde: {AREA}", "- indsatsområde: klima-og-nabohjalp")
    assert f"did you mean `{AREA}`?" in said(aftale("check", "--verbose").output, "I2")[0]


@pytest.mark.usefixtures("form")
def test_a_key_that_a_new_round_has_not_is_refused_with_the_rounds_that_have_it(aftale: Aftale) -> None:
    aftale(*NEW)
    SHARED.write_text(SHARED.read_text(encoding="utf-8") + "vision: Vi vil det hele.\n", encoding="utf-8")
    with DELAFTALE.open("a", encoding="utf-8") as file:
        file.write("problemkompleks: Vejen er lang.\n")
    result = aftale("check", "--verbose")
    assert result.exit_code == 1
    last = SHARED.read_text(encoding="utf-8").count("\n")
    assert (f"{SHARED.as_posix()}:{last}:1", "error N5") in findings(result.output)
    assert said(result.output, "N5") == [refused("vision", "2015-18 and 2019-26"),
                                         refused("problemkompleks", "2015-18")]  # fmt: skip


@pytest.mark.usefixtures("form")
def test_an_editor_of_a_new_rounds_files_knows_its_keys_and_offers_its_words(aftale: Aftale) -> None:
    aftale(*NEW)
    shutil.rmtree(".aftale")
    assert aftale("schema").exit_code == 0
    for path in (SHARED, STRATEGIC, DELAFTALE):
        assert underlined(path) == []
    schema = schema_of(SHARED)
    assert "vision" not in schema["properties"]
    assert schema["properties"]["midler"]["examples"] == ["2015-18", "2019-26", MIDLER]
    assert AREA in schema_of(DELAFTALE)["properties"]["indsatsområde"]["examples"]
    assert "klimaplan" in schema_of(STRATEGIC)["$defs"]["Bilag"]["properties"]["bilag"]["examples"]
    with DELAFTALE.open("a", encoding="utf-8") as file:
        file.write("problemkompleks: Vejen er lang.\n")
    assert len(underlined(DELAFTALE)) == 1


@pytest.mark.usefixtures("form")
def test_an_older_file_keeps_the_schema_that_takes_any_round(aftale: Aftale) -> None:
    aftale(*NEW)
    for path in (SHARED, DELAFTALE):
        change(path, f".aftale/{MIDLER}/", ".aftale/")
        assert underlined(path) == []
    assert schema_of(SHARED)["properties"]["midler"]["examples"] == ["2015-18", "2019-26", MIDLER]
    assert "enum" not in json.dumps(schema_of(SHARED)["properties"]["midler"])


@pytest.mark.usefixtures("form")
def test_the_files_of_a_new_round_are_in_order_and_their_changes_are_told(aftale: Aftale) -> None:
    aftale(*NEW)
    assert aftale("format").exit_code == 0
    assert aftale("format", "--check").exit_code == 0
    clone = clone_in(Path.cwd())
    clone.commit("Planen")
    change(SHARED, f"  - indsatsområde: {AREA}\n", f"  - indsatsområde: {AREA}\n    lokalt_navn: Grøn nabo\n")
    told = aftale("diff", "HEAD").output
    assert "Grøn nabo" in told


def test_a_round_that_there_is_no_form_of_is_told_with_the_nearest(form: Path, aftale: Aftale) -> None:
    aftale(*NEW)
    line = change(SHARED, f"midler: {MIDLER}", "midler: 2027-31")
    checked = aftale("check", "--verbose").output
    assert (f"{SHARED.as_posix()}:{line}:9", "error N4") in findings(checked)
    message = "midler: there is no form of the round `2027-31`"
    assert said(checked, "N4") == [f"{message} | did you mean `2027-30`? Known: 2015-18, 2019-26, 2027-30"]
    shutil.rmtree(form.parent)
    assert "did you mean `2027-30`" not in aftale("check", "--verbose").output


def test_a_plans_own_form_is_found_before_the_others(form: Path, aftale: Aftale) -> None:
    aftale(*NEW)
    shutil.move(form.parent, PLAN / "templates" / MIDLER)
    assert aftale("build").exit_code == 0
    change(PLAN / "templates" / MIDLER / "form.yaml", "    - vision\n", "    - andre_aftaler\n")
    SHARED.write_text(SHARED.read_text(encoding="utf-8") + "vision: Vi vil det hele.\n", encoding="utf-8")
    checked = aftale("check", "--verbose").output
    assert said(checked, "N5") == [refused("andre_aftaler", "2015-18 and 2019-26")]


def test_a_form_that_still_names_the_round_that_it_was_copied_from_is_refused(
    form: Path, aftale: Aftale
) -> None:
    aftale(*NEW)
    line = change(form, f"midler: {MIDLER}", "midler: 2019-26")
    checked = aftale("check", "--verbose").output
    assert (f"templates/{MIDLER}/form.yaml:{line}:9", "error N4") in findings(checked)
    assert f"write midler: {MIDLER}, or rename the folder" in checked
    assert aftale("new", "to", "--midler", MIDLER).exit_code == 1
    assert not Path("agreements/to").exists()


def test_a_form_in_error_is_told_of_its_own_plans_and_no_others(form: Path, aftale: Aftale) -> None:
    assert aftale("new", "gammel", "--midler", "2019-26").exit_code == 0
    form.write_text("midler: [", encoding="utf-8")
    assert aftale("check").exit_code == 0
    path = Path("agreements/gammel/strategisk-samarbejdsaftale.yaml")
    change(path, "problemkompleks:\n", "problemkompleks:\n  kriterier:\n")
    assert "it is a key of 2015-18; leave it out" in said(aftale("check", "--verbose").output, "N5")[0]


def refused(key: str, rounds: str) -> str:
    """What is said of a key that the new round has not."""
    message = f"{key}: there is no key `{key}` here in the round {MIDLER}"
    return f"{message} | it is a key of {rounds}; leave it out, or mend `midler`"


def schema_of(path: Path) -> dict[str, Any]:
    """The schema that the file's first line names."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    place = path.parent / first.removeprefix("# yaml-language-server: $schema=")
    schema = json.loads(place.read_text(encoding="utf-8"))
    assert isinstance(schema, dict)
    return schema


def underlined(path: Path) -> list[str]:
    """What an editor says of the file."""
    data = as_editors_read(path.read_text(encoding="utf-8"))
    return [error.message for error in Draft202012Validator(schema_of(path)).iter_errors(data)]
