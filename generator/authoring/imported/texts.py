"""Texts in their slots: what stands in the places of a line goes to its key, the rest is the form's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from generator.authoring.imported.account import BETWEEN, Account, Kept, Left, Why
from generator.authoring.imported.alike import TAKEN, folded, likeness
from generator.authoring.imported.lines import WEEKLY, Caught, caught, said_as
from generator.authoring.imported.of_the_form import LISTED_BY_FORM
from generator.authoring.imported.series import Series
from generator.authoring.imported.slots import Hole, Path, Slot, generic
from generator.authoring.imported.store import Fixed, Store, Value
from generator.authoring.imported.units import Unit, cut, text_of, words_of
from generator.authoring.imported.where import Where
from generator.base.values import replace
from generator.document.model import Block, Paragraph
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.base import samme
from generator.plan.model.form import Form
from generator.render.typed_again import COMPUTED, typed
from generator.render.typed_prose import prose_of

UNIT = re.compile(r"(t\.\s?kr\.|mio\. kr\.|kr\.)\s+(?=\d)")
UNIT_BEHIND = re.compile(r"(?<=\d)\s*(t\.\s?kr|mio\. kr|kr)\.?\Z")
POINT = re.compile(r"(?<=\d)\.(?=\d{1,2}\s*%)")
GAP = re.compile(r"\[[^\[\]]* udfyldes\]")
BY_HAND = frozenset({"dato", "navn", "titel", "underskrift", "sted", "og"})
"""Words beside a line on which somebody writes by hand."""
COUNTED = ("nummer",)
"""Filters of a number that people give a document, and the form does not."""
LABEL = 6
"""Words of a label at most: in other words it is one still."""
DIVIDED = re.compile(r"[\s:,/]+")
Owned = tuple[str, tuple[str, ...]]
"""An owner, and the areas whose figures stand under its name."""


def is_gap(text: str) -> bool:
    """Tell whether the text stands for one that a draft lacks, or is a line to be filled in by hand."""
    return GAP.fullmatch(text.strip()) is not None or _is_blank(text)


def _is_blank(text: str) -> bool:
    return all(word in BY_HAND or not word.strip("_.…") for word in DIVIDED.split(text.casefold()))


class Texts(Struct):
    """Puts the texts of one document where they belong; `name` is that of its own file."""

    store: Store
    account: Account
    form: Form
    document: str
    name: str
    owners: list[Owned] = field(default_factory=list)
    signers: list[int | str] = field(default_factory=list)
    """The places of those who sign in the list of parties, in the order in which they do."""
    _last: str = ""

    def went_past(self, unit: Unit) -> None:
        """Note what the next unit stands after."""
        if not unit.rows:
            self._last = unit.line[-80:]

    def key_of(self, hole: Hole) -> Path:
        """The path of the hole, whichever item of a list it is in."""
        return generic(self._path(hole))

    def is_named(self, hole: Hole, text: str) -> bool:
        """Tell whether an item of the list that the hole is in says that there."""
        return self.store.says(self.key_of(hole), typed(text, hole.filters, ""))

    def names_in(self, unit: Unit, slot: Slot) -> dict[Path, str]:
        """The names that a line outside of tables has for keys that the writer chose."""
        if slot.what != "line" or not any(isinstance(one, Hole) and one.is_name for one in slot.pieces):
            return {}
        return {self.key_of(one.hole): one.text for one in caught(slot.pieces, unit.bare) or ()
                if one.hole.is_name and one.turn is None}  # fmt: skip

    def meet(self, unit: Unit, slot: Slot, where: Where) -> None:
        """Find the items of lists that a line names which says again what stands elsewhere."""
        turns = Series(where, []).turns((), None, self.name)
        for one in (caught(slot.pieces, unit.bare) or () if slot.what == "line" and slot.loops else ()):
            if not (one.hole.computed or one.hole.is_name or one.turn is not None):
                self.store.meet(self._path(one.hole), Value(self._typed(one, ()), self.document), turns)

    def put(self, unit: Unit, slot: Slot, where: Where, *, more: bool = False) -> None:
        """Put a paragraph or a point in its slot; `more` goes on with what the slot has already."""
        if unit.again:
            replace(self, account=Account()).put(replace(unit, again=False), slot, where, more=more)
        elif slot.what == "fixed":
            self._fixed(unit, slot)
        else:
            blocks = _blocks(unit, slot)
            got = list(_caught(unit, slot, blocks))
            if self.account.enter(unit, sum((words_of(one.text) for one in got), Counter[str]())):
                self._values(unit, slot, got, where, blocks, more=more)
            else:
                self.leave(unit, Why.NO_PLACE)

    def leave(self, unit: Unit, why: Why, heading: str = "") -> None:
        """Leave a unit over; of a table its texts one by one."""
        if unit.rows:
            rows = (BETWEEN.join(inner.text for cell in row for inner in cell if not inner.again)
                    for row in unit.rows)  # fmt: skip
            self._leave_text(unit, "\n".join(rows), why, heading)
        elif is_gap(unit.line):
            self.account.enter(unit, Counter())
        elif not unit.again:
            self._leave_text(unit, unit.text, why, heading)

    def _leave_text(self, unit: Unit, text: str, why: Why, heading: str) -> None:
        self.account.left.append(Left(text, self.document, heading or unit.heading, self._last, why))

    def _leave_part(
        self, unit: Unit, text: str, why: Why, key: Path = (), there: Value | None = None
    ) -> None:
        instead, beside = (there.typed, there.document) if there else ("", "")
        self.account.left.append(
            Left(text, self.document, unit.heading, self._last, why, key, instead, unit.line, beside))

    def _fixed(self, unit: Unit, slot: Slot) -> None:
        alike = likeness(unit.plain, folded(slot.text))
        is_short = len(unit.plain.split()) <= LABEL
        if alike < TAKEN and not (unit.level or slot.is_title or is_short):
            left = Left(unit.text, self.document, unit.heading, self._last, Why.OTHER_WORDS, (), slot.text)
            self.account.left.append(left)
            return
        if alike < 1:
            self.account.reworded.append((unit.line, slot.text))
        self.account.enter(unit, Counter())

    def _values(self, unit: Unit, slot: Slot, got: Sequence[Caught], where: Where, blocks: Sequence[Block], *,
                more: bool) -> None:  # fmt: skip
        series = Series(where, [(self.key_of(one.hole), one) for one in got if one.hole.is_name])
        for one in got:
            text = one.text
            key = self._last_day(self._path(one.hole), text)
            if one.hole.is_name:
                self.account.kept.append(Kept(text, (), self.document))
            elif not text.strip(" –-") or is_gap(text) or one.hole.filters == COUNTED:
                self.account.form += words_of(text)
            elif one.hole.computed or COMPUTED & {*one.hole.filters}:
                self._leave_part(unit, text, Why.COMPUTED)
            elif one.hole.path[-1:] == ("ejer",) and series.names:
                self.owners.append((text, series.all_names()))
                self._leave_part(unit, text, Why.COMPUTED)
            else:
                prose = tuple(blocks) if "prosa" in one.hole.filters else ()
                value = Value(self._typed(one, blocks), self.document, prose)
                if slot.sign == "label":
                    key = self._as_label(key, text, where)
                put = self.store.put(key, value, series.turns(key, one.turn, self.name), series.of(one.turn),
                                     more=more, weak=where.weak and not slot.sign)  # fmt: skip
                if put is None:
                    self._leave_part(unit, text, Why.COMPUTED)
                elif put.other is None:
                    self.account.kept.append(Kept(text, put.path, self.document))
                    self.signers += [put.path[2]] if slot.sign == "label" else []
                    self._with_key(one.hole, put.path)
                else:
                    self._leave_part(unit, text, Why.CONTRADICTS, put.path, put.other)

    def _as_label(self, key: Path, text: str, where: Where) -> Path:
        """The key of a name above a signature: a label of its own where a party has nearly that name."""
        number = self.store.other_name(key[:2], text)
        if number is None:
            return key
        if turn := where.turns.get(key[:2]):
            turn.index[key[:2]] = number
        return *key[:2], Fixed(number), "underskrift", "etiket"

    def _with_key(self, hole: Hole, path: Path) -> None:
        """Put the key of what the form lists, of which the value is one."""
        for name, (key, listed) in LISTED_BY_FORM.items():
            if name in hole.path[:-1] and listed(self.form):
                at = hole.path.index(name) + 1
                number = hole.path[at]
                known = listed(self.form)
                if isinstance(number, int) and number < len(known):
                    self.store.values[(*path[: at + 2], key)] = Value(known[number], self.document)

    def _path(self, hole: Hole) -> Path:
        return hole.file or self.name, *hole.path

    def _last_day(self, key: Path, text: str) -> Path:
        """The key of a last day: that of the extension where it is the day that the plan is extended to."""
        is_later = key == (HELHEDSPLAN.name, "periode", "til") and samme(text) == self.store.extended_to
        return (HELHEDSPLAN.name, "forlængelse", "til") if is_later else key

    def _typed(self, one: Caught, blocks: Sequence[Block]) -> str:
        """Text that is typed for it."""
        if one.hole.means:
            return one.hole.means
        if "område" in one.hole.filters:
            areas = self.form.indsatsområder
            return next((area.nøgle for area in areas if folded(area.navn) == folded(one.text)), one.text)
        if "prosa" in one.hole.filters:
            return prose_of(blocks) or one.text
        said = " ".join(one.text.split())
        weekly = WEEKLY.fullmatch(said) if one.hole.path[-1:] == ("timer_pr_uge",) else None
        text = typed(weekly[1] if weekly else said, one.hole.filters, "")
        if unit := "beløb" in one.hole.filters and UNIT.match(text):
            self.store.values.setdefault((HELHEDSPLAN.name, "budget", "enhed"), Value(unit[1], self.document))
            return text[unit.end() :]
        if unit := "beløb" in one.hole.filters and UNIT_BEHIND.search(text):
            enhed = Value(f"{unit[1]}.", self.document)
            self.store.values.setdefault((HELHEDSPLAN.name, "budget", "enhed"), enhed)
            return text[: unit.start()]
        return POINT.sub(",", text) if "måltal" in one.hole.filters else text


def _caught(unit: Unit, slot: Slot, blocks: Sequence[Block]) -> Iterator[Caught]:
    """Texts that stand in the places of the slot."""
    if slot.what == "line":
        yield from caught(said_as(slot, unit.bare).pieces, unit.bare) or ()
    else:
        hole = next(iter(slot.holes()))
        yield Caught(hole, unit.line if slot.what == "item" else "\n".join(map(text_of, blocks)))


def _blocks(unit: Unit, slot: Slot) -> Sequence[Block]:
    """The blocks of a unit without the label that the form prints before them."""
    label = folded(slot.text) if slot.what == "prose" and len(slot.pieces) > 1 else ""
    first = unit.blocks[0]
    if not label or not unit.plain.startswith(label) or not isinstance(first, Paragraph):
        return unit.blocks
    text, count = text_of(first), len(label)
    while count < len(text) and (text[count] in ":." or text[count].isspace()):
        count += 1
    return Paragraph(cut(first.content, count), first.style), *unit.blocks[1:]
