"""Values that were found for the keys of a plan: each value once, and what contradicts it beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import Struct, field

from generator.authoring.imported.alike import TAKEN, folded, likeness
from generator.authoring.imported.prose import prose_and
from generator.authoring.imported.short import is_short
from generator.authoring.imported.slots import ANY, Path, generic
from generator.authoring.imported.trees import tree_of
from generator.document.model import Block
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.base import samme

AREAS, PARTIES = (HELHEDSPLAN.name, "boligområder"), (HELHEDSPLAN.name, "parter")
Names = Mapping[Path, str]


class Turn(Struct, eq=False):
    """One item of a list, in one place where the list is printed; `visit` is that place."""

    visit: object
    index: dict[Path, int] = field(default_factory=dict)


Turns = Mapping[Path, Turn]


class Fixed(int):
    """A place in a list that is settled."""


class Value(NamedTuple):
    """A value as it is typed, and the document that has it; prose has the blocks that it was read from."""

    typed: str
    document: str
    blocks: tuple[Block, ...] = ()


class Found(NamedTuple):
    """Fate of a value that was put in: the path that it has now, or what stands there and is another."""

    path: Path
    other: Value | None = None


class Store(Struct):
    """Values by their file and path. A path begins with the name of its file.

    `order` has the items of a list in the order in which a summary names them all.
    """

    values: dict[Path, Value] = field(default_factory=dict)
    order: dict[Path, list[int]] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    """The files of each kind, by its name: a list whose items are files."""
    extended_to: str = ""
    """The last day of a plan that was extended, folded."""
    _claimed: dict[tuple[Path, object], list[int]] = field(default_factory=dict)
    _alone: dict[Path, Turn] = field(default_factory=dict)
    _counts: dict[Path, int] = field(default_factory=dict)
    _visits: dict[str, object] = field(default_factory=dict)
    _of_summary: dict[Path, str] = field(default_factory=dict)
    """Lists that a summary has begun, with its document; none for one that others have."""

    def put(self, path: Path, value: Value, turns: Turns, names: Names, *, more: bool = False,
            weak: bool = False) -> Found | None:  # fmt: skip
        """Put a value at a path, whose places in lists are found out; `more` adds prose to what is there.

        One that is `weak` is said elsewhere too: it begins no new item of a list that others have, and None
        is returned for it.
        """
        at = self._resolved(path, value, turns, names, weak=weak)
        if at is None:
            return None
        there = self.values.get(at)
        goes_on = more or (there is not None and there.blocks and value.blocks)
        if there is None:
            self.values[at] = value
        elif goes_on and there.document == value.document and (more or not _says(there, value)):
            self.values[at] = _longer(there, value)
        elif not _says(there, value):
            return Found(at, there)
        return Found(at)

    def meet(self, path: Path, value: Value, turns: Turns) -> None:
        """Have the turn be of the item that says the value, where there is one."""
        loop = path[: max((at for at, step in enumerate(path) if isinstance(step, int)), default=0)]
        turn, rest = turns.get(generic(loop)), path[len(loop) + 1 :]
        if turn and ANY not in generic(loop):
            says = [n for n in range(self._counts.get(loop, 0))
                    if self._is_item((*loop, n), rest, value.typed)]  # fmt: skip
            if says and turn.index.get(loop) not in says:
                claimed = self._claimed.setdefault((loop, turn.visit), [])
                turn.index[loop] = next((n for n in says if n not in claimed), says[0])
                claimed.append(turn.index[loop])

    def _visit(self, document: str) -> object:
        """The visit of all that a document prints outside of lists."""
        return self._visits.setdefault(document, object())

    def _resolved(self, path: Path, value: Value, turns: Turns, names: Names, *, weak: bool) -> Path | None:
        done: Path = ()
        for at, step in enumerate(path):
            if isinstance(step, Fixed) or (not isinstance(step, int) and step != ANY):
                done = (*done, step)
                continue
            loop = generic(path[:at])
            if name := names.get((*loop, ANY)):
                done = (*done, name)
                continue
            alone = (value.document, step, *loop)
            turn = turns.get(loop) or self._alone.setdefault(alone, Turn(self._visit(value.document)))
            if done not in turn.index:
                number = self._index(done, path[at + 1 :], value, turn.visit, weak=weak)
                if number is None:
                    return None
                turn.index[done] = number
            done = self._item(done, turn.index[done])
        return done

    def _item(self, below: Path, number: int) -> Path:
        """The path of an item of a list; that of a file is its own."""
        return (self.files[str(below[0])][number],) if self._is_of_files(below) else (*below, number)

    def _is_of_files(self, below: Path) -> bool:
        return len(below) == 1 and below[0] in self.files

    def _file(self, kind: str, rest: Path, value: Value) -> int | None:
        """The number of the file that says the value; a new one where that is the key of its name."""
        known = self.files[kind]
        want = generic(rest)
        for number, file in enumerate(known):
            if any(path[0] == file and generic(path[1:]) == want and samme(there.typed) == samme(value.typed)
                   for path, there in self.values.items()):  # fmt: skip
                return number
        begins = self._of_summary.setdefault((kind,), "" if known else value.document)
        if len(rest) > 1 or begins != value.document:
            return None
        known.append(f"#{kind}{len(known)}")
        return len(known) - 1

    def _index(self, below: Path, rest: Path, value: Value, visit: object, *, weak: bool) -> int | None:
        """The number of the item: of one that says the same elsewhere, else of a new one."""
        if self._is_of_files(below):
            return self._file(str(below[0]), rest, value)
        text, document, _ = value
        count = self._counts.get(below, 0)
        claimed = self._claimed.setdefault((below, visit), [])
        names = len(rest) == 1 or any(map(str.isalpha, text))
        plain = names and all(isinstance(step, str) and step != ANY for step in rest)
        free = [number for number in range(count if plain else 0) if number not in claimed]
        number = next((one for one in free if self._is_item((*below, one), rest, text)), None)
        if number is None:
            if weak and self._of_summary.setdefault(below, "" if count else document) != document:
                return None
            number = count
            self._counts[below] = count + 1
        claimed.append(number)
        if weak and sorted(claimed) == [*range(self._counts[below])]:
            self.order.setdefault(below, [*claimed])
        return number

    def _is_item(self, item: Path, rest: Path, text: str) -> bool:
        """Tell whether the text is what the item says there, or another name of it."""
        there = self.values.get((*item, *rest))
        if there and samme(there.typed) == samme(text):
            return True
        full, short = self.values.get((*item, "navn")), self.values.get((*item, "kortnavn"))
        if rest == ("kortnavn",):
            return full is not None and is_short(samme(text), samme(full.typed))
        return rest == ("navn",) and short is not None and samme(short.typed) == samme(text)

    def other_name(self, below: Path, text: str) -> int | None:
        """The number of the item that goes by a name much like the text; None where one goes by just that."""
        names = {number: value.typed for number in range(self._counts.get(below, 0))
                 if (value := self.values.get((*below, number, "navn")))}  # fmt: skip
        if any(samme(name) == samme(text) for name in names.values()):
            return None
        likely = [number for number, name in names.items() if samme(text).startswith(samme(name))
                  or likeness(folded(name), folded(text)) >= TAKEN]  # fmt: skip
        return likely[0] if len(likely) == 1 else None

    def number_signers(self, signers: Sequence[int | str], document: str) -> None:
        """Put the number of each who signs, where they do in another order than the parties stand in."""
        listed: list[int | str] = [*self.order.get(PARTIES, ())]
        places = listed or [*dict.fromkeys(path[2] for path in self.values if path[:2] == PARTIES)]
        in_order = sorted(signers, key=lambda one: places.index(one) if one in places else len(places))
        if in_order != [*signers]:
            for number, place in enumerate(signers, start=1):
                self.values[(*PARTIES, place, "underskrift", "nummer")] = Value(str(number), document)

    def is_area(self, text: str) -> bool | None:
        """Tell whether an area goes by that name; None while no areas are known."""
        names = {samme(value.typed) for path, value in self.values.items()
                 if path[:2] == AREAS and len(path) == 4 and path[3] in ("navn", "kortnavn")}  # fmt: skip
        return samme(text) in names if names else None

    def tree(self, file: str) -> dict[str, Any]:
        """The values of a file as keys and lists; items that hold nothing are left out."""
        return tree_of({path: value.typed for path, value in self.values.items() if path[0] == file},
                       self.order, file)  # fmt: skip

    def says(self, key: Path, text: str) -> bool:
        """Tell whether an item of a list has that text at the key."""
        return any(samme(value.typed) == samme(text) for path, value in self.values.items()
                   if generic(path) == key)  # fmt: skip


def _says(there: Value, value: Value) -> bool:
    """Tell whether both say the same."""
    return samme(there.typed) == samme(value.typed)


def _longer(there: Value, more: Value) -> Value:
    """The value with more prose after it."""
    if not there.blocks or not more.blocks:
        return there._replace(typed=f"{there.typed}\n\n{more.typed}")
    blocks, text = prose_and(there.blocks, more.blocks)
    return Value(text, there.document, blocks)
