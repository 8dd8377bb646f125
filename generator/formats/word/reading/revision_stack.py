"""Revisions around what is being read: the mark that follows from all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from generator.document.model import Mark
from generator.formats.word.reading.names import W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PASSED: Final = "passed"
"""Stands for a mark where something came and went again: it is in neither document."""
Standing: TypeAlias = Mark | Literal["passed"] | None

Kind: TypeAlias = Literal["inserted", "deleted", "moved-from", "moved-to"]
KINDS: dict[str, Kind] = {f"{W}ins": "inserted", f"{W}del": "deleted",
                          f"{W}moveFrom": "moved-from", f"{W}moveTo": "moved-to"}
_RANGES: dict[str, tuple[Kind, bool]] = {
    f"{W}moveFromRangeStart": ("moved-from", True), f"{W}moveFromRangeEnd": ("moved-from", False),
    f"{W}moveToRangeStart": ("moved-to", True), f"{W}moveToRangeEnd": ("moved-to", False),
}  # fmt: skip
_UNNAMED: dict[Kind, Kind] = {"moved-from": "deleted", "moved-to": "inserted",
                              "inserted": "inserted", "deleted": "deleted"}


class Moves:
    """The moves whose range has begun and not ended, by the kind of mark that they give."""

    def __init__(self) -> None:
        self._open: dict[tuple[Kind, str], str] = {}

    def stand(self, element: Element) -> None:
        """Note the beginning or the end of a range; any other element is none."""
        kind, begins = _RANGES.get(element.tag, (None, False))
        if kind and begins:
            self._open[kind, element.get(f"{W}id", "")] = element.get(f"{W}name", "")
        elif kind:
            self._open.pop((kind, element.get(f"{W}id", "")), None)

    def name(self, kind: Kind) -> str:
        """The name of the innermost move of the kind, or nothing."""
        return next((name for (of, _), name in reversed(self._open.items()) if of == kind), "")


def mark_of(element: Element, moves: Moves) -> Mark:
    """The mark that a `w:ins` or one of its like gives; a move without a name only came, or went."""
    kind = KINDS[element.tag]
    move = moves.name(kind) if kind in ("moved-from", "moved-to") else ""
    author, date = element.get(f"{W}author", ""), element.get(f"{W}date", "")
    return Mark(kind if move else _UNNAMED[kind], move, author, date)


def inside(outer: Standing, inner: Mark) -> Standing:
    """The mark of what stands within both."""
    if outer is None:
        return inner
    if outer == PASSED or not isinstance(outer, Mark) or outer.is_old != inner.is_old:
        return PASSED
    return outer if outer.move else inner
