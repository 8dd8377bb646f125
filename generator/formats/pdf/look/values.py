"""Facts of styles as values: lengths in points, colours as six digits, lines as a share or a height."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from generator.formats.pdf.look.facts import Facts, StyleFacts, TabStop

TWIPS = 20
_OFF = {"0", "false", "off", "none", "nil"}
_BORDER_EIGHTHS = 8
Align = Literal["left", "right", "center", "justify"]
_ALIGNS: Mapping[str, Align] = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "justify", "distribute": "justify",
}  # fmt: skip


class TextLook(Struct, frozen=True):
    """The look of text, as far as a style says it: None, or nothing, for what stays as it is around it.

    `font` is the name that the reference document has for it, `size` in points.
    """

    font: str = ""
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    color: str = ""
    fill: str = ""
    tracking: float | None = None
    underline: bool = False
    strike: bool = False
    capitals: bool = False

    @classmethod
    def of(cls, run: Facts, theme: Mapping[str, str]) -> TextLook:
        """The look that a style's facts about its text make; `theme` names the fonts of the theme."""
        themed = theme.get(run.get("rFonts.asciiTheme", ""), "")
        return cls(
            font=themed or run.get("rFonts.ascii") or run.get("rFonts.hAnsi") or "",
            size=float(run["sz"]) / 2 if "sz" in run else None,
            bold=is_on(run, "b") if "b" in run else None,
            italic=is_on(run, "i") if "i" in run else None,
            color=_color(run.get("color", "")),
            fill=_color(run.get("shd.fill", "")),
            tracking=points(run["spacing"]) if "spacing" in run else None,
            underline=is_on(run, "u"),
            strike=is_on(run, "strike"),
            capitals=is_on(run, "caps"),
        )


class ParagraphLook(Struct, frozen=True):
    """The look of a paragraph: lengths in points, `line` a share of the font's own line unless `exact`.

    `first` is how much further right the first line begins; less than nothing where it hangs out.
    """

    style: str
    text: TextLook
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    exact: bool = False
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    align: Align = "left"
    fill: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    tabs: tuple[TabStop, ...] = ()

    @classmethod
    def of(cls, style: str, facts: StyleFacts, theme: Mapping[str, str]) -> ParagraphLook:
        """The look that the facts of a paragraph style make."""
        said, ruled = facts.paragraph, facts.paragraph.get("spacing.lineRule", "auto") != "auto"
        line = float(said.get("spacing.line", "240"))
        return cls(
            style,
            TextLook.of(facts.run, theme),
            before=points(said.get("spacing.before", "0")),
            after=points(said.get("spacing.after", "0")),
            line=line / TWIPS if ruled else line / 240,
            exact=ruled,
            left=points(said.get("ind.left") or said.get("ind.start") or "0"),
            right=points(said.get("ind.right") or said.get("ind.end") or "0"),
            first=points(said.get("ind.firstLine", "0")) - points(said.get("ind.hanging", "0")),
            align=_ALIGNS.get(said.get("jc", "left"), "left"),
            fill=_color(said.get("shd.fill", "")),
            keep_next=is_on(said, "keepNext"),
            keep_lines=is_on(said, "keepLines"),
            contextual=is_on(said, "contextualSpacing"),
            tabs=facts.tabs,
        )


class Border(Struct, frozen=True):
    """A rule along an edge: its thickness in points and its colour."""

    width: float
    color: str

    @classmethod
    def of(cls, facts: Facts, name: str) -> Border | None:
        """The border of that name; None where there is none."""
        if facts.get(name, "nil") in _OFF:
            return None
        return cls(float(facts.get(f"{name}.sz", "4")) / _BORDER_EIGHTHS,
                   _color(facts.get(f"{name}.color", "")) or "000000")


class CellLook(Struct, frozen=True):
    """The look of a row's or a column's cells where it is another than that of the table."""

    above: Border | None = None
    below: Border | None = None
    fill: str = ""
    vertical: str = "top"

    @classmethod
    def of(cls, facts: StyleFacts) -> CellLook:
        """The look that the facts of a part of a table style make."""
        cell = facts.cell
        return cls(Border.of(cell, "tcBorders.top"), Border.of(cell, "tcBorders.bottom"),
                   _color(cell.get("shd.fill", "")), cell.get("vAlign", "top"))


class TableLook(Struct, frozen=True):
    """The rules of a table, the colour of its cells, and the room around the text in them, in points.

    `room` is that at the top, on the left, at the bottom and on the right.
    """

    borders: Mapping[str, Border | None]
    room: tuple[float, float, float, float]
    fill: str
    first_row: CellLook

    @classmethod
    def of(cls, facts: StyleFacts) -> TableLook:
        """The look that the facts of a table style make."""
        said, parts = facts.table, facts.parts
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        borders = {edge: Border.of(said, f"tblBorders.{edge}") for edge in edges}
        room = [points(said.get(f"tblCellMar.{edge}.w", "0")) for edge in edges[:4]]
        return cls(borders, (room[0], room[1], room[2], room[3]), _color(facts.cell.get("shd.fill", "")),
                   CellLook.of(parts.get("firstRow", StyleFacts())))


def points(twips: str) -> float:
    """The twips of an attribute as points."""
    return float(twips) / TWIPS


def is_on(facts: Facts, name: str) -> bool:
    """Tell whether a property that is on or off is there, and on."""
    return facts.get(name, "0") not in _OFF


def _color(value: str) -> str:
    """Six digits, or nothing for a colour that is left to the reader."""
    return "" if value == "auto" else value.upper()
