"""Limits of the markup, each at its edge, and what reading it promises."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Rejected
from generator.document import anchors
from generator.document.markup import parse
from generator.document.markup.inlines import fold, inlines, plain
from generator.document.markup.xhtml import DEEPEST, Element
from generator.document.model import Origin, Run

LOOKS = ("strong", "em", "br", "")
TEXTS = st.text("ab \n\t\u00a0", max_size=6)


def codes(markup: str) -> list[str]:
    """The codes of what is wrong with the markup."""
    try:
        parse(markup)
    except Rejected as rejected:
        return [finding.code for finding in rejected.findings]
    return []


def test_tags_stand_fifty_deep_and_no_deeper() -> None:
    def nested(sections: int) -> str:
        return f"{'<section>' * sections}<p>x</p>{'</section>' * sections}"

    assert DEEPEST == 50
    around = 3  # what holds it all, the element around everything, and the paragraph
    assert codes(nested(DEEPEST - around)) == []
    assert codes(nested(DEEPEST - around + 1)) == ["M1"]


def test_an_anchor_has_forty_signs_at_most() -> None:
    assert anchors.LONGEST == 40
    assert codes(f'<signature label="x" anchor="{"a" * 40}"/>') == []
    assert codes(f'<signature label="x" anchor="{"a" * 41}"/>') == ["M7"]


@pytest.mark.parametrize(("columns", "fits"), [("9999", True), ("10000", False), ("0", False), ("1", True)])
def test_a_column_is_between_1_and_9999_wide(columns: str, fits: bool) -> None:
    assert codes(f'<table columns="{columns}"><tr><td>x</td></tr></table>') == ([] if fits else ["M7"])


def test_a_heading_goes_at_most_one_level_down_and_any_number_up() -> None:
    assert codes("<h1>a</h1><h2>b</h2><h3>c</h3><h1>d</h1><h2>e</h2>") == []
    assert codes("<h1>a</h1><h3>c</h3>") == codes("<h2>a</h2>") == ["M10"]


@pytest.mark.parametrize(("length", "shown"), [(30, "x" * 30), (31, "x" * 29 + "…")])
def test_a_text_that_stands_wrong_is_shown_with_thirty_signs_at_most(length: int, shown: str) -> None:
    with pytest.raises(Rejected) as caught:
        parse("x" * length)
    assert f"`{shown}`" in caught.value.findings[0].message


def test_only_markup_that_is_not_well_formed_stops_at_the_first_thing() -> None:
    assert codes("<p></p><u>x</u><h3>y</h3>") == ["M9", "M2", "M10"]
    assert codes("<p></p><u>x</u><p>y") == ["M1"]


@given(TEXTS)
def test_text_without_a_tag_is_at_most_one_run(text: str) -> None:
    found = plain(text)
    assert len(found) <= 1
    assert [run.text for run in found if isinstance(run, Run)] == [fold(text)][: len(found)]


@given(st.lists(st.tuples(st.sampled_from(LOOKS), TEXTS), max_size=6))
def test_no_space_stands_at_the_ends_around_a_break_or_twice(pieces: list[tuple[str, str]]) -> None:
    children: list[Element | str] = []
    for tag, text in pieces:
        element = Element(tag, {}, Origin("a", 1), None)
        element.children.extend([text] if tag != "br" else [])
        children.append(element if tag else text)
    content = inlines(children)
    shown = "".join(inline.text if isinstance(inline, Run) else "\n" for inline in content)
    assert all(line == line.strip(" ") and "  " not in line for line in shown.split("\n"))
    for one, other in pairwise(content):
        if isinstance(one, Run) and isinstance(other, Run):
            assert (one.bold, one.italic) != (other.bold, other.italic)
