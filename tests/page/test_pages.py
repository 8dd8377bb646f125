"""Pages of `aftale open`: what is on them, what opens which field, and what an error in a file does."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from generator.base.border.web_server import Answer, Request
from generator.cli import served
from generator.page.application import Application
from generator.page.routes.static import STATIC
from generator.workspace.folders import Workspace
from tests.conftest import ROOT, change

PLAN, DOCUMENT = "viborg-2025-2029", "delaftale-beskaeftigelse"
FULL = "delaftale-sammenhaengskraft-og-medborgerskab"
SPAN = re.compile(r'<span data-file="([^"]*)" data-key="([^"]*)" data-kind="([^"]*)">')


def shown(app: Application, *path: str) -> str:
    answer = app.respond(Request(path))
    assert answer.status == 200, answer.data.decode()
    return answer.data.decode()


def asked(app: Application, what: str, **body: object) -> tuple[int, dict[str, Any]]:
    answer: Answer = app.respond(Request((what,), {"plan": PLAN, **body}, changes=True))
    return answer.status, json.loads(answer.data) if answer.kind == "application/json" else {}


def passages(html: str) -> list[tuple[str, list[Any], str]]:
    """File, path and kind of each passage that stands at a key of its own."""
    found = [(file, json.loads(key.replace("&quot;", '"').replace("&#x27;", "'")), kind)
             for file, key, kind in SPAN.findall(html)]
    return [one for one in found if one[0]]


def main_of(html: str) -> str:
    return html.split("<main", 1)[1].split("</main>", 1)[0]


def test_the_list_has_each_plan_with_its_years_and_how_much_there_is_to_do(app: Application) -> None:
    page = shown(app)
    assert [f'href="/plan/{name}"' in page for name in app.workspace.plan_names()] == [True, True]
    assert "<p>2025-2029</p>" in page
    assert re.search(r'<a href="/plan/[^"]+#at:[^"]+">\d\d empty fields</a>', page)


@pytest.mark.parametrize("path", [
    ("nothing",), ("plan", "x"), ("plan", ".."), ("plan", "../agreements/viborg-2025-2029"),
    ("plan", PLAN, "x"), ("plan", PLAN, "helhedsplan"), ("plan", PLAN, f"{DOCUMENT}.yaml"),
    ("plan", PLAN, "..", "x"), ("static", "../application.py"), ("static", "page.css/.."), ("static", ""),
    ("file", PLAN, f"{DOCUMENT}.yaml"), ("file", PLAN, DOCUMENT), ("file", PLAN, "../../etc/passwd.docx"),
    ("file", "..", "x.docx"), ("plan", "\0"), ("save",),
])  # fmt: skip
def test_what_is_in_no_list_is_not_there(app: Application, path: tuple[str, ...]) -> None:
    assert app.respond(Request(path)).status == 404


@pytest.mark.parametrize(("file", "path"), [
    ("../helhedsplan", ["navn"]), ("helhedsplan.yaml", ["navn"]), ("/etc/passwd", ["x"]), ("", ["navn"]),
    (None, ["navn"]), (["helhedsplan"], ["navn"]), ("helhedsplan", []), ("helhedsplan", "navn"),
    ("helhedsplan", ["nothing"]), ("helhedsplan", ["navn", "x"]), ("helhedsplan", [True]),
    ("helhedsplan", ["parter", -1]), ("helhedsplan", ["parter", 1.5]), ("helhedsplan", [None]),
    ("helhedsplan", [["navn"]]), ("helhedsplan", ["navn"] * 1000),
])  # fmt: skip
def test_a_field_that_no_file_can_have_is_not_there(app: Application, file: object, path: object) -> None:
    assert asked(app, "field", file=file, path=path)[0] == 404
    assert asked(app, "save", file=file, path=path, value="x", expected=None)[0] == 404


@pytest.mark.parametrize("value", [1, True, 1.5, [1], {"a": [None, 1]}])
def test_a_value_is_text_lists_and_keys(app: Application, value: object) -> None:
    assert asked(app, "save", file="helhedsplan", path=["navn"], value=value, expected=None)[0] == 404


def test_every_gap_and_every_value_of_every_real_document_opens_a_field() -> None:
    app = Application(Workspace(ROOT), served.changes)
    gaps = values = 0
    for folder in app.workspace.plans():
        for file in folder.aftaler():
            for name, path, kind in passages(shown(app, "plan", folder.name, file.name)):
                answer = app.respond(
                    Request(("field",), {"plan": folder.name, "file": name, "path": path}, changes=True))
                known = json.loads(answer.data)
                assert answer.status == 200
                assert known["kind"] != "none", (file.name, path)
                assert known["label"], (file.name, path)
                assert kind == "name" or (known["value"] is None) == (kind == "gap"), (file.name, path)
                gaps += kind == "gap"
                values += kind == "value"
    assert gaps > 30
    assert values > 300


def test_a_field_has_the_models_description_and_an_example_as_she_would_write_it(app: Application) -> None:
    _, known = asked(app, "field", file=FULL, path=["delmål", 0, "baseline", "områder", "Ringparken"])
    assert known["label"].endswith("Ringparken")
    assert (known["kind"], known["value"]) == ("line", "21,5 %")
    _, known = asked(app, "field", file="helhedsplan", path=["periode", "fra"])
    assert (known["label"], known["example"]) == ("Den første dag.", "1.1.2027")
    _, known = asked(app, "field", file="helhedsplan", path=["status"])
    assert (known["kind"], known["choices"]) == ("choice", ["udkast", "endelig"])


def test_beside_the_page_stands_what_is_empty_each_a_way_to_its_field(app: Application) -> None:
    aside = shown(app, "plan", PLAN, DOCUMENT).split("<aside", 1)[1]
    buttons = re.findall(r'<button type="button" data-file="([^"]*)" data-key="([^"]*)">', aside)
    assert (DOCUMENT, "[&quot;parter&quot;]") in buttons
    assert not [file for file, _ in buttons if file not in ("helhedsplan", DOCUMENT)]


def test_while_a_file_is_half_typed_the_last_good_page_stays_and_says_that_it_is_old(
    app: Application, workspace: Path
) -> None:
    good = main_of(shown(app, "plan", PLAN, DOCUMENT))
    other = main_of(shown(app, "plan", PLAN, FULL))
    path = workspace / "agreements" / PLAN / f"{DOCUMENT}.yaml"
    path.write_bytes(path.read_bytes() + b"parter: [\n")
    page = shown(app, "plan", PLAN, DOCUMENT)
    assert main_of(page).split("</p>", 1)[1] == good.split(">", 1)[1]
    assert 'class="old"' in main_of(page)
    assert "To be mended <span class=\"count\">1</span>" in page
    assert main_of(shown(app, "plan", PLAN, FULL)) == other
    assert "To be mended <span class=\"count\">1</span>" in shown(app, "plan", PLAN, FULL)
    path.unlink()
    assert app.respond(Request(("plan", PLAN, DOCUMENT))).status == 404
    assert main_of(shown(app, "plan", PLAN, FULL)) == other


@pytest.mark.parametrize("data", [b"\xff\xfe", b"", b"<<<<<<< HEAD\nnavn: x\n=======\n", b"navn: [\n"])
def test_a_plan_that_cannot_be_read_at_all_still_shows_what_it_was(
    app: Application, workspace: Path, data: bytes
) -> None:
    good = main_of(shown(app, "plan", PLAN, DOCUMENT))
    (workspace / "agreements" / PLAN / "helhedsplan.yaml").write_bytes(data)
    page = shown(app, "plan", PLAN, DOCUMENT)
    assert main_of(page).split("</p>", 1)[1] == good.split(">", 1)[1]
    assert 'class="old"' in main_of(page)
    assert 'To be mended <span class="count">0</span>' not in page
    assert PLAN in shown(app)


@pytest.mark.usefixtures("dansk")
def test_beside_the_real_plans_no_hint_tells_of_commands_or_of_the_signs_of_a_file() -> None:
    app = Application(Workspace(ROOT), served.changes)
    for folder in app.workspace.plans():
        file = folder.aftaler()[0].name
        aside = shown(app, "plan", folder.name, file).split("<aside", 1)[1]
        hints = re.findall(r'<span class="hint">([^<]*)</span>', aside)
        assert hints
        assert not [hint for hint in hints if re.search(r"aftale add|\{|--|\.yaml", hint)]


def test_what_a_form_makes_of_an_error_is_not_told_beside_it(app: Application, workspace: Path) -> None:
    change(workspace / "agreements" / PLAN / "helhedsplan.yaml", "midler: 2019-26", "midler: 2015-18")
    page = shown(app, "plan", PLAN, DOCUMENT)
    assert "There is no page of this document yet." in page
    assert "2015-18" in page.split("<aside", 1)[1]
    assert "None" not in page.split("<aside", 1)[1]


def test_a_document_that_never_had_a_page_says_so(workspace: Path) -> None:
    change(workspace / "agreements" / PLAN / "helhedsplan.yaml", "midler:", "midlerne:")
    page = shown(Application(Workspace.find(workspace), served.changes), "plan", PLAN, DOCUMENT)
    assert "There is no page of this document yet." in page


def test_anothers_change_is_seen_whenever_it_came(app: Application, workspace: Path) -> None:
    path = workspace / "agreements" / PLAN / "helhedsplan.yaml"
    before = path.stat()
    shown(app, "plan", PLAN, DOCUMENT)
    change(path, "Den boligsociale", "DEN BOLIGSOCIALE")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "DEN BOLIGSOCIALE" in main_of(shown(app, "plan", PLAN, DOCUMENT))


def test_markup_and_jinja_in_a_text_are_text(app: Application, workspace: Path) -> None:
    written = "<script>alert(1)</script> {{ plan }} & \"x\""
    change(workspace / "agreements" / PLAN / "helhedsplan.yaml", "navn: Den", f"navn: '{written} Den")
    path = workspace / "agreements" / PLAN / "helhedsplan.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [line + "'" if line.startswith("navn: '") else line for line in lines]
    path.write_text("\n".join(lines), encoding="utf-8")
    page = shown(app, "plan", PLAN, DOCUMENT)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ plan }} &amp;" in main_of(page)
    assert "<script>alert" not in shown(app)


def test_no_page_has_script_or_style_in_it_and_nothing_is_fetched_from_elsewhere(app: Application) -> None:
    for page in (shown(app), shown(app, "plan", PLAN, FULL)):
        own = re.findall(r'<script src="/static/\w+.js" type="module"></script>', page)
        assert len(own) == 1
        assert not re.search(r"<script|<style|style=| on\w+=", page.replace(own[0], ""))
    for file in STATIC.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "://" not in text
        assert "innerHTML" not in text


@pytest.mark.usefixtures("dansk")
def test_the_sentences_of_the_script_are_those_of_the_catalogue(app: Application) -> None:
    page = shown(app, "plan", PLAN, DOCUMENT)
    said = json.loads(re.search(r'data-words="([^"]*)"', page)[1].replace("&quot;", '"'))  # type: ignore[index]
    assert said["save"] == "Gem"
    scripts = "".join(path.read_text("utf-8") for path in STATIC.glob("*.js"))
    assert set(re.findall(r"\bwords\.(\w+)", scripts)) <= set(said)
    assert [name for name in said if not re.search(rf'\bwords\.{name}\b|"{name}"', scripts)] == []
    assert '<html lang="da">' in page
    assert ">Fortryd<" in page


def test_word_and_pdf_are_made_as_a_build_makes_them_and_nothing_is_written(
    app: Application, workspace: Path
) -> None:
    answer = app.respond(Request(("file", PLAN, f"{FULL}.docx")))
    assert (answer.status, answer.name, answer.data[:2]) == (200, f"{FULL}.docx", b"PK")
    assert app.respond(Request(("file", PLAN, f"{FULL}.pdf"))).data[:5] == b"%PDF-"
    assert not (workspace / "output").exists()
    change(workspace / "agreements" / PLAN / f"{FULL}.yaml", "delmål:", "delmålet:")
    answer = app.respond(Request(("file", PLAN, f"{FULL}.docx")))
    assert answer.status == 422
    assert "cannot be made before something is mended" in answer.data.decode()
