"""`aftale save`: what is kept in git, what is left alone, and what it refuses."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Aftale, change
from tests.support.clone import Clone, clone_in

SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which git has no settings, and a user."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LOGNAME", "karen")


@pytest.fixture
def clone(workspace: Path) -> Clone:
    """The real plans, kept once."""
    clone = clone_in(workspace)
    clone.commit("Planerne")
    return clone


def kept(clone: Clone) -> list[str]:
    """The files of the newest version."""
    return clone.git("show", "--name-only", "--format=", "HEAD").stdout.split()


def test_where_there_is_no_repository_one_is_made_and_nothing_is_asked(
    workspace: Path, aftale: Aftale
) -> None:
    (workspace / "output").mkdir()
    (workspace / "output/a.docx").write_bytes(b"x")
    (workspace / "notes.txt").write_text("mine", encoding="utf-8")
    result = aftale("save", "-m", "Planerne, som de er vedtaget")
    assert result.exit_code == 0, result.output
    assert f"A git repository is made in {workspace}." in result.output
    clone = Clone(workspace)
    assert clone.git("log", "--format=%an: %s").stdout == "karen: Planerne, som de er vedtaget\n"
    assert {name.split("/")[0] for name in kept(clone)} == {"agreements", ".gitignore"}
    assert clone.git("status", "--porcelain").stdout == "?? notes.txt\n"


def test_it_says_which_files_and_how_many_lines(clone: Clone, aftale: Aftale) -> None:
    change(clone.root / SHARED, "14.600", "14.500")
    new = clone.root / "agreements/viborg-2017-2021/forord.yaml"
    new.write_text("tekst: |\n  Velkommen.\n", encoding="utf-8")
    (clone.root / "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml").unlink()
    lines = aftale("save").output.splitlines()
    short = clone.git("rev-parse", "--short", "HEAD").stdout.strip()
    assert lines == [
        f"3 files are kept in git as version {short} on the branch main:",
        "  agreements/viborg-2017-2021/forord.yaml is new, 2 lines",
        f"  {SHARED}, lines: 1 new and 1 gone",
        "  agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml is deleted",
    ]
    assert clone.git("log", "-1", "--format=%s").stdout == "Saved: viborg-2017-2021\n"


def test_what_an_editor_helps_with_is_kept_and_told_in_one_line(
    tmp_path: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    aftale("new", "koege", "--midler", "2019-26")
    lines = aftale("save").output.splitlines()
    schemas = len(list(tmp_path.glob(".aftale/**/*.json")))
    assert lines[1].startswith(f"{schemas + len(lines) - 3} files are kept in git ")
    assert lines[2] == f"  {schemas} files in .aftale/"


def test_nothing_new_is_said_and_makes_no_version(clone: Clone, aftale: Aftale) -> None:
    before = clone.git("rev-parse", "HEAD").stdout
    result = aftale("save")
    assert result.exit_code == 0
    assert result.output.startswith("Nothing has changed since version ")
    assert result.output.endswith(": Planerne\n")
    assert clone.git("rev-parse", "HEAD").stdout == before


def test_what_else_is_staged_stays_staged_and_is_not_kept(clone: Clone, aftale: Aftale) -> None:
    (clone.root / "notes.txt").write_text("mine", encoding="utf-8")
    clone.git("add", "notes.txt")
    change(clone.root / SHARED, "14.600", "14.500")
    assert aftale("save").exit_code == 0
    assert kept(clone) == [SHARED]
    assert clone.git("status", "--porcelain").stdout == "A  notes.txt\n"


def test_a_folder_that_is_gone_is_kept_as_gone(clone: Clone, aftale: Aftale) -> None:
    (clone.root / "templates").mkdir()
    (clone.root / "templates/a.txt").write_text("a", encoding="utf-8")
    assert aftale("save").exit_code == 0
    (clone.root / "templates/a.txt").unlink()
    assert "templates/a.txt is deleted" in aftale("save").output


def test_plans_in_a_folder_of_a_larger_repository_are_kept_alone(
    workspace: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = workspace / "planer"
    inner.mkdir()
    (workspace / "agreements").rename(inner / "agreements")
    (workspace / "other.txt").write_text("a", encoding="utf-8")
    clone = clone_in(workspace)
    monkeypatch.chdir(inner)
    assert aftale("save").exit_code == 0
    assert all(name.startswith("planer/agreements/") for name in kept(clone))
    assert clone.git("status", "--porcelain").stdout == "?? other.txt\n"


def _merging(clone: Clone) -> None:
    clone.git("switch", "-q", "-c", "other")
    change(clone.root / SHARED, "14.600", "14.500")
    clone.commit("other")
    clone.git("switch", "-q", "main")
    change(clone.root / SHARED, "14.600", "14.400")
    clone.commit("main")
    assert clone.git("merge", "other", check=False).returncode


def _rebasing(clone: Clone) -> None:
    _merging(clone)
    clone.git("merge", "--abort")
    assert clone.git("rebase", "other", check=False).returncode


def _stashed(clone: Clone) -> None:
    change(clone.root / SHARED, "14.600", "14.500")
    clone.git("stash", "-q")
    change(clone.root / SHARED, "14.600", "14.400")
    clone.commit("main")
    assert clone.git("stash", "pop", check=False).returncode


def _detached(clone: Clone) -> None:
    clone.git("switch", "-q", "--detach")


def _left_out(clone: Clone) -> None:
    clone.git("rm", "-rq", "--cached", "agreements")
    clone.git("commit", "-q", "-m", "none")
    (clone.root / ".git/info/exclude").write_text("agreements/\n", encoding="utf-8")


def _within(clone: Clone) -> None:
    clone_in(clone.root / "agreements/viborg-2017-2021")


def _locked(clone: Clone) -> None:
    (clone.root / ".git/index.lock").touch()
    change(clone.root / SHARED, "14.600", "14.500")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (_merging, "a merge is not finished in git"),
        (_rebasing, "git stands at an old version here, and on no branch"),
        (_stashed, "git has files with conflicts that nobody has settled"),
        (_detached, "git stands at an old version here, and on no branch"),
        (_left_out, "a .gitignore leaves out agreements/"),
        (_within, "agreements/viborg-2017-2021 is a git repository of its own"),
        (_locked, "another git is at work here, or one ended before it was done"),
    ],
)
def test_what_is_under_way_in_git_is_not_spoiled(
    clone: Clone, aftale: Aftale, state: Callable[[Clone], None], said: str
) -> None:
    state(clone)
    before = clone.git("rev-parse", "HEAD").stdout + clone.git("status", "--porcelain").stdout
    result = aftale("save")
    assert result.exit_code == 1
    assert said in result.output
    assert clone.git("rev-parse", "HEAD").stdout + clone.git("status", "--porcelain").stdout == before


def test_no_program_that_the_repository_names_is_run(clone: Clone, aftale: Aftale) -> None:
    config, attributes = clone.root / ".git/config", clone.root / ".gitattributes"
    attributes.write_text("*.yaml filter=evil\n", encoding="utf-8")
    with config.open("a", encoding="utf-8") as file:
        file.write(
            '[filter "evil"]\n\tclean = touch RAN; cat\n\tprocess = touch RAN\n\trequired = true\n'
            "[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = touch RAN\n"
            "[core]\n\tfsmonitor = touch RAN\n\thooksPath = hooks\n\teditor = touch RAN\n"
        )
    for name in ("pre-commit", "commit-msg", "post-commit", "post-index-change"):
        hook = clone.root / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\ntouch RAN\n", encoding="utf-8")
        hook.chmod(0o755)
    change(clone.root / SHARED, "14.600", "14.500")
    result = aftale("save")
    assert result.exit_code == 0, result.output
    assert not list(clone.root.rglob("RAN"))
    assert "14.500" in clone.git("show", f"HEAD:{SHARED}").stdout


def test_who_saves_is_who_git_knows(clone: Clone, aftale: Aftale) -> None:
    clone.git("config", "user.name", "Sekretariatet")
    clone.git("config", "user.email", "s@example.org")
    change(clone.root / SHARED, "14.600", "14.500")
    aftale("save", "-m", "# Æ, ø og å")
    assert clone.git("log", "-1", "--format=%an %ae %s").stdout == "Sekretariatet s@example.org # Æ, ø og å\n"


def test_where_there_is_nothing_that_is_said(
    tmp_path: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone_in(tmp_path)
    (tmp_path / "agreements").mkdir()
    monkeypatch.chdir(tmp_path)
    result = aftale("save")
    assert (result.exit_code, result.output) == (0, "There is nothing to keep yet.\n")


def test_a_new_plan_brings_a_gitignore_and_never_another(
    tmp_path: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ignore = tmp_path / ".gitignore"
    assert aftale("new", "koege", "--midler", "2019-26").exit_code == 0
    assert "/output/" in ignore.read_text(encoding="utf-8").splitlines()
    ignore.write_text("mine\n", encoding="utf-8")
    assert aftale("new", "greve", "--midler", "2019-26").exit_code == 0
    assert ignore.read_text(encoding="utf-8") == "mine\n"
