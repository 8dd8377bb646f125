"""What a writer sees as a line of its own is one in the document, or the writer is told of it there."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.rules.texts_of_plan import every_text
from generator.plan.source.prose import complaints, doubts, to_markup
from tests.conftest import ROOT
from tests.support.typed_lines import Typed, Writer, faults, printed

PLANS = [*(ROOT / "agreements").glob("viborg-*"), *(ROOT / "tests/plans/agreements").glob("opdigtet-*")]


@given(st.integers(0, 2**32))
def test_no_line_of_its_own_is_joined_in_silence(seed: int) -> None:
    lines = Writer(Random(seed)).text()
    assert list(faults(lines)) == [], "\n".join(line.text for line in lines)


def test_a_line_that_is_joined_in_silence_would_be_found() -> None:
    lines = [Typed("Vi q1q og", alone=True), Typed("Viborg q2q.", alone=True)]
    assert list(faults(lines)) == [
        "line 1 is joined with the one below it: 'Vi q1q og'",
        "line 2 is joined with the one above it: 'Viborg q2q.'",
    ]


@pytest.mark.parametrize("typed", [
    "Vi samarbejder tæt med\nViborg Kommune og\nBoligselskabet.",
    "Direktøren hedder Anna\nBerg og er formand.",
    "Perioden går fra\n1. april 2027 til\n31. marts 2031.",
    "Det gælder 8.\n9. klasse og 10. klasse.",
    "1. april begynder vi.\n1. maj holder vi fri.",
    "Vi hjælper –\n– når vi kan – de unge.",
    "Støtten gives efter\n§ 91 a i loven.",
    "Målet er klart: flere i arbejde.\nDet er et godt mål.",
    "Området har 612 beboere\nog 310 lejemål.",
    "Han sagde:\n”Vi kommer.”",
    "a) er en note\n\nb) er en anden",
    "- et punkt, som er langt og går\nvidere på den næste linje\n- et punkt",
    "Boligerne er fra 1975\n*og* bør sættes i stand.",
    "- 5 % flere i arbejde\n- 3 % færre opsagte",
    "Vi ser på:\n\n- trivsel\n- tryghed\n\nDet sker hvert år.",
    "Se [planen](https://lbf.dk)\nog [bilaget](https://lbf.dk).",
    "Det første møde var i maj.\nDet næste er i juni.\n\nTil mødet kom 40.",
    "**Programmet.**\nFå en, der kender det.",
    "lejer[e](n) og 2*3*4 og snake_case_navn",
])  # fmt: skip
def test_prose_that_goes_on_over_its_lines_is_not_told_of(typed: str) -> None:
    assert complaints(typed) == []
    assert doubts(typed) == []


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_no_text_of_the_plans_is_told_of(folder: Path) -> None:
    from generator.run.read_plan import Reader
    from generator.workspace.folders import Workspace

    root = folder.parents[1]
    workspace = Workspace(root)
    (found,) = [one for one in workspace.plans() if one.name == folder.name]
    plan, *_ = Reader(workspace).plan(found)
    assert plan is not None
    texts = [text.words for text in every_text(plan) if text.is_prose]
    assert len(texts) > 10
    assert [doubts(text) for text in texts if doubts(text)] == []


@pytest.mark.parametrize(("typed", "markup"), [
    ("a) en\nb) to", '<ol class="letters"><li>en</li><li>to</li></ol>'),
    ("Vi gør:\na) en\n   - x\nb) to",
     '<p>Vi gør:</p><ol class="letters"><li><p>en</p><ul><li>x</li></ul></li><li>to</li></ol>'),
    ("1) en\n   a) x\n   b) y\n2) to",
     '<ol><li><p>en</p><ol class="letters"><li>x</li><li>y</li></ol></li><li>to</li></ol>'),
    ("1) en\na) to", '<ol><li>en</li></ol><ol class="letters"><li>to</li></ol>'),
    ("- a) x\n  b) y", '<ul><li><ol class="letters"><li>x</li><li>y</li></ol></li></ul>'),
    ("a\\) ingen liste", "<p>a) ingen liste</p>"),
    ("Tekst\n      b) og mere", "<p>Tekst b) og mere</p>"),
    ("a)x og b) y", "<p>a)x og b) y</p>"),
    ("3*4*5 og 2**3 og *ja*", "<p>3*4*5 og 2**3 og <em>ja</em></p>"),
    ("*Politiken*s artikel og bla\u030a*x*r", "<p>*Politiken*s artikel og bla\u030a*x*r</p>"),
    ("(**fed**), ”*kursiv*”", "<p>(<strong>fed</strong>), ”<em>kursiv</em>”</p>"),
])  # fmt: skip
def test_letters_and_signs_become_what_they_look_like(typed: str, markup: str) -> None:
    assert to_markup(typed) == markup


def test_a_list_may_have_as_many_letters_as_the_alphabet_and_no_more() -> None:
    letters = [f"{chr(97 + number)}) punkt" for number in range(26)]
    assert complaints("\n".join(letters)) == []
    (found,) = complaints("\n".join([*letters, "a) punkt"]))
    assert found[:3] == (27, 1, "the letter a) is out of order")


@pytest.mark.parametrize("text", [
    "[" * 340, "[" * 900 + "]" * 900, "-    " * 24 + "slut", "- " * 400, "a) " * 400, "*a " * 900,
    "**" * 3000, "[x](" * 900, "[[]" * 300, "\\" * 5000, "- a\n" * 3000, "| " * 3000,
])  # fmt: skip
def test_no_text_is_too_much(text: str) -> None:
    complaints(text)
    doubts(text)
    printed(text)


STRANGE = st.sampled_from(["\u00a0", "\u00ad", "\u2011", "æ", "😀", "`", "<b>", "&amp;", "\\"])


@given(st.integers(0, 2**32), STRANGE)
def test_a_strange_sign_anywhere_loses_no_line(seed: int, sign: str) -> None:
    random = Random(seed)
    lines = Writer(random).text()
    at = random.randrange(len(lines))
    end = lines[at].text.rstrip()
    lines[at] = Typed(f"{end}{sign}" if end else "", lines[at].alone)
    assert [fault for fault in faults(lines) if "lost" in fault or "read" in fault] == []
