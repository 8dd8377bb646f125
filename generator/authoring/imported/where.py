"""Place of a unit: which item of each list it is in, and which names hold for its figures."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from generator.authoring.imported.cheapest import Placed
from generator.authoring.imported.slots import Path, Slot
from generator.authoring.imported.store import Turn
from generator.base.values import replace


class Where(Struct):
    """The items of lists and the names that hold; those that are `settled` stay the same in a cell.

    `weak` is what stands elsewhere too.
    """

    turns: dict[Path, Turn] = field(default_factory=dict)
    names: dict[Path, str] = field(default_factory=dict)
    settled: frozenset[Path] = frozenset()
    visits: dict[Path, object] = field(default_factory=dict)
    weak: bool = False

    def step(self, placed: Placed, slot: Slot) -> None:
        """Go on to the next unit: into a list, or to its next item, in which inner lists begin anew."""
        for path in placed.entered:
            if path not in self.settled:
                self.visits[path] = object()
                self._turn(path)
        again = placed.again
        if again and again not in self.settled:
            for path in dict.fromkeys((again, *placed.beside, *slot.loops)):
                if path in placed.beside or path[: len(again)] == again:
                    self._turn(path)

    def _turn(self, path: Path) -> None:
        self.turns[path] = Turn(self.visits.setdefault(path, object()))

    def below(self, *, weak: bool = False) -> Where:
        """The same for what stands inside, which changes nothing outside."""
        return replace(self, turns=dict(self.turns), names=dict(self.names), visits=dict(self.visits),
                       weak=self.weak or weak)  # fmt: skip

    def in_cell(self, turns: dict[Path, Turn], loops: Iterable[Path]) -> Where:
        """The same for a cell in the loops of its table and row, whose column is an item of these lists."""
        return replace(self.below(), turns=self.turns | turns, settled=self.settled | {*loops, *turns})
