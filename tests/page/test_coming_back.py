"""A Word file that came back on the page: shown before it is written, taken in, and taken back again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.base.border.web_server import FILES, Request
from generator.cli import served
from generator.page.application import Application
from generator.page.whole_texts import Texts
from generator.workspace.folders import Workspace
from tests.conftest import change
from tests.page.test_pages import FULL, PLAN, asked, main_of, shown
from tests.support.edited_docx import Editor

OLD, NEW = "fælles for de tre", "fælles for alle tre"
BOX = re.compile(r'value="(\d+)" checked.*?<ins>.*?</span>(.*?)</ins>')
ALL = list(range(9))
"""Numbers of more than there is to choose from in any file here."""


@pytest.fixture
def document(app: Application) -> bytes:
    """The document as it is taken from the page, with a word typed over in Word."""
    editor = Editor(app.respond(Request(("file", PLAN, f"{FULL}.docx"))).data)
    editor.replace(OLD, NEW)
    return editor.saved()


def brought(app: Application, data: bytes, name: str = f"{FULL}.docx") -> tuple[int, dict[str, Any]]:
    answer = app.respond(Request((FILES, "returned", PLAN, name), changes=True, file=data))
    return answer.status, json.loads(answer.data) if answer.kind == "application/json" else {}


def test_what_is_proven_is_shown_first_and_written_when_she_says_so_and_undone(
    app: Application, file: Path, document: bytes
) -> None:
    was = file.read_bytes()
    status, told = brought(app, document, f"{FULL} (fra advokaten).docx")
    assert status == 200
    page = main_of(shown(app, *told["go"].strip("/").split("/")))
    assert "1 change comes back, 0 do not." in page
    assert ">added: </span>alle</ins> tre" in page
    assert file.read_bytes() == was
    word = told["go"].rsplit("/", 1)[1]
    assert asked(app, "take-back", words=word, chosen=ALL) == (200, {"go": f"/plan/{PLAN}/{FULL}"})
    assert NEW in file.read_text("utf-8")
    assert NEW in main_of(shown(app, "plan", PLAN, FULL))
    assert asked(app, "take-back", words=word, chosen=ALL)[0] == 404
    assert asked(app, "undo") == (200, {"done": True})
    assert file.read_bytes() == was


def test_what_she_takes_the_mark_from_is_not_written_and_the_rest_is(app: Application, file: Path) -> None:
    editor = Editor(app.respond(Request(("file", PLAN, f"{FULL}.docx"))).data)
    editor.replace(OLD, NEW)
    editor.replace("At reducere antallet af fraflytninger", "At færre flytter")
    _, told = brought(app, editor.saved())
    page = shown(app, *told["go"].strip("/").split("/"))
    boxes = dict(BOX.findall(page))
    assert len(boxes) == 2
    unwanted = next(number for number, words in boxes.items() if words == "alle")
    chosen = [int(number) for number in boxes if number != unwanted]
    assert asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=chosen)[0] == 200
    text = file.read_text("utf-8")
    assert (NEW in text, OLD in text, "At færre flytter" in text) == (False, True, True)


def test_dates_that_hold_together_alone_are_one_choice(app: Application, workspace: Path) -> None:
    name = "strategisk-samarbejdsaftale"
    editor = Editor(app.respond(Request(("file", PLAN, f"{name}.docx"))).data)
    editor.everywhere("1. august 2025", "1. august 2030")
    editor.everywhere("31. juli 2029", "31. juli 2034")
    _, told = brought(app, editor.saved(), f"{name}.docx")
    page = shown(app, *told["go"].strip("/").split("/"))
    assert page.count('type="checkbox"') == 1
    assert "2 changes that go together" in page
    assert asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=[0])[0] == 200
    text = (workspace / "agreements" / PLAN / "helhedsplan.yaml").read_text("utf-8")
    assert "periode: {fra: 1.8.2030, til: 31.7.2034}" in text


def test_a_name_tells_the_other_places_that_it_is_written_at(app: Application) -> None:
    name = "strategisk-samarbejdsaftale"
    editor = Editor(app.respond(Request(("file", PLAN, f"{name}.docx"))).data)
    editor.everywhere("Boligselskabet Sct. Jørgen", "Boligselskabet Skt. Jørgen")
    _, told = brought(app, editor.saved(), f"{name}.docx")
    page = main_of(shown(app, *told["go"].strip("/").split("/")))
    places = page.split("It is written at these places too:")[1].split("</ul>")[0]
    assert "the plan itself" in places
    assert "Boligorganisationen, der ejer området" in places


def test_what_she_did_not_want_stays_unwanted_when_she_has_to_look_again(
    app: Application, file: Path
) -> None:
    editor = Editor(app.respond(Request(("file", PLAN, f"{FULL}.docx"))).data)
    editor.replace(OLD, NEW)
    editor.comment("At reducere antallet af fraflytninger", "Er det nok?", "Jurist")
    _, told = brought(app, editor.saved())
    change(file, "Andelen af årlige fraflytninger", "Andelen om året")
    _, again = asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=[0])
    page = shown(app, *again["go"].strip("/").split("/"))
    assert page.count('type="checkbox"') == 2
    assert page.count('checked="checked"') == 1
    asked(app, "take-back", words=again["go"].rsplit("/", 1)[1], chosen=[0])
    assert "Er det nok?" not in file.read_text("utf-8")


@pytest.mark.parametrize("chosen", [None, "0", [True], ["0"], {"0": 1}, [0.5], [[0]]])
def test_choices_are_numbers(app: Application, file: Path, document: bytes, chosen: object) -> None:
    was = file.read_bytes()
    _, told = brought(app, document)
    assert asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=chosen)[0] == 404
    assert file.read_bytes() == was


@pytest.mark.parametrize("chosen", [[], [-1], [99]])
def test_where_nothing_is_chosen_nothing_is_written(
    app: Application, file: Path, document: bytes, chosen: list[int]
) -> None:
    was = file.read_bytes()
    _, told = brought(app, document)
    assert asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=chosen)[0] == 200
    assert file.read_bytes() == was
    assert asked(app, "undo") == (200, {"done": False})


def test_what_cannot_come_back_is_told_with_the_reason_and_without_keys_and_files(
    app: Application, file: Path
) -> None:
    editor = Editor(app.respond(Request(("file", PLAN, f"{FULL}.docx"))).data)
    editor.replace("Delaftalen er et bilag til", "Delaftalen er et tillæg til")
    _, told = brought(app, editor.saved())
    page = main_of(shown(app, *told["go"].strip("/").split("/")))
    assert "0 changes come back, 1 do not." in page
    assert "These words are the form&#x27;s own." in page or "These words are the form's own." in page
    assert "YAML" not in page
    assert "take-back" not in page
    assert asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=ALL)[0] == 200
    assert "tillæg" not in file.read_text("utf-8")


def test_another_change_meanwhile_survives_and_is_shown_before_anything_is_written(
    app: Application, file: Path, document: bytes
) -> None:
    _, told = brought(app, document)
    change(file, OLD, "fælles for dem alle")
    status, again = asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=ALL)
    assert status == 200
    assert again["go"].startswith("/returned/")
    page = main_of(shown(app, *again["go"].strip("/").split("/")))
    assert "Somebody else has written something else there meanwhile." in page
    assert "fælles for dem alle" in file.read_text("utf-8")


def test_a_change_at_another_key_meanwhile_survives_the_taking_in_and_its_undo(
    app: Application, file: Path, document: bytes
) -> None:
    _, told = brought(app, document)
    change(file, "At reducere antallet af fraflytninger", "At færre flytter")
    _, again = asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=ALL)
    word = again["go"].rsplit("/", 1)[1]
    assert asked(app, "take-back", words=word, chosen=ALL)[1] == {"go": f"/plan/{PLAN}/{FULL}"}
    assert NEW in file.read_text("utf-8")
    change(file, "Andelen af årlige fraflytninger", "Andelen om året")
    assert asked(app, "undo") == (200, {"done": True})
    text = file.read_text("utf-8")
    assert (OLD in text, "At færre flytter" in text, "Andelen om året" in text) == (True, True, True)


def test_what_another_has_written_over_since_is_not_undone(
    app: Application, file: Path, document: bytes
) -> None:
    _, told = brought(app, document)
    asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=ALL)
    change(file, NEW, "fælles for dem alle")
    status, said = asked(app, "undo")
    assert (status, "Somebody else has changed the same" in said["why"]) == (422, True)
    assert "fælles for dem alle" in file.read_text("utf-8")


def test_a_document_of_a_plan_that_was_changed_since_and_not_kept_is_refused_with_what_helps(
    app: Application, file: Path, document: bytes
) -> None:
    change(file, "At reducere antallet af fraflytninger", "At færre flytter")
    status, told = brought(app, document)
    assert (status, "Keep a version before a document is sent" in told["hint"]) == (422, True)
    assert "YAML" not in f"{told}"


def test_a_comment_is_shown_taken_in_and_beside_the_page_until_it_is_seen_to(
    app: Application, file: Path
) -> None:
    editor = Editor(app.respond(Request(("file", PLAN, f"{FULL}.docx"))).data)
    editor.comment(OLD, "Er det nu alle?", "Jurist")
    _, told = brought(app, editor.saved())
    page = main_of(shown(app, *told["go"].strip("/").split("/")))
    assert "Er det nu alle?" in page
    assert "Jurist" in page
    assert asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=ALL)[0] == 200
    text = file.read_text("utf-8")
    line = next(one.strip() for one in text.splitlines() if "Er det nu alle?" in one)
    aside = shown(app, "plan", PLAN, FULL).split("<aside", 1)[1]
    assert '<strong class="where">Jurist</strong><blockquote>Er det nu alle?</blockquote>' in aside
    key = re.search(r'data-key="([^"]+)">Show where', aside)
    assert key
    path = json.loads(key[1].replace("&quot;", '"'))
    assert OLD in asked(app, "field", file=FULL, path=path)[1]["value"]
    for where, words in ((FULL, "x"), ("..", line), (None, line), ("helhedsplan", line), (FULL, None)):
        assert asked(app, "seen", file=where, words=words)[0] == 404
    assert asked(app, "seen", file=FULL, words=line) == (200, {})
    assert "Er det nu alle?" not in shown(app, "plan", PLAN, FULL)
    assert "Er det nu alle?" not in file.read_text("utf-8")
    assert asked(app, "undo") == (200, {"done": True})
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize(("name", "data"), [
    ("x.docx", b""), ("x.docx", b"PK\x03\x04"), ("x.pdf", b"%PDF"), ("..", b""), ("x.docx\0", b""),
])  # fmt: skip
def test_what_is_no_document_of_ours_is_refused(app: Application, name: str, data: bytes) -> None:
    status, told = brought(app, data, name)
    assert (status, bool(told["why"]), bool(told["hint"])) == (422, True, True)


def test_markup_in_a_file_that_came_back_is_text(app: Application) -> None:
    editor = Editor(app.respond(Request(("file", PLAN, f"{FULL}.docx"))).data)
    editor.replace(OLD, "<script>alert(1)</script> {{ plan }}")
    _, told = brought(app, editor.saved(), '"><b>.docx')
    page = shown(app, *told["go"].strip("/").split("/"))
    assert "<script>alert" not in page
    assert "<b>" not in page
    asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=ALL)
    assert "<script>alert" not in shown(app, "plan", PLAN, FULL)


@pytest.mark.parametrize("word", ["", "x", None, 1, ["x"]])
def test_a_word_that_nobody_was_given_shows_and_writes_nothing(app: Application, word: object) -> None:
    assert asked(app, "take-back", words=word, chosen=ALL)[0] == 404
    assert app.respond(Request(("returned", str(word)))).status == 404


def test_each_browser_undoes_its_own_last_change_and_leaves_the_others(workspace: Path, file: Path) -> None:
    hers, his = (Application(Workspace.find(workspace), served.changes) for _ in range(2))
    was = file.read_text("utf-8")
    mine, theirs = ["delmål", 0, "indikator"], ["delmål", 0, "mål"]
    asked(hers, "save", file=FULL, path=mine, value="Mit", expected="Andelen af årlige fraflytninger")
    asked(his, "save", file=FULL, path=theirs, value="Hans", expected="At reducere antallet af fraflytninger")
    assert asked(hers, "undo") == (200, {"done": True})
    assert file.read_text("utf-8") == was.replace("At reducere antallet af fraflytninger", "Hans", 1)
    assert asked(hers, "undo") == (200, {"done": False})
    assert asked(his, "undo") == (200, {"done": True})
    assert file.read_text("utf-8") == was


def test_what_was_left_over_stands_beside_the_page_until_it_has_its_place(
    app: Application, workspace: Path
) -> None:
    rest = workspace / "agreements" / PLAN / "rester.md"
    text = (
        "# Tilovers\n\nDet her stod der.\n\n## a.docx\n\n### Formål\n\nEfter: … ord\nDer er ikke plads.\n\n"
        "> Den <b>første</b>.\n> Anden linje.\n\nDer er ikke plads.\n\n> Den anden.\n"
    )
    rest.write_text(text, "utf-8")
    page = shown(app, "plan", PLAN, FULL).split("<aside", 1)[1]
    assert "Den &lt;b&gt;første&lt;/b&gt;.\nAnden linje." in page
    assert '<strong class="where">Formål</strong>' in page
    assert asked(app, "placed", words="Den <b>første</b>.\nAnden linje.") == (200, {})
    first = "Efter: … ord\nDer er ikke plads.\n\n> Den <b>første</b>.\n> Anden linje.\n\n"
    assert rest.read_text("utf-8") == text.replace(first, "")
    assert "Den anden." in shown(app, "plan", PLAN, FULL)
    assert asked(app, "placed", words="Den <b>første</b>.\nAnden linje.")[0] == 404
    assert asked(app, "placed", words="Den anden.") == (200, {})
    assert "blockquote" not in shown(app, "plan", PLAN, FULL)
    assert asked(app, "undo") == asked(app, "undo") == (200, {"done": True})
    assert rest.read_text("utf-8") == text


@pytest.mark.parametrize("data", [b"delm\xe5l: x\n", b"a: [\n", b"<<<<<<< HEAD\na: b\n", b"", None])
def test_in_a_file_that_is_half_typed_or_gone_nothing_is_written_and_it_says_why(
    app: Application, file: Path, document: bytes, data: bytes | None
) -> None:
    _, told = brought(app, document)
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    word = told["go"].rsplit("/", 1)[1]
    status, said = asked(app, "take-back", words=word, chosen=ALL)
    assert status in (200, 422)
    assert status == 200 or said["why"]
    assert app.respond(Request(("returned", word))).status in (200, 422)
    assert brought(app, document)[0] in (404, 422)
    assert (file.read_bytes() if file.exists() else None) == data


def test_through_a_link_out_of_the_workspace_nothing_is_written(
    app: Application, file: Path, document: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _, told = brought(app, document)
    outside = tmp_path_factory.mktemp("outside") / "x.yaml"
    outside.write_bytes(file.read_bytes())
    was = outside.read_bytes()
    file.unlink()
    file.symlink_to(outside)
    status, said = asked(app, "take-back", words=told["go"].rsplit("/", 1)[1], chosen=ALL)
    assert (status, "link that leads out" in said["why"]) == (422, True)
    assert outside.read_bytes() == was


def test_where_one_of_two_files_cannot_be_written_neither_is(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"a: 1\n")
    second.write_bytes(b"b: another\n")
    with pytest.raises(OSError):
        Texts({first: (b"a: 1\n", b"a: 2\n"), second: (b"b: 1\n", b"b: 2\n")}).put(tmp_path)
    assert (first.read_bytes(), second.read_bytes()) == (b"a: 1\n", b"b: another\n")
