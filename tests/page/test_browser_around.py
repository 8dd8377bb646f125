"""All around a document in Debian's Chromium: a plan begun, files brought and taken, by keyboard too."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.base.border.web_server import LocalServer
from generator.base.language import speak
from generator.cli import opening
from generator.page.application import Application
from generator.workspace.folders import Workspace

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs a browser: apt install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def server(workspace: Path) -> Iterator[LocalServer]:
    speak("da")
    app = Application(Workspace.find(workspace), opening._changes)
    server = LocalServer(app.respond)
    serving = threading.Thread(target=server.serve, args=(lambda: app.tell_of_changes(server),), daemon=True)
    serving.start()
    yield server
    server.stop()
    serving.join(10)


@pytest.fixture
def page(browser: Browser, server: LocalServer) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(server.door.address)
    expect(page.locator("h1")).to_have_text("Jeres planer")
    yield page
    context.close()
    assert wrong == []


def test_a_plan_is_begun_by_keyboard_alone_and_what_is_answered_outlives_a_reload(
    page: Page, workspace: Path
) -> None:
    page.get_by_role("link", name="En ny plan").focus()
    page.keyboard.press("Enter")
    page.locator("#navn").focus()
    page.keyboard.type("Helhedsplanen i Køge")
    page.keyboard.press("Tab")
    page.keyboard.type("31.2.2027")
    page.keyboard.press("Tab")
    expect(page.locator("#wrong-fra")).to_contain_text("Datoen `31.2.2027` findes ikke.")
    page.keyboard.type("31.12.2030")
    page.keyboard.press("Tab")
    page.keyboard.type("Køge Kommune")
    page.keyboard.press("Tab")
    page.keyboard.type("k")
    page.reload()
    expect(page.locator("#navn")).to_have_value("Helhedsplanen i Køge")
    expect(page.locator("#parter .kind").first).to_have_value("kommune")
    page.locator("#navn").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#fra")).to_be_focused()
    assert not (workspace / "agreements/helhedsplanen-i-koege-2027-2030").exists()
    page.fill("#fra", "1.1.2027")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Køge Kommune")
    assert (workspace / "agreements/helhedsplanen-i-koege-2027-2030/helhedsplan.yaml").is_file()
