"""The built documents hold every fact of their sources, in the sources' order.

tests/facts/<plan>-<document>.txt has one fact a line: a heading, a label, a name, a role, a figure. The
document is read back from its .docx, and each fact must stand after the one before it.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.built import SOURCES, build
from tests.support.reading import find, plain, text_in_word

FACTS = Path(__file__).parent / "facts"
NEAR = 160
FILES = sorted(FACTS.glob("*.txt"))
BY_FILE = {f"{source.folder.name}-{source.file.name}.txt": source for source in SOURCES}


class Fact(NamedTuple):
    line: int
    text: str


def test_every_list_of_facts_is_of_a_document() -> None:
    assert FILES
    assert {path.name for path in FILES} <= BY_FILE.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fact_of_the_source_is_there_in_its_order(path: Path) -> None:
    text = text_in_word(build(BY_FILE[path.name]).data)
    position, before = 0, Fact(0, "")
    for fact in facts(path):
        match = find(fact.text, text, position)
        if match is None:
            pytest.fail(_lost(path, fact, before, text, position), pytrace=False)
        position, before = match.end(), fact


def test_a_figure_is_not_found_inside_another() -> None:
    text = "Tal: 14.600, 12,5 % og Ringparken 34.\nI alt 7"
    assert find("600", text) is None and find("12", text) is None and find("parken", text) is None
    assert all(find(fact, text) for fact in ("14.600", "12,5 %", "34", "7", "Ringpark"))


def test_a_fact_out_of_order_is_told_with_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "facts.txt"
    path.write_text("# first\nb\n\na\n", encoding="utf-8")
    assert facts(path) == [Fact(2, "b"), Fact(4, "a")]
    said = _lost(path, Fact(4, "a"), Fact(2, "b"), "a\nb\nc\nabc", 3)
    assert "facts.txt:4: 'a' does not stand after 'b' (line 2)" in said
    assert "it stands before that" in said


def facts(path: Path) -> list[Fact]:
    """The facts of a list with their lines; empty lines and comments are none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    numbered = ((number, plain(line)) for number, line in enumerate(lines, 1))
    return [Fact(number, line) for number, line in numbered if line and not line.startswith("#")]


def _lost(path: Path, fact: Fact, before: Fact, text: str, position: int) -> str:
    """Which fact is lost, where it was looked for, and what comes nearest to it."""
    after = f"after {before.text!r} (line {before.line})" if before.line else "in the document"
    lines = [
        f"{path.name}:{fact.line}: {fact.text!r} does not stand {after}",
        f"what follows there: {text[position:position + NEAR]!r}",
    ]
    earlier = find(fact.text, text[:position])
    if earlier:
        lines.append(f"it stands before that: {text[max(0, earlier.start() - NEAR // 2):earlier.end()]!r}")
    near = difflib.get_close_matches(fact.text, text[position:].splitlines(), n=1)
    return "\n".join([*lines, *(f"the nearest after it: {line!r}" for line in near)])
