"""Columns as wide as their longest words: the template's shares stand where every word fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.document.model import Cell, Paragraph, Row, Run
from generator.formats.column_widths import Columns, column_widths, divided, filled
from generator.formats.fonts import metrics
from tests.support.word_samples import cell, items, reference, row, table, warnings_of

ROOM = 9072
LONG = "Gammelgårdsvejkvarteret"
WORDS = st.sampled_from(["a", "21,5\u00a0%", "Ringparken", "Boligselskabet", LONG, "Nord-Syd-Øst", "W" * 30])
TEXTS = st.lists(WORDS, max_size=4).map(" ".join)


def widths(*rows: Row, columns: tuple[int, ...] = (2, 1)) -> Columns:
    return column_widths(table(*rows, columns=columns), ROOM, reference().text)


def room_for(text: str, style: str = "Table Text") -> float:
    """The width of a column that holds the text on one line."""
    styles = reference().text
    return metrics(styles.by_name[style].font).width(text) + styles.table.left + styles.table.right


def test_where_every_word_fits_the_shares_stand() -> None:
    assert widths(row("Mål", "2017")).widths == (6048, 3024)
    assert sum(widths(row("a", "b", "c"), columns=(1, 1, 5)).widths) == ROOM


def test_a_column_takes_the_room_of_its_longest_word_from_those_that_have_some() -> None:
    found = widths(row("Mål og midler i aftalen", LONG, "2017"), columns=(20, 2, 2))
    assert found.broken == ()
    assert found.widths[1] >= room_for(LONG) > 756
    assert found.widths[0] + found.widths[2] == ROOM - found.widths[1]
    assert 9 < found.widths[0] / found.widths[2] < 11  # they give in the proportion of their shares


def test_a_hard_space_and_a_figure_bind_and_a_hyphen_between_letters_does_not() -> None:
    wide = widths(row("a", "Sct.\u00a0Jørgen\u00a0Viborg"), columns=(20, 1)).widths[1]
    assert wide >= room_for("Sct.\u00a0Jørgen\u00a0Viborg")
    assert widths(row("a", "100-605"), columns=(30, 1)).widths[1] >= room_for("100-605")
    assert widths(row("a", "Nord-Syd"), columns=(30, 1)).widths[1] < room_for("Nord-Syd")


def test_bold_text_a_head_and_the_indent_of_a_list_are_measured_as_they_are_set() -> None:
    plain = widths(row("a", LONG), columns=(30, 1)).widths[1]
    bold = Cell((Paragraph((Run(LONG[:3]), Run(LONG[3:], bold=True))),))
    for other in (bold, cell(LONG, header=True), cell(items(LONG))):
        assert widths(row("a", other), columns=(30, 1)).widths[1] > plain


def test_cells_over_several_columns_or_rows_are_measured_where_they_stand() -> None:
    wide = widths(row(cell(LONG, colspan=2), "a"), row("b", "c", "d"), columns=(1, 1, 20))
    assert wide.widths[0] + wide.widths[1] >= room_for(LONG)
    below = widths(row(cell("a", rowspan=2), "b"), row(LONG), columns=(20, 1))
    assert below.widths[1] >= room_for(LONG)


def test_a_word_that_breaks_all_the_same_is_told_at_the_table_and_breaks_no_figure() -> None:
    names, shares = row(*[LONG] * 8, "43,1\u00a0%"), (*(9,) * 8, 1)
    assert widths(names, columns=shares).broken == (LONG,)
    assert widths(names, columns=shares).widths[8] >= room_for("43,1\u00a0%")
    told = warnings_of(table(names, columns=shares))
    assert [(one.code, one.is_error) for one in told] == [("W12", False)]
    assert LONG in told[0].message


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=4),
       st.lists(st.integers(1, 20), min_size=3, max_size=3))
def test_no_word_is_wider_than_its_column_unless_it_is_told(
    texts: list[list[str]], shares: list[int]
) -> None:
    found = widths(*[row(*line) for line in texts], columns=tuple(shares))
    assert sum(found.widths) == ROOM
    for line in texts:
        for text, width in zip(line, found.widths, strict=True):
            for word in text.replace("-", "- ").split(" "):
                assert room_for(word) <= width or word in found.broken


@given(st.lists(st.tuples(st.integers(1, 4000), st.integers(0, 6000)), min_size=1, max_size=8))
def test_a_room_is_filled_to_its_edge_and_nobody_lacks_where_there_is_enough(
    columns: list[tuple[int, int]]
) -> None:
    shares, needs = tuple(share for share, _ in columns), tuple(need for _, need in columns)
    found = filled(shares, needs)
    assert sum(found) == sum(shares)
    if sum(needs) <= sum(shares):
        assert all(width >= need for width, need in zip(found, needs, strict=True))
    if all(share >= need for share, need in columns):
        assert found == shares


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(2000, 20000))
def test_columns_fill_the_width_exactly_and_by_their_shares(shares: list[int], width: int) -> None:
    parts = divided(tuple(shares), width)
    assert sum(parts) == width
    exact = [width * share / sum(shares) for share in shares]
    assert all(abs(wide - share) <= 1 for wide, share in zip(parts, exact, strict=True))
