"""What was answered in one run is known in the next."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.base import cache
from generator.base.cache import Answers


@pytest.fixture(autouse=True)
def _a_cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


def answers(most: int = 9) -> Answers[str]:
    return Answers("prose", (), most)


def unasked() -> str:
    raise AssertionError("the answer was known")


def test_an_answer_is_found_once_in_a_run_and_known_in_the_next() -> None:
    first = answers()
    with first.kept():
        assert first.recall("a", lambda: "A") == first.recall("a", unasked) == "A"
    assert answers().recall("a", unasked) == "A"


def test_what_was_answered_before_an_error_is_known_in_the_next_run() -> None:
    first = answers()
    with pytest.raises(KeyError), first.kept():
        first.recall("a", lambda: "A")
        raise KeyError
    assert answers().recall("a", unasked) == "A"


def test_nothing_is_written_where_every_answer_was_known(tmp_path: Path) -> None:
    for _ in range(2):
        some = answers()
        with some.kept():
            some.recall("a", lambda: "A")
        [entry] = (tmp_path / "cache").iterdir()
        os.utime(entry, (0, 0))
    assert entry.stat().st_mtime == 0


def test_what_was_not_kept_is_found_again() -> None:
    answers().recall("a", lambda: "A")
    assert answers().recall("a", lambda: "B") == "B"


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    some = answers(most=2)
    for question in ("a", "b", "a", "c"):
        some.recall(question, lambda: "x")
    assert some.recall("a", unasked) == some.recall("c", unasked) == "x"
    assert some.recall("b", lambda: "anew") == "anew"


def test_where_nothing_can_be_kept_every_run_finds_its_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    some = answers()
    with some.kept():
        some.recall("a", lambda: "A")
    assert answers().recall("a", lambda: "B") == "B"


def test_a_spoilt_entry_is_as_good_as_none(tmp_path: Path) -> None:
    some = answers()
    with some.kept():
        some.recall("a", lambda: "A")
    [entry] = (tmp_path / "cache").iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])
    assert answers().recall("a", lambda: "B") == "B"
