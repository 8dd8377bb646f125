"""Fonts that texts are set in: how wide a text is in one, how high its lines are, which files are its own.

The widths are those of fonts that anybody may use and whose letters are as wide as those of the fonts that
come with Office. They stand in `generator/fonts/widths.txt`, which a test holds to the fonts themselves:
reading a font at each start would cost more than a document does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec import Struct, field

from generator.base.border import files
from generator.base.border.installed import PACKAGE

FOLDER = Path(PACKAGE) / "fonts"
SHIPPED = {"Carlito": FOLDER / "carlito"}
"""The fonts that come with the program, and the folder of each: four .ttf and their licence."""

WIDTHS = FOLDER / "widths.txt"
EM = 2048
"""The units that an em has in the file of widths."""
TWINS = {
    "Calibri": "Carlito", "Cambria": "Caladea", "Arial": "Liberation Sans", "Helvetica": "Liberation Sans",
    "Arimo": "Liberation Sans", "Arial Narrow": "Liberation Sans Narrow", "Times": "Liberation Serif",
    "Times New Roman": "Liberation Serif", "Tinos": "Liberation Serif", "Courier New": "Liberation Mono",
    "Courier": "Liberation Mono", "Cousine": "Liberation Mono",
}  # fmt: skip
"""The font whose letters are as wide, by the name that a document asks for."""
_PROSE = "Den boligsociale indsats skal styrke fællesskabet og trygheden, så børn og unge får en god start."
_MOST_WORDS = 10_000
_UNKNOWN, _CAUTION = "Liberation Sans", 1.1
CHARACTERS = "".join(map(chr, chain(
    range(0x20, 0x7F), range(0xA0, 0x180), range(0x2010, 0x2027), (0x2030, 0x2032, 0x2033, 0x2039, 0x203A),
    (0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265))))
"""The characters whose widths are known: Western and Central European letters, signs and dashes."""


class Font(Struct, frozen=True):
    """A font as a style asks for it; `size` in points."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False


class Face(Struct, frozen=True):
    """One font file's measures in units of its em: the widths of its characters, and a line set solid."""

    widths: Mapping[str, int]
    line: int
    widest: int


class Metrics(Struct, frozen=True):
    """The measures of a font at its size, in twips (20 to a point)."""

    face: Face
    twips: float
    words: dict[str, float] = field(default_factory=dict)

    @property
    def line(self) -> float:
        """The height of a line set solid."""
        return self.face.line * self.twips

    @property
    def usual(self) -> float:
        """The width of a letter of Danish prose, with its share of the spaces."""
        return self.width(_PROSE) / len(_PROSE)

    @property
    def widest(self) -> float:
        """The width of the widest letter."""
        return self.face.widest * self.twips

    def width(self, word: str) -> float:
        """The width of the text on one line; kept, because the words of a plan come again and again."""
        known = self.words.get(word)
        if known is None:
            if len(self.words) >= _MOST_WORDS:
                self.words.clear()
            known = self.words[word] = self._measured(word)
        return known

    def _measured(self, word: str) -> float:
        try:
            units = sum(map(self.face.widths.__getitem__, word))
        except KeyError:  # another script: no letter is taken for narrower than it is
            units = sum([self.face.widths.get(character, self.face.widest) for character in word])
        return units * self.twips


def twin(family: str) -> str | None:
    """The font with widths of its own in the file that stands for this one; None where there is none."""
    known = TWINS.get(family, family)
    return known if f"{known}|regular" in _faces() else None


@cache
def metrics(font: Font) -> Metrics:
    """The measures of the font. One that is not known is taken to be wide: what fits there, fits."""
    known = twin(font.family)
    twips = font.size * 20 / EM
    return Metrics(_face(known or _UNKNOWN, style_name(font.bold, font.italic)),
                   twips if known else twips * _CAUTION)


def style_name(bold: bool, italic: bool) -> str:
    """Name of a family's member: regular, bold, italic or bold-italic."""
    return "-".join(filter(None, ("bold" * bold, "italic" * italic))) or "regular"


def written(faces: Iterable[tuple[str, str, int, Iterable[int]]]) -> str:
    """The file of widths: a line for each family and style, with the height of its line and the widths.

    Both are in units of an em of 2048; a character that the font lacks has no width.
    """
    return "".join(f"{family}|{style}|{line}|{' '.join(map(str, widths))}\n"
                   for family, style, line, widths in faces)


@cache
def _faces() -> Mapping[str, str]:
    """The lines of the file by family and style, each taken apart when it is needed."""
    lines = files.read(WIDTHS).decode().splitlines()
    return dict(map(_named, lines))


def _named(line: str) -> tuple[str, str]:
    family, style, rest = line.split("|", 2)
    return f"{family}|{style}", rest


@cache
def _face(family: str, style: str) -> Face:
    line, _, units = _faces()[f"{family}|{style}"].partition("|")
    widths = {character: int(width) for character, width in zip(CHARACTERS, units.split(" "), strict=True)
              if width != "0"}
    return Face(widths, int(line), max(widths.values()))
