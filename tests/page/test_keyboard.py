"""A plan from nothing to its package by keyboard alone, in a wide window and in that of a telephone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import First
from tests.page.test_accessible import faults

MOST_STOPS = 200


@pytest.fixture
def first() -> First:
    return First("/", "h1:text-is('Jeres planer')")


def go_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached")


def begin(page: Page) -> None:
    """Begin a plan by the dialogue."""
    go_to(page, 'a[href="/new"]')
    page.keyboard.press("Enter")
    expect(page.locator("#navn")).to_be_visible()
    for selector, words in (("#navn", "Helhedsplanen i Køge"), ("#fra", "1.1.2027"), ("#til", "31.12.2030"),
                            ("#parter .name", "Køge Kommune")):  # fmt: skip
        go_to(page, selector)
        page.keyboard.type(words)
    go_to(page, "#parter .kind")
    page.keyboard.type("k")
    go_to(page, "#områder")
    page.keyboard.type("Karlemoseparken")
    go_to(page, '.question:not([hidden]) [name="indsatsområder"]')
    page.keyboard.press("Space")
    go_to(page, "#begin [type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Køge Kommune", timeout=20_000)


def write(page: Page, shot: Callable[[str], None]) -> None:
    """Write in the plan's first gap, in prose, and in a new entry of a list."""
    go_to(page, "main [data-kind=gap]")
    page.keyboard.press("Enter")
    expect(page.locator(".field")).to_be_visible()
    shot("a gap")
    page.keyboard.press("Escape")
    go_to(page, '#notes button[data-key=\'["lokal_evaluering"]\']')
    page.keyboard.press("Enter")
    expect(page.locator("#field")).to_be_focused()
    page.keyboard.press("Control+b")
    page.keyboard.type("Alle")
    page.keyboard.press("Control+b")
    page.keyboard.type(" skal have et godt liv i Karlemoseparken.")
    shot("prose")
    go_to(page, ".field [type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Gemt.")
    expect(page.locator("main strong", has_text="Alle")).to_be_visible()


def to_the_delaftale(page: Page, shot: Callable[[str], None]) -> None:
    """Write a delmål in the delaftale, whose list is still empty."""
    go_to(page, '.documents a[href*="delaftale"]')
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Delaftale")
    go_to(page, '#notes button[data-key=\'["delmål"]\']')
    page.keyboard.press("Enter")
    expect(page.locator(".field form input")).to_be_visible()
    go_to(page, ".field form input")
    page.keyboard.type("Flere er i arbejde")
    shot("a new entry")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Flere er i arbejde")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_plan_from_nothing_to_its_package_by_keyboard_alone(page: Page, width: int, tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    walk(page, tmp_path, lambda name: _sound(page, name))


def walk(page: Page, folder: Path, shot: Callable[[str], None]) -> None:
    """Go from the list of plans to the package; `shot` is called in each state with its name."""
    shot("the list")
    begin(page)
    shot("the plan")
    write(page, shot)
    to_the_delaftale(page, shot)
    go_to(page, '.buttons a[href^="/package/"]')
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    shot("the package")
    go_to(page, 'main a[href^="/zip/"]')
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(folder / "pakke.zip")
    names = ZipFile(folder / "pakke.zip").namelist()
    assert any("delaftale" in name for name in names), names


def _sound(page: Page, name: str) -> None:
    assert faults(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
