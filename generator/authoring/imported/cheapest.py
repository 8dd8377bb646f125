"""The cheapest way to lay units over slots: in order, with loops for what repeats and leaps to headings.

A unit stands in a slot at a price that `fit` asks, or in none. Slots that are passed cost a little, those of
headings more: what stands under one heading does not slip under the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

from msgspec import Struct

from generator.authoring.imported.slots import Path, Slot

U = TypeVar("U")
Fit = Callable[[U, Slot], float | None]

AGAIN, LEAP, NOWHERE, HEADING = 0.05, 1.2, 3.0, 60.0
FARTHER = 1.3
"""Price of a leap to a table, in leaps: from one to the heading of the next section is nearer."""
LABEL, IN_SECTION = 3, 0.5
"""Level of the headings of texts in one section, and the price of leaving such a text out."""
GAP = 4
"""Slots without a loop's name that may stand between those that have it."""
UNDER_ANOTHER = 4 * NOWHERE
"""Price of standing under a heading that a plan may lack, where nobody has put it: no lead slips there."""
STAYING = 0.1
"""Gain of going on with a text of the page that has no label: leaving out the next one costs as much."""
NAMELESS = 2.0
"""Price of an item that begins without the heading that its loop begins with."""
FAR = 1e9


Came = tuple[int, Path | None, bool]
"""The slot before, the loop that begins again, and whether a unit stands in the slot."""


class Placed(NamedTuple):
    """A unit's slot by its number, or None; `again` is the loop of which a further item begins there, and
    `entered` are those that begin with their first. Of those `beside` a further item begins with that."""

    slot: int | None
    again: Path | None = None
    entered: tuple[Path, ...] = ()
    beside: tuple[Path, ...] = ()


class Loop(NamedTuple):
    """Slots that come again together, from the first to the last."""

    path: Path
    first: int
    last: int


def loops_of(slots: Sequence[Slot]) -> list[Loop]:
    """The loops among the slots: stretches of those that have the same, inner ones first."""
    found: list[Loop] = []
    for path in dict.fromkeys(path for slot in slots for path in slot.loops):
        at = [n for n, slot in enumerate(slots) if path in slot.loops]
        first = at[0]
        for one, following in zip(at, [*at[1:], FAR], strict=True):
            if following - one > GAP:
                found.append(Loop(path, first, one))
                first = int(following)
    return sorted(found, key=lambda loop: loop.last - loop.first)


def passing(slot: Slot) -> float:
    """Price of leaving a slot out."""
    if slot.level and slot.what == "line" and slot.text and slot.optional and not slot.loops:
        return UNDER_ANOTHER
    if slot.level == LABEL and slot.what == "fixed" and not slot.optional:
        return IN_SECTION
    if slot.level and not slot.optional:
        return HEADING if slot.what == "fixed" or slot.text else 0.8
    if slot.what == "fixed":
        return 0.12 if slot.label or slot.level else 0.03
    return 0.06


class Form(Struct, frozen=True):
    """Slots with what follows from their order, found once.

    `passed` are the prices of leaving out all before each, `leaps` the slots that can be leapt to.
    `bound` has for a slot of an item that begins with a heading of its own the slot of that: it comes first.
    `labels` has for a slot that follows a label that label, `ends` for prose at the end of a section, which
    takes what has no heading of its own, the beginning of that.
    """

    slots: Sequence[Slot]
    passed: Sequence[float]
    loops: Sequence[Loop]
    leaps: Sequence[int]
    bound: Mapping[int, int]
    labels: Mapping[int, int]
    ends: Mapping[int, int]
    staying: float

    @classmethod
    def of(cls, slots: Sequence[Slot], staying: float = 0.0) -> Form:
        """The form of these slots."""
        loops = loops_of(slots)
        leaps = [n for n, slot in enumerate(slots) if _is_known(slot)]
        bound: dict[int, int] = {}
        for _, first, last in loops:
            if slots[first].level and slots[first].what == "line" and not slots[first].text:
                bound |= {n: max(first, bound.get(n, first)) for n in range(first + 1, last + 1)}
        labels: dict[int, int] = {}
        for n, slot in enumerate(slots):
            if slot.follows and len(slot.text.split()) < 2:
                labels[n] = labels.get(n - 1, n - 1)
        passed = [0.0, *accumulate(map(passing, slots))]
        return cls(slots, passed, loops, leaps, bound, labels, _ends(slots, bound), staying)


def _ends(slots: Sequence[Slot], bound: Mapping[int, int]) -> dict[int, int]:
    """For the prose at the end of each section the slot of the heading of that."""
    heads = [n for n, slot in enumerate(slots) if slot.level == 1 and slot.what == "fixed"]
    found: dict[int, int] = {}
    for begin, end in pairwise([*heads, len(slots)]):
        inside = [n for n in range(begin + 1, end) if slots[n].level]
        last = end - 1
        is_open = slots[last].what == "prose" and not (slots[last].loops or slots[last - 1].label)
        if inside and is_open and last not in bound:
            found[last] = begin
    return found


def _is_known(slot: Slot) -> bool:
    """Tell whether its own words say what it is, wherever it stands: a heading, or a table with heads."""
    if slot.what == "table":
        heads = [cell for row in slot.cells for one in row if one.head for cell in one.cells]
        return sum(one.what == "fixed" for cell in heads for one in cell) >= 2
    if slot.what == "fixed" and slot.text.endswith(":") and len(slot.text.split()) > 1:
        return True
    return slot.sign == "label" or (slot.level > 0 and (
        slot.what == "fixed" or bool(slot.text) or slot.begins))  # fmt: skip


def cheapest(
    units: Sequence[U], slots: Sequence[Slot], fit: Fit[U], nowhere: Callable[[U], float] = lambda _: NOWHERE,
    staying: float = 0.0,
) -> tuple[float, list[Placed]]:
    """The price of the cheapest way, and where it has put each unit."""
    form = Form.of(slots, staying)
    start = len(slots)  # stands for: before the first slot
    best = [FAR] * start + [0.0]
    came: list[list[Came]] = []
    for unit in units:
        reached, origin = _reached(best, form)
        lost = nowhere(unit)
        now = [price + lost for price in best]
        back: list[Came] = [(n, None, False) for n in range(start + 1)]
        for n, slot in enumerate(slots):
            if reached[n] < FAR and (price := fit(unit, slot)) is not None and reached[n] + price < now[n]:
                now[n], back[n] = reached[n] + price, (*origin[n], True)
        best = now
        came.append(back)
    end = min(range(start + 1), key=best.__getitem__)
    return best[end], [*_followed(came, end, form)][::-1]


def _reached(best: list[float], form: Form) -> tuple[list[float], list[tuple[int, Path | None]]]:
    """The price to come to each slot, from which one, and whether as a further item of a loop."""
    count, passed = len(form.slots), form.passed
    reached = [FAR] * count
    origin: list[tuple[int, Path | None]] = [(count, None)] * count
    lead, by = best[count], count  # cheapest so far, as if from before the first slot
    for n, slot in enumerate(form.slots):
        if n in form.bound:
            near = min(range(form.bound[n], n), key=lambda k: best[k] - passed[k + 1])
            reached[n], origin[n] = best[near] - passed[near + 1] + passed[n], (near, None)
        else:
            reached[n], origin[n] = lead + passed[n], (by, None)
        stay = best[n] - form.staying * (len(slot.pieces) == 1)
        if slot.goes_on and stay < reached[n]:
            reached[n], origin[n] = stay, (n, None)
        if best[n] - passed[n + 1] < lead:
            lead, by = best[n] - passed[n + 1], n
    cheap = min(range(count + 1), key=best.__getitem__)
    for n in form.leaps:
        back = _back(form.loops, cheap, n)
        nameless = back is not None and back.first < n and form.slots[back.first].level > 0
        price = best[cheap] + _leap(form.slots[n]) + NAMELESS * nameless
        if price < reached[n]:
            reached[n], origin[n] = price, (cheap, back.path if back else None)
    for n, begin in form.ends.items():
        by = min(range(begin, n), key=best.__getitem__)
        if best[by] + LEAP < reached[n]:
            reached[n], origin[n] = best[by] + LEAP, (by, None)
    _again(best, reached, origin, form)
    for n, label in form.labels.items():
        ways = [label, n] if form.slots[n].goes_on else [label]
        by = min(ways, key=best.__getitem__)
        reached[n], origin[n] = best[by], (by, None)
    return reached, origin


def _back(loops: Sequence[Loop], begin: int, end: int) -> Loop | None:
    """The loop in which a leap goes back: a further item of it begins there."""
    return next((loop for loop in loops if loop.first <= end <= begin <= loop.last), None)


def _leap(slot: Slot) -> float:
    """The price of a leap: a table is farther than a heading."""
    return LEAP * FARTHER if slot.what == "table" else LEAP


def _again(
    best: list[float], reached: list[float], origin: list[tuple[int, Path | None]], form: Form
) -> None:
    """Let each loop begin with a further item, from wherever in it the last one ends."""
    slots, passed = form.slots, form.passed
    for path, first, last in form.loops:
        ends = min(range(first, last + 1), key=best.__getitem__)
        if best[ends] >= FAR:
            continue
        for n in range(first, last + 1):
            if form.bound.get(n) == first:
                continue
            price = best[ends] + AGAIN + (passed[n] - passed[first]) * 1.5
            own = n == ends and not slots[n].goes_on and price < reached[n] + AGAIN and not origin[n][1]
            if price < reached[n] or own:
                reached[n], origin[n] = price, (ends, path)


def _beside(loops: Sequence[Loop], path: Path, here: int) -> tuple[Path, ...]:
    """The other loops that are inside of that."""
    found = next(loop for loop in loops if loop.path == path and loop.first <= here <= loop.last)
    return tuple(one for one, first, last in loops
                 if one != path and found.first <= first and last <= found.last)  # fmt: skip


def _followed(came: list[list[Came]], end: int, form: Form) -> Iterator[Placed]:
    """The way back from the end, unit by unit."""
    here, slots = end, form.slots
    for back in reversed(came):
        before, again, stands = back[here]
        if stands:
            outer = slots[before].loops if before < len(slots) else ()
            entered = tuple(path for path in slots[here].loops if path not in outer)
            yield Placed(here, again, entered, _beside(form.loops, again, here) if again else ())
        else:
            yield Placed(None)
        here = before
