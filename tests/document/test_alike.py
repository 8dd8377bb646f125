"""Rows that are alike: they are found in any table, and a writer writes each as if it were alone."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.values import replace
from generator.document import alike
from generator.document.alike import FEWEST, Stretches
from generator.document.model import Cell, Mark, PageBreak, Paragraph, Row, Run, Table
from generator.formats.word import pages, write
from generator.formats.word.reference.styles import PARAGRAPH
from tests.support.word_samples import document, reference

TEXTS = st.sampled_from(
    ("a", "", " b", "c ", "100 %", "%s", "%(x)d", "Bo & Co", "x" * 60, "x" * 2_000, "y\u00ady", "z\u2011z",
     "æ\tø")
)  # fmt: skip
LOOKS: tuple[Callable[[str], Cell], ...] = (
    lambda text: Cell((Paragraph((Run(text),)),)),
    lambda text: Cell((Paragraph((Run(text),), "Table Amount"),)),
    lambda text: Cell((Paragraph((Run(text, bold=True),)),), header=True),
    lambda text: Cell((Paragraph((Run(text, link="https://example.org/%s"),)),)),
    lambda text: Cell((Paragraph((Run(text), Run("!", italic=True))),)),
    lambda _: Cell((Paragraph(()),)),
    lambda text: Cell((Paragraph((Run(text),)), Paragraph((Run(text),)))),
)
ROWS = st.tuples(
    st.lists(st.integers(0, len(LOOKS) - 1), min_size=2, max_size=2),
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.sampled_from((1, 3, 9)), st.booleans(),
)  # fmt: skip


def rows_of(looks: list[int], texts: list[tuple[str, str]], times: int, marked: bool) -> list[Row]:
    mark = Mark("inserted") if marked and times == 1 else None
    return [Row(tuple(LOOKS[look](text) for look, text in zip(looks, said, strict=True)), mark=mark)
            for _ in range(times) for said in texts]  # fmt: skip


def named(text: str, count: int) -> tuple[Row, ...]:
    return tuple(Row((LOOKS[0](f"{text} {number}"), LOOKS[1]("1"))) for number in range(count))


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_what_is_written_of_alike_rows_is_what_is_written_of_each(
    stretches: list[tuple[list[int], list[tuple[str, str]], int, bool]],
) -> None:
    rows = tuple(row for stretch in stretches for row in rows_of(*stretch))
    table = Table(rows, (3, 1), (Run("Mål"),))
    sample = document(PageBreak(), table, replace(table, caption=(Run("Igen"),)))
    together, length = write(sample, reference()), pages(sample, reference())
    with patch.object(alike, "FEWEST", 10**9):
        assert together == write(sample, reference())
        assert length == pages(sample, reference())


def test_the_rows_of_a_long_table_are_few_stretches() -> None:
    rows = (Row((LOOKS[2]("Navn"), LOOKS[2]("Tal")), header=True), *named("Vej", 500),
            Row((LOOKS[5](""), LOOKS[1]("2"))), *named("Sti", 500))  # fmt: skip
    found = Stretches().of(rows)
    assert [(len(part.rows), len(part.columns)) for part in found] == [(1, 0), (500, 2), (1, 0), (500, 2)]
    assert found[1].columns[0][:2] == ("Vej 0", "Vej 1")
    assert tuple(row for part in found for row in part.rows) == rows


def test_few_rows_are_not_looked_into() -> None:
    rows = named("Vej", FEWEST - 1)
    assert [part.columns for part in Stretches().of(rows)] == [()]


def test_the_name_of_a_style_may_have_the_sign_that_stands_for_a_text() -> None:
    known = reference().style_ids
    odd = replace(reference(), style_ids={**known, PARAGRAPH: {**known[PARAGRAPH], "Table Text": "a%sb"}})
    sample = document(Table(named("Vej", 20), (3, 1)))
    with patch.object(alike, "FEWEST", 10**9):
        alone = write(sample, odd)
    assert write(sample, odd) == alone


@pytest.mark.parametrize("count", [20])
def test_a_row_that_is_marked_is_like_no_other(count: int) -> None:
    rows = named("Vej", count)
    marked = (*rows[:10], replace(rows[10], mark=Mark("deleted")), *rows[11:])
    assert [len(part.rows) for part in Stretches().of(marked)] == [10, 1, 9]
