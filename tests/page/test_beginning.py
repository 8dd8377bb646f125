"""A plan that begins on the page: its answers looked at one by one, and nothing made before all are sound."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.base.border.web_server import FILES, Request
from generator.page.application import Application
from generator.page.brought import MOST, Brought
from tests.fuzz.damage import packed, unpacked
from tests.page.test_pages import PLAN, asked, main_of, shown
from tests.support.built import SOURCES, build

ANSWERS: dict[str, Any] = {
    "midler": "2019-26", "navn": "Helhedsplanen i Køge", "fra": "1.1.2027", "til": "31.12.2030",
    "parter": [["Køge Kommune", "kommune"], ["Bo, Ny & Co.", "boligorganisation"]],
    "områder": ["Ellemarken"], "indsatsområder": ["beskæftigelse"],
}  # fmt: skip
KØGE = "helhedsplanen-i-koege-2027-2030"
JOB = next(one for one in SOURCES if str(one).endswith("2025-2029/delaftale-beskaeftigelse"))

STRANGE = "<w:p><w:r><w:t>Bestyrelsen sejlede en tur på åen.</w:t></w:r></w:p>".encode()


def brought(app: Application, name: str, data: bytes) -> tuple[int, dict[str, Any]]:
    answer = app.respond(Request((FILES, "begin", name), changes=True, file=data))
    return answer.status, json.loads(answer.data)


def plans(app: Application) -> list[str]:
    return sorted(path.name for path in (app.workspace.root / "agreements").iterdir())


def test_the_answers_become_a_plan_that_is_a_page_at_once(app: Application) -> None:
    assert asked(app, "begin", **ANSWERS) == (200, {"go": f"/plan/{KØGE}"})
    page = main_of(shown(app, "plan", KØGE))
    for words in ("Helhedsplanen i Køge", "Køge Kommune", "Bo, Ny &amp; Co.", "Ellemarken"):
        assert words in page
    assert f'href="/plan/{KØGE}"' in shown(app)
    text = (app.workspace.root / f"agreements/{KØGE}/helhedsplan.yaml").read_text("utf-8")
    assert "yaml-language-server" in text
    assert (app.workspace.root / ".aftale").is_dir()


def test_a_second_plan_of_the_same_name_takes_no_place_of_the_first(app: Application) -> None:
    asked(app, "begin", **ANSWERS)
    assert asked(app, "begin", **ANSWERS)[1] == {"go": f"/plan/{KØGE}-2"}
    assert asked(app, "begin", **ANSWERS | {"navn": "…", "fra": "", "til": ""})[1] == {"go": "/plan/plan"}


@pytest.mark.parametrize(("question", "answer", "why"), [
    ("navn", "  ", "has a name"),
    ("fra", "31.2.2027", "does not exist"),
    ("til", "31.12.2026", "before"),
    ("til", "engang", "engang"),
    ("parter", [["Køge Kommune", "by"]], "is no type of a party"),
    ("parter", [["A", "kommune"], ["A", "kommune"]], "is given twice"),
    ("områder", ["Nord", "Nord"], "is given twice"),
    ("indsatsområder", ["fiskeri"], "is no indsatsområde"),
])  # fmt: skip
def test_an_answer_that_cannot_be_taken_is_told_at_its_question_and_nothing_is_made(
    app: Application, question: str, answer: object, why: str
) -> None:
    before = plans(app)
    status, found = asked(app, "answers", **ANSWERS | {question: answer})
    assert (status, list(found["wrong"])) == (200, [question])
    assert why in found["wrong"][question]["why"]
    assert asked(app, "begin", **ANSWERS | {question: answer}) == (422, found)
    assert plans(app) == before


@pytest.mark.parametrize(("question", "answer"), [
    ("midler", "2031"), ("midler", "../2019-26"), ("midler", ""), ("other", ".."), ("other", "x"),
    ("navn", 1), ("navn", None), ("parter", "A"), ("parter", [["A", 1]]), ("områder", [["x"]]),
    ("områder", ["x"] * 300), ("words", {}),
])  # fmt: skip
def test_what_no_dialogue_answers_is_not_taken(app: Application, question: str, answer: object) -> None:
    before = plans(app)
    for what in ("answers", "begin"):
        assert asked(app, what, **ANSWERS | {question: answer})[0] == 404
    assert plans(app) == before


def test_from_another_plan_come_its_parties_areas_and_organisation_and_it_says_so(app: Application) -> None:
    answers = ANSWERS | {"other": PLAN, "parter": [], "områder": [], "indsatsområder": []}
    _, found = asked(app, "answers", **answers)
    assert {"parter", "områder", "indsatsområder"} == set(found["taken"])
    assert "parter (" in found["told"]
    assert asked(app, "begin", **answers)[0] == 200
    page = main_of(shown(app, "plan", KØGE))
    assert "Ringparken" in page
    assert "Helhedsplanen i Køge" in page


def test_a_plan_in_error_is_none_to_begin_with(app: Application) -> None:
    (app.workspace.root / "agreements" / PLAN / "helhedsplan.yaml").write_bytes(b"navn: [\n")
    status, told = asked(app, "begin", **ANSWERS | {"other": PLAN})
    assert (status, bool(told["why"])) == (422, True)
    assert KØGE not in plans(app)


def test_last_periods_word_file_becomes_a_plan_with_what_is_left_over_beside_it(app: Application) -> None:
    files = unpacked(build(JOB).data)
    files["word/document.xml"] = files["word/document.xml"].replace(b"<w:body>", b"<w:body>" + STRANGE, 1)
    status, one = brought(app, "Delaftale job.docx", packed(files))
    assert status == 200
    assert asked(app, "begin", midler="2019-26", words=[one["word"]]) == (200, {"go": "/plan/delaftale-job"})
    assert "Beskæftigelse" in main_of(shown(app, "plan", "delaftale-job"))
    rest = (app.workspace.root / "agreements/delaftale-job/rester.md").read_text("utf-8")
    assert "> Bestyrelsen sejlede" in rest
    again = asked(app, "begin", midler="2019-26", words=[one["word"]])
    assert again[0] == 422
    assert "Choose the files again." in again[1]["hint"]


@pytest.mark.parametrize(("name", "data"), [
    ("x.docx", b""), ("x.docx", b"PK\x03\x04"), ("x.docx", b"<html>"), ("x.pdf", b"%PDF-1.7"),
    ("x.doc", b"\xd0\xcf"),
])  # fmt: skip
def test_a_file_that_is_no_word_file_is_told_and_not_kept(app: Application, name: str, data: bytes) -> None:
    status, told = brought(app, name, data)
    assert (status, bool(told["why"]), bool(told["hint"])) == (422, True, True)


def test_few_files_are_kept_and_only_for_who_knows_their_word() -> None:
    kept: Brought[int] = Brought()
    words = [kept.keep(number) for number in range(MOST + 1)]
    assert [kept.get(word) for word in words] == [None, *range(1, MOST + 1)]
    assert [kept.get(one) for one in ("", None, 1, "x")] == [None] * 4
    kept.forget(words[1])
    kept.forget(None)
    assert kept.get(words[1]) is None


@pytest.mark.usefixtures("dansk")
def test_the_dialogue_is_in_danish_and_asks_for_the_areas_of_each_round(app: Application) -> None:
    page = shown(app, "new")
    assert ">Lav planen<" in page
    assert page.count('data-question="indsatsområder"') == len(app.site.beginnings.rounds.files) > 1
    assert f'<option value="{PLAN}" data-midler="2019-26">' in page
    assert 'href="/new"' in shown(app)


def test_where_nothing_can_be_written_nothing_is_made_and_it_says_why(app: Application) -> None:
    before = plans(app)
    home = app.workspace.root / "agreements"
    home.rename(app.workspace.root / "elsewhere")
    home.write_text("no folder")
    status, told = asked(app, "begin", **ANSWERS)
    assert (status, bool(told["why"])) == (422, True)
    home.unlink()
    (app.workspace.root / "elsewhere").rename(home)
    assert plans(app) == before


@pytest.mark.parametrize("value", [
    "\0", "a\x07b", "\ud800", "#!: - [x", "{{ plan }}", "<b>x</b>", "x\r\ny", "&a *b",
])  # fmt: skip
def test_whatever_is_answered_is_written_as_text_or_refused(app: Application, value: str) -> None:
    before = plans(app)
    status, _ = asked(app, "begin", **ANSWERS | {"navn": value, "områder": [value]})
    assert status in (200, 404, 422)
    if status != 200:
        assert plans(app) == before
    else:
        page = shown(app, "plan", next(iter(set(plans(app)) - set(before))))
        assert "<b>x</b>" not in page
        assert "{{ plan }}" in page or value != "{{ plan }}"
