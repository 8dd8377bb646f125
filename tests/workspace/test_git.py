"""How git is asked: as seldom as will do, and never so that a name becomes another question."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.base.border import git
from generator.base.border.refused import GitRefused
from generator.workspace.folders import Workspace
from generator.workspace.git import Objects, Repository, working_files
from generator.workspace.history import History
from tests.conftest import ROOT, Aftale
from tests.support.clone import Clone, clone_in

FINAL = "viborg-2017-2021"
STRATEGIC = "strategisk-samarbejdsaftale.yaml"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that git was started for, one after the other."""
    questions: list[str] = []
    real = subprocess.Popen.__init__

    def started(process: object, command: list[str], *arguments: object, **named: object) -> None:
        questions.extend(word for word in command if word in ("rev-parse", "log", "cat-file", "ls-tree"))
        real(process, command, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess.Popen, "__init__", started)
    return questions


@pytest.fixture
def signed(workspace: Path) -> Clone:
    """Three final plans with a version each, and one that is a draft; two commits of each version."""
    for number in range(2):
        shutil.copytree(workspace / "agreements" / FINAL, workspace / f"agreements/signed-{number}")
    clone = clone_in(workspace)
    for said in ("versioner:\n  - {nummer: 1, dato: 1.4.2017}\n", "# set igennem\n"):
        for path in workspace.glob(f"agreements/*[01]/{STRATEGIC}"):
            path.write_text(path.read_text(encoding="utf-8") + said, encoding="utf-8")
        clone.commit(said.split()[0])
    return clone


@pytest.mark.usefixtures("signed")
def test_git_is_started_once_for_each_question_whatever_there_is_to_know(
    aftale: Aftale, asked: list[str]
) -> None:
    asked.clear()
    assert aftale("check", "--jobs", "1").exit_code == 0
    assert asked == ["rev-parse", "rev-parse", "log", "cat-file", "rev-parse", "log"]
    asked.clear()
    assert aftale("check", "--jobs", "1").exit_code == 0
    assert asked == ["rev-parse"]


@pytest.mark.usefixtures("workspace")
def test_hidden_files_are_none_of_the_workspaces(workspace: Path) -> None:
    before = set(working_files(Workspace(workspace)))
    for name in (".skjult.yaml", "~$helhedsplan.yaml", ".mappe/helhedsplan.yaml"):
        path = workspace / "agreements" / FINAL / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert set(working_files(Workspace(workspace))) == before


@pytest.mark.skipif(os.name != "posix", reason="a script stands in for git")
def test_git_takes_no_lock_and_asks_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "git"
    script.write_text(f"#!/bin/sh\nenv > '{tmp_path}/told'\nexit 1\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(git, "program", lambda: str(script))
    assert Repository.of(tmp_path) is None
    told = (tmp_path / "told").read_text(encoding="utf-8").splitlines()
    assert {"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"} <= set(told)


def test_git_is_not_started_where_there_is_no_version(
    aftale: Aftale, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTALE_CACHE", "")  # where a test before may have kept that git was asked
    assert aftale("check").exit_code == 0
    assert asked == []


def test_the_history_has_each_files_blobs_at_every_commit(signed: Clone) -> None:
    repository = Repository.of(signed.root)
    assert repository
    history, objects = History(repository), Objects(repository)
    name = f"agreements/signed-0/{STRATEGIC}"
    [(now, (last,)), (_, (first,))] = history.of((name,), history.last)
    assert now.ident == signed.git("rev-parse", "HEAD").stdout.strip()
    assert objects.content(last) == (signed.root / name).read_bytes()
    assert objects.content(last) == objects.content(first) + b"# set igennem\n"
    assert [*history.of(("agreements/x.yaml",), history.last)] == []


def test_files_of_a_workspace_within_a_larger_repository_are_read_too(tmp_path: Path) -> None:
    clone = clone_in(tmp_path)
    shutil.copytree(ROOT / "agreements", tmp_path / "bolig æøå/agreements")
    clone.commit("Alt")
    repository = Repository.of(tmp_path / "bolig æøå")
    assert repository
    name = f"agreements/{FINAL}/{STRATEGIC}"
    history = History(repository)
    assert Objects(repository).content(history.held(name)[history.last]) == (ROOT / name).read_bytes()


def test_the_state_of_a_repository_is_another_after_each_commit(tmp_path: Path) -> None:
    assert "not in a git repository" in Repository.state_of(tmp_path)
    clone = clone_in(tmp_path)
    states = [Repository.state_of(tmp_path)]
    for number in range(2):
        (tmp_path / "a").write_text(str(number), encoding="utf-8")
        clone.commit("x")
        states.append(Repository.state_of(tmp_path))
    clone.git("replace", "HEAD", "HEAD~1")
    states.append(Repository.state_of(tmp_path))
    assert len(set(states)) == 4


def test_the_state_of_a_shallow_clone_is_another_when_more_of_its_history_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    whole = clone_in(tmp_path / "whole")
    for number in range(3):
        (whole.root / "a").write_text(str(number), encoding="utf-8")
        whole.commit("x")
    shallow = Clone(tmp_path / "shallow")
    whole.git("clone", "-q", "--depth", "1", whole.root.as_uri(), str(shallow.root))
    states = [Repository.state_of(shallow.root)]
    for fetched in ("--depth=2", "--unshallow"):
        shallow.git("fetch", "-q", fetched)
        states.append(Repository.state_of(shallow.root))
    assert len(set(states)) == 3


def test_a_git_that_has_ended_is_an_error_and_no_empty_file(signed: Clone) -> None:
    repository = Repository.of(signed.root)
    assert repository
    (signed.root / ".git").rename(signed.root / "elsewhere")
    gone = Objects(repository)
    with pytest.raises(GitRefused, match="git ended"):
        gone.content("0" * 40)
