"""Report of what was done for a look, in lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct, field

from generator.authoring.look.names import W, is_on, value
from generator.authoring.look.palette import Palette, Theme
from generator.authoring.look.sheet import CHARACTER, PARAGRAPH, Sheet, kind_of, name_of
from generator.base.language import later, say

_TWIPS = 567
TAKEN, KEPT, MADE = later("taken over:"), later("styles kept:"), later("styles made:")
EDGES, LEFT = later("header and footer:"), later("left behind:")
_ORDER = (TAKEN, KEPT, MADE, EDGES, LEFT)


class Report(Struct):
    """The lines under their headings, in the order that they are told."""

    groups: dict[str, list[str]] = field(default_factory=dict)

    def kept(self, renamed: Sequence[tuple[str, str]]) -> None:
        """Tell the styles with Danish names that are now known by English ones."""
        self._add(KEPT, (say("{old}: is called {new} in the file, as Word does", old=old, new=new)
                         for old, new in renamed))

    def page(self, about: str, left: Iterable[str]) -> None:
        """Tell the paper, and what of the section is left behind."""
        self._add(TAKEN, [about])
        self._add(LEFT, left)

    def styles(self, palette: str, changed: Iterable[str], new: Iterable[str]) -> None:
        """Tell the fonts and colours, what was changed in the template's styles, and which ones were made."""
        self._add(TAKEN, [palette])
        self._add(KEPT, changed)
        self._add(MADE, new)

    def edges(self, added: Iterable[str], dropped: Iterable[str]) -> None:
        """Tell what was done to headers and footers, and what was left behind."""
        self._add(EDGES, added)
        self._add(LEFT, dropped)

    def lines(self) -> tuple[str, ...]:
        """All of it, each heading before its lines."""
        told = ((name, self.groups[name]) for name in _ORDER if self.groups.get(name))
        return tuple(line for name, lines in told for line in (say(name), *(f"  {one}" for one in lines)))

    def _add(self, name: str, lines: Iterable[str]) -> None:
        self.groups.setdefault(name, []).extend(lines)


def about_page(section: Any) -> str:
    """The paper and margins in centimetres."""
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    sides = {side: _cm(margins.get(W + side)) for side in ("top", "right", "bottom", "left")}
    return say(
        "page: {width} by {height} cm, margins top {top}, right {right}, bottom {bottom}, left {left} cm",
        width=_cm(paper.get(f"{W}w")), height=_cm(paper.get(f"{W}h")), **sides,
    )  # fmt: skip


def about_palette(palette: Palette) -> str:
    """The fonts and colours."""
    body = palette.body or say("the default font")
    return say(
        "text: {body} {size} pt, {ink}; headings: {head}, {accent}; small print {muted}, "
        "tables {fill} and {line}",
        body=body, size=_points(palette.size), ink=palette.text, head=palette.head or body,
        accent=palette.accent, muted=palette.muted, fill=palette.fill, line=palette.line,
    )  # fmt: skip


def about_style(style: Any, sheet: Sheet, theme: Theme) -> str:
    """A style that was made, and what it looks like."""
    kind, name = kind_of(style), name_of(style)
    if kind not in (PARAGRAPH, CHARACTER):
        return name
    fonts = sheet.nearest(style, "rPr/rFonts") if kind == PARAGRAPH else style.find(f"{W}rPr/{W}rFonts")
    font, size = theme.font(fonts), sheet.said(style, "rPr/sz")
    colour, base = theme.of(sheet.nearest(style, "rPr/color")), sheet.by_id.get(value(style, "basedOn"))
    looks = [font, f"{_points(int(size))} pt" if size and kind == PARAGRAPH else "",
             say("bold") if is_on(sheet.nearest(style, "rPr/b")) else "", colour]
    look = ", ".join(filter(None, looks)) or say("as the text")
    if base is not None and kind == PARAGRAPH:
        return say("{style}: {look} (after {base})", style=name, look=look, base=name_of(base))
    return f"{name}: {look}"


def _cm(twips: str) -> str:
    return f"{int(twips) / _TWIPS:.1f}".replace(".", ",")


def _points(halves: float) -> str:
    return f"{halves / 2:g}".replace(".", ",")
