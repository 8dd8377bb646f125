"""Every finding is told in the language that is spoken, in one process, and nothing else of it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.findings import Finding
from generator.base.language import speak
from generator.plan.source import prose
from tests.plan.source import test_bad_input as bad_input
from tests.support.both_languages import english_in

PATH = re.compile(r"^(?:[\w-]+|\[\d+\]|\[\"[^\"]*\"\]|\.)+: ")
"""The keys that lead to a value stand before what is said of it, in both languages."""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    speak("en")


def same(danish: tuple[Finding, ...], english: tuple[Finding, ...]) -> bool:
    """Tell whether the same is found at the same places."""
    return [(f.code, f.place, f.second) for f in danish] == [(f.code, f.place, f.second) for f in english]


def test_english_that_is_left_in_danish_is_seen_but_for_what_is_typed() -> None:
    assert english_in("Skriv en dato, or leave the key out") == ["or", "leave", "the"]
    assert english_in("Tilføj to ord til `what is typed`, for vi skal have dem i en by, hvis ikke.") == []


@pytest.mark.parametrize("case", bad_input.CASES, ids=lambda path: path.stem)
def test_what_is_wrong_in_a_file_is_told_in_the_language_that_is_spoken(case: Path) -> None:
    speak("da")
    danish = bad_input.found_in(case)
    speak("en")
    english = bad_input.found_in(case)
    assert same(danish, english)
    for here, there in zip(danish, english, strict=True):
        assert here.message != there.message, here
        assert here.hint != there.hint, here
        assert not english_in(f"{here.message} {here.hint}"), here
        said = PATH.sub("", here.message)
        assert (said[0].isupper() or not said[0].isalpha()) and said.endswith("."), here
    speak("da")
    assert bad_input.found_in(case) == danish


def test_prose_that_was_read_in_the_one_language_is_told_of_in_the_other() -> None:
    text = "- **et\n\n**to**\n- tre\nFire"
    speak("en")
    english = prose.complaints(text) + prose.doubts(text)
    speak("da")
    danish = prose.complaints(text) + prose.doubts(text)
    assert english and len(english) == len(danish)
    for here, there in zip(danish, english, strict=True):
        assert here[:2] == there[:2] and here[2] != there[2] and here[3] != there[3]
