"""What was answered in one run is known in the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base import cache
from generator.base.cached_answers import Memory


@pytest.fixture(autouse=True)
def _a_cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


def memory(most: int = 9) -> Memory[str]:
    return Memory("prose", (), most)


def unasked() -> str:
    raise AssertionError("the answer was known")


def test_an_answer_is_found_once_in_a_run_and_known_in_the_next() -> None:
    first = memory()
    assert first.recall("a", lambda: "A") == first.recall("a", unasked) == "A"
    first.keep()
    assert memory().recall("a", unasked) == "A"


def test_what_was_not_kept_is_found_again() -> None:
    memory().recall("a", lambda: "A")
    assert memory().recall("a", lambda: "B") == "B"


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    some = memory(most=2)
    for question in ("a", "b", "a", "c"):
        some.recall(question, lambda: "x")
    assert some.recall("a", unasked) == some.recall("c", unasked) == "x"
    assert some.recall("b", lambda: "anew") == "anew"


def test_where_nothing_can_be_kept_every_run_finds_its_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    some = memory()
    some.recall("a", lambda: "A")
    some.keep()
    assert memory().recall("a", lambda: "B") == "B"


def test_a_spoilt_memory_is_as_good_as_none(tmp_path: Path) -> None:
    some = memory()
    some.recall("a", lambda: "A")
    some.keep()
    [entry] = (tmp_path / "cache").iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])
    assert memory().recall("a", lambda: "B") == "B"
