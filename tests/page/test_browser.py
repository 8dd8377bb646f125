"""The page in Debian's Chromium: by keyboard and by mouse, what she sees when others write."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.base.border.web_server import LocalServer
from tests.conftest import change
from tests.page.test_pages import DOCUMENT, PLAN

INDICATOR = 'main [data-key=\'["delmål",0,"indikator"]\']'
AIM = 'main [data-key=\'["delmål",0,"mål"]\']'
WAS = "Andelen af årlige fraflytninger"


def typed(page: Page, where: str, words: str) -> None:
    page.locator(where).first.click()
    expect(page.locator("#field")).to_be_focused()
    page.fill("#field", words)


def test_by_keyboard_alone_a_passage_is_written_seen_and_taken_back(page: Page, file: Path) -> None:
    was = file.read_bytes()
    page.locator(INDICATOR).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#field")).to_have_value(WAS)
    page.fill("#field", "Andelen af flytninger")
    page.keyboard.press("Enter")
    expect(page.locator(INDICATOR)).to_have_text("Andelen af flytninger")
    expect(page.locator(INDICATOR)).to_be_focused()
    expect(page.locator("#status")).to_contain_text("Gemt.")
    assert "indikator: Andelen af flytninger\n" in file.read_text(encoding="utf-8")
    page.locator("#undo").focus()
    page.keyboard.press("Enter")
    expect(page.locator(INDICATOR)).to_have_text(WAS)
    assert file.read_bytes() == was


def test_a_field_is_saved_when_another_is_clicked_and_dropped_with_escape(page: Page, file: Path) -> None:
    typed(page, INDICATOR, "Den ene")
    page.locator(AIM).first.click()
    expect(page.locator("#field")).to_have_value("At reducere antallet af fraflytninger")
    assert "indikator: Den ene\n" in file.read_text(encoding="utf-8")
    page.fill("#field", "Ikke dette")
    page.keyboard.press("Escape")
    expect(page.locator("#field")).to_have_count(0)
    assert "Ikke dette" not in file.read_text(encoding="utf-8")


def test_where_another_wrote_meanwhile_hers_is_kept_both_are_shown_and_she_chooses(
    page: Page, file: Path
) -> None:
    typed(page, INDICATOR, "Mit")
    change(file, WAS, "Den andens")
    expect(page.locator(INDICATOR)).to_have_text("Den andens")
    expect(page.locator("#field")).to_have_value("Mit")
    expect(page.locator("#field")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".theirs")).to_have_text("Den andens")
    assert "Mit" not in file.read_text(encoding="utf-8")
    page.reload()
    expect(page.locator("#field")).to_have_value("Mit")
    page.keyboard.press("Enter")
    page.get_by_text("Skriv mit i stedet").click()
    expect(page.locator(INDICATOR)).to_have_text("Mit")
    assert "indikator: Mit\n" in file.read_text(encoding="utf-8")


def test_what_she_has_just_typed_is_in_the_word_file_that_she_takes_and_is_saved_when_she_goes_on(
    page: Page, file: Path
) -> None:
    typed(page, INDICATOR, "Andelen, der flytter")
    with page.expect_download() as download:
        page.locator(".bar").get_by_role("link", name="Word", exact=True).click()
    assert "Andelen, der flytter" in zipfile.ZipFile(download.value.path()).read("word/document.xml").decode()
    typed(page, INDICATOR, "Andelen, der bliver")
    page.get_by_role("link", name="Pakken").click()
    page.wait_for_url("**/package/**")
    page.go_back()
    expect(page.locator(INDICATOR).first).to_have_text("Andelen, der bliver")
    assert "Andelen, der bliver" in file.read_text(encoding="utf-8")


def test_what_is_refused_stays_in_the_field_with_the_message(page: Page, workspace: Path) -> None:
    was = (workspace / "agreements" / PLAN / "helhedsplan.yaml").read_bytes()
    typed(page, 'main [data-key=\'["periode","fra"]\']', "31.2.2027")
    page.keyboard.press("Enter")
    expect(page.locator("#field-message")).to_contain_text("Datoen ”31.2.2027” findes ikke.")
    expect(page.locator("#field-message")).not_to_contain_text("periode")
    page.locator(AIM).first.click()
    expect(page.locator("#field")).to_have_value("31.2.2027")
    expect(page.locator("#field")).to_be_focused()
    assert (workspace / "agreements" / PLAN / "helhedsplan.yaml").read_bytes() == was


def test_the_forms_own_words_say_so(page: Page) -> None:
    page.get_by_text("Delaftalen er et bilag til den strategiske samarbejdsaftale").click()
    expect(page.locator("#status")).to_contain_text("Ordene er formularens egne.")


def test_a_gap_and_its_note_open_the_same_fields(page: Page, server: LocalServer) -> None:
    page.goto(f"{server.door.origin}/plan/{PLAN}/{DOCUMENT}")
    page.locator("main [data-kind=gap]").first.click()
    expect(page.locator(".field")).to_contain_text("Delaftalens parter.")
    page.keyboard.press("Escape")
    page.locator("#notes").get_by_text("Delaftalens parter").click()
    expect(page.locator("main .field")).to_contain_text("Delaftalens parter.")


def test_a_file_half_typed_elsewhere_leaves_the_page_and_the_field_and_says_why(
    page: Page, file: Path
) -> None:
    typed(page, AIM, "Halvt skrevet")
    was = file.read_bytes()
    file.write_bytes(was + b"x: [\n")
    expect(page.locator(".old")).to_contain_text("Det er siden, som den var før")
    expect(page.locator("#field")).to_have_value("Halvt skrevet")
    page.keyboard.press("Enter")
    expect(page.locator("#field-message .wrong")).not_to_be_empty()
    file.write_bytes(was)
    expect(page.locator(".old")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(AIM).first).to_have_text("Halvt skrevet")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    typed(page, INDICATOR, "x" * 200)
    assert page.locator("html").evaluate("page => page.scrollWidth") <= width


def test_entries_of_a_list_are_added_moved_and_removed(page: Page, file: Path) -> None:
    was = file.read_bytes()
    page.locator(AIM).first.click()
    page.get_by_text("Hele listen").click()
    page.get_by_label("Flyt ned: At reducere antallet af fraflytninger").click()
    expect(page.locator(AIM).first).not_to_have_text("At reducere antallet af fraflytninger")
    page.locator("#undo").click()
    expect(page.locator(AIM).first).to_have_text("At reducere antallet af fraflytninger")
    page.locator(AIM).first.click()
    page.get_by_text("Hele listen").click()
    page.locator(".field input").first.fill("At flere er trygge")
    page.get_by_role("button", name="Tilføj").click()
    expect(page.locator("main")).to_contain_text("At flere er trygge")
    page.locator("#undo").click()
    expect(page.locator("main")).not_to_contain_text("At flere er trygge")
    assert file.read_bytes() == was


def test_a_name_that_stands_elsewhere_is_written_at_all_places_once_they_are_shown(
    page: Page, workspace: Path
) -> None:
    folder = workspace / "agreements" / PLAN
    was = {path: path.read_bytes() for path in folder.iterdir()}
    typed(page, "main [data-kind]:text-is('Ringparken')", "Ringgården")
    page.keyboard.press("Enter")
    expect(page.locator("#field-message")).to_contain_text("Navnet står også andre steder:")
    expect(page.locator("#field-message li")).to_have_count(1)
    assert {path: path.read_bytes() for path in folder.iterdir()} == was
    expect(page.get_by_text("Ret det alle steder")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Ringgården")
    assert sum(path.read_bytes() != was[path] for path in was) == 2
    page.locator("#undo").click()
    expect(page.locator("main")).to_contain_text("Ringparken")
    assert {path: path.read_bytes() for path in folder.iterdir()} == was


def test_a_new_party_is_asked_for_its_kind_and_a_wrong_answer_is_told_at_its_place(
    page: Page, server: LocalServer
) -> None:
    page.goto(f"{server.door.origin}/plan/{PLAN}/strategisk-samarbejdsaftale")
    page.locator('main [data-key*=\'["parter",0\']').first.click()
    page.get_by_text("Hele listen").click()
    form = page.locator(".field form")
    form.get_by_role("button", name="Tilføj").click()
    expect(form.locator(".wrong")).to_have_text("Det skal der stå noget i. Skriv det.")
    expect(form.locator("input").first).to_be_focused()
    form.locator("input").first.fill("Kommunen NN")
    form.locator("select").select_option("kommune")
    form.get_by_role("button", name="Tilføj").click()
    expect(page.locator("main")).to_contain_text("Kommunen NN")


def test_findings_stand_in_the_margin_beside_their_passage_and_never_in_a_cell(page: Page) -> None:
    listed = page.locator("#notes .finding[data-key]")
    marks = page.locator("main .mark")
    assert 5 < marks.count() <= listed.count()
    assert page.locator("td .mark, th .mark").count() == 0
    mark = page.get_by_role("button", name="Se nærmere på: Indikatoren gentager delmålet")
    row = page.locator("tr", has=page.locator('[data-key=\'["delmål",2,"indikator"]\']')).first
    box, of_row = mark.bounding_box(), row.bounding_box()
    assert box and of_row and abs(box["y"] - of_row["y"]) < 12
    mark.click()
    expect(page.locator("main .field .found")).to_contain_text("Indikatoren gentager delmålet")
    expect(page.locator("#field")).to_have_value("At øge tilfredsheden i boligområdet")


def test_a_file_that_breaks_elsewhere_is_said_aloud_and_what_is_empty_is_not_told_as_nothing(
    page: Page, file: Path
) -> None:
    file.write_bytes(file.read_bytes() + b"x: [\n")
    expect(page.locator("#status")).to_contain_text("Det er siden, som den var før")
    expect(page.locator("#notes")).to_contain_text("Filer med fejl er ikke talt med.")
    expect(page.locator("#notes section").last.locator(".count")).to_have_count(0)
