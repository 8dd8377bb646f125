"""The language is that of sentences: documents, exit statuses and keys are the same in both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.base.language import LANGUAGES, speak
from tests.conftest import Aftale, change

SENTENCES = ("message", "hint", "text", "reason")
"""Keys of a report whose values people read."""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    speak("en")


def without_sentences(told: Any) -> Any:
    """A report without the texts in it that people read."""
    if isinstance(told, dict):
        return {key: key if key in SENTENCES else without_sentences(value) for key, value in told.items()}
    return [without_sentences(one) for one in told] if isinstance(told, list) else told


def written(folder: Path) -> dict[str, bytes]:
    """All files below the folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_documents_are_the_same_whatever_language_is_spoken(workspace: Path, aftale: Aftale) -> None:
    for language in LANGUAGES:
        assert aftale("--sprog", language, "build", "--out", language).exit_code == 0
    assert written(workspace / "da") == written(workspace / "en") != {}


@pytest.mark.parametrize("kind", ["json", "sarif"])
def test_other_programs_read_the_same_but_for_the_sentences(
    workspace: Path, aftale: Aftale, kind: str
) -> None:
    change(workspace / "agreements/viborg-2017-2021/helhedsplan.yaml", "status: ", "statuss: ")
    results = {language: aftale("--sprog", language, "check", "--format", kind) for language in LANGUAGES}
    danish, english = (json.loads(results[language].stdout) for language in ("da", "en"))
    assert without_sentences(danish) == without_sentences(english)
    assert danish != english
    assert results["da"].exit_code == results["en"].exit_code == 1
