"""Pages that all can use: axe-core (WCAG 2.2 A and AA) finds nothing, whatever is open on them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.base.border.web_server import LocalServer, Request
from generator.page.application import Application
from tests.page.test_browser import AIM, INDICATOR, typed
from tests.page.test_pages import FULL, PLAN
from tests.page.test_prose_in_browser import PROSE
from tests.support.edited_docx import Editor

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = ["", f"plan/{PLAN}/strategisk-samarbejdsaftale", f"plan/{PLAN}/delaftale-beskaeftigelse"]


def faults(page: Page) -> list[str]:
    """Everything that axe finds, each with the elements that it is about."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, { runOnly: { type: 'tag', values: rules } })", RULES)
    return [f"{one['id']}: {[node['html'] for node in one['nodes']][:3]}" for one in found["violations"]]


@pytest.fixture(params=["1280 light", "390 light", "1280 dark"])
def wide(request: pytest.FixtureRequest, page: Page) -> Page:
    width, scheme = request.param.split()
    page.set_viewport_size({"width": int(width), "height": 900})
    page.emulate_media(color_scheme=scheme)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_as_they_are(wide: Page, server: LocalServer, path: str) -> None:
    wide.goto(f"{server.door.origin}/{path}")
    expect(wide.locator("main")).to_be_visible()
    assert faults(wide) == []


def test_a_field_with_a_refusal_an_editor_of_prose_a_list_and_a_new_entry(wide: Page) -> None:
    typed(wide, 'main [data-key=\'["periode","fra"]\']', "31.2.2027")
    wide.keyboard.press("Enter")
    expect(wide.locator("#field-message .wrong")).to_be_visible()
    assert faults(wide) == []
    wide.keyboard.press("Escape")
    wide.locator(PROSE).first.click()
    expect(wide.locator("#field")).to_be_focused()
    assert faults(wide) == []
    wide.keyboard.press("Escape")
    wide.locator(AIM).first.click()
    wide.get_by_text("Hele listen").click()
    wide.get_by_role("button", name="Tilføj").click()
    expect(wide.locator(".field .wrong")).to_be_visible()
    assert faults(wide) == []


def test_a_word_file_that_came_back(wide: Page, app: Application, tmp_path: Path) -> None:
    editor = Editor(app.respond(Request(("file", PLAN, f"{FULL}.docx"))).data)
    editor.everywhere("1. august 2025", "1. august 2030")
    editor.everywhere("31. juli 2029", "31. juli 2034")
    editor.comment("At reducere antallet af fraflytninger", "Er det nok?", "Jurist")
    file = tmp_path / f"{FULL}.docx"
    file.write_bytes(editor.saved())
    wide.set_input_files("#returned", file)
    expect(wide.locator("#chosen")).not_to_be_empty()
    assert faults(wide) == []


def test_a_conflict_a_name_that_stands_elsewhere_and_a_page_that_is_old(wide: Page, workspace: Path) -> None:
    typed(wide, "main [data-kind]:text-is('Ringparken')", "Ringgården")
    wide.keyboard.press("Enter")
    expect(wide.locator("#field-message li")).to_be_visible()
    assert faults(wide) == []
    wide.keyboard.press("Escape")
    file = workspace / "agreements" / PLAN / "delaftale-sammenhaengskraft-og-medborgerskab.yaml"
    typed(wide, INDICATOR, "Mit")
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("Andelen af årlige fraflytninger", "Den andens"), encoding="utf-8")
    expect(wide.locator(INDICATOR)).to_have_text("Den andens")
    wide.keyboard.press("Enter")
    expect(wide.locator(".theirs")).to_be_visible()
    assert faults(wide) == []
    file.write_text(whole + "x: [\n", encoding="utf-8")
    expect(wide.locator(".old")).to_be_visible()
    assert faults(wide) == []
