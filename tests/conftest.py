"""What several tests need: a copy of the real plans that a test may spoil, and the command."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from generator.base.language import speak, spoken

ROOT = Path(__file__).resolve().parent.parent

os.environ["GIT_CEILING_DIRECTORIES"] = str(ROOT / "tests")  # invented plans were never signed, nor changed
os.environ["AFTALE_SPROG"] = "en"  # the tests read the sentences as they stand in the code

settings.register_profile("quiet", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)  # CI judges a change, not its luck
settings.load_profile("repeatable" if os.environ.get("CI") else "quiet")

Aftale = Callable[..., Result]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept`: what the documents are now is right; see test_golden.py."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/golden/ where documents differ")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """No test leaves its language to the next."""
    yield
    if spoken() != "en":
        speak("en")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads what a run outside of the tests has kept, nor leaves anything there."""
    os.environ["AFTALE_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two real plans with their agreements, which is also the folder that the command is given in.

    Their annexes are left out and listed as missing, so that a test which counts documents holds when a
    plan gets one more.
    """
    for name in ("viborg-2017-2021", "viborg-2025-2029"):
        for path in sorted((ROOT / "agreements" / name).iterdir()):
            if path.name.startswith(("helhedsplan", "strategisk-samarbejdsaftale", "delaftale")):
                copy = tmp_path / "agreements" / name / path.name
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, copy)
                text = copy.read_text(encoding="utf-8")
                listed = re.sub(r"(\{bilag: \w+), note:", r"\1, status: mangler, note:", text)
                copy.write_text(listed, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def dansk() -> Iterator[None]:
    """Danish is spoken, as to those who read the guide."""
    speak("da")
    yield
    speak("en")


@pytest.fixture
def aftale() -> Aftale:
    """The command `aftale`, given as words."""
    from generator.cli import commands

    def run(*words: str, **settings: object) -> Result:
        return CliRunner().invoke(commands, words, prog_name="aftale", **settings)  # type: ignore[arg-type]

    return run


def change(path: Path, old: str, new: str) -> int:
    """Put `new` in place of the first `old` of the file; the line (from 1) that it stands on."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    return text[: text.index(old)].count("\n") + 1


def findings(output: str) -> list[tuple[str, str]]:
    """The place and the severity with the code of every finding that a command printed."""
    return re.findall(r"^(\S+): ((?:error|warning|info) [A-Z]+[0-9]+): ", output, flags=re.MULTILINE)
