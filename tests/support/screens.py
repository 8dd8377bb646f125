"""Screens of the program: what somebody sees who gives a command in a folder that is prepared for it.

A case is a file tests/cases/screens/<name>.yaml:

    start: empty | new | real | large | final   the plans that are there before: none, that of `aftale new`, …
    template: true                        a municipality's Word template lies there as brev.dotx
    write: {path: text}                   files that are written
    change: {path: [old, new]}            texts that are replaced, once each, in that order
    delete: [path]
    columns: 80
    git: true                             all is committed before the commands are given
    before: [command]                     given first; nothing of them is shown
    run: [command]                        given then, each shown with what it says
    input: text                           typed at the prompts of the last one, as at a terminal
    crash: text                           a fault of ours, which the last one meets
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner

from generator.base.language import Language, speak
from tests.conftest import ROOT
from tests.support.municipality import as_template, logo_in_first_line, municipality, saved

CASES = ROOT / "tests" / "cases" / "screens"
GOLDEN = ROOT / "tests" / "golden" / "screens"
LANGUAGES: tuple[Language, ...] = get_args(Language)
NEW = (
    "aftale new koege-2027-2031 --midler 2019-26 --navn 'Den boligsociale helhedsplan i Køge' --fra 1.1.2027 "
    "--til 31.12.2030 --part 'Køge Kommune:kommune' --part 'Boligselskabet Sjælland:boligorganisation' "
    "--område Ellemarken --indsatsområde beskæftigelse"
)
INVENTED, FINAL = ROOT / "tests" / "plans" / "agreements", "digtehavn-2027-2031"
REAL = ("viborg-2017-2021", "viborg-2025-2029")
WHO = {"NAME": "NN", "EMAIL": "nn@example.org", "DATE": "2027-01-02T12:00:00Z"}
BY_NN = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO.items()}
_HASH = re.compile(r"\b[0-9a-f]{40,64}\b")
_COMMIT = re.compile(
    r"\b[0-9a-f]{7,12}(?=\s+(?:of|fra|on|på)\s)|(?<=kilder-)[0-9a-f]{12}|(?<=aftale diff )[0-9a-f]{7,12}"
)


@dataclass(frozen=True)
class Case:
    """A folder as it is prepared, and the commands that are given in it."""

    name: str
    run: list[str]
    start: str = "new"
    write: dict[str, str] = field(default_factory=dict)
    change: dict[str, list[str]] = field(default_factory=dict)
    delete: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    columns: int = 80
    git: bool = False
    template: bool = False
    input: str | None = None
    crash: str | None = None

    @classmethod
    def of(cls, path: Path) -> Case:
        """The case of that file."""
        keys: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(path.stem, **keys)

    def golden(self, language: Language) -> Path:
        """The file that holds the screen as somebody has looked at it."""
        return GOLDEN / f"{self.name}.{language}.txt"

    def shown(self, language: Language, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
        """What is seen in it: the folder is /aftaler, the program's /program, and hashes are masked."""
        monkeypatch.chdir(folder)
        monkeypatch.setenv("COLUMNS", str(self.columns))
        monkeypatch.setenv("AFTALE_SPROG", language)
        for name, value in BY_NN.items():
            monkeypatch.setenv(name, value)
        speak(language)
        try:
            self._prepare(folder)
            if self.input is not None:
                monkeypatch.setattr("generator.cli.asking.at_terminal", lambda: True)
            if self.crash is not None:
                monkeypatch.setattr("generator.workspace.folders.Workspace.find", _fault(self.crash))
            seen = [self._seen(command) for command in self.run]
        finally:
            speak("en")
        text = "\n".join(seen).replace(str(folder), "/aftaler").replace(str(ROOT), "/program")
        return _COMMIT.sub("<commit>", _HASH.sub("<sha256>", text))

    def _prepare(self, folder: Path) -> None:
        _begin(self.start, folder)
        if self.template:
            (folder / "brev.dotx").write_bytes(as_template(saved(municipality(logo_in_first_line))))
        for name, text in self.write.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        for name, (old, new) in self.change.items():
            path = folder / name
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{self.name}: {old!r} is not in {name}"
            path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
        for name in self.delete:
            (folder / name).unlink()
        if self.git:
            _commit(folder)
        for command in self.before:
            _given(command)

    def _seen(self, command: str) -> str:
        asked = self.input if command == self.run[-1] else None
        output, code = _given(command, asked)
        ended = f"[{code}]\n" if code else ""
        return f"$ {command}\n{output}{ended}"


def cases() -> list[Case]:
    """All cases, by name."""
    return [Case.of(path) for path in sorted(CASES.glob("*.yaml"))]


def _begin(start: str, folder: Path) -> None:
    home = folder / "agreements"
    match start:
        case "empty":
            pass
        case "new":
            _given(NEW)
        case "real":
            for name in REAL:
                shutil.copytree(ROOT / "agreements" / name, home / name)
        case "large":
            shutil.copytree(INVENTED / "stor-plan", home / "stor-plan")
        case "final":
            shutil.copytree(INVENTED / FINAL, home / FINAL)
        case other:
            raise ValueError(f"{other} is no start")


def _fault(what: str) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise ZeroDivisionError(what)

    return fail


def _given(command: str, typed: str | None = None) -> tuple[str, int]:
    """What the command prints, without spaces at the ends of lines, and its exit code."""
    from generator.cli import commands

    words = shlex.split(command)
    if words[0] != "aftale":
        subprocess.run(words, check=True, capture_output=True)
        return "", 0
    result = CliRunner().invoke(commands, words[1:], prog_name="aftale", input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return re.sub(" +$", "", result.output, flags=re.MULTILINE), result.exit_code


def _commit(folder: Path) -> None:
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "Planen, som den er")):
        subprocess.run(("git", *words), cwd=folder, env=os.environ, check=True)
