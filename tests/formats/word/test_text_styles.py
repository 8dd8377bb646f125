"""Styles as the values that text is measured with: inherited, by theme, and with their defaults."""

from __future__ import annotations

import pytest

from generator.formats.fonts import Font
from generator.formats.text_styles import CellRoom, TextStyle
from generator.formats.word import Reference
from tests.formats.word.conftest import Restyle
from tests.support.word_samples import reference

STYLES = "word/styles.xml"
DEFAULT_FONT = '<w:rFonts w:ascii="Calibri"'


def style(name: str) -> TextStyle:
    return reference().text.by_name[name]


def test_a_style_has_what_it_says_and_what_it_is_based_on_says() -> None:
    assert style("Table Total Amount").font == Font("Calibri", 9.5, bold=True)
    assert style("Table Value").left == 113
    assert (style("Guidance").left, style("Guidance").after) == (340, 100)
    assert style("Body Text").line == pytest.approx(1.15 * 10.5 * 1.2207 * 20, abs=1)


def test_a_list_has_an_indent_for_each_level_and_a_table_its_cells_margins() -> None:
    text = reference().text
    assert [level.left for level in text.cell_items[:2]] == [198, 396]
    assert text.room_in("Aftale Table") == text.room_in(None) == CellRoom(91, 91, 68, 34)


def test_a_font_of_the_theme_is_known_by_its_name(restyled: Restyle) -> None:
    path = restyled(STYLES, DEFAULT_FONT, '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial"')
    theme = Reference.open(path).text.body.font.family
    assert theme == "Calibri"


def test_a_style_with_a_font_of_its_own_is_not_set_in_the_theme_s(restyled: Restyle) -> None:
    path = restyled(STYLES, '<w:rPr><w:color w:val="56656C"/><w:sz w:val="19"/>',
                    '<w:rPr><w:rFonts w:ascii="Arial"/><w:b w:val="0"/><w:sz w:val="19"/>')
    text = Reference.open(path).text
    assert text.by_name["Guidance"].font == Font("Arial", 9.5)
    assert text.body.font.family == "Calibri"


@pytest.mark.parametrize(("rule", "line"), [("exact", 200), ("atLeast", 700)])
def test_a_line_is_as_high_as_its_rule_says(restyled: Restyle, rule: str, line: int) -> None:
    path = restyled(STYLES, 'w:after="0" w:line="276" w:lineRule="auto"',
                    f'w:after="0" w:line="{line}" w:lineRule="{rule}"')
    assert Reference.open(path).text.body.line == line


def test_small_letters_that_are_printed_large_are_measured_large(restyled: Restyle) -> None:
    name = '<w:name w:val="Body Text"/>'
    path = restyled(STYLES, name, f"{name}<w:rPr><w:caps/></w:rPr>")
    assert Reference.open(path).text.body.capitals
