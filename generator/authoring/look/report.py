"""Report of what was done for a look, in lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.authoring.look.names import W, is_on, value
from generator.authoring.look.palette import Palette, Theme
from generator.authoring.look.sheet import CHARACTER, PARAGRAPH, Sheet, kind_of, name_of

_TWIPS = 567


@dataclass(slots=True)
class Report:
    """The lines under their headings, in the order that they are told."""

    groups: dict[str, list[str]] = field(default_factory=dict)

    def kept(self, renamed: Sequence[tuple[str, str]]) -> None:
        """Tell the styles with Danish names that are now known by English ones."""
        lines = (f"{old}: is called {new} in the file, as Word does" for old, new in renamed)
        self._add("styles kept", lines)

    def page(self, about: str, left: Iterable[str]) -> None:
        """Tell the paper, and what of the section is left behind."""
        self._add("taken over", [about])
        self._add("left behind", left)

    def styles(self, palette: str, changed: Iterable[str], new: Iterable[str]) -> None:
        """Tell the fonts and colours, what was changed in the template's styles, and which ones were made."""
        self._add("taken over", [palette])
        self._add("styles kept", changed)
        self._add("styles made", new)

    def edges(self, added: Iterable[str], dropped: Iterable[str]) -> None:
        """Tell what was done to headers and footers, and what was left behind."""
        self._add("header and footer", added)
        self._add("left behind", dropped)

    def lines(self) -> tuple[str, ...]:
        """All of it, each heading before its lines."""
        order = ("taken over", "styles kept", "styles made", "header and footer", "left behind")
        told = ((name, self.groups[name]) for name in order if self.groups.get(name))
        return tuple(line for name, lines in told for line in (f"{name}:", *(f"  {one}" for one in lines)))

    def _add(self, name: str, lines: Iterable[str]) -> None:
        self.groups.setdefault(name, []).extend(lines)


def about_page(section: Any) -> str:
    """The paper and margins in centimetres."""
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    sides = ", ".join(f"{side} {_cm(margins.get(W + side))}" for side in ("top", "right", "bottom", "left"))
    return f"page: {_cm(paper.get(f'{W}w'))} by {_cm(paper.get(f'{W}h'))} cm, margins {sides} cm"


def about_palette(palette: Palette) -> str:
    """The fonts and colours."""
    return (f"text: {palette.body or 'the default font'} {palette.size / 2:g} pt, {palette.text}; "
            f"headings: {palette.head or palette.body}, {palette.accent}; "
            f"small print {palette.muted}, tables {palette.fill} and {palette.line}")


def about_style(style: Any, sheet: Sheet, theme: Theme) -> str:
    """A style that was made, and what it looks like."""
    kind, name = kind_of(style), name_of(style)
    if kind not in (PARAGRAPH, CHARACTER):
        return f"{name}: {kind}"
    fonts = sheet.nearest(style, "rPr/rFonts") if kind == PARAGRAPH else style.find(f"{W}rPr/{W}rFonts")
    font, size = theme.font(fonts), sheet.said(style, "rPr/sz")
    colour, base = theme.of(sheet.nearest(style, "rPr/color")), sheet.by_id.get(value(style, "basedOn"))
    looks = [font, f"{int(size) / 2:g} pt" if size and kind == PARAGRAPH else "",
             "bold" if is_on(sheet.nearest(style, "rPr/b")) else "", colour]
    after = f" (after {name_of(base)})" if base is not None and kind == PARAGRAPH else ""
    return f"{name}: {', '.join(one for one in looks if one) or 'as the text'}{after}"


def _cm(twips: str) -> str:
    return f"{int(twips) / _TWIPS:.1f}"
