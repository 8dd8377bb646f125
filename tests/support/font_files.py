"""The widths of fonts read from the fonts themselves: those that ship, and those of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.formats import fonts

SYSTEM = Path("/usr/share/fonts/truetype")
OTHERS = ("Caladea", "Liberation Sans", "Liberation Sans Narrow", "Liberation Serif", "Liberation Mono")
STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}

Measured = tuple[str, str, int, list[int]]


def shipped() -> Iterator[Measured]:
    """Each font that comes with the program."""
    for family, folder in fonts.SHIPPED.items():
        for style, name in STYLES.items():
            yield _measured(family, style, folder / f"{family}-{name}.ttf")


def installed() -> Iterator[Measured]:
    """The others that widths are kept of, as far as this machine has them."""
    for family in OTHERS:
        for style, name in STYLES.items():
            for path in SYSTEM.glob(f"*/{family.replace(' ', '')}-{name}.ttf"):
                yield _measured(family, style, path)


def _measured(family: str, style: str, path: Path) -> Measured:
    from fontTools.ttLib import TTFont

    with TTFont(path) as font:
        em = font["head"].unitsPerEm
        widths, names, lines = font["hmtx"], font.getBestCmap(), font["hhea"]
        return (family, style, _in_em(lines.ascent - lines.descent + lines.lineGap, em),
                [_width(widths, names.get(ord(character)), em) for character in fonts.CHARACTERS])


def _width(widths: Any, name: str | None, em: int) -> int:
    return _in_em(widths[name][0], em) if name else 0


def _in_em(units: int, em: int) -> int:
    return round(units * fonts.EM / em)
