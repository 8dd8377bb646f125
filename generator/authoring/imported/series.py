"""Items of lists and names that hold for the values of one line."""

from __future__ import annotations

from msgspec import Struct, field

from generator.authoring.imported.lines import Caught
from generator.authoring.imported.slots import ANY, Path, generic
from generator.authoring.imported.store import Turn
from generator.authoring.imported.where import Where


class Series(Struct):
    """The items of what one line prints again and again, and their names."""

    where: Where
    names: list[tuple[Path, Caught]]
    visit: object = field(default_factory=object)
    _turns: dict[tuple[Path, int], Turn] = field(default_factory=dict)

    def of(self, turn: int | None) -> dict[Path, str]:
        """The names that hold for an item."""
        return self.where.names | {path: one.text for path, one in self.names if one.turn == turn}

    def all_names(self) -> tuple[str, ...]:
        return tuple(one.text for _, one in self.names)

    def turns(self, key: Path, turn: int | None, name: str) -> dict[Path, Turn]:
        """The items of lists that a value is in; lists of the document's own file have its name."""
        found = {(path[0] or name, *path[1:]): one for path, one in self.where.turns.items()}
        if turn is not None and ANY in key:
            loop = generic(key[: key.index(ANY)])
            found[loop] = self._turns.setdefault((loop, turn), Turn(self.visit))
        return found
