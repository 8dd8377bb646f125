"""What is taken from a plan on its page: the package, the letter, the calendar, and what has changed."""

from __future__ import annotations

import io
import json
import re
import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from generator.base.border.web_server import Answer, Request
from generator.cli import served
from generator.compare.returned.leaves import leaves
from generator.formats.word.reading import read_document
from generator.page.application import Application
from generator.run import processes
from generator.workspace.folders import Workspace
from tests.conftest import ROOT, change
from tests.page.test_pages import DOCUMENT, FULL, PLAN, asked, main_of, shown
from tests.page.test_saving import INDICATOR, WAS
from tests.support.clone import clone_in

WHOLE = "digtehavn-2027-2031"


@pytest.fixture
def whole(tmp_path: Path) -> Application:
    """An invented plan of which everything is final."""
    shutil.copytree(ROOT / "tests/plans/agreements" / WHOLE, tmp_path / "agreements" / WHOLE)
    return Application(Workspace(tmp_path), served.changes)


def taken(app: Application, *path: str) -> Answer:
    return app.respond(Request(path))


def letter_in(answer: Answer) -> str:
    """The words of the letter in a zip."""
    document = read_document(zipfile.ZipFile(io.BytesIO(answer.data)).read("brev.docx")).document
    return " ".join(leaf.text for leaf in leaves(document))


def test_the_package_tells_what_it_lacks_with_a_way_to_each_and_can_be_taken_as_drafts(
    app: Application
) -> None:
    page = main_of(shown(app, "package", PLAN))
    assert 'data-do="add-document" data-words="budget"' in page
    assert "is a draft" in page
    assert f'href="/zip/{PLAN}/draft"' in page
    assert f'href="/zip/{PLAN}"' not in page
    assert (taken(app, "zip", PLAN).status, taken(app, "package", "..").status) == (422, 404)
    answer = taken(app, "zip", PLAN, "draft")
    assert (answer.status, answer.name) == (200, f"{PLAN}.zip")
    names = zipfile.ZipFile(io.BytesIO(answer.data)).namelist()
    assert {f"{PLAN}/pakke.pdf", f"{PLAN}/{FULL}.docx", f"{PLAN}/{FULL}.pdf"} <= set(names)
    assert not (app.workspace.root / "output").exists()


def test_a_whole_package_lacks_nothing_and_is_that_of_the_command(whole: Application) -> None:
    page = main_of(shown(whole, "package", WHOLE))
    assert "Nothing: the package is whole." in page
    assert f'href="/zip/{WHOLE}" class="button main take"' in page
    assert taken(whole, "zip", WHOLE).data == taken(whole, "zip", WHOLE).data
    answer = taken(whole, "calendar", WHOLE)
    assert (answer.name, answer.data[:15]) == (f"{WHOLE}.ics", b"BEGIN:VCALENDAR")


def test_a_plan_in_error_has_no_package_and_the_page_says_how_much_there_is_to_mend(app: Application) -> None:
    change(app.workspace.root / "agreements" / PLAN / f"{FULL}.yaml", "delmål:", "delmålet:")
    assert "1 thing must be mended" in main_of(shown(app, "package", PLAN))
    answer = taken(app, "zip", PLAN, "draft")
    assert (answer.status, "cannot be made yet" in answer.data.decode()) == (422, True)
    assert taken(app, "calendar", PLAN).status == 422


def test_an_annex_that_is_lacking_is_begun_and_is_a_page_at_once(app: Application) -> None:
    assert asked(app, "add-document", words="budget") == (200, {"go": f"/plan/{PLAN}/budget"})
    assert main_of(shown(app, "plan", PLAN, "budget"))
    assert 'data-words="budget"' not in shown(app, "package", PLAN)
    assert asked(app, "add-document", words="budget")[0] == 422
    assert asked(app, "add-document", words="aarsstatus 2027")[1]["go"].startswith(f"/plan/{PLAN}/aarsstatus")


@pytest.mark.parametrize("words", ["", "../x", "x", None, 1, ["budget"], "helhedsplan"])
def test_what_is_no_document_is_not_begun(app: Application, words: object) -> None:
    before = sorted((app.workspace.root / "agreements" / PLAN).iterdir())
    assert asked(app, "add-document", words=words)[0] in (404, 422)
    assert sorted((app.workspace.root / "agreements" / PLAN).iterdir()) == before


def test_what_has_changed_is_told_inside_the_page_and_can_be_kept_as_the_page_for_a_board(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "karen")
    assert "No version is kept yet" in taken(app, "changes", PLAN).data.decode()
    asked(app, "keep")
    asked(app, "save", file=FULL, path=INDICATOR, value="Andelen af flytninger", expected=WAS)
    page = shown(app, "changes", PLAN)
    assert "flytninger</ins>" in main_of(page)
    assert "<style" not in page
    assert shown(app, "static", "changes.css").startswith("main.changes {")
    ident = page.split(f"/changes/{PLAN}/", 1)[1].split('"', 1)[0]
    answer = taken(app, "changes", PLAN, ident, "file")
    assert (answer.status, answer.name) == (200, f"aendringer-{PLAN}.html")
    assert "<style>" in answer.data.decode()
    assert shown(app, "changes", PLAN, ident) == page
    for path in (("..",), (PLAN, "HEAD"), (PLAN, ident, "x"), (PLAN, "--all"), (PLAN, ident, "file", "x")):
        assert taken(app, "changes", *path).status == 404


def test_she_chooses_the_version_that_changes_are_counted_from(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "karen")
    asked(app, "keep")
    asked(app, "save", file=FULL, path=INDICATOR, value="Andelen af flytninger", expected=WAS)
    assert asked(app, "keep", words="Bestyrelsen har <b>sagt</b> ja")[0] == 200
    page = shown(app, "changes", PLAN)
    assert "Bestyrelsen har &lt;b&gt;sagt&lt;/b&gt; ja</a>" in page
    assert "flytninger</ins>" not in page
    oldest = re.findall(rf'href="/changes/{PLAN}/(\w+)"', page)[-1]
    assert "flytninger</ins>" in shown(app, "changes", PLAN, oldest)


@pytest.mark.parametrize("about", [None, 1, ["x"], "x" * 201, "a\nb", "\0", "\ud800"])
def test_what_is_no_line_about_a_version_keeps_none(app: Application, about: object) -> None:
    assert asked(app, "keep", words=about)[0] == 404
    assert taken(app, "changes", PLAN).status == 422


def test_the_letter_goes_with_its_redlines_or_it_says_why_there_is_none(whole: Application) -> None:
    folder = whole.workspace.root / "agreements" / WHOLE
    answer = taken(whole, "letter", WHOLE)
    assert (answer.status, "no final version" in answer.data.decode()) == (422, True)
    own = folder / "strategisk-samarbejdsaftale.yaml"
    own.write_text(own.read_text("utf-8") + "versioner:\n  - {nummer: 1, dato: 1.3.2027}\n", "utf-8")
    clone_in(whole.workspace.root).commit("Version 1")
    answer = taken(whole, "letter", WHOLE)
    assert (answer.status, "nothing in" in answer.data.decode()) == (422, True)
    change(folder / "helhedsplan.yaml", "beløb: mindst 4,2", "beløb: mindst 4,6")
    change(folder / "helhedsplan.yaml", "samlet: 15,9", "samlet: 16,4")
    assert "no version of its own" in taken(whole, "letter", WHOLE).data.decode()
    own.write_text(own.read_text("utf-8") + "  - {nummer: 2, dato: 1.6.2028, ændring: Mere}\n", "utf-8")
    answer = taken(whole, "letter", WHOLE)
    assert answer.name == f"brev-{WHOLE}.zip"
    assert "1. marts 2028" not in letter_in(answer)
    assert "1. marts 2028" in letter_in(taken(whole, "letter", WHOLE, "1.3.2028"))
    for day in ("31.2.2028", "marts 2028", "x", "2028"):
        assert taken(whole, "letter", WHOLE, day).status == 422


def test_what_cannot_be_taken_is_told_on_a_page_with_the_way_back(app: Application) -> None:
    page = taken(app, "calendar", PLAN).data.decode()
    assert "The plan has no milestones with a date." in page
    assert '<a href="/">' in page
    assert '<a href="/">' in taken(app, "plan", "x").data.decode()


@pytest.mark.parametrize("path", [
    ("zip", ".."), ("zip", PLAN, "drafts"), ("zip", PLAN, "draft", "x"), ("zip",), ("calendar", "x"),
    ("letter", "../x"), ("package",), ("changes",), ("file", PLAN, f"{DOCUMENT}.zip"),
])  # fmt: skip
def test_what_is_in_no_list_cannot_be_taken(app: Application, path: tuple[str, ...]) -> None:
    assert taken(app, *path).status == 404


def test_taking_is_asked_for_and_nothing_is_taken_by_a_change(app: Application) -> None:
    for what in ("zip", "letter", "calendar", "package"):
        answer = app.respond(Request((what, PLAN), {"plan": PLAN}, changes=True))
        assert answer.status == 404
    assert json.loads(app.respond(Request(("keep",), {"plan": PLAN}, changes=True)).data)


def test_while_a_package_is_made_others_are_answered_and_the_process_keeps_its_memory(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    making, answered = threading.Event(), threading.Event()

    def slow(*_: object) -> bytes:
        making.set()
        assert answered.wait(30)
        return b"PK"

    monkeypatch.setattr(processes, "apart", slow)
    packing = threading.Thread(target=taken, args=(app, "zip", PLAN, "draft"))
    packing.start()
    assert making.wait(30)
    assert taken(app, "plan", PLAN).status == 200
    answered.set()
    packing.join(30)
    assert not packing.is_alive()
