"""The first sheet of a budget: what is spent and paid, in all and by kind, area of effort and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.base.danish import periode
from generator.formats.sheet.model import Cell, Column, Difference, Ref, Row, Share, Sheet, Style
from generator.plan.model.budgetbilag import Budgetkilde, Post
from generator.plan.model.plan import Plan
from generator.render.sheets.cells import FIGURES, LONG, NOTHING, amounts, live, share, text
from generator.render.sheets.lines import L, Lines

OVERVIEW = "Overblik"
FOR_ALL = "Fælles for hele planen"
START = 1
"""The column of the first year."""


def overview(plan: Plan, posts: Lines[Post], sources: Lines[Budgetkilde], unit: str) -> Sheet:
    """The sheet; all of its figures are formulas over the others."""
    rows = [_sums("udgifter", "Udgifter i alt", posts), _sums("finansiering", "Finansiering i alt", sources)]
    rows.append(_difference(rows))
    rows += _grouped(len(rows), "Udgifter efter art", posts, lambda post: post.post.capitalize())
    if any(post.indsatsområde for post in posts.lines):
        rows += _grouped(len(rows), "Udgifter efter indsatsområde", posts, lambda post: _area(plan, post))
    called = plan.helhedsplan.kaldt
    rows += _grouped(len(rows), "Finansiering efter kilde", sources, lambda source: called(source.kilde))
    first, last = Column("linje", "Linje", LONG, False), Column("andel", "Andel", FIGURES)
    title = f"{plan.helhedsplan.navn}: budget ({unit})"
    return Sheet(OVERVIEW, title, (first, *amounts(posts.years), last), tuple(rows), _when(plan))


def _area(plan: Plan, post: Post) -> str:
    area = plan.form.indsatsområde(post.indsatsområde or "")
    return area.navn if area else post.indsatsområde or FOR_ALL


def _when(plan: Plan) -> tuple[str, ...]:
    runs = plan.helhedsplan.gælder
    return (f"Planen gælder {periode(runs)}.",) if runs and runs.fra and runs.til else ()


def _sums(name: str, label: str, lines: Lines[L]) -> Row:
    return Row(name, (text(label, Style.TOTAL), *lines.mirrored(Style.TOTAL), Cell(style=Style.TOTAL)))


def _difference(rows: Sequence[Row]) -> Row:
    """The row with what is spent and not paid for, below the two that it is the difference of."""
    spent, paid = (row.cells[START:-1] for row in rows)
    cells = [
        text(NOTHING) if isinstance(one.value, str) or isinstance(other.value, str)
        else live(Difference(Ref(OVERVIEW, 0, column), Ref(OVERVIEW, 1, column)),
                  max(one.decimals, other.decimals))
        for column, (one, other) in enumerate(zip(spent, paid, strict=True), START)
    ]  # fmt: skip
    return Row("forskel", (text("Udgifter, der ikke er penge til"), *cells, Cell()))


def _grouped(first: int, title: str, lines: Lines[L], group: Callable[[L], str]) -> Iterator[Row]:
    """A row for each group of the lines, under a row with the title, which is the sheet's row `first`."""
    in_all = START + len(lines.years)
    yield Row(title, (text(title, Style.HEAD), *[Cell(style=Style.HEAD)] * (in_all + 1)))
    groups: dict[str, list[int]] = {}
    for number, line in enumerate(lines.lines):
        groups.setdefault(group(line), []).append(number)
    for row, (name, numbers) in enumerate(groups.items(), first + 1):
        part = share(Share(Ref(OVERVIEW, row, in_all), lines.total))
        yield Row(f"{title}: {name}", (text(name), *lines.sums(numbers, Style.TEXT), part))
