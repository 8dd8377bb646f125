"""The page of changes for a board: what it says, and how it stands in a browser and on paper."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.compare.data.conftest import clone
from tests.conftest import ROOT, Aftale
from tests.support.clone import Clone

__all__ = ["clone"]
CASE = ROOT / "tests/cases/changes/delaftale"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NARROW, WIDE = 390, 1280


@pytest.fixture
def page(clone: Clone, aftale: Aftale) -> str:
    """A page about a delaftale with changes of every kind."""
    folder = clone.root / "agreements" / "koege-2025-2029"
    shutil.copytree(CASE / "before", folder)
    clone.commit("Før")
    shutil.copytree(CASE / "after", folder, dirs_exist_ok=True)
    return aftale("--sprog", "da", "diff", "--format", "html").output


def test_the_page_has_a_title_of_its_own_with_days_and_no_hashes(page: str) -> None:
    title = re.search(r"<title>(.*?)</title>", page)
    assert title and title[1] == "Ændringer i Planen i Køge, 1.3.2026 → filerne, som de er nu"
    assert page.count("<h1>") == 1
    assert not re.search(r"\([0-9a-f]{7}\)", page)
    assert ".yaml" not in page.split("<h2>Det betyder</h2>")[0]


def test_figures_stand_before_and_now_in_a_table_whose_rows_have_heads(page: str) -> None:
    assert "<th scope=\"col\">Før</th><th scope=\"col\">Nu</th>" in page
    row = re.search(r'<tr><th scope="row">[^<]*[Bb]aseline[^<]*.*?</tr>', page)
    assert row and "<del>" in row[0] and "<ins>" in row[0]


def test_what_was_taken_out_and_put_in_is_said_to_those_who_hear_the_page(page: str) -> None:
    marks = re.findall(r"<(ins|del)>(.{0,60})", page)
    heard = {"ins": '<span class="heard">tilføjet: ', "del": '<span class="heard">fjernet: '}
    assert len(marks) > 10
    assert all(text.startswith(heard[tag]) for tag, text in marks)


@pytest.fixture
def browser() -> Iterator[Any]:
    """Chromium, where the computer has it and playwright is installed."""
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with playwright.sync_playwright() as program:
        opened = program.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_reaches_beyond_the_window_and_all_can_be_read(
    page: str, browser: Any, tmp_path: Path, width: int, scheme: str
) -> None:
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    view.goto(file.as_uri())
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    for look in ("body", "ins", "del", ".quiet", "h1"):
        assert view.evaluate(CONTRAST, look) >= 4.5, look


def test_on_paper_it_is_light_and_what_is_unfolded_stands_there(
    page: str, browser: Any, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    view = browser.new_page(color_scheme="dark")
    view.goto(file.as_uri())
    view.emulate_media(media="print")
    assert view.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert view.pdf().startswith(b"%PDF")


CONTRAST = """look => {
  const rgb = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const element = document.querySelector(look);
  let behind = element, paper = rgb(getComputedStyle(behind).backgroundColor);
  while (paper.length > 3 && paper[3] === 0 && behind.parentElement) {
    behind = behind.parentElement; paper = rgb(getComputedStyle(behind).backgroundColor);
  }
  const both = [light(rgb(getComputedStyle(element).color)), light(paper)].sort((a, b) => b - a);
  return (both[0] + 0.05) / (both[1] + 0.05);
}"""
"""Contrast of a text with what stands behind it, as WCAG computes it."""
