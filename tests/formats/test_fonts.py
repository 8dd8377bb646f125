"""Fonts: their widths are those of the font files, and a font that is not known is taken to be wide.

`--accept` writes the file of widths anew, on a machine that has all the fonts.
"""

from __future__ import annotations

import pytest

from generator.formats import fonts
from generator.formats.fonts import Font, metrics
from tests.support import font_files

PLAIN = Font("Calibri", 10)


def test_the_file_of_widths_says_what_the_fonts_say(request: pytest.FixtureRequest) -> None:
    measured = [*font_files.shipped(), *font_files.installed()]
    if request.config.getoption("--accept"):
        assert len(measured) == 4 * len({*fonts.TWINS.values()}), "this machine lacks some of the fonts"
        fonts.WIDTHS.write_text(fonts.written(measured), encoding="ascii", newline="\n")
    lines = fonts.WIDTHS.read_text(encoding="ascii").splitlines()
    assert {*fonts.written(measured).splitlines()} <= {*lines}
    assert {line.split("|")[0] for line in lines} == {*fonts.TWINS.values()}


def test_the_font_that_ships_is_whole_and_has_its_licence_beside_it() -> None:
    for family, folder in fonts.SHIPPED.items():
        assert {path.name for path in folder.iterdir()} == {
            "OFL.txt", *(f"{family}-{name}.ttf" for name in font_files.STYLES.values())}
        assert f'Reserved Font Name "{family}"' in (folder / "OFL.txt").read_text(encoding="ascii")


def test_a_text_is_as_wide_as_its_letters() -> None:
    assert metrics(PLAIN).width("") == 0
    assert metrics(PLAIN).width("sø") == pytest.approx(metrics(PLAIN).width("s") + metrics(PLAIN).width("ø"))
    assert metrics(PLAIN).width("n") == pytest.approx(1076 / 2048 * 200)  # half an em and a little
    assert metrics(Font("Calibri", 20)).width("n") == 2 * metrics(PLAIN).width("n")


def test_bold_letters_are_wider_and_a_metric_twin_is_as_wide() -> None:
    word = "Boligselskabet"
    assert metrics(Font("Calibri", 10, bold=True)).width(word) > metrics(PLAIN).width(word)
    assert metrics(Font("Carlito", 10)).width(word) == metrics(PLAIN).width(word)
    assert metrics(Font("Arial", 10)).width(word) > metrics(PLAIN).width(word)


def test_a_line_is_as_high_as_the_font_says() -> None:
    assert metrics(PLAIN).line == pytest.approx(1.22 * 200, abs=0.2)


def test_a_font_or_a_letter_that_is_not_known_is_taken_to_be_wide() -> None:
    assert fonts.twin("Kommune Sans") is None
    assert metrics(Font("Kommune Sans", 10)).width("ord") > metrics(Font("Arial", 10)).width("ord")
    assert metrics(PLAIN).width("漢") >= max(map(metrics(PLAIN).width, "WM@"))
