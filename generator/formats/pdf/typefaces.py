"""Typefaces that a PDF is set in: those in `fonts/` beside the reference document, and the shipped ones.

The fonts of the machine are never used: the same plan gives the same pages everywhere.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.border import files
from generator.base.findings import Finding, Place
from generator.base.language import say
from generator.formats.fonts import SHIPPED, TWINS
from generator.formats.pdf import codes

if TYPE_CHECKING:
    import typst

FOLDER = "fonts"
"""The folder beside the reference document in which it has fonts of its own."""
_SUFFIXES = (".ttf", ".otf", ".ttc")


class Typeface(Struct, frozen=True):
    """A family that is there; its lines reach so far above and below their ground, in parts of its size."""

    family: str
    ascent: float
    descent: float


class Typefaces(Struct, frozen=True):
    """The families that a reference document can use; `fonts` is what the compiler takes."""

    fonts: typst.Fonts
    families: tuple[Typeface, ...]
    folder: Path

    @classmethod
    def beside(cls, reference: Path) -> Typefaces:
        """The families beside the reference document, and the shipped ones."""
        folder = reference.parent / FOLDER
        folders = [*([folder] if files.is_folder(folder) else []), *SHIPPED.values()]
        return _found(tuple(folders), _names(folder), folder)

    def named(self, name: str) -> Typeface | None:
        """The family of that name, whatever the case of its letters."""
        return next((face for face in self.families if face.family.casefold() == name.casefold()), None)

    def of(self, name: str, style: str, place: Place) -> tuple[Typeface | None, Finding | None]:
        """The family that sets text in a font of that name, and what there is to tell of it.

        None where neither the font nor its twin is there. `style` is one that asks for it.
        """
        if face := self.named(name):
            return face, None
        twin = TWINS.get(name, "")
        if face := self.named(twin):
            return face, Finding(
                codes.TWIN_FONT,
                say("the font '{name}' is not there: the PDF is set in '{twin}', whose letters are as wide",
                    name=name, twin=face.family),
                say("put its files in {folder}, if your licence lets you", folder=self._shown), place)
        return None, Finding(
            codes.NO_FONT,
            say("the font '{name}' of the style '{style}' is not there, nor one with letters as wide",
                name=name, style=style),
            say("put its .ttf files in {folder} beside the reference document, or choose another font for "
                "the style in Word, such as {shipped}", folder=self._shown,
                shipped=next(iter(SHIPPED))), place)

    @property
    def _shown(self) -> str:
        return f"{self.folder.parent.name}/{FOLDER}/"


def _names(folder: Path) -> tuple[str, ...]:
    """The fonts in the folder with their sizes, so that a folder is not read again while it is the same."""
    found = files.listed(folder) if files.is_folder(folder) else []
    return tuple([path.name for path in found if path.suffix.lower() in _SUFFIXES])


@cache
def _found(folders: tuple[Path, ...], _names: tuple[str, ...], own: Path) -> Typefaces:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folders])
    regular = sorted(fonts.fonts(), key=lambda font: (font.style != "normal", abs(font.weight - 400)))
    paths = {font.family: Path(font.path) for font in reversed(regular) if font.path}
    families = [Typeface(family, *_measures(files.read(paths[family]))) for family in sorted(paths)]
    return Typefaces(fonts, tuple(sorted(families, key=lambda face: face.family in SHIPPED)), own)


def _measures(data: bytes) -> tuple[float, float]:
    """The reach of a line of the font above and below its ground in Word, as its `OS/2` table has it."""
    start = struct.unpack_from(">I", data, 12)[0] if data.startswith(b"ttcf") else 0
    first, count = start + 12, struct.unpack_from(">H", data, start + 4)[0]
    tables = {data[at:at + 4]: struct.unpack_from(">I", data, at + 8)[0]
              for at in range(first, first + 16 * count, 16)}
    em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    ascent, descent = struct.unpack_from(">HH", data, tables[b"OS/2"] + 74)
    return ascent / em, descent / em
