"""All that is gathered while the text of a document is read, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct, field

from generator.formats.word.reading.names import W, plain
from generator.formats.word.reading.numbering import Numbering
from generator.formats.word.reading.package import Package
from generator.formats.word.reading.revision_stack import Moves
from generator.formats.word.reading.styles import Styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TEXTS = frozenset((f"{W}p", f"{W}r", f"{W}t", f"{W}delText"))
What: TypeAlias = Literal[
    "picture", "text box", "object", "equation", "footnote", "endnote", "nested table", "hidden text",
    "came and went", "tracked cell", "signature field", "misplaced text", "legend", "highlight",
    "struck through"]
"""Things that a Document has no place for."""


class Told(Struct, frozen=True):
    """A thing that the Document does not hold: its words, and where it stands.

    `paragraph` is the number of its paragraph, `heading` the one above it, `around` the words beside it.
    """

    what: What
    text: str
    heading: str
    around: str
    paragraph: int


class TablePlace(Struct, frozen=True):
    """A place in a table: the number of the table, of the row and of the column in the grid, from 1."""

    table: int
    row: int
    column: int


class Seen(Struct, frozen=True):
    """A paragraph as it stands in the file; `number` counts all of the document, from 1.

    `style` is the name that the file has, `numbering` what is printed before the text (`2.`, `•`), `level`
    that of a heading (0 for none). `bold` says that every word is. `text` is what stands when all revisions
    are accepted.
    """

    number: int
    style: str
    numbering: str
    level: int
    bold: bool
    text: str
    place: TablePlace | None = None


class Spot(Struct, frozen=True):
    """A place between two letters: the number of a paragraph, and how many letters of `Seen.text` precede."""

    paragraph: int
    letters: int


class Range(Struct):
    """The beginning and the end of a comment, as far as they have been read."""

    start: Spot | None = None
    end: Spot | None = None


class Story(Struct):
    """The document that is being read: its parts, and what has been met in it so far."""

    package: Package
    styles: Styles
    numbering: Numbering
    moves: Moves = field(default_factory=Moves)
    told: list[tuple[What, str, int]] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    ranges: dict[str, Range] = field(default_factory=dict)
    anchors: list[str] = field(default_factory=list)  # bookmarks between paragraphs, for the next one
    tables: int = 0
    place: TablePlace | None = None
    started: list[int] = field(default_factory=list)

    def begin(self) -> int:
        """The number of the paragraph that is now read."""
        self.started.append(len(self.started) + 1)
        return len(self.started)

    def tell(self, what: What, text: str, paragraph: int) -> None:
        """Note what the Document does not hold."""
        self.told.append((what, " ".join(text.split()), paragraph))

    def tell_if(self, what: What, text: str, paragraph: int) -> None:
        """Note the words that the Document does not hold, if there are any."""
        if text.strip():
            self.tell(what, text, paragraph)

    def strays(self, element: Element) -> bool:
        """Note the words of text that stands where none can; tell whether it does."""
        if element.tag not in _TEXTS:
            return False
        self.tell_if("misplaced text", plain(element), len(self.started))
        return True

    def address(self, ident: str) -> str:
        """The address outside of the document that a link leads to, or nothing."""
        relation = self.package.relations.get(ident)
        return relation.target if relation and relation.outside else ""
