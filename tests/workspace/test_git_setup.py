"""`aftale git-setup` and `aftale diff` in a real clone: what git shows, and what it refuses to merge."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change
from tests.support.clone import Clone, clone_in
from tests.support.word_assertions import assert_valid
from tests.workspace.test_stamp import rezipped

PLAN = "agreements/viborg-2025-2029"
SHARED = f"{PLAN}/helhedsplan.yaml"
DELAFTALE = f"{PLAN}/delaftale-sammenhaengskraft-og-medborgerskab.yaml"


@pytest.fixture
def clone(workspace: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> Clone:
    """The real plans in a clone that is set up; `aftale` is on no PATH."""
    monkeypatch.setenv("PATH", os.pathsep.join(("/usr/local/bin", "/usr/bin", "/bin", os.defpath)))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (workspace / ".gitattributes").write_text((ROOT / ".gitattributes").read_text(encoding="utf-8"))
    clone = clone_in(workspace)
    clone.commit("Planerne")
    assert aftale("git-setup").exit_code == 0
    return clone


def test_a_change_is_shown_with_the_key_above_it(clone: Clone) -> None:
    change(clone.root / DELAFTALE, "timer_pr_uge: 25", "timer_pr_uge: 26")
    assert "@@   - navn: Bo Godt - koordineret samarbejde" in clone.git("diff", "-U1").stdout


def test_a_change_in_a_text_is_shown_with_the_key_of_the_text(clone: Clone) -> None:
    first, second = "      Beboerne skal", "      Beboerne skal nok"
    text = (clone.root / DELAFTALE).read_text(encoding="utf-8")
    key = "  - måling: |"
    below = f"{key}\n{first} mødes.\n{first} tale.\n{first} spise.\n"
    start = text.index("delmål:\n") + len("delmål:\n")
    (clone.root / DELAFTALE).write_text(text[:start] + below + text[start:], encoding="utf-8")
    clone.commit("En måling")
    change(clone.root / DELAFTALE, f"{first} spise", f"{second} spise")
    assert f"@@ {key}" in clone.git("diff", "-U0").stdout


def test_without_the_program_git_shows_and_merges_as_it_does_without_it(clone: Clone) -> None:
    for name in ("diff.aftale-docx.textconv", "merge.aftale-yaml.driver"):
        value = clone.git("config", "--local", name).stdout.strip()
        clone.git("config", "--local", name, value.replace(sys.executable, "/gone/python"))
    document = clone.root / PLAN / "underskrevet" / "aftale.docx"
    document.parent.mkdir()
    document.write_bytes(b"et dokument\n")
    clone.commit("Et dokument")
    clone.git("checkout", "-q", "-b", "a")
    change(clone.root / DELAFTALE, "timer_pr_uge: 17", "timer_pr_uge: 19")
    clone.commit("A")
    clone.git("checkout", "-q", "-b", "b", "main")
    change(clone.root / DELAFTALE, "timer_pr_uge: 17", "timer_pr_uge: 20")
    clone.commit("B")
    assert clone.git("merge", "a", check=False).returncode == 1
    text = (clone.root / DELAFTALE).read_text(encoding="utf-8")
    assert "<<<<<<<" in text and "timer_pr_uge: 19" in text and "timer_pr_uge: 20" in text
    document.write_bytes(b"et andet\n")
    assert clone.git("diff", "--", document.as_posix()).returncode == 0


def test_git_diff_of_a_document_shows_its_text(clone: Clone, aftale: Aftale) -> None:
    folder = clone.root / PLAN / "underskrevet"
    aftale("build", "viborg-2025-2029", "--out", str(folder))
    clone.commit("Dokumenter")
    change(clone.root / DELAFTALE, "timer_pr_uge: 17", "timer_pr_uge: 19")
    aftale("build", "viborg-2025-2029", "--out", str(folder))
    shown = clone.git("diff", "--", f"{PLAN}/underskrevet").stdout
    assert "-| Hverdagsrådgivning | 17 |" in shown and "+| Hverdagsrådgivning | 19 |" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="the command is a shell script")
def test_a_merge_that_would_give_a_key_twice_is_a_conflict(clone: Clone) -> None:
    clone.git("checkout", "-q", "-b", "a")
    change(clone.root / SHARED, "periode:", "beboere: 3.000\nperiode:")
    clone.commit("A")
    clone.git("checkout", "-q", "-b", "b", "main")
    change(clone.root / SHARED, "budget:", "beboere: 3.100\nbudget:")
    clone.commit("B")
    merged = clone.git("merge", "a", check=False)
    assert merged.returncode == 1
    assert "the key `beboere` stands here again" in merged.stderr
    assert f"UU {SHARED}" in clone.git("status", "--porcelain").stdout
    text = (clone.root / SHARED).read_text(encoding="utf-8")
    assert text.startswith("<<<<<<< ours\n") and "beboere: 3.000" in text and "beboere: 3.100" in text


@pytest.mark.skipif(sys.platform == "win32", reason="the command is a shell script")
def test_changes_in_two_places_are_merged(clone: Clone) -> None:
    clone.git("checkout", "-q", "-b", "a")
    change(clone.root / DELAFTALE, "timer_pr_uge: 17", "timer_pr_uge: 19")
    clone.commit("A")
    clone.git("checkout", "-q", "-b", "b", "main")
    change(clone.root / DELAFTALE, "evalueres én gang", "evalueres to gange")
    clone.commit("B")
    clone.git("merge", "-q", "--no-edit", "a")
    text = (clone.root / DELAFTALE).read_text(encoding="utf-8")
    assert "timer_pr_uge: 19" in text and "evalueres to gange" in text


def test_git_setup_can_be_undone_and_tells_what_it_did(clone: Clone, aftale: Aftale) -> None:
    said = aftale("git-setup").output
    assert "git diff shows the text of a .docx" in said and "aftale git-setup --undo" in said
    assert "Add these lines" not in said
    aftale("git-setup", "--undo")
    assert clone.git("config", "--local", "--get-regexp", "aftale", check=False).stdout == ""


def test_diff_takes_revisions_and_plans_in_that_order(clone: Clone, aftale: Aftale) -> None:
    change(clone.root / DELAFTALE, "timer_pr_uge: 17", "timer_pr_uge: 19")
    clone.commit("Flere timer")
    change(clone.root / DELAFTALE, "timer_pr_uge: 19", "timer_pr_uge: 20")
    hours = "Aktivitet Hverdagsrådgivning: timer pr. uge {} → {}"
    assert hours.format(19, 20) in aftale("diff").output
    assert hours.format(17, 20) in aftale("diff", "HEAD~1").output
    assert hours.format(17, 19) in aftale("diff", "HEAD~1", "HEAD", "viborg-2025-2029").output
    assert hours.format(17, 19) in aftale("diff", "HEAD~1..HEAD").output
    assert "No changes." in aftale("diff", "viborg-2017-2021").output
    wrong = aftale("diff", "HEAD", "viborg-2052")
    assert wrong.exit_code == 2 and "neither a git revision nor a plan" in wrong.output


def test_diff_tells_a_change_of_the_form_from_one_of_the_data(clone: Clone, aftale: Aftale) -> None:
    forms = clone.root / "templates"
    shutil.copytree(ROOT / "templates", forms)
    clone.commit("Formularerne")
    change(forms / "shared/strategisk-samarbejdsaftale.html.j2", "kan kun ændres", "kan ene ændres")
    told = aftale("diff").output
    assert "Changed by the form:" in told and "{+ene+}" in told
    assert "Only the form has changed" in told


def test_diff_takes_a_plans_own_wording_for_a_change_of_the_agreement(clone: Clone, aftale: Aftale) -> None:
    own = clone.root / PLAN / "templates"
    own.mkdir()
    words = "{% block tiltrædelse %}Parterne skriver under her.{% endblock %}"
    name = "2019-26/strategisk-samarbejdsaftale.html.j2"
    template = f'{{% extends "{name}" %}}{words}'
    (own / "strategisk-samarbejdsaftale.html.j2").write_text(template, encoding="utf-8")
    told = aftale("diff").output
    assert "Changed by the plan's own wording:" in told and "{+Parterne skriver under her.+}" in told
    assert "Only the form has changed" not in told and "No approval yet" in told
    assert f"Forms: {PLAN}/templates/strategisk-samarbejdsaftale.html.j2" in told
    assert "Delaftale" not in told


def test_a_redline_is_a_valid_document_with_tracked_changes(clone: Clone, aftale: Aftale) -> None:
    change(clone.root / DELAFTALE, "timer_pr_uge: 17", "timer_pr_uge: 19")
    whose = ("--author", "Sekretariatet", "--date", "2026-03-01")
    result = aftale("diff", "--redline", "--out", "rettet", *whose)
    assert result.exit_code == 0, result.output
    [path] = clone.root.glob("rettet/*/*.docx")
    assert path.name == "delaftale-sammenhaengskraft-og-medborgerskab.redline.docx"
    assert_valid(path.read_bytes())
    from tests.support.package_reading import Docx, W

    inserted = Docx(path.read_bytes()).body.findall(f".//{W}ins")
    assert {mark.get(f"{W}author") for mark in inserted} == {"Sekretariatet"}
    assert all(mark.get(f"{W}date", "").startswith("2026-03-01") for mark in inserted)
    assert aftale("diff", "--redline", "--date", "i går").exit_code == 2


@pytest.mark.parametrize("words", [["--author", "A"], ["--date", "2026-03-01"], ["--redline", "--date", "x"]])
def test_what_a_redline_is_asked_wrongly_is_said_before_anything_else(
    clone: Clone, aftale: Aftale, words: list[str]  # noqa: ARG001  diff looks for a repository
) -> None:
    result = aftale("diff", *words)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_redline_that_somebody_has_written_in_is_kept_beside_the_new_one(
    clone: Clone, aftale: Aftale
) -> None:
    change(clone.root / DELAFTALE, "timer_pr_uge: 17", "timer_pr_uge: 19")
    assert "is now" not in aftale("diff", "--redline").output
    [path] = clone.root.glob("output/*/*.redline.docx")
    edited = rezipped(path.read_bytes(), "word/document.xml", b"Baseline", b"Udgangspunkt")
    path.write_bytes(edited)
    aside = path.with_name(f"{path.stem} (redigeret).docx")
    assert f"is now {aside.name}" in aftale("diff", "--redline").output
    assert aside.read_bytes() == edited
    assert b"Udgangspunkt" not in rezipped(path.read_bytes(), "", b"", b"")
    assert "is now" not in aftale("diff", "--redline").output
    assert "as generated" in aftale("inspect", str(path)).output
    assert "no source makes it" not in aftale("status").output


def test_diff_tells_that_the_program_has_changed_where_it_lives_in_the_repository(
    clone: Clone, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = clone.root / "generator"
    program.mkdir()
    (program / "__init__.py").write_text('__version__ = "1.0"\n')
    clone.commit("Programmet")
    (program / "__init__.py").write_text('__version__ = "1.1"\n')
    monkeypatch.setattr("generator.compare.program.PROGRAM", program)
    assert "The program: 1 file changed, version 1.0 → 1.1; " in aftale("diff").output
