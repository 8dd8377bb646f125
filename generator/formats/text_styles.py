"""Styles as values: all that has to be known to tell what room a text takes.

A writer's reference fills them in; whoever measures knows no file that they come from.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.base.values import replace
from generator.formats.fonts import Font, Metrics, metrics


class TextStyle(Struct, frozen=True):
    """A paragraph style, as far as it says how text is set; lengths in twips (20 to a point).

    `lines` is the height of a line, with 1 for a line set solid, `least` and `exact` in twips where they
    are given. `joined` paragraphs of the same style have no room between them. `capitals` are small letters
    printed as large ones.
    """

    font: Font
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    lines: float = 1.0
    least: int = 0
    exact: int = 0
    joined: bool = False
    capitals: bool = False

    @property
    def line(self) -> float:
        """The height of a line in twips."""
        return self.exact or max(self.least, self.lines * metrics(self.font).line)


class CharacterStyle(Struct, frozen=True):
    """The parts of a font that a character style says; None for what stays as it is around it."""

    family: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None

    def on(self, font: Font) -> Font:
        """The font with all that the style says."""
        return Font(self.family or font.family, self.size or font.size,
                    font.bold if self.bold is None else self.bold,
                    font.italic if self.italic is None else self.italic)


class CellRoom(Struct, frozen=True):
    """The room between the text of a cell and its edges, in twips."""

    left: int = 108
    right: int = 108
    top: int = 0
    bottom: int = 0


class TextStyles(Struct, frozen=True):
    """The styles of a reference: those that a block has by itself, and all by name.

    `items` and `cell_items` have a style for each level of a list, with its indent; `character` and `tables`
    are those styles by name, `table` the one that a table has by itself.
    """

    by_name: Mapping[str, TextStyle]
    body: TextStyle
    headings: tuple[TextStyle, ...]
    caption: TextStyle
    items: tuple[TextStyle, ...]
    cell: TextStyle
    cell_head: TextStyle
    cell_items: tuple[TextStyle, ...]
    character: Mapping[str, CharacterStyle] = field(default_factory=dict)
    tables: Mapping[str, CellRoom] = field(default_factory=dict)
    table: CellRoom = field(default_factory=CellRoom)

    def named(self, name: str | None, usual: TextStyle) -> TextStyle:
        """The style of that name; the usual one for none, and for one that the writer complains of."""
        return self.by_name.get(name, usual) if name else usual

    def room_in(self, table_style: str | None) -> CellRoom:
        """The room around the text of a cell in a table of that style."""
        return self.tables.get(table_style, self.table) if table_style else self.table

    def font_of(self, style: TextStyle, bold: bool, italic: bool, character: str | None) -> Metrics:
        """The measures of a run in a paragraph of the style."""
        font = style.font
        change = self.character.get(character) if character else None
        if change:
            font = change.on(font)
        if (bold and not font.bold) or (italic and not font.italic):
            font = replace(font, bold=bold or font.bold, italic=italic or font.italic)
        return metrics(font)
