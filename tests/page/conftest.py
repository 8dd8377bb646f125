"""What several tests of the page need: the application, a file of its plan, and Debian's Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.base.border.web_server import LocalServer
from generator.base.language import speak
from generator.cli import served
from generator.page.application import Application
from generator.workspace.folders import Workspace
from tests.page.test_pages import FULL, PLAN

CHROMIUM = shutil.which("chromium")
PATIENCE = 20_000
"""Milliseconds, of a computer that does other things too."""


class First(NamedTuple):
    """The page that is opened first, and an element of it that is there once its script has run."""

    path: str
    shows: str


@pytest.fixture
def app(workspace: Path) -> Application:
    return Application(Workspace.find(workspace), served.changes)


@pytest.fixture
def file(workspace: Path) -> Path:
    return workspace / "agreements" / PLAN / f"{FULL}.yaml"


@pytest.fixture
def first() -> First:
    return First(f"/plan/{PLAN}/{FULL}", 'main [data-key=\'["delmål",0,"indikator"]\'][role=button]')


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs a browser: apt install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def server(app: Application, first: First) -> Iterator[LocalServer]:
    speak("da")
    server = LocalServer(app.respond, first=first.path)
    serving = threading.Thread(target=server.serve, args=(lambda: app.tell_of_changes(server),), daemon=True)
    serving.start()
    yield server
    server.stop()
    serving.join(10)


@pytest.fixture
def page(browser: Browser, server: LocalServer, first: First) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(server.door.address)
    expect(page.locator(first.shows).first).to_be_visible()
    yield page
    context.close()
    assert wrong == []
