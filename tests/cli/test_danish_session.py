"""A session in Danish: what the commands ask and answer has no English in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.language import speak
from generator.cli import asking
from tests.conftest import Aftale

ENGLISH = re.compile(r"\b(the|is|are|and|with|which|write|where|there|already|nothing|made)\b", re.IGNORECASE)
SHARED = "agreements/koege/helhedsplan.yaml"
ANSWERS = (
    "Planen i Køge", "1.13.2027", "1.1.2027", "31.12.2026", "31.12.2030",
    "Køge", "Køge Kommune:komune", "Køge Kommune:kommune", "Køge Kommune:kommune", "",
    "Ellemarken, Karlemosen", "ja", "", "beskæftigels", "beskæftigelse", "",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _in_danish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    speak("da")
    yield
    speak("en")


def without_code(text: str) -> str:
    """The text without what stands in backticks, which is typed, and without indented lines: data."""
    lines = (line for line in text.splitlines() if not line.startswith("  "))
    return re.sub("`[^`]*`", "", "\n".join(lines))


def test_a_plan_is_asked_for_in_danish_and_wrong_answers_are_told_so(tmp_path: Path, aftale: Aftale) -> None:
    result = aftale("new", "koege", "--midler", "2019-26", input="\n".join([*ANSWERS, ""]))
    assert result.exit_code == 0, result.output
    for said in ("Planens navn: ", "Fejl: `Køge` er ikke en part med type.", "er givet to gange.",
                 "Er det 2 boligområder? ja eller nej [ja]: ", "3 filer er lavet."):  # fmt: skip
        assert said in result.output
    assert not ENGLISH.findall(without_code(result.output))
    written = (tmp_path / "agreements/koege/helhedsplan.yaml").read_text(encoding="utf-8")
    assert "Ellemarken" in written and "Karlemosen" in written


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("save",), 0),
        (("git-setup",), 0),
        (("schema",), 0),
        (("calendar",), 0),
        (("format",), 0),
        (("add", "koege", "strategisk-samarbejdsaftale"), 2),
        (("add", "koege", "delaftale", "x"), 2),
        (("new", "Køge 2027", "--midler", "2019-26"), 2),
        (("explain", "Z1"), 2),
        (("look", "mangler.dotx"), 1),
        (("inspect", "koege", "--signers"), 2),
        (("return", SHARED), 2),
        (("return", SHARED, "--mapping", SHARED), 2),
        (("build", "--only", "x"), 2),
        (("new", "koege"), 2),
        (("build", "koge"), 2),
    ],
)
def test_commands_answer_in_danish(aftale: Aftale, words: tuple[str, ...], status: int) -> None:
    made = aftale("new", "koege", "--midler", "2019-26", input="Planen i Køge" + 9 * "\n")
    assert made.exit_code == 0, made.output
    aftale("save")
    result = aftale(*words)
    assert result.exit_code == status, result.output
    assert result.output
    assert not ENGLISH.findall(without_code(result.output))


def test_a_crash_is_told_in_danish(aftale: Aftale, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("generator.workspace.folders.Workspace.find", crash)
    lines = aftale("check").output.splitlines()
    assert lines[0] == "aftale er gået i stykker: ZeroDivisionError: a bug"
    assert not ENGLISH.findall(without_code("\n".join(lines)))
