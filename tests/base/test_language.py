"""The language: who asks for it, what is said in it, and what does not change it."""

from __future__ import annotations

import gettext
import multiprocessing
import os
import plistlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.base import language
from generator.base.border import computer
from generator.base.language import listed, say, say_count, speak, spoken
from generator.run.processes import spread
from tests.conftest import ROOT

SAID = "the file holds no keys"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Tells the language of a process that is started anew with those variables."""

    def started(**variables: str) -> str:
        for name in (language.VARIABLE, *computer.SETTINGS):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(language, "_spoken", None)
        return spoken()

    return started


def test_a_sentence_is_said_in_the_language_that_is_spoken_at_the_moment() -> None:
    speak("da")
    assert say(SAID) == "Der er ingen nøgler i filen."
    speak("en")
    assert say(SAID) == SAID


def test_a_sentence_with_braces_is_left_alone_where_it_has_no_values() -> None:
    speak("en")
    assert say("write a key and a colon; text that begins with { or [ stands in quotes").count("{") == 1


def test_a_list_of_names_ends_as_the_language_wants_it() -> None:
    speak("da")
    assert listed(["a", "b", "c"]) == "a, b og c"
    assert listed(["a", "b"], "or") == "a eller b"
    assert listed("abcdefg", most=5) == "a, b, c, d, e og 2 til"
    speak("en")
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed([]) == ""


def test_one_and_many_are_counted_as_the_language_counts() -> None:
    speak("en")
    assert [say_count("{names} and {n} more", "{names} and {n} more", n, names="a") for n in (1, 2)] == [
        "a and 1 more", "a and 2 more",
    ]  # fmt: skip


@pytest.mark.parametrize(("variables", "wanted"), [
    ({}, "da"),
    ({"LANG": "da_DK.UTF-8"}, "da"),
    ({"LANG": "en_US.UTF-8"}, "en"),
    ({"LANG": "de_DE.UTF-8"}, "da"),
    ({"LANG": "C.UTF-8"}, "da"),
    ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "da"),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "da_DK.UTF-8"}, "da"),
    ({"LANG": "da_DK.UTF-8", "LC_ALL": "en_GB"}, "en"),
    ({"LANG": "en_US.UTF-8", "AFTALE_SPROG": "da"}, "da"),
    ({"LANG": "da_DK.UTF-8", "AFTALE_SPROG": "en"}, "en"),
    ({"LANG": "da_DK.UTF-8", "AFTALE_SPROG": "EN "}, "en"),
    ({"LANG": "en_US.UTF-8", "AFTALE_SPROG": ""}, "en"),
])  # fmt: skip
def test_the_language_is_what_was_asked_for_else_english_where_the_computer_is_else_danish(
    anew: Callable[..., str], variables: dict[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert anew(**variables) == wanted


@pytest.mark.parametrize(("identifier", "wanted"), [
    (0x0409, "en"), (0x0809, "en"), (0x0406, "da"), (0x0407, "da"),
])  # fmt: skip
def test_windows_is_asked_for_the_language_of_its_windows(
    anew: Callable[..., str], identifier: int, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Kernel:
        class kernel32:  # noqa: N801  as Windows calls it
            @staticmethod
            def GetUserDefaultUILanguage() -> int:
                return identifier

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("ctypes.windll", Kernel, raising=False)
    assert anew() == wanted
    assert anew(LANG="en_US.UTF-8") == "en"


@pytest.mark.parametrize(("settings", "wanted"), [
    ({"AppleLanguages": ["en-DK", "da-DK"], "AppleLocale": "en_DK"}, "en"),
    ({"AppleLanguages": ["da-DK", "en-DK"], "AppleLocale": "da_DK"}, "da"),
    ({"AppleLanguages": ["de-DE"]}, "da"),
    ({"AppleLanguages": []}, "da"),
    ({}, "da"),
    (["en"], "da"),
])  # fmt: skip
@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_mac_is_asked_for_the_first_of_its_languages_where_no_terminal_names_one(
    anew: Callable[..., str], settings: Any, wanted: str, kind: Any, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    place = tmp_path / computer.MAC_SETTINGS.removeprefix("~/")
    place.parent.mkdir(parents=True)
    place.write_bytes(plistlib.dumps(settings, fmt=kind))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert anew(HOME=str(tmp_path), USERPROFILE=str(tmp_path)) == wanted
    assert anew(HOME=str(tmp_path), USERPROFILE=str(tmp_path), LANG="C.UTF-8") == wanted
    assert anew(HOME=str(tmp_path), USERPROFILE=str(tmp_path), LANG="da_DK.UTF-8") == "da"


@pytest.mark.parametrize("data", [None, b"", b"bplist00", b"<plist><array></plist>"])
def test_a_mac_whose_settings_cannot_be_read_speaks_danish(
    anew: Callable[..., str], data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / computer.MAC_SETTINGS.removeprefix("~/")
    place.parent.mkdir(parents=True)
    if data is not None:
        place.write_bytes(data)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert anew(HOME=str(tmp_path), USERPROFILE=str(tmp_path)) == "da"


def test_the_catalogue_is_read_when_something_is_said_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    class Read(Exception):
        pass

    def read(*_: object, **__: object) -> None:
        raise Read

    speak("da")
    monkeypatch.setattr(gettext, "translation", read)
    assert spoken() == "da"
    with pytest.raises(Read):
        say(SAID)


def test_the_catalogue_costs_less_than_three_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    took = []
    for _ in range(20):
        monkeypatch.setattr(gettext, "_translations", {})
        speak("da")
        begun = time.thread_time()
        say(SAID)
        took.append(time.thread_time() - begun)
    assert min(took) < 0.003


def said_there() -> Callable[[int], Iterator[str]]:
    """The work of a process: it says a sentence."""
    return lambda _: iter([say(SAID)])


@pytest.mark.parametrize("asked", ["da", "en"])
def test_a_process_that_is_started_anew_speaks_the_language_of_its_parent(
    asked: language.Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(language.VARIABLE, "en" if asked == "da" else "da")
    speak(asked)
    context = multiprocessing.get_context("spawn")
    assert list(spread(said_there, [1, 2], 2, context)) == [say(SAID)] * 2


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252", "utf-8"])
def test_the_encoding_of_the_console_changes_no_word(encoding: str, tmp_path: Path) -> None:
    told = _run(tmp_path, "explain", "Q9", PYTHONIOENCODING=encoding, AFTALE_SPROG="da", PYTHONUTF8="0")
    with_utf8 = _run(tmp_path, "explain", "Q9", PYTHONIOENCODING="utf-8", AFTALE_SPROG="da")
    assert told.stderr == with_utf8.stderr.decode().encode(encoding, "replace")
    assert with_utf8.stderr


@pytest.mark.parametrize("asked", ["fr", "dansk", "daa"])
def test_a_language_that_there_is_not_is_refused_and_those_there_are_are_named(
    asked: str, tmp_path: Path
) -> None:
    told = _run(tmp_path, "explain", "B2", AFTALE_SPROG=asked)
    assert told.returncode == 2
    for word in ("AFTALE_SPROG", asked, "'da'", "'en'"):
        assert word.encode() in told.stderr
    assert not told.stdout


def _run(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "generator", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
