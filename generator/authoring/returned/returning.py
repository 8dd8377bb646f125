"""Cells that were typed over → edits, what they change, and what cannot come back, each with its reason."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from generator.authoring.edits import Add, Conflict, Edit, Refused, Remove, Set, both, edited
from generator.authoring.edits.judging import new_faults
from generator.authoring.edits.standing import data_of
from generator.authoring.returned.lines import paths_of_rows
from generator.base import danish
from generator.base.language import say
from generator.formats.sheet.layout import FIGURE, FIXED, FORMULA, LINE, Remembered
from generator.formats.sheet.reader import Read, Typed
from generator.plan.model.load import key_path
from generator.plan.model.numerals import prefixed, read_number, split_reservation
from generator.plan.model.record import Model
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

DECIMALS = 4
"""Most decimals that a computed figure is taken over with."""


class Change(Struct, frozen=True):
    """Value that comes back: the cell, the key, and the texts before and after, empty where there is none."""

    place: str
    key: str
    old: str
    new: str


class Kept(Struct, frozen=True):
    """Something that was typed and does not come back, and why."""

    place: str
    why: str


class Returned(Struct, frozen=True):
    """Changes that a spreadsheet makes in the YAML, and what of it cannot come back."""

    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    kept: tuple[Kept, ...]


def returned(found: Read, text: str, model: type[Model]) -> Returned:
    """Compare the workbook with what it was made of and with the YAML text as it is now. Raises Rejected."""
    return _Returning(found, text, model).all()


class _Returning:
    def __init__(self, found: Read, text: str, model: type[Model]) -> None:
        self._found, self._text, self._model = found, text, model
        self._data = data_of(text)
        self._paths = paths_of_rows(found.memory, self._data)
        self._edits: list[Edit] = []
        self._changes: list[Change] = []
        self._kept: list[Kept] = []
        self._rows_not_taken: set[tuple[str, str]] = set(found.twice)

    def all(self) -> Returned:
        """All that comes back, and all that does not."""
        self._tell_of_rows()
        for one in self._found.memory:
            cell = self._found.cells.get((one.sheet, one.row, one.column))
            if cell and one.kind != LINE and (one.sheet, one.row) not in self._rows_not_taken:
                self._cell(one, cell)
        for place, words in self._found.foreign.items():
            why = say("`{words}` stands where nothing did: a new line is written in the YAML", words=words)
            self._kept.append(Kept(place, why))
        return Returned(tuple(self._edits), tuple(self._changes), tuple(self._kept))

    def _tell_of_rows(self) -> None:
        """Tell of rows that are gone or doubled, and of those that somebody has called something else."""
        for (_, row), place in self._found.twice.items():
            why = say("the row of {row} stands there twice: none of it is taken", row=row)
            self._kept.append(Kept(place, why))
        rows = {(one.sheet, one.row) for one in self._found.memory if one.row}
        there = {(sheet, row) for sheet, row, _ in self._found.cells}
        for sheet, row in sorted(rows - there):
            why = say("the row is gone: what is to go is taken out in the YAML")
            self._kept.append(Kept(f"{sheet}, {row}", why))
        for one in self._found.memory:
            cell = self._found.cells.get((one.sheet, one.row, one.column))
            if one.kind == FIXED and cell and _shown(cell) != _plain(one.text):
                self._rows_not_taken |= {(one.sheet, one.row)} if one.row else set()
                self._kept.append(Kept(cell.place, _heading_changed(one, _shown(cell))))

    def _cell(self, one: Remembered, cell: Typed) -> None:
        if one.kind == FORMULA:
            if not cell.held.formula:
                self._kept.append(Kept(cell.place, _formula_gone(_shown(cell))))
        elif one.kind != FIXED:
            try:
                new = _as_typed(one, cell)
            except _CannotBe as cannot:
                self._kept.append(Kept(cell.place, str(cannot)))
            else:
                if new != one.text:
                    self._change(one, cell, new)

    def _change(self, one: Remembered, cell: Typed, new: str) -> None:
        line = self._paths.get(one.row)
        if line is None:
            why = say(
                "`{old}` was changed to `{new}`, and its line is not in the YAML any more, or nothing tells "
                "it from others: write it there", old=one.text, new=new)
            self._kept.append(Kept(cell.place, why))
            return
        path: KeyPath = (*line, *one.column.split("."))
        now = _text_at(self._data, path)
        if now == new:
            return
        if now != one.text:
            why = say("`{old}` was changed to `{new}` here and to `{now}` in {key}: choose one",
                      old=one.text, new=new, now=now, key=key_path(path))
            self._kept.append(Kept(cell.place, why))
            return
        edit = self._edit(path, one.text, new)
        if why := self._refusal(edit):
            self._kept.append(Kept(cell.place, why))
        else:
            self._edits.append(edit)
            self._changes.append(Change(cell.place, key_path(path), one.text, new))

    def _edit(self, path: KeyPath, old: str, new: str) -> Edit:
        if not new:
            return Remove(path, old)
        return Set(path, new, old) if old else Add(path, new, _place_among(self._data, path))

    def _refusal(self, edit: Edit) -> str:
        """Reason why the edit cannot be made beside those before it, or makes what the model cannot read."""
        try:
            made = edited(self._text, [*self._edits, edit], self._model).text
        except Refused as refused:
            return both(refused.reason, refused.hint)
        except Conflict as conflict:
            return say("`{found}` stands in {key} now", found=conflict.found, key=key_path(conflict.path))
        return next((both(*fault) for fault in new_faults(self._text, made, self._model)), "")


class _CannotBe(Exception):
    """Raised for what cannot be taken back; the words say why."""


def _as_typed(one: Remembered, cell: Typed) -> str:
    """The text of the cell as it is typed in YAML: that of the source where it says the same."""
    held = cell.held
    if held.formula and held.value is None:
        raise _CannotBe(say(
            "no program has computed `{formula}` yet: open the file in one, and save it",
            formula=held.formula))
    if one.kind != FIGURE or not isinstance(held.value, Decimal):
        same = _plain(held.value) == _plain(one.text)
        return one.text if same else _plain(held.value)
    plain, word = split_reservation(one.text)
    number = round(held.value, DECIMALS).normalize()
    if read_number(plain) == number:
        return one.text
    return prefixed(word, danish.beløb(number))


def _heading_changed(one: Remembered, new: str) -> str:
    if one.row:
        return say(
            "`{old}` was changed to `{new}`: headings come from the YAML, and nothing else of the row is "
            "taken", old=one.text, new=new)
    return say("`{old}` was changed to `{new}`: headings come from the YAML", old=one.text, new=new)


def _formula_gone(shown: str) -> str:
    if shown:
        return say("`{shown}` stands in place of a formula: sums are computed, change what they add up",
                   shown=shown)
    return say("nothing is left of a formula: sums are computed, change what they add up")


def _shown(cell: Typed) -> str:
    value = cell.held.value
    return danish.beløb(value) if isinstance(value, Decimal) else _plain(value)


def _plain(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _text_at(data: Data, path: KeyPath) -> str:
    """The text at the path; nothing where none is."""
    for step in path:
        try:
            data = data[step]  # type: ignore[index]
        except (LookupError, TypeError):
            return ""
    return data if isinstance(data, str) else ""


def _place_among(data: Data, path: KeyPath) -> int | None:
    """The place of a year among the others; for any other key that of the model."""
    held: Data = data
    for step in path[:-1]:
        held = held[step] if isinstance(held, (list, dict)) and _holds(held, step) else None  # type: ignore[index]
    last = str(path[-1])
    if not isinstance(held, dict) or not last.isdecimal():
        return None
    return sum(key < last for key in held)


def _holds(held: Data, step: str | int) -> bool:
    return step in held if isinstance(held, dict) else isinstance(step, int)
