"""Prose in Chromium: bold, italic and lists by buttons, and what Word puts on the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

PROSE = 'main [data-key=\'["medarbejderressourcer"]\']'
WORD = (ROOT / "tests" / "cases" / "page" / "word.html").read_text(encoding="utf-8")
PASTE = """(editor, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "x");
  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def opened(page: Page) -> None:
    page.locator(PROSE).first.click()
    expect(page.locator("#field")).to_be_focused()


def test_bold_italic_and_points_are_made_by_buttons_and_keys_and_written_in_our_markup(
    page: Page, file: Path
) -> None:
    was = file.read_bytes()
    opened(page)
    page.keyboard.press("Control+a")
    page.keyboard.type("Et ")
    page.get_by_role("button", name="Fed").click()
    page.keyboard.type("fedt")
    page.get_by_role("button", name="Fed").click()
    page.keyboard.type(" ord. Og ")
    page.keyboard.press("Control+i")
    page.keyboard.type("skråt")
    page.keyboard.press("Control+i")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Punkter").click()
    page.keyboard.type("et")
    page.keyboard.press("Enter")
    page.keyboard.type("to")
    expect(page.get_by_role("button", name="Punkter")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Gemt.")
    text = file.read_text(encoding="utf-8")
    assert "medarbejderressourcer: |\n  Et **fedt** ord.\n  Og *skråt*\n\n  - et\n  - to\n" in text
    page.locator("#undo").click()
    expect(page.locator("#status")).to_contain_text("fortrudt")
    assert file.read_bytes() == was


def test_opened_and_left_it_changes_no_byte(page: Page, file: Path) -> None:
    was = file.read_bytes()
    for number in range(page.locator(PROSE).count()):
        page.locator(PROSE).nth(number).click()
        expect(page.locator("#field")).to_be_visible()
        page.keyboard.press("Escape")
    opened(page)
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("#field")).to_have_count(0)
    assert file.read_bytes() == was


def test_of_what_word_has_on_the_clipboard_bold_italic_and_lists_are_kept_and_the_rest_is_told(
    page: Page, file: Path
) -> None:
    opened(page)
    page.keyboard.press("Control+a")
    page.locator("#field").evaluate(PASTE, WORD)
    told = page.locator("#field-message")
    for sentence in ("Billeder", "tabel", "overskrift", "Fodnoter", "Farver"):
        expect(told).to_contain_text(sentence)
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Gemt.")
    written = file.read_text(encoding="utf-8").split("medarbejderressourcer: |\n")[1].split("\n", 14)[:14]
    assert [line.removeprefix("  ") for line in written] == [
        "Overskrift", "", "Et **fedt** og *skråt* ord.", "", "- første", "  - under", "- andet", "",
        "1) tal", "", "a; b", "", "streg", written[-1].removeprefix("  ")]


@pytest.mark.parametrize(("html", "markup"), [
    ("<b style='font-weight:normal'><span style='font-weight:700'>fed</span> ikke</b>",
     "<p><strong>fed</strong> ikke</p>"),
    ("<ol type='a'><li>x<ul><li>y</li></ul></li></ol>",
     '<ol class="letters"><li><p>x</p><ul><li><p>y</p></li></ul></li></ol>'),
    ("<p>a<br>b<br></p><p><br></p>", "<p>a<br/>b</p>"),
    ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
    ("<a href='https://x.dk'>her</a> <a href='javascript:x'>der</a>",
     '<p><a href="https://x.dk">her</a> der</p>'),
    ("<ul><li>a</li></ul><ol><li>b</li></ol>", "<ul><li><p>a</p></li></ul><ol><li><p>b</p></li></ol>"),
    ("<li><p>a</p><p>b</p></li>", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("&lt;b&gt; &amp; {{ x }}", "<p>&lt;b&gt; &amp; {{ x }}</p>"),
    ("<script>x</script><style>y</style><p style='display:none'>z</p>", ""),
])  # fmt: skip
def test_whatever_is_pasted_becomes_paragraphs_lists_bold_italic_and_links(
    page: Page, html: str, markup: str
) -> None:
    read = """async (html) => {
      const { marked } = await import("/static/marked.js");
      return marked(new DOMParser().parseFromString(html, "text/html").body).html;
    }"""
    assert page.evaluate(read, html) == markup
    assert page.evaluate(read, markup) == markup
