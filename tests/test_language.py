"""All that people read is said through the catalogue: what is not is data, a code, or on the list here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.base import language
from generator.base.findings import Finding
from generator.base.to_ascii import to_ascii
from generator.cli import commands
from generator.plan.rules import examine
from tests.catalogue import KEYWORDS
from tests.conftest import ROOT, Aftale
from tests.support import pseudo
from tests.support.both_languages import english_in, speaking
from tests.support.rule_cases import CASES, plan_of, text_of
from tests.support.screens import GOLDEN, Case, cases
from tests.support.workspaces import found_in

WORD = re.compile(r"[^\W\d_]{2,}")
NO_WORD = re.compile(r"\b[A-Z]{1,2}\d{1,2}\b|<\w+>|\w+…|\b(?=\w*\d)[0-9A-Fa-f]{6,}\b")
"""Codes, hashes that are masked, colours, and a word that is cut off."""
STAYS = {
    "names of programs, of kinds of file and of what files are made of": """
        aftale docx dotx pdf xlsx html csv ics zip yaml json sarif txt git png Word PDF UA
        customXml en US""",
    "names of values in help": "KOLONNER FIL SCAN",
    "names of folders and files that the program makes": """
        pakker redigeret underskrevet kilder gitignore manifest""",
    "git's own words and settings, and its first branch": """
        main diff merge textconv binary xfuncname driver gitattributes""",
    "first line of a file, which editors read": "yaml language server schema",
    "names of the styles and fields of Word, and of fonts": """
        Title Subtitle Lead Label Guidance Assessment Source Table Text Head Amount Total Subhead Value
        Bullet Number Signature Party Caption Draft Mark Hyperlink Gap Known Aftale Summary Normal Body
        heading caption toc header NUMPAGES PAGE Verdana Georgia Carlito Calibri""",
    "examples in help": "Bakkeby brevskabelon Downloads advokaten",
    "a word of a plan that is cut off": "Eksempe",
    "measures": "pt cm",
    "a crash, as Python names it, and its words": "ZeroDivisionError bug",
}
"""What stays as it is in every language, with the glossary's reason."""


FOR_PROGRAMS = re.compile(r"--format (json|sarif)|--signers")
READ_BY_PEOPLE = [case for case in cases() if not any(map(FOR_PROGRAMS.search, case.run))]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write(folder)
    return folder


@pytest.fixture
def _marked(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
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
    docs, explain = ROOT / "docs", ROOT / "generator/cli/explain"
    pages = [docs / "noegler.md", docs / "regler.md", *explain.glob("*.py")]
    homes = ("agreements", "templates", "tests/plans", "tests/cases/rules", "tests/cases/screens")
    sources = [p for home in homes for p in (ROOT / home).rglob("*") if p.suffix in (".yaml", ".j2")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in (*pages, *sources))
    options = " ".join(o for c in (commands, *commands.commands.values()) for p in c.params for o in p.opts)
    stays = " ".join(STAYS.values())
    text = text.replace("\\n", "\n")
    words = WORD.findall(f"{text} {to_ascii(text)} {options} {' '.join(commands.commands)} {stays}")
    return frozenset(map(str.casefold, words))


def unsaid(text: str) -> list[str]:
    """Words outside of the marks that nobody can read in the plans, the forms or the list of what stays."""
    left = NO_WORD.sub(" ", pseudo.outside(text))
    return sorted({word for word in WORD.findall(left) if word.casefold() not in known()})


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("case", READ_BY_PEOPLE, ids=lambda case: case.name)
def test_a_screen_has_nothing_but_data_outside_of_what_is_said(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = case.shown("da", tmp_path, monkeypatch)
    assert unsaid(shown) == []


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("name", ["", *commands.commands])
def test_help_has_nothing_but_names_outside_of_what_is_said(name: str, aftale: Aftale) -> None:
    result = aftale(*name.split(), "--help")
    assert result.exit_code == 0 and unsaid(result.output) == []


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_finding_has_nothing_but_data_outside_of_what_is_said(case: Path, tmp_path: Path) -> None:
    found = found_in(case, tmp_path) if case.is_dir() else examine(plan_of(text_of(case))).findings
    assert unsaid("\n".join(map(told, found)).replace(str(tmp_path), "")) == []


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.da.txt")), ids=lambda path: path.name)
def test_a_danish_screen_has_no_english_in_it(path: Path) -> None:
    shown = path.read_text(encoding="utf-8").splitlines()
    assert not english_in("\n".join(line for line in shown if not line.startswith("$ ")))


@pytest.mark.parametrize("name", ["", *commands.commands])
def test_danish_help_has_no_english_in_it(name: str, aftale: Aftale) -> None:
    with speaking("da"):
        result = aftale(*name.split(), "--help")
    assert not english_in(re.sub(r"--[a-z-]+|aftale [a-z-]+", "", result.output))


def test_nothing_is_said_inside_of_an_f_string_where_the_catalogue_does_not_find_it() -> None:
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            inside = ast.walk(node) if isinstance(node, ast.JoinedStr) else ()
            calls = (one for one in inside if isinstance(one, ast.Call) and isinstance(one.func, ast.Name))
            lost = [one.lineno for one in calls if ast.unparse(one.func) in KEYWORDS and is_literal(one)]
            assert not lost, f"{path.relative_to(ROOT)}:{lost[0]}"


def is_literal(call: ast.Call) -> bool:
    return isinstance(call.args[0], ast.Constant)


def told(finding: Finding) -> str:
    return f"{finding.message} {finding.hint}"
