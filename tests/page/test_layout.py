"""All kinds of document of the largest plans in Chromium: nothing runs out of the page, none breaks it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.base.border.web_server import LocalServer
from generator.workspace.folders import Workspace
from tests.page.conftest import First
from tests.page.test_browser import INDICATOR
from tests.page.test_pages import FULL, PLAN
from tests.support.built import ROOT

PLANS = ("digtehavn-2027-2031", "stor-plan", "viborg-2017-2021")
OUT = """() => {
  const edge = document.getElementById("main").getBoundingClientRect().right;
  return [...document.querySelectorAll("main :is(table, p, li, h1, h2, h3, svg)")]
    .filter((one) => !one.closest("table.wide :not(table)") && one.getBoundingClientRect().right > edge)
    .map((one) => one.textContent.slice(0, 40));
}"""


@pytest.fixture
def workspace(workspace: Path) -> Path:
    for name in PLANS[:2]:
        shutil.copytree(ROOT / "tests/plans/agreements" / name, workspace / "agreements" / name)
    shutil.copytree(ROOT / "agreements" / PLANS[2], workspace / "agreements" / PLANS[2], dirs_exist_ok=True)
    return workspace


@pytest.fixture
def first() -> First:
    return First("/", "h1:text-is('Jeres planer')")


@pytest.mark.parametrize("width", [1280, 1440, 390])
@pytest.mark.parametrize("plan", PLANS)
def test_no_document_runs_under_its_notes_or_out_of_the_window(
    page: Page, server: LocalServer, workspace: Path, plan: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for file in Workspace(workspace).plan(plan).aftaler():
        page.goto(f"{server.door.origin}/plan/{plan}/{file.name}")
        expect(page.locator("#main [role=button]").first).to_be_visible()
        assert page.evaluate(OUT) == [], file.name
        assert page.locator("html").evaluate("page => page.scrollWidth") <= width, file.name


@pytest.mark.parametrize("width", [1280, 390])
def test_a_heading_is_reached_from_the_list_at_every_width_by_keyboard(
    page: Page, server: LocalServer, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{server.door.origin}/plan/{PLANS[0]}/delaftale-beskaeftigelse")
    links = page.locator("#headings li a")
    expect(links).not_to_have_count(0)
    expect(links.last).to_be_hidden()
    page.locator("#headings summary").focus()
    page.keyboard.press("Enter")
    links.last.focus()
    page.keyboard.press("Enter")
    expect(links.last).to_be_hidden()
    expect(page.locator(":target")).to_be_in_viewport()


def test_ctrl_z_takes_back_her_last_change_and_leads_back_to_it_but_in_a_field_it_is_the_fields(
    page: Page, server: LocalServer, workspace: Path
) -> None:
    file = workspace / "agreements" / PLAN / f"{FULL}.yaml"
    was = file.read_bytes()
    page.goto(f"{server.door.origin}/plan/{PLAN}/{FULL}")
    passage = page.locator(INDICATOR).first
    passage.click()
    page.locator("#field").fill("Andelen om året")
    page.keyboard.press("Control+z")
    assert file.read_bytes() == was
    page.locator("#field").fill("Andelen om året")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Gemt.")
    assert file.read_bytes() != was
    page.locator("main h1").first.scroll_into_view_if_needed()
    page.keyboard.press("Control+z")
    expect(page.locator("#status")).to_have_text("Jeres seneste ændring er fortrudt.")
    assert file.read_bytes() == was
    expect(passage).to_be_in_viewport()
