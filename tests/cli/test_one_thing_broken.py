"""Any command on a workspace in which one thing is broken, whatever it is: it ends, and makes the rest."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.base import cache
from generator.base.border import files, git
from generator.workspace import stamp
from tests.conftest import Aftale
from tests.support.breaking import BREAKS, BROKEN, ENVIRONMENTS, SETTINGS, SPARED, able_again, whole_workspace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes, sockets and devices are as on Linux")
EXAMPLES = int(os.environ.get("AFTALE_EXAMPLES", "15"))
SECONDS = 20
COMMANDS = (
    ("check",), ("check", "--jobs", "2"), ("build",), ("build", "--force"), ("build", "--check"), ("status",),
    ("diff",), ("diff", "HEAD~1", "HEAD"), ("diff", "HEAD~1", "--redline"),
    ("format", "--check"), ("format",), ("schema",),
    ("new", "c-plan", "--midler", "2019-26"), ("inspect", "output/a-plan/strategisk-samarbejdsaftale.docx"),
    ("inspect", "--text", "output/a-plan/strategisk-samarbejdsaftale.docx"), ("git-setup",),
    ("inspect", "--signers", "output/a-plan/strategisk-samarbejdsaftale.docx"),
    ("inspect", "--signers", "a-plan"),
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with everything in it: plans, history, documents, schemas, a cache."""
    from click.testing import CliRunner

    from generator.cli import commands

    root = tmp_path_factory.mktemp("whole") / "workspace"
    root.mkdir()
    whole_workspace(root)
    with here(root):
        for words in (["build"], ["schema"]):
            assert CliRunner().invoke(commands, words).exit_code == 0
    return root


@contextmanager
def here(root: Path, variables: Mapping[str, str | None] | None = None) -> Iterator[None]:
    """The folder as the one that commands are given in, with a cache of its own, for a limited time."""
    before, there = dict(os.environ), Path.cwd()
    os.environ[cache.VARIABLE] = str(root / ".cache")
    for name, value in (variables or {}).items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    os.chdir(root)
    git.program.cache_clear()
    signal.signal(signal.SIGALRM, _too_late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        git.program.cache_clear()
        os.chdir(there)
        os.environ.clear()
        os.environ.update(before)


def _too_late(*_: object) -> None:
    raise TimeoutError("the command does not end")


@contextmanager
def copied(whole: Path, root: Path) -> Iterator[Path]:
    """A copy of the workspace that may be broken."""
    root = root / "copy"
    shutil.copytree(whole, root, symlinks=True)
    try:
        yield root
    finally:
        able_again(root)
        shutil.rmtree(root)


def holds(result: Result, root: Path) -> None:
    """The command ended as it should, whatever it had to say."""
    assert "has crashed" not in result.output
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1, 2), result.output
    assert not list(root.rglob("RAN"))


anything = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


@anything
@given(st.sampled_from(sorted(BREAKS)), st.sampled_from(COMMANDS), st.integers(0, 10**6))
def test_a_broken_file_is_a_finding_and_the_other_plan_is_made(
    whole: Path, aftale: Aftale, tmp_path: Path, how: str, command: tuple[str, ...], seed: int
) -> None:
    chance = random.Random(seed)
    with copied(whole, tmp_path) as root:
        places = [path for part in (f"agreements/{BROKEN}", f"output/{BROKEN}", ".aftale", ".cache", ".git")
                  for path in files.below(root / part) if path.is_file()]  # fmt: skip
        sources = [path for path in places if path.is_relative_to(root / "agreements")]
        path = chance.choice(sources if chance.random() < 0.5 else places)
        BREAKS[how](path, chance)
        with here(root):
            holds(aftale(*command), root)
            written = list((root / "output" / SPARED).glob("*.docx"))
            for document in written:
                document.unlink()
            built = aftale("build")
            holds(built, root)
        again = {path.name for path in (root / "output" / SPARED).glob("*.docx")}
        assert again == {path.name for path in written if ".redline" not in path.name}, built.output
        assert all(stamp.read(path.read_bytes()).intact for path in (root / "output" / SPARED).iterdir())


@anything
@given(st.sampled_from(SETTINGS), st.sampled_from(COMMANDS), st.integers(0, 10**6))
def test_a_folders_settings_of_git_run_nothing(
    whole: Path, aftale: Aftale, tmp_path: Path, setting: str, command: tuple[str, ...], seed: int
) -> None:
    chance = random.Random(seed)
    with copied(whole, tmp_path) as root:
        with (root / ".git/config").open("a", encoding="utf-8") as config:
            config.write(setting)
        (root / ".git/hooks").mkdir(exist_ok=True)
        for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
            (root / ".git/hooks" / hook).write_text("#!/bin/sh\ntouch RAN\n", encoding="utf-8")
            (root / ".git/hooks" / hook).chmod(0o755)
        objects = sorted(path for path in (root / ".git/objects").glob("??/*"))
        if chance.random() < 0.7:
            chance.choice(objects).unlink()
        with here(root):
            holds(aftale(*command), root)
            holds(aftale("check"), root)


@anything
@given(st.sampled_from(ENVIRONMENTS), st.sampled_from(COMMANDS))
def test_a_command_ends_in_any_environment(
    whole: Path, aftale: Aftale, tmp_path: Path, variables: Mapping[str, str | None], command: tuple[str, ...]
) -> None:
    with copied(whole, tmp_path) as root, here(root, variables):
        holds(aftale(*command), root)
