"""Git is asked for what it has itself: nothing that a folder names is run, and a refusal says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.base.border import git
from generator.base.border.refused import GitRefused, NoGit
from generator.workspace.git import Repository
from tests.conftest import Aftale, change
from tests.support.breaking import SETTINGS
from tests.support.clone import Clone, clone_in

STRATEGIC = "agreements/viborg-2017-2021/strategisk-samarbejdsaftale.yaml"


@pytest.fixture
def clone(workspace: Path) -> Clone:
    """The real plans, of which the final one has a version, committed twice."""
    clone = clone_in(workspace)
    path = workspace / STRATEGIC
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}versioner:\n  - {{nummer: 1, dato: 1.4.2017}}\n", encoding="utf-8")
    clone.commit("Version 1")
    change(path, "Den underskrevne", "En bemærkning: den underskrevne")
    clone.commit("En bemærkning")
    return clone


def without_blob(clone: Clone, revision: str = f"HEAD~1:{STRATEGIC}") -> None:
    ident = clone.git("rev-parse", revision).stdout.strip()
    (clone.root / ".git/objects" / ident[:2] / ident[2:]).unlink()


@pytest.mark.parametrize("setting", SETTINGS[:2])
def test_an_object_that_is_missing_is_not_fetched(clone: Clone, aftale: Aftale, setting: str) -> None:
    without_blob(clone)
    with (clone.root / ".git/config").open("a", encoding="utf-8") as config:
        config.write(setting)
    said = aftale("check", "--verbose", "viborg-2017-2021").output
    assert "warning R5: nobody can tell whether the agreement has changed since version 1" in said
    assert aftale("check", "--verbose", "viborg-2017-2021", "--strict").exit_code == 1
    result = aftale("diff", "HEAD~1")
    assert result.exit_code == 1 and "git lacks" in result.output
    assert not (clone.root / "RAN").exists()


def test_a_shallow_clone_says_that_it_lacks_the_evidence(
    clone: Clone, aftale: Aftale, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    shallow = tmp_path_factory.mktemp("shallow") / "clone"
    clone.git("clone", "-q", "--depth", "1", clone.root.as_uri(), str(shallow))
    assert "R5" not in aftale("check", "viborg-2017-2021").output
    monkeypatch.chdir(shallow)
    assert "fetch the rest: git fetch --unshallow" in aftale("check", "viborg-2017-2021").output
    assert "R5" not in aftale("check", "viborg-2025-2029").output


def test_git_is_not_taken_from_the_folder_that_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\ntouch RAN\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for path in (".", "", f".{os.pathsep}"):
        monkeypatch.setenv("PATH", path)
        git.program.cache_clear()
        with pytest.raises(NoGit, match="not installed"):
            Repository.found(tmp_path)
    git.program.cache_clear()


def test_the_environment_of_another_git_leads_nowhere_else(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = clone_in(tmp_path_factory.mktemp("other"))
    for name in ("GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, str(other.root / ".git"))
    repository = Repository.found(clone.root)
    assert repository.top == clone.root
    assert repository.commit("HEAD")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files away")
def test_a_repository_of_somebody_else_is_told_as_that(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    os.chown(clone.root, 12345, 12345)
    os.chown(clone.root / ".git", 12345, 12345)
    with pytest.raises(GitRefused, match="belongs to another user") as caught:
        Repository.found(clone.root)
    assert "safe.directory" in caught.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_git_is_not_waited_for_without_end(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "PATIENCE", 0.5)
    ident = clone.git("rev-parse", "HEAD").stdout.strip()
    path = clone.root / ".git/objects" / ident[:2] / ident[2:]
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(GitRefused):
        Repository.found(clone.root).files("HEAD")
