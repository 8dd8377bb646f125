"""Slots of a form: its own text and the places for what a writer says, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from generator.base.values import EqualBut
from generator.plan.model.shape import Choice, OneShape
from generator.plan.source.tree import KeyPath

ANY = "*"
"""Stands in a path for a place in a list, and for a key that the writer chooses."""

Path = KeyPath


class Hole(EqualBut, frozen=True):
    """A place for a value: the file and the path of its key, and the filters that print it.

    One that is `computed` has no key; `is_name` where the key itself is printed. `shapes` are those of its
    value, `words` those of which it is one. For the words of the form that stand in one that `means`
    something, that is typed.
    """

    aside = ("shapes",)
    path: Path
    file: str = ""
    filters: tuple[str, ...] = ()
    is_name: bool = False
    computed: bool = False
    shapes: tuple[OneShape, ...] = ()
    words: tuple[str, ...] = ()
    means: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """The hole without its places in lists."""
        return self.file, generic(self.path), self.is_name, self.computed


class Series(Struct, frozen=True):
    """Items that are printed again and again in one line, with commas between."""

    body: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words and signs of the form in it."""
        return "".join(piece for piece in self.body if isinstance(piece, str))


class Either(Struct, frozen=True):
    """One of some texts of the form, or none; what follows it is there only with it."""

    texts: tuple[str, ...]


Piece = str | Hole | Series | Either
What = Literal["fixed", "line", "prose", "item", "table", "row", "column"]


class Slot(Struct, frozen=True):
    """A place of the form for a paragraph or a table; `level` is that of a heading, `loops` what repeats it.

    A table has its rows as `cells` of one slot each, a row its cells; `head` is a row of headings. One
    that is `weak` says what stands elsewhere too, one that is `optional` is not printed in every plan.
    The loops of the cells of a row that goes `across` are those of its columns. One that `follows` stands
    right after the label before it, and nowhere else; `sign` is a field of what a party signs. A row that
    is a `view` is of an item that stands elsewhere. The texts of one that has a `twin` are also those of
    that. One that `begins` an item is its name alone. One that `is_point` takes nothing but points, and
    one that `is_title` whatever begins with it. A line has `ways` in which it may be put too.
    """

    what: What
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    loops: tuple[Path, ...] = ()
    cells: tuple[tuple[Slot, ...], ...] = ()
    head: bool = False
    weak: bool = False
    label: bool = False
    optional: bool = False
    across: bool = False
    follows: bool = False
    sign: str = ""
    view: bool = False
    twin: Slot | None = None
    begins: bool = False
    is_point: bool = False
    is_title: bool = False
    ways: tuple[Slot, ...] = ()

    @property
    def text(self) -> str:
        """The words of the form in it."""
        return " ".join("".join(piece if isinstance(piece, str) else " " for piece in self.pieces).split())

    @property
    def key(self) -> tuple[object, ...]:
        """Mark of the same slot as another, whichever item of a list it was printed for."""
        if self.what == "table":
            rows = [cell[0] for cell in self.cells]
            heads = (row.key for row in rows if row.head or (row.labels and not self.weak))
            return "table", self.loops, *heads
        if self.what == "row":
            return "row", len(self.cells), self.labels or self._list, *self._columns
        return self.what, self.level, self.sign, tuple(map(_key, self.pieces))

    @property
    def goes_on(self) -> bool:
        """Tell whether several paragraphs can stand in it: prose, or what is printed a line each owner."""
        return self.what == "prose" or any(isinstance(piece, Series) for piece in self.pieces)

    @property
    def labels(self) -> tuple[str, ...]:
        """The words of the form in a row that has any."""
        inner = (slot for cell in self.cells for slot in cell) if self.what == "row" else ()
        return tuple(slot.text for slot in inner if slot.what == "fixed")

    @property
    def _columns(self) -> Iterator[object]:
        """The keys of what a row of headings prints that is no word of the form."""
        return (hole.key for hole in self.holes() if self.head and not hole.computed)

    @property
    def _list(self) -> tuple[object, ...] | None:
        """The list that a row is an item of, else the key of its first hole."""
        first = next(self.holes(), None)
        if first is None:
            return None
        path = generic(first.path)
        at = max((n for n, step in enumerate(path) if step == ANY), default=None)
        return first.key if at is None or first.is_name else (first.file, path[: at + 1])

    def holes(self) -> Iterator[Hole]:
        """Every hole in it, those in its cells too."""
        yield from holes_of(self.pieces)
        for cell in self.cells:
            for slot in cell:
                yield from slot.holes()


def words_of_shapes(shapes: Iterable[OneShape]) -> tuple[str, ...]:
    """The words of which a value of these shapes is one; none where it may be another."""
    found = [*shapes]
    return tuple(word for shape in found if isinstance(shape, Choice) for word in shape.words) if all(
        isinstance(shape, Choice) for shape in found) else ()  # fmt: skip


def holes_of(pieces: tuple[Piece, ...]) -> Iterator[Hole]:
    """The holes of a line."""
    for piece in pieces:
        if isinstance(piece, Hole):
            yield piece
        elif isinstance(piece, Series):
            yield from holes_of(piece.body)


def generic(path: Path) -> Path:
    """The path with a sign for each place in a list."""
    return tuple(ANY if isinstance(step, int) else step for step in path)


def _key(piece: Piece) -> object:
    if isinstance(piece, str):
        return " ".join(piece.split())
    if isinstance(piece, Either):
        return piece.texts
    return piece.key if isinstance(piece, Hole) else tuple(map(_key, piece.body))
