"""A look in its elements: its fonts, the size of its text, and its colours by what they are for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from generator.authoring.look import colours
from generator.authoring.look.names import W
from generator.authoring.look.sheet import CHARACTER, PARAGRAPH, TABLE, Sheet

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2", "dark2": "dk2",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_HEADINGS = ("heading 1", "heading 2", "Title")
_USUAL_SIZE = "20"
FILL, LINE, MUTED = 0.1, 0.3, 0.68
"""Shares of the colour in the ground of a table's head and in its lines, and of the text in small print."""


class Theme:
    """The colours and fonts that styles name by what they are for."""

    def __init__(self, root: Any | None) -> None:
        scheme = root.find(f".//{_A}clrScheme") if root is not None else None
        self._colours = {one.tag.removeprefix(_A): _rgb(one) for one in scheme} if scheme is not None else {}
        fonts = {kind: root.find(f".//{_A}{kind}Font/{_A}latin") if root is not None else None
                 for kind in ("major", "minor")}
        self._fonts = {kind: str(one.get("typeface", "")) for kind, one in fonts.items() if one is not None}

    def colour(self, name: str) -> str:
        """The colour of `accent1`, `text2` …, or nothing."""
        return self._colours.get(_THEME.get(name, name), "")

    def of(self, element: Any | None) -> str:
        """The colour that a `w:color` says, in its own word or the theme's; nothing for the automatic one."""
        if element is None:
            return ""
        found = self.colour(element.get(f"{W}themeColor", ""))
        if not found:
            own = element.get(f"{W}val", "")
            return own.upper() if colours.is_colour(own) else ""
        if tint := element.get(f"{W}themeTint"):
            found = colours.lighter(found, int(tint, 16) / 255)
        if shade := element.get(f"{W}themeShade"):
            found = colours.darker(found, int(shade, 16) / 255)
        return found

    def font(self, element: Any | None) -> str:
        """The font that a `w:rFonts` says, in its own word or the theme's."""
        if element is None:
            return ""
        theme = element.get(f"{W}asciiTheme", "")
        named = self._fonts.get("major" if theme.startswith("major") else "minor", "") if theme else ""
        return named or str(element.get(f"{W}ascii", ""))


class Palette(Struct, frozen=True):
    """Fonts of text and headings, the text's size in half-points, and the colours.

    `muted` is for small print, `fill` the ground of a table's head, `line` what separates its rows.
    """

    body: str
    head: str
    size: int
    text: str
    accent: str
    muted: str
    fill: str
    line: str
    link: str

    @classmethod
    def of(cls, sheet: Sheet, theme: Theme) -> Palette:
        """The look of a template, its colours dark enough to be read."""
        normal = sheet.normal
        headings = [one for name in _HEADINGS if (one := sheet.find(PARAGRAPH, name)) is not None]
        body = theme.font(sheet.nearest(normal, "rPr/rFonts"))
        fonts = (theme.font(sheet.nearest(one, "rPr/rFonts")) for one in headings)
        found = (theme.of(sheet.nearest(one, "rPr/color")) for one in headings)
        proposed = (*found, theme.colour("accent1"), theme.colour("dk2"))
        text = theme.of(sheet.nearest(normal, "rPr/color")) or colours.BLACK
        accent = next((one for one in proposed if one and not colours.is_grey(one)), text)
        fill = colours.mixed(accent, colours.WHITE, FILL)
        grounds = (colours.WHITE, fill)
        link = sheet.find(CHARACTER, "Hyperlink")
        own_link = theme.of(link.find(f"{W}rPr/{W}color")) if link is not None else ""
        return cls(
            body, next((font for font in fonts if font), body), size_of(sheet), text,
            colours.legible(accent, grounds),
            colours.legible(colours.mixed(text, colours.WHITE, MUTED), grounds),
            fill, colours.mixed(accent, colours.WHITE, LINE),
            colours.legible(own_link or theme.colour("hlink") or accent, grounds))  # fmt: skip

    @classmethod
    def used(cls, sheet: Sheet, theme: Theme) -> Palette:
        """The look of a reference document, as its styles use it."""
        def colour(kind: str, name: str, path: str, of: str = "val") -> str:
            style = sheet.find(kind, name)
            element = sheet.nearest(style, path)
            return str(element.get(f"{W}{of}", "")).upper() if element is not None else ""

        font = theme.font(sheet.nearest(sheet.normal, "rPr/rFonts"))
        return cls(
            font, font, size_of(sheet), colour(PARAGRAPH, "Normal", "rPr/color"),
            colour(PARAGRAPH, "Label", "rPr/color"), colour(PARAGRAPH, "Source", "rPr/color"),
            colour(TABLE, "Aftale Table", "tblStylePr/tcPr/shd", "fill"),
            colour(TABLE, "Aftale Table", "tblPr/tblBorders/insideH", "color"),
            colour(CHARACTER, "Hyperlink", "rPr/color"))  # fmt: skip

    def to(self, other: Palette) -> Mapping[str, str]:
        """The other's colour for each of these."""
        return {self.line: other.line, self.fill: other.fill, self.link: other.link, self.muted: other.muted,
                self.accent: other.accent, self.text: other.text}


def size_of(sheet: Sheet) -> int:
    """The size of the text, in half-points."""
    return int(float(sheet.said(sheet.normal, "rPr/sz") or _USUAL_SIZE))


def _rgb(slot: Any) -> str:
    """The colour of a slot of the theme: its own, or the one that a system had last."""
    own, system = slot.find(f"{_A}srgbClr"), slot.find(f"{_A}sysClr")
    if own is not None:
        return str(own.get("val", "")).upper()
    return str(system.get("lastClr", "")).upper() if system is not None else ""
