"""All around a document in Debian's Chromium: a plan begun, files brought and taken, by keyboard too."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.base.border.web_server import LocalServer
from tests.page.conftest import First
from tests.page.test_pages import FULL, PLAN
from tests.support.edited_docx import Editor


@pytest.fixture
def first() -> First:
    return First("/", "h1:text-is('Jeres planer')")


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
    expect(page.locator("#wrong-fra")).to_contain_text("Datoen ”31.2.2027” findes ikke.")
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


def test_a_word_file_is_dropped_on_the_page_shown_written_and_undone(
    page: Page, server: LocalServer, workspace: Path
) -> None:
    file = workspace / "agreements" / PLAN / f"{FULL}.yaml"
    was = file.read_bytes()
    page.goto(f"{server.door.origin}/plan/{PLAN}/{FULL}")
    with page.expect_download() as download:
        page.locator(".bar").get_by_role("link", name="Word", exact=True).click()
    editor = Editor(Path(download.value.path()).read_bytes())
    editor.replace("fælles for de tre", "fælles for alle tre")
    editor.replace("Delaftalen er et bilag til", "Delaftalen er et tillæg til")
    dropped = page.evaluate_handle(
        """([name, data]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
          return transfer;
        }""", [f"{FULL}.docx", base64.b64encode(editor.saved()).decode()])  # fmt: skip
    page.locator("main").dispatch_event("dragover", {"dataTransfer": dropped})
    expect(page.locator("body")).to_have_class("over")
    page.locator("main").dispatch_event("drop", {"dataTransfer": dropped})
    expect(page.locator("h1")).to_have_text("En Word-fil, der er kommet tilbage")
    expect(page.locator("main")).to_contain_text("Ordene er formularens egne.")
    assert file.read_bytes() == was
    box = page.get_by_role("checkbox")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#chosen")).to_have_text("0 af 1 er valgt.")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Der er ikke valgt noget.")
    page.keyboard.press("Space")
    expect(page.locator("#chosen")).to_have_text("1 af 1 er valgt.")
    assert file.read_bytes() == was
    page.get_by_role("button", name="Skriv det valgte").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/plan/{PLAN}/{FULL}")
    expect(page.locator("main")).to_contain_text("fælles for alle tre")
    assert b"alle tre" in file.read_bytes()
    expect(page.locator("#status")).to_contain_text("Det er skrevet.")
    page.locator("#status button").click()
    expect(page.locator("main")).not_to_contain_text("fælles for alle tre")
    assert file.read_bytes() == was


def test_the_package_is_taken_by_keyboard_and_a_word_file_of_another_is_refused_with_a_sentence(
    page: Page, server: LocalServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page.goto(f"{server.door.origin}/plan/{PLAN}")
    page.get_by_role("link", name="Pakken").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Hent den som udkast").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"{PLAN}.zip"
    expect(page.locator("#status")).to_have_text("Filen ligger i jeres overførsler.")
    expect(page.locator("#day")).to_have_value(re.compile(r"\d+\. \w+ \d{4}"))
    page.fill("#day", "31.2.2027")
    page.keyboard.press("Enter")
    expect(page.locator("#day-wrong")).to_contain_text("Datoen ”31.2.2027” findes ikke.")
    expect(page.locator("#day")).to_be_focused()
    page.fill("#day", "1.3.2027")
    page.keyboard.press("Enter")
    expect(page.locator("#day-wrong")).to_contain_text("Der er intet brev")
    page.go_back()
    other = tmp_path_factory.mktemp("other") / "Noter.docx"
    other.write_bytes(b"PK")
    page.set_input_files("#returned", other)
    expect(page.locator("#status")).not_to_be_empty()
    assert page.url == f"{server.door.origin}/plan/{PLAN}"


def test_a_version_is_kept_by_keyboard_with_a_line_about_it(
    page: Page, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "karen")
    page.goto(f"{server.door.origin}/plan/{PLAN}")
    page.locator("#keep").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#version")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#keep")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("Til bestyrelsen")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("En version er gemt")
    expect(page.locator("#version")).to_have_count(0)
    page.get_by_role("link", name="Hvad er ændret").click()
    page.get_by_text("Sammenlign med en anden version").click()
    expect(page.locator(".above")).to_contain_text("Til bestyrelsen")


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_around_a_document_is_wider_than_the_window(
    page: Page, server: LocalServer, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", "/new", f"/package/{PLAN}", "/nothing", f"/calendar/{PLAN}"):
        page.goto(f"{server.door.origin}{path}")
        assert page.locator("html").evaluate("page => page.scrollWidth") <= width
