"""Headers and footers of any reference document: pictures stay, tabs follow the margins, a draft says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Twips

from generator.formats.word import Reference, write
from tests.support.municipality import add_logo
from tests.support.package_reading import Docx, W, text
from tests.support.word_samples import REFERENCE_PATH, document, p

DRAWING = f"{W}drawing"
Changed = Callable[[Callable[[Any], None]], Reference]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The reference document after a change with python-docx."""
    def change(how: Callable[[Any], None]) -> Reference:
        path = tmp_path / "reference.docx"
        word = docx.Document(str(REFERENCE_PATH))
        how(word)
        word.save(str(path))
        return Reference.open(path)

    return change


def margins(reference: Reference, *, draft: bool) -> list[Any]:
    return list(Docx(write(document(p("x"), draft=draft), reference)).margins())


def pictures(roots: list[Any]) -> int:
    return sum(len(list(root.iter(DRAWING))) for root in roots)


def test_a_logo_in_the_line_of_the_draft_mark_stays_in_a_final_document_and_the_mark_goes(
    changed: Changed,
) -> None:
    reference = changed(lambda word: add_logo(word.sections[0].header.paragraphs[0]))
    for draft in (True, False):
        roots = margins(reference, draft=draft)
        assert pictures(roots) == 1
        assert any("UDKAST" in text(root) for root in roots) is draft


def test_a_logo_in_the_very_run_of_the_draft_mark_stays(changed: Changed) -> None:
    def in_the_run(word: Any) -> None:
        paragraph = word.sections[0].header.paragraphs[0]
        add_logo(paragraph)
        paragraph.runs[0]._r.extend(paragraph.runs[1]._r)

    roots = margins(changed(in_the_run), draft=False)
    assert pictures(roots) == 1
    assert not any("UDKAST" in text(root) for root in roots)


def test_a_picture_that_is_not_described_is_a_warning_that_names_it(changed: Changed) -> None:
    reference = changed(lambda word: add_logo(word.sections[0].footer.paragraphs[0], told=""))
    [finding] = reference.findings
    assert (finding.code, finding.is_error) == ("W10", False)
    assert "'Logo' in word/footer1.xml" in finding.message
    assert "View Alt Text" in finding.hint
    assert finding.place.file.endswith("reference.docx")


def test_a_picture_that_is_described_is_no_warning(changed: Changed) -> None:
    assert changed(lambda word: add_logo(word.sections[0].footer.paragraphs[0])).findings == ()


@pytest.mark.parametrize(("pages", "said"), [("first", "the first page's header"), ("even", "even pages")])
def test_pages_whose_header_does_not_show_a_draft_are_a_warning(
    changed: Changed, pages: str, said: str
) -> None:
    def with_own_header(word: Any) -> None:
        word.settings.odd_and_even_pages_header_footer = pages == "even"
        word.sections[0].different_first_page_header_footer = pages == "first"
        getattr(word.sections[0], f"{pages}_page_header").paragraphs[0].text = "Bakkeby Kommune"

    [finding] = changed(with_own_header).findings
    assert (finding.code, finding.is_error) == ("W11", False)
    assert said in finding.message
    assert "Draft Mark" in finding.hint


def test_a_first_page_header_with_a_draft_mark_is_no_warning(changed: Changed) -> None:
    def marked(word: Any) -> None:
        word.sections[0].different_first_page_header_footer = True
        paragraph = word.sections[0].first_page_header.paragraphs[0]
        paragraph.text, paragraph.style = "UDKAST", "Draft Mark"

    assert changed(marked).findings == ()


def test_a_header_of_an_earlier_section_holds_in_the_last_one_too(changed: Changed) -> None:
    def divided(word: Any) -> None:
        word.add_section()

    roots = margins(changed(divided), draft=True)
    assert any("UDKAST" in text(root) for root in roots)


@pytest.mark.parametrize(("wide", "left", "right"), [
    (12240, 1440, 1440), (16838, 1417, 1417), (11906, 567, 567), (11906, 2268, 2268)])
def test_the_last_tab_stop_stands_at_the_right_margin_of_any_page(
    changed: Changed, wide: int, left: int, right: int
) -> None:
    def repapered(word: Any) -> None:
        section = word.sections[0]
        section.page_width, section.left_margin, section.right_margin = map(Twips, (wide, left, right))

    roots = margins(changed(repapered), draft=True)
    for root in roots:
        tabbed = [one for one in root.iter(f"{W}p") if one.find(f"{W}r/{W}tab") is not None]
        [stops] = [one.findall(f"{W}pPr/{W}tabs/{W}tab") for one in tabbed]
        kinds = {int(stop.get(f"{W}pos")): stop.get(f"{W}val") for stop in stops}
        assert kinds == {9072: "clear", wide - left - right: "right"}


def test_a_tab_stop_follows_the_indent_of_its_paragraph_and_one_in_the_middle_stays_there(
    changed: Changed,
) -> None:
    def outside(word: Any) -> None:
        paragraph = word.sections[0].footer.paragraphs[0]
        paragraph.paragraph_format.right_indent = Twips(-568)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(4536), 1)

    [stops] = [root.findall(f".//{W}tabs/{W}tab") for root in margins(changed(outside), draft=True)
               if root.tag == f"{W}ftr"]
    at = {(stop.get(f"{W}val"), int(stop.get(f"{W}pos"))) for stop in stops}
    assert {("center", 4820), ("right", 9640)} <= at


def test_tabs_on_the_page_that_the_look_was_made_for_are_left_as_they_are(changed: Changed) -> None:
    roots = margins(changed(lambda word: word.paragraphs), draft=True)
    assert not [tab for root in roots for tab in root.iter(f"{W}tabs")]
