"""A table whose size comes from data breaks no word: columns too many for a line make several tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Rejected
from generator.document.markup import codes, parse
from generator.document.model import Table
from generator.document.reading import runs, walk
from generator.formats.column_widths import column_widths
from tests.support.word_samples import reference

WORDS = ("Andel", "18-64-årige", "uden", "for", "arbejdsmarkedet", "bruttoindkomst", "ikke-vestlige", "lande",
         "Kærsangerparken", "Gammelgårdsvej/Nygårdsvej", "afd.", "12", "etape")  # fmt: skip
ROOM = 9072
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
FIGURE = st.sampled_from(["", "–", "7", "43,1\u00a0%", "1.204", "1.232.409", "ikke opgjort", "12 (kun børn)"])


def table(heads: list[str], rows: list[list[str]], caption: str = "Tal") -> str:
    """Markup of a table with those heads; of each row the first cell is its name."""
    head = "".join(f"<th>{text}</th>" for text in heads)
    body = "".join(f"<tr><th>{name}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
                   for name, *cells in rows)  # fmt: skip
    return (f'<table columns="auto"><caption>{caption}</caption><thead><tr>{head}</tr></thead>'
            f"<tbody>{body}</tbody></table>")  # fmt: skip


def tables(markup: str) -> list[Table]:
    return [block for block in parse(markup) if isinstance(block, Table)]


def texts(made: Table) -> list[list[str]]:
    """The texts of the cells, row by row."""
    return [["".join(run.text for block in walk(cell.blocks) for run in runs(block)) for cell in row.cells]
            for row in made.rows]  # fmt: skip


@given(st.data(), st.integers(1, 24), st.integers(1, 12))
def test_no_word_breaks_and_no_cell_is_lost_whatever_the_table_holds(
    data: st.DataObject, columns: int, rows: int
) -> None:
    heads = ["Område", *(data.draw(TEXT) for _ in range(columns))]
    body = [[f"{data.draw(TEXT)} {row}", *(data.draw(FIGURE) for _ in range(columns))] for row in range(rows)]
    made = tables(table(heads, body))
    assert [word for part in made for word in column_widths(part, ROOM, reference().text).broken] == []
    cells = sorted(text for row in [heads, *body] for text in row[1:] if text)
    assert sorted(text for part in made for row in texts(part) for text in row[1:] if text) == cells
    assert {row[0] for part in made for row in texts(part)[1:]} <= {row[0] for row in body}


@pytest.mark.parametrize("measures", [1, 2, 3, 4])
def test_as_many_columns_as_fit_are_one_table(measures: int) -> None:
    [made] = tables(table(["Område", *["Antal beboere"] * measures], [["Ringparken", *["1.204"] * measures]]))
    assert "af" not in "".join(run.text for run in runs(made))


def test_a_table_that_is_too_wide_is_told_in_parts_of_about_as_many_columns_each_with_the_names() -> None:
    heads = ["Område", *(f"Delmål {number}" for number in range(1, 13))]
    made = tables(table(heads, [["Gammelgårdsvej/Nygårdsvej", *["43,1\u00a0%"] * 12]]))
    assert [len(part.columns) for part in made] == [7, 7]
    assert ["".join(run.text for run in runs(part)) for part in made] == [
        "Tabel 1. Tal (1 af 2)", "Tabel 2. Tal (2 af 2)",
    ]  # fmt: skip
    assert all(row[0] in ("Område", "Gammelgårdsvej/Nygårdsvej") for part in made for row in texts(part))


def test_a_part_leaves_out_the_rows_that_say_nothing_in_it_and_full_columns_stand_together() -> None:
    heads = ["Område", *(f"Delmål {number}" for number in range(1, 13))]
    rows = [["Ringparken", *["43,1\u00a0%"] * 12], ["Vestervang", *["", "43,1\u00a0%"] * 6]]
    first, second = tables(table(heads, rows))
    assert [row[0] for row in texts(first)] == ["Område", "Ringparken", "Vestervang"]
    assert [row[0] for row in texts(second)] == ["Område", "Ringparken"]
    assert texts(first)[0][1:] == ["Delmål 2", "Delmål 4", "Delmål 6", "Delmål 8", "Delmål 10", "Delmål 12"]


def test_a_table_of_one_part_keeps_a_row_that_says_nothing() -> None:
    [made] = tables(table(["Område", "Beboere"], [["Ringparken", ""], ["Vestervang", "1"]]))
    assert [row[0] for row in texts(made)] == ["Område", "Ringparken", "Vestervang"]


def test_a_name_longer_than_a_line_still_leaves_every_figure_a_place() -> None:
    made = tables(table(["Område", "A", "B"], [["x" * 120, "1", "2"]]))
    assert [len(part.columns) for part in made] == [2, 2]
    assert all(share > 0 for part in made for share in part.columns)


@pytest.mark.parametrize("row", ['<td colspan="2">1</td>', "<td>1</td>", '<td rowspan="2">1</td><td>2</td>'])
def test_a_cell_of_such_a_table_stands_in_one_column_and_one_row(row: str) -> None:
    with pytest.raises(Rejected) as caught:
        parse(f'<table columns="auto"><tr><td>A</td><td>B</td></tr><tr>{row}</tr></table>')
    assert {finding.code for finding in caught.value.findings} == {codes.COLUMNS}
