"""The help of the commands, and click's own sentences, in both languages."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from generator.base.language import LANGUAGES, speak
from generator.cli import commands
from generator.cli.help import Argument, Command, Option
from tests.conftest import Aftale

ENGLISH = re.compile(r"\b(the|is|are|of|and|when|which|write|tell|make|show)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize("words", [("--sprog", "da", "--help"), ("--help", "--sprog", "da")])
def test_help_is_in_the_language_that_is_asked_for_wherever_that_stands(
    aftale: Aftale, words: tuple[str, ...]
) -> None:
    speak("en")
    assert "Kommandoer:\n  add        Føj et dokument til en plan." in aftale(*words).output


def test_the_help_of_a_command_changes_with_the_language(aftale: Aftale) -> None:
    danish = aftale("build", "--help", "--sprog", "da").output
    english = aftale("--sprog", "en", "build", "--help").output
    assert danish.startswith("Brug: aftale build [TILVALG] [PLAN]...")
    assert english.startswith("Usage: aftale build [OPTIONS] [PLAN]...")
    assert "--only DOKUMENT " in danish
    assert "--only DOCUMENT " in english
    assert danish.partition("Eksempler:")[2] == english.partition("Examples:")[2] != ""


@pytest.mark.parametrize("name", ["", *commands.commands])
def test_no_english_stands_in_danish_help(aftale: Aftale, name: str) -> None:
    text = aftale("--sprog", "da", *name.split(), "--help").output
    assert text.startswith("Brug:")
    assert not ENGLISH.findall(text)


@pytest.mark.parametrize("command", [commands, *commands.commands.values()])
def test_what_a_command_shows_is_said_when_it_is_shown(command: click.Command) -> None:
    assert isinstance(command, Command)
    assert all(isinstance(param, (Option, Argument)) for param in command.params)
    assert not command.epilog


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_command_is_summed_up_with_half_a_sentence(aftale: Aftale, language: str) -> None:
    lines = aftale("--sprog", language, "--help").output.splitlines()
    summed_up = lines[-len([one for one in commands.commands.values() if not one.hidden]) :]
    assert all(line.startswith("  ") and line.endswith(".") and ".." not in line for line in summed_up)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", "--jobs", "x"), "`x` kan ikke læses som et tal (helt tal)."),
        (("return", "budget.xlsx"), "Filen `budget.xlsx` findes ikke."),
        (("biuld",), "Kommandoen `biuld` findes ikke. Mente I 'build'?"),
        (("new",), "Her mangler 'PLAN'."),
        (("build", "--onyl", "x"), "Tilvalget `--onyl` findes ikke. Mente I '--only'?"),
    ],
)
def test_wrong_use_is_told_in_danish(aftale: Aftale, words: tuple[str, ...], said: str) -> None:
    result = aftale("--sprog", "da", *words)
    assert result.output.splitlines()[-1].startswith("Fejl: ")
    assert said in result.output
    assert result.exit_code == 2


def test_a_shell_that_shows_what_commands_do_shows_it_in_danish() -> None:
    completion = ShellComplete(commands, {}, "aftale", "_AFTALE_COMPLETE")
    offered = completion.get_completions(["--sprog", "da"], "bui")
    assert [item.help for item in offered] == ["Skriv Word-dokumenterne for hver PLAN eller for alle planer."]


@pytest.mark.parametrize("words", [(), ("--help",)])
def test_in_an_empty_folder_it_says_how_to_begin(
    aftale: Aftale, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    speak("da")
    said, begin = aftale(*words).output.splitlines()[-2:]
    assert said == "Her er ingen planer endnu. Begynd med:"
    assert aftale(*shlex.split(begin)[1:]).exit_code == 0
    assert said not in aftale(*words).output
