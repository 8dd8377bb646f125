"""All that people read is said through the catalogue: what is not is data, a code, or on the list here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.base import language
from generator.base.findings import Finding
from generator.cli import commands
from generator.plan.rules import examine
from tests.conftest import ROOT, Aftale
from tests.support import pseudo
from tests.support.both_languages import english_in
from tests.support.rule_cases import CASES, plan_of, text_of
from tests.support.screens import GOLDEN, Case, cases
from tests.support.workspaces import found_in

WORD = re.compile(r"[^\W\d_]{2,}")
NO_WORD = re.compile(r"\b[A-Z]{1,2}\d{1,2}\b|<\w+>|\w+…|\b(?=\w*\d)[0-9A-Fa-f]{6,}\b")
"""Codes, hashes that are masked, colours, and a word that is cut off."""
STAYS = {
    "names of documents and of their parts, as Word, the PDF and the web have them": """
        aftale docx dotx pdf xlsx html csv ics zip yaml json sarif txt git png Word PDF UA""",
    "names of values in help, typed as they stand": "KOLONNER FIL SCAN",
    "names of the styles and fields of Word": "Title",
}
"""What stays as it is in every language, with the glossary's reason."""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write(folder)
    return folder


@pytest.fixture
def _marked(catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every sentence is marked, and nothing that was said before is kept."""
    monkeypatch.setattr(language, "CATALOGUES", catalogue)
    monkeypatch.setenv("AFTALE_CACHE", "")
    language.speak("da")
    yield
    monkeypatch.undo()
    language.speak("en")


@cache
def known() -> frozenset[str]:
    """Words of the domain's own texts: forms, keys, rules and what the invented plans say."""
    pages = [ROOT / "docs/noegler.md", ROOT / "docs/regler.md", *(ROOT / "generator/cli/explain").glob("*.py")]
    sources = [p for home in ("agreements", "templates", "tests/plans", "tests/cases/rules", "tests/cases/screens")
               for p in (ROOT / home).rglob("*") if p.suffix in (".yaml", ".j2")]  # fmt: skip
    text = "\n".join(path.read_text(encoding="utf-8") for path in (*pages, *sources))
    options = " ".join(o for c in (commands, *commands.commands.values()) for p in c.params for o in p.opts)
    stays = " ".join(STAYS.values())
    return frozenset(map(str.casefold, WORD.findall(f"{text} {options} {' '.join(commands.commands)} {stays}")))


def unsaid(text: str) -> list[str]:
    """Words outside of the marks that nobody can read in the plans, the forms or the list of what stays."""
    left = NO_WORD.sub(" ", pseudo.outside(text))
    return sorted({word for word in WORD.findall(left) if word.casefold() not in known()})


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_screen_has_nothing_but_data_outside_of_what_is_said(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = case.shown("da", tmp_path, monkeypatch)
    assert unsaid(shown) == []
