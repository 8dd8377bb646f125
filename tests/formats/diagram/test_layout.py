"""Diagrams laid out: no shape on another, every text in its box, every edge a line from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.drawings import Box, Diagram, Edge
from generator.formats.diagram.layout import sheets
from generator.formats.diagram.shapes import Panel, Segment, Sheet, Wire
from generator.formats.fonts import Font, metrics
from tests.support.diagrams import diagrams, reporting
from tests.support.word_samples import reference

WIDTH, PAGE = 9072, 14117


def laid_out(diagram: Diagram) -> tuple[Sheet, ...]:
    return sheets(diagram, WIDTH, PAGE, reference().text)


def panels(sheet: Sheet) -> list[Panel]:
    return [shape for shape in sheet.shapes if isinstance(shape, Panel)]


def wires(sheet: Sheet) -> list[Wire]:
    return [shape for shape in sheet.shapes if isinstance(shape, Wire)]


def touch(one: Panel, other: Panel) -> bool:
    return (one.left < other.right and other.left < one.right
            and one.top < other.bottom and other.top < one.bottom)


def runs_through(segment: Segment, panel: Panel) -> bool:
    across = segment.x < panel.right and panel.left < max(segment.to_x, segment.x + 1)
    down = segment.y < panel.bottom and panel.top < max(segment.to_y, segment.y + 1)
    return across and down


def lie_on_each_other(one: Segment, other: Segment) -> bool:
    upright = one.x == one.to_x == other.x == other.to_x
    level = one.y == one.to_y == other.y == other.to_y
    return (upright and max(one.y, other.y) < min(one.to_y, other.to_y)) or (
        level and max(one.x, other.x) < min(one.to_x, other.to_x))


def inside(sheet: Sheet, left: int, top: int, right: int, bottom: int) -> bool:
    return min(left, top) >= 0 and left <= right <= sheet.width and top <= bottom <= sheet.height


def faults(sheet: Sheet) -> Iterator[str]:
    for one, other in combinations(panels(sheet), 2):
        if touch(one, other):
            yield f"{one.description} lies on {other.description}"
    segments = [(number, segment) for number, wire in enumerate(wires(sheet)) for segment in wire.segments]
    for _, segment in segments:
        yield from (f"a line runs through {panel.description}" for panel in panels(sheet)
                    if runs_through(segment, panel))
        if not inside(sheet, segment.x, segment.y, segment.to_x, segment.to_y):
            yield "a line runs out of the sheet"
    for (number, first), (other_number, second) in combinations(segments, 2):
        if number != other_number and lie_on_each_other(first, second):
            yield "two lines look like one"
    for panel in panels(sheet):
        if not inside(sheet, panel.left, panel.top, panel.right, panel.bottom):
            yield f"{panel.description} runs out of the sheet"
        yield from (f"{line} is wider than its box" for line, font in lines_of(panel)
                    if metrics(font).width(line) > panel.width)
        high = sum(metrics(font).line * 1.05 for _, font in lines_of(panel))
        if high > panel.height:
            yield f"{panel.description} is higher than its box"


def lines_of(panel: Panel) -> list[tuple[str, Font]]:
    return [(line, Font("Calibri", words.size, words.bold)) for words in panel.words for line in words.lines]


@settings(deadline=None, max_examples=60)
@given(diagrams())
def test_no_two_shapes_overlap_no_line_runs_through_a_box_and_every_text_fits(diagram: Diagram) -> None:
    for sheet in laid_out(diagram):
        assert list(faults(sheet)) == []


@settings(deadline=None, max_examples=40)
@given(st.integers(3, 40), st.integers(0, 7), st.integers(1, 6))
def test_three_to_forty_boxes_with_long_names_stand_on_one_page_or_two(
        count: int, name: int, levels: int) -> None:
    found = laid_out(reporting(count, name, levels))
    assert len(found) == 1 or (len(found) == 2 and count > 12)
    assert [fault for sheet in found for fault in faults(sheet)] == []


@settings(deadline=None, max_examples=40)
@given(diagrams())
def test_every_box_stands_once_with_all_its_words(diagram: Diagram) -> None:
    found = laid_out(diagram)
    told = sorted(panel.description for sheet in found for panel in panels(sheet) if panel.framed)
    assert told == sorted(map(described, diagram.boxes))
    for panel in (panel for sheet in found for panel in panels(sheet)):
        shown = "".join(line for words in panel.words for line in words.lines)
        assert letters(shown) == letters(panel.description)


def described(box: Box) -> str:
    return ", ".join(filter(None, (box.label, box.detail)))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@settings(deadline=None, max_examples=60)
@given(diagrams(most=12))
def test_every_edge_is_a_line_that_leaves_its_start_and_points_at_its_end(diagram: Diagram) -> None:
    [sheet] = laid_out(diagram)
    boxes = {panel.description: panel for panel in panels(sheet)}
    where = {box.name: boxes[described(box)] for box in diagram.boxes}
    for edge in diagram.edges:
        lines = [wire for wire in wires(sheet) if f" {edge.says} " in wire.description]
        assert any(meets(wire, where[edge.start]) and points_at(wire, where[edge.end]) for wire in lines)
    legend = sorted(panel.description.lower() for panel in panels(sheet) if not panel.framed)
    assert legend == sorted({edge.says for edge in diagram.edges})


def meets(wire: Wire, panel: Panel) -> bool:
    return any(panel.left < s.x == s.to_x < panel.right and (s.to_y == panel.top or s.y == panel.bottom)
               for s in wire.segments)


def points_at(wire: Wire, panel: Panel) -> bool:
    edges = {"down": panel.top, "up": panel.bottom}
    return any(panel.left < head.x < panel.right and head.y == edges[head.points] for head in wire.heads)


def test_boxes_of_a_level_stand_side_by_side_in_their_order_and_the_levels_below_each_other() -> None:
    boxes = (Box("s", "Sekretariatet", level=1), Box("a", "Kommunen"), Box("b", "Bestyrelsen", level=1))
    first, left, right = panels(laid_out(Diagram(boxes, (), "x"))[0])
    assert [p.description for p in (first, left, right)] == ["Kommunen", "Sekretariatet", "Bestyrelsen"]
    assert left.top == right.top > first.bottom and left.right < right.left


def test_edges_that_say_the_same_of_one_box_share_a_line_that_says_it_in_words() -> None:
    boxes = tuple(Box(name, name.upper(), level=name != "a") for name in "abc")
    edges = (Edge("b", "a", "refererer til"), Edge("c", "a", "refererer til"))
    line, sample = wires(laid_out(Diagram(boxes, edges, "x"))[0])
    assert line.description == "B og C refererer til A"
    assert len(line.heads) == 1 and line.heads[0].points == "up"
    assert sample.description == "Signaturforklaring: refererer til"


def test_the_same_diagram_is_laid_out_the_same() -> None:
    assert laid_out(reporting(16, 2, 3)) == laid_out(reporting(16, 2, 3))
