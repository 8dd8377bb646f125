"""Units that have found their slots → values at their keys, with the account of every word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.authoring.imported.account import Account, Kept, Left, Why
from generator.authoring.imported.alike import TAKEN, folded, likeness
from generator.authoring.imported.cheapest import Placed, cheapest
from generator.authoring.imported.fit import Fits, columns_of
from generator.authoring.imported.lines import Caught, caught
from generator.authoring.imported.slots import ANY, Hole, Path, Slot, generic
from generator.authoring.imported.store import Store, Turn, Value
from generator.authoring.imported.units import Unit, words_of
from generator.document.model import Block, List, Paragraph, Run
from generator.plan.model.form import Form
from generator.render.typed_again import COMPUTED, typed
from generator.render.typed_prose import prose_of


GAP = re.compile(r"\[[^\[\]]* udfyldes\]")


@dataclass(slots=True)
class Where:
    """The items of lists and the names that hold where a unit stands; those of columns stay."""

    turns: dict[Path, Turn] = field(default_factory=dict)
    names: dict[Path, str] = field(default_factory=dict)
    columns: frozenset[Path] = frozenset()
    visits: dict[Path, object] = field(default_factory=dict)
    weak: bool = False

    def step(self, placed: Placed, slot: Slot) -> None:
        """Go on to the next unit."""
        for path in placed.entered:
            if path not in self.columns:
                self.visits[path] = object()
                self.turns[path] = Turn(self.visits[path])
        if placed.again and placed.again not in self.columns:
            again = placed.again
            self.turns[again] = Turn(self.visits.setdefault(again, object()))
            for path in slot.loops:
                if len(path) > len(again) and path[: len(again)] == again:
                    self.turns[path] = Turn(self.visits.setdefault(path, object()))

    def below(self) -> Where:
        """The same for what stands inside."""
        return Where(dict(self.turns), dict(self.names), self.columns, dict(self.visits), self.weak)


@dataclass(slots=True)
class Placer:
    """Puts the units of one document into the store. `name` is that of its own file."""

    store: Store
    account: Account
    fits: Fits
    form: Form
    document: str
    name: str
    weak: list[tuple[Unit, Slot, Where]] = field(default_factory=list)
    owners: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    _last: str = ""
    _point: bool = False
    _prose: list[Block] = field(default_factory=list)

    def all(self, units: Sequence[Unit], slots: Sequence[Slot]) -> None:
        """Place the units of a document; what says again what stands elsewhere comes last."""
        for unit in units:
            self.account.words += unit.words
        text = [unit for unit in units if not unit.of_contents]
        for unit in units:
            if unit.of_contents:
                self.account.enter(unit, Counter())
        _, placed = cheapest(text, slots, self.fits.of)
        self._run(text, placed, slots, Where())
        for unit, slot, where in self.weak:
            self._table(unit, slot, where) if slot.what == "table" else self._leaf(unit, slot, where)

    def _is_said(self, slot: Slot) -> bool:
        """Tell whether what a slot of the summary prints has been found elsewhere."""
        return any(not hole.computed and self.store.has(self._path(hole, whole=True)) for hole in slot.holes())

    def _run(self, units: Sequence[Unit], placed: Sequence[Placed], slots: Sequence[Slot], where: Where) -> None:
        before = None
        for unit, one in zip(units, placed, strict=True):
            if is_gap(unit.line):
                self.account.enter(unit, Counter())
            elif one.slot is None:
                self.leave(unit, Why.NO_PLACE)
            else:
                slot = slots[one.slot]
                where.step(one, slot)
                if slot.weak and not where.weak:
                    self.weak.append((unit, slot, replace(where.below(), weak=True)))
                elif slot.what == "table":
                    self._table(unit, slot, where.below())
                else:
                    self._leaf(unit, slot, where, more=before is slot and one.again is None)
                before = slot
            self._point = unit.point
            self._last = unit.line[-80:] if not unit.rows else self._last

    def _table(self, unit: Unit, slot: Slot, where: Where) -> None:
        rows = [cell[0] for cell in slot.cells]
        found, columns = self.fits.table(unit, slot), columns_of(unit, rows)
        assert found
        assert columns is not None
        turns: dict[int, dict[Path, Turn]] = {}
        visit = object()
        for row, one in zip(unit.rows, found[1], strict=True):
            if one.slot is None:
                for inner in (inner for cell in row for inner in cell):
                    self.leave(inner, Why.NO_PLACE, unit.heading)
                continue
            line = rows[one.slot]
            where.step(one, line)
            here = where.below()
            self._names(row, line, columns, here)
            for number, cell in enumerate(row):
                self._cell(cell, line, columns[number] if number < len(columns) else None, here,
                           turns.setdefault(number, {}), visit)  # fmt: skip

    def _cell(self, cell: Sequence[Unit], row: Slot, column: int | None, where: Where,
              turns: dict[Path, Turn], visit: object) -> None:  # fmt: skip
        slots = row.cells[column] if column is not None and column < len(row.cells) else ()
        own = {path for slot in slots for path in slot.loops if path in _of_columns(slots)}
        for path in own:
            turns.setdefault(path, Turn(visit))
        here = where.below()
        here.turns |= turns
        here.columns = frozenset(own)
        _, placed = cheapest(cell, slots, self.fits.of, 1.0) if slots else (0, [Placed(None)] * len(cell))
        self._run(cell, placed, slots, here)

    def _names(self, row: Sequence[Sequence[Unit]], slot: Slot, columns: Sequence[int | None],
               where: Where) -> None:  # fmt: skip
        """Learn the names that the row has for keys that the writer chose."""
        for cell, column in zip(row, columns, strict=False):
            for one in slot.cells[column] if column is not None and column < len(slot.cells) else ():
                if len(cell) == 1 and len(one.pieces) == 1 and isinstance(one.pieces[0], Hole) \
                        and one.pieces[0].is_name:
                    where.names[self._path(one.pieces[0], whole=True)] = cell[0].line

    def _path(self, hole: Hole, whole: bool = False) -> Path:
        path = (hole.file or self.name, *hole.path)
        return generic(path) if whole else path

    def _leaf(self, unit: Unit, slot: Slot, where: Where, more: bool = False) -> None:
        """Place a paragraph or a point."""
        if slot.what == "fixed":
            self._fixed(unit, slot)
            return
        if where.weak and self._is_said(slot):
            self.leave(unit, Why.COMPUTED)
            return
        got = list(self._caught(unit, slot))
        words: Counter[str] = Counter()
        for one in got:
            words += words_of(one.text)
        if not self.account.enter(unit, words):
            self.leave(unit, Why.NO_PLACE)
            return
        names = {(self._path(one.hole, whole=True), one.turn): one.text for one in got if one.hole.is_name}
        series: dict[tuple[Path, int], Turn] = {}
        visit = object()
        for one in got:
            self._value(unit, one, where, names, series, visit, more)

    def _fixed(self, unit: Unit, slot: Slot) -> None:
        alike = likeness(unit.plain, folded(slot.text))
        if alike < TAKEN and not unit.level:
            self.leave(unit, Why.OTHER_WORDS, instead=slot.text)
            return
        if alike < 1:
            self.account.reworded.append((unit.line, slot.text))
        self.account.enter(unit, Counter())

    def _caught(self, unit: Unit, slot: Slot) -> Iterator[Caught]:
        """What stands in the places of the slot."""
        if slot.what == "line":
            yield from caught(slot.pieces, unit.line) or ()
            return
        hole = next(iter(slot.holes()))
        if slot.what == "item":
            yield Caught(hole, unit.line)
            return
        label = folded(slot.text) if len(slot.pieces) > 1 else ""
        blocks = list(unit.blocks)
        if label and unit.plain.startswith(label) and isinstance(blocks[0], Paragraph):
            blocks = [_without(blocks[0], len(label))]
        self._prose = blocks
        yield Caught(hole, "\n".join(_text(block) for block in blocks))

    def _value(self, unit: Unit, one: Caught, where: Where, names: dict[tuple[Path, int | None], str],
               series: dict[tuple[Path, int], Turn], visit: object, more: bool) -> None:  # fmt: skip
        hole = one.hole
        key = self._path(hole)
        if hole.is_name:
            self.account.kept.append(Kept(one.text, (), self.document))
            return
        if hole.computed or COMPUTED & {*hole.filters}:
            self.leave(unit, Why.COMPUTED, text=one.text)
            return
        if hole.path[-1:] == ("ejer",) and unit_names(names):
            self.owners.append((one.text, unit_names(names)))
            self.leave(unit, Why.COMPUTED, text=one.text)
            return
        if not one.text.strip(" –-") or is_gap(one.text):
            self.account.form += words_of(one.text)
            return
        turns = {(path[0] or self.name, *path[1:]): turn for path, turn in where.turns.items()}
        known = dict(where.names)
        known |= {path: name for (path, turn), name in names.items() if turn == one.turn}
        if one.turn is not None:
            loop = generic(next((key[:at] for at, step in enumerate(key) if step == ANY), ()))
            if loop:
                turns[loop] = series.setdefault((loop, one.turn), Turn(visit))
        text = self._typed(one)
        put = self.store.put(key, Value(text, self.document), turns, known, more, tight=more and unit.point and self._point)
        if put.other is None:
            self.account.kept.append(Kept(one.text, put.path, self.document))
        else:
            self.leave(unit, Why.CONTRADICTS, text=one.text, key=put.path, instead=put.other.typed)

    def _typed(self, one: Caught) -> str:
        if "område" in one.hole.filters:
            said = folded(one.text)
            return next((area.nøgle for area in self.form.indsatsområder if folded(area.navn) == said), one.text)
        if "prosa" in one.hole.filters:
            return prose_of(self._prose) if self._prose else one.text
        return typed(" ".join(one.text.split()), one.hole.filters, "")

    def leave(self, unit: Unit, why: Why, heading: str = "", *, text: str = "", key: Path = (),
              instead: str = "") -> None:  # fmt: skip
        """Leave a unit over, or a part of it; of a table its texts one by one."""
        if unit.rows:
            for inner in (inner for row in unit.rows for cell in row for inner in cell):
                self.leave(inner, why, unit.heading)
            return
        text = text or unit.text
        whole = unit.line if text != unit.text else ""
        self.account.left.append(
            Left(text, self.document, heading or unit.heading, self._last, why, key, instead, whole))


def is_gap(text: str) -> bool:
    """Tell whether the text stands for one that a draft lacks."""
    return GAP.fullmatch(text.strip()) is not None


def unit_names(names: Mapping[tuple[Path, int | None], str]) -> tuple[str, ...]:
    """The names of areas in one line."""
    return tuple(names.values())


def _of_columns(slots: Sequence[Slot]) -> set[Path]:
    return {path for slot in slots for path in slot.loops}


def _text(block: Block) -> str:
    if isinstance(block, List):
        return "\n".join(_text(inner) for item in block.items for inner in item.blocks)
    return "".join(one.text if isinstance(one, Run) else "\n" for one in getattr(block, "content", ()))


def _without(block: Paragraph, count: int) -> Paragraph:
    """The paragraph without its label, and the colon and space after that."""
    from generator.authoring.imported.units import cut

    text = _text(block)
    while count < len(text) and (text[count] in ":." or text[count].isspace()):
        count += 1
    return Paragraph(cut(block.content, count), block.style)
