"""Rows that repeat the shape of one before them are the same blocks as if each had been read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Rejected
from generator.document.markup import parse, repeated
from generator.document.markup.repeated import shortened

TEXTS = st.sampled_from(
    ("", "a", " b ", "c\n d", "100 %", "Bo &amp; Co", "&lt;x&gt;", "&#34;", "&#230;", "<em>e</em>", "<br/>",
     "\x01", "]]&gt;", "&nbsp;", "&", "\ufffe", "x" * 300)
)  # fmt: skip
SHAPES = (
    '<tr at="t:1"><th at="t:1">{}</th><td at="t:1" class="amount">{}</td></tr>\n',
    '<tr at="t:2"><td at="t:2">{}</td><td at="t:2">{}</td></tr>',
    '<tr at="t:3"><td at="t:3" colspan="2">{}{}</td></tr>',
)


def markup(*rows: str) -> str:
    """A table of the rows, which begin a document that goes on after them."""
    head = '<p at="t:0">æ</p><table at="t:0" columns="3 1"><tbody at="t:0">\n'
    return head + "".join(rows) + "</tbody></table><p>y</p>"


def rows(shape: int, *texts: str, times: int) -> list[str]:
    return [SHAPES[shape].format(*texts)] * times


def read(text: str) -> object:
    """The blocks with their places, or all that is wrong."""
    try:
        return [(block, block.origin, [row.origin for row in getattr(block, "rows", ())])
                for block in parse(text)]
    except Rejected as rejected:
        return sorted({finding.message for finding in rejected.findings})


def shortens_nothing() -> pytest.MonkeyPatch:
    patch = pytest.MonkeyPatch()
    patch.setattr(repeated, "FEWEST", 10**9)
    return patch


@given(st.lists(st.tuples(st.sampled_from((0, 0, 0, 1, 2)), TEXTS, TEXTS, st.sampled_from((1, 2, 20, 40))),
                min_size=1, max_size=5))  # fmt: skip
def test_what_is_taken_by_its_shape_is_what_would_be_read(
    runs: list[tuple[int, str, str, int]],
) -> None:
    text = markup(*(one for shape, first, second, times in runs
                    for one in rows(shape, first, second, times=times)))  # fmt: skip
    taken = read(text)
    patch = shortens_nothing()
    try:
        assert taken == read(text)
    finally:
        patch.undo()


def test_of_a_thousand_rows_of_one_shape_one_is_read() -> None:
    text = markup(*(one for n in range(1000) for one in rows(0, f"Vej {n}", "Bo &amp; Co", times=1)))
    short = shortened(text)
    assert short.markup.count("<tr") == 1
    [texts] = short.more.values()
    assert (len(texts), texts[0], texts[-1]) == (999, ("Vej 1", "Bo & Co"), ("Vej 999", "Bo & Co"))


def test_what_may_be_wrong_is_read_where_it_stands() -> None:
    good, bad = rows(0, "a", "b", times=40), rows(0, "a", "&nbsp;", times=1)
    text = markup(*good, *bad, *good)
    assert shortened(text).markup.count("<tr") == 2
    assert read(text) == ["`&nbsp;` is not known here"]


def test_a_cell_that_reaches_down_into_rows_of_one_shape_fills_its_column() -> None:
    tall = '<tr at="t:4"><td at="t:4" rowspan="{}">x</td><td at="t:4">y</td></tr>'
    one = ['<tr at="t:5"><td at="t:5">z</td></tr>'] * 30
    assert shortened(markup(tall.format(31), *one)).markup.count("<tr") == 2
    assert read(markup(tall.format(31), *one)) != []
    assert read(markup(tall.format(32), *one)) == ["a cell spans more rows than follow"]
    assert read(markup(tall.format(30), *one)) == ["the row fills 1 column, and the table has 2"]
