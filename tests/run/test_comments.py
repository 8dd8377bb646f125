"""Findings in the margin of a draft, for those who only open Word."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.formats.word.reading import Comment, read_document
from tests.conftest import Aftale, change

PLAN = "viborg-2025-2029"
DELAFTALE = "delaftale-sammenhaengskraft-og-medborgerskab"
STRATEGISK = "strategisk-samarbejdsaftale"


def _comments(workspace: Path, name: str = DELAFTALE) -> tuple[Comment, ...]:
    return read_document((workspace / "output" / PLAN / f"{name}.docx").read_bytes()).comments


def _words(comments: tuple[Comment, ...], code: str) -> list[str]:
    return [one.words for one in comments if one.text.startswith(f"{code}:")]


@pytest.fixture
def commented(workspace: Path, aftale: Aftale) -> Path:
    result = aftale("build", PLAN, "--comments")
    assert "written to output/" in result.output
    return workspace


def test_each_finding_stands_at_the_words_that_its_key_prints(commented: Path) -> None:
    found = _comments(commented)
    assert "Opgøres endeligt med udgangen af 2024" in _words(found, "D1")
    assert "At øge tilfredsheden i boligområdet" in _words(found, "D2")


def test_what_is_missing_stands_at_its_gap(commented: Path) -> None:
    missing = _words(_comments(commented, STRATEGISK), "C1")
    assert missing
    assert all(words.startswith("[") and words.endswith("]") for words in missing)


def test_what_no_key_prints_stands_where_the_document_begins(workspace: Path, aftale: Aftale) -> None:
    source = workspace / "agreements" / PLAN / f"{DELAFTALE}.yaml"
    accepted = "accepter:\n  - {regel: P1, begrundelse: Den er rigtig}\n"
    change(source, "aktivitetsskemaer:", f"{accepted}aktivitetsskemaer:")
    aftale("build", PLAN, "--only", DELAFTALE, "--comments")
    found = _comments(workspace)
    assert _words(found, "U1")
    assert _words(found, "U1") == [found[0].words]


def test_comments_are_danish_whatever_is_spoken(commented: Path) -> None:
    assert any("Skriv " in one.text for one in _comments(commented))
    assert not [one for one in _comments(commented) if " write " in one.text]


def test_a_final_agreement_has_none(workspace: Path, aftale: Aftale) -> None:
    assert aftale("build", "viborg-2017-2021", "--comments").exit_code == 0
    for path in (workspace / "output/viborg-2017-2021").glob("*.docx"):
        assert not read_document(path.read_bytes()).comments


def test_a_draft_with_comments_is_as_generated_and_goes_back_with_the_next_build(
    commented: Path, aftale: Aftale
) -> None:
    path = commented / "output" / PLAN / f"{DELAFTALE}.docx"
    with_comments = path.read_bytes()
    assert "as generated" in aftale("inspect", str(path)).output
    assert aftale("build", PLAN, "--comments", "--check").exit_code == 0
    told = aftale("status", PLAN).output
    assert "changed: --comments" in told and "changed by hand" not in told
    aftale("build", PLAN)
    assert not _comments(commented)
    aftale("build", PLAN, "--comments")
    assert path.read_bytes() == with_comments


@pytest.mark.usefixtures("workspace")
def test_only_who_asks_for_comments_traces_a_document(aftale: Aftale) -> None:
    for name in [name for name in sys.modules if name.startswith("generator.run.comments")]:
        del sys.modules[name]
    aftale("build", PLAN)
    assert "generator.run.comments" not in sys.modules
