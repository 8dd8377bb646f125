"""Bundles drawn: at which place each leaves its boxes, and how it runs between the rows and beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.formats.diagram.bundles import Bundle, Tap
from generator.formats.diagram.rows import BETWEEN_ROWS, Placed, Row
from generator.formats.diagram.shapes import Head, Segment, Wire

PITCH, MARGIN = 110, 180
_APART, _STEP = 70, 80


class Gap(NamedTuple):
    """The room between two rows: where it begins, and how high it is."""

    top: int
    height: int


def lanes_beside(bundles: Sequence[Bundle]) -> tuple[int, int]:
    """The room that lanes take on the left and on the right; they take turns."""
    count = sum(bundle.lane is not None for bundle in bundles)
    return _beside(count - count // 2), _beside(count // 2)


def _beside(lanes: int) -> int:
    return lanes * PITCH + MARGIN // 2 if lanes else 0


def gaps(rows: Sequence[Row], bundles: Sequence[Bundle]) -> list[Gap]:
    """The gaps above, between and below the rows, each with room for what runs in it."""
    found: list[Gap] = []
    top = 0
    for number in range(len(rows) + 1):
        count = sum(number in bundle.gaps for bundle in bundles)
        inside = 0 < number < len(rows)
        height = 2 * MARGIN + (count - 1) * PITCH if count else BETWEEN_ROWS // 2 if inside else 0
        found.append(Gap(top, height))
        top += height + (rows[number].height if number < len(rows) else 0)
    return found


def wires(bundles: Sequence[Bundle], rows: Sequence[Row], room: Sequence[Gap]) -> list[Wire]:
    """The line of each bundle."""
    boxes = {placed.box.name: placed for row in rows for placed in row.boxes}
    ports, levels = _ports(bundles, boxes), _levels(bundles, room)
    sides = (min((box.left for box in boxes.values()), default=0),
             max((box.left + box.width for box in boxes.values()), default=0))
    return [_wire(bundle, ports[number], levels[number], room, sides)
            for number, bundle in enumerate(bundles)]


def _wire(bundle: Bundle, ports: Mapping[Tap, int], levels: Mapping[int, int], room: Sequence[Gap],
          sides: tuple[int, int]) -> Wire:
    lane = None if bundle.lane is None else _lane(bundle.lane, *sides)
    reached: dict[int, list[int]] = {gap: [] if lane is None else [lane] for gap in bundle.gaps}
    segments: list[Segment] = []
    heads: list[Head] = []
    for tap in bundle.taps:
        x, level, gap = ports[tap], levels[tap.gap], room[tap.gap]
        edge = gap.top if tap.below else gap.top + gap.height
        segments.append(Segment(x, min(edge, level), x, max(edge, level)))
        reached[tap.gap].append(x)
        if tap.arrow:
            heads.append(Head(x, edge, "up" if tap.below else "down"))
    segments += [Segment(min(xs), levels[gap], max(xs), levels[gap])
                 for gap, xs in reached.items() if min(xs) < max(xs)]
    if lane is not None:
        segments.append(Segment(lane, min(levels.values()), lane, max(levels.values())))
    return Wire(tuple(segments), tuple(heads), bundle.look, bundle.description)


def _lane(number: int, left: int, right: int) -> int:
    """The place of a lane: beside the outermost boxes, every second one on the right."""
    away = MARGIN // 2 + number // 2 * PITCH
    return right + away if number % 2 else left - away


def _levels(bundles: Sequence[Bundle], room: Sequence[Gap]) -> list[dict[int, int]]:
    """For each bundle how far down it runs in each of its gaps: no two in one gap at the same height."""
    taken = [0] * len(room)
    found: list[dict[int, int]] = []
    for bundle in bundles:
        found.append({})
        for gap in bundle.gaps:
            found[-1][gap] = room[gap].top + MARGIN + taken[gap] * PITCH
            taken[gap] += 1
    return found


def _ports(bundles: Sequence[Bundle], boxes: Mapping[str, Placed]) -> list[dict[Tap, int]]:
    """For each bundle where it meets each of its boxes: evenly along their edges.

    Two bundles that come into a gap from above and from below do not meet end to end, or they would look
    like one.
    """
    at_edge: dict[tuple[str, bool], list[tuple[int, Tap]]] = {}
    for number in sorted(range(len(bundles)), key=lambda number: _from_left(bundles[number])):
        for tap in bundles[number].taps:
            at_edge.setdefault((tap.box, tap.below), []).append((number, tap))
    found: list[dict[Tap, int]] = [{} for _ in bundles]
    taken: dict[int, list[tuple[int, int]]] = {}
    for (name, _), taps in at_edge.items():
        box = boxes[name]
        for place, (number, tap) in enumerate(taps, 1):
            wanted = box.left + box.width * place // (len(taps) + 1)
            others = [x for other, x in taken.get(tap.gap, []) if other != number]
            found[number][tap] = x = _free(wanted, box, others)
            taken.setdefault(tap.gap, []).append((number, x))
    return found


def _from_left(bundle: Bundle) -> tuple[int, int]:
    """The order of bundles along an edge: those whose lanes are on the left, those without, the others."""
    if bundle.lane is None:
        return 1, 0
    return (2, -bundle.lane) if bundle.lane % 2 else (0, bundle.lane)


def _free(wanted: int, box: Placed, others: Sequence[int]) -> int:
    """The place on the box's edge nearest to the wanted one that is not in line with others."""
    steps = (wanted + sign * step * _STEP for step in range(box.width // _STEP) for sign in (1, -1))
    within = (x for x in steps if box.left + _STEP < x < box.left + box.width - _STEP)
    return next((x for x in within if all(abs(x - other) >= _APART for other in others)), wanted)
