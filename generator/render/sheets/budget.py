"""The budget in full as a workbook: an overview, the posts, the sources, and what is hours times a rate."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.formats.sheet.model import (
    Cell,
    Column,
    Difference,
    Product,
    Ref,
    Row,
    Share,
    Sheet,
    Style,
    Sum,
    Workbook,
)
from generator.plan.model.budgetbilag import Budgetkilde, Linjebeløb, Post, årene
from generator.plan.model.load import key_path
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reserved import Number
from generator.plan.rules.gathered import Path
from generator.plan.rules.texts_of_plan import parts
from generator.plan.rules.units import unit_of
from generator.render.sheets.budget_overview import overview
from generator.render.sheets.cells import (
    FIGURES,
    LONG,
    NOTE,
    NOTHING,
    SHORT,
    amounts,
    figure,
    live,
    share,
    text,
    total,
    typed,
    words,
)
from generator.render.sheets.lines import L, Lines

POSTS, SOURCES, RATES = "Poster", "Finansiering", "Timer og satser"
POST_IS, SOURCE_IS = ("post", "navn", "indsatsområde", "aktivitet"), ("kilde", "type", "form")
"""Fields that tell a line from the others, wherever it has been moved."""
TYPE_HERE = ("Det, der står på lys gul bund, kan rettes her; `aftale return` fører det tilbage til planen.",)


def workbook(plan: Plan, aftale: Aftale) -> Workbook:
    """The workbook of the document, whose posts and sources it shows."""
    made = Maker(plan, aftale)
    sheets = (overview(plan, made.posts, made.sources, made.unit), *made.by_line(), made.rates())
    return Workbook(sheets, aftale.place().file)


class Maker:
    """Maker of the sheets of one budget."""

    def __init__(self, plan: Plan, aftale: Aftale) -> None:
        self._plan, self._aftale = plan, aftale
        posts, sources = parts(aftale, Post), parts(aftale, Budgetkilde)
        period, main = plan.helhedsplan.gælder, plan.helhedsplan.budget
        runs = range(period.fra.år, period.til.år + 1) if period and period.fra and period.til else ()
        years = tuple(sorted({*årene([line for _, line in (*posts, *sources)]), *runs}))
        self.posts = Lines(POSTS, len(POST_IS), years, posts)
        self.sources = Lines(SOURCES, len(SOURCE_IS), years, sources)
        self.unit = aftale.enhed or (main.enhed if main else None) or "enheden mangler"

    def by_line(self) -> tuple[Sheet, Sheet]:
        """The posts of expense and the sources of money, a row each, by year."""
        return self._sheet_of_posts(), self._sheet_of_sources()

    def rates(self) -> Sheet:
        """The lines that are a number times a rate, or hours times one, beside their amounts."""
        columns = (
            Column("linje", "Linje", LONG, False), Column("antal", "Antal", FIGURES),
            Column("sats", "Sats (kr.)", FIGURES), Column("timer", "Timer", FIGURES),
            Column("timesats", "Timesats (kr.)", FIGURES),
            Column("produkt", f"Ganget sammen ({self.unit})", SHORT),
            Column("i_alt", f"I budgettet ({self.unit})", SHORT), Column("forskel", "Forskel", FIGURES),
            Column("timer_pr_uge", "Timer om ugen", FIGURES),
        )  # fmt: skip
        rows: list[Row] = []
        for number, (path, post) in enumerate(self.posts.found):
            if post.antal or post.sats or post.timer_pr_uge:
                said = post.post.capitalize() + (f": {post.navn}" if post.navn else "")
                pair = self._pair(path, antal=post.antal, sats=post.sats)
                cells = (text(said), *pair, Cell(), Cell())
                weekly = figure(post.timer_pr_uge, typed(self._aftale, *path, "timer_pr_uge"))
                rows.append(self._rate(len(rows), path, cells, weekly, self.posts, number))
        for number, (path, source) in enumerate(self.sources.found):
            if source.timer or source.timesats:
                pair = self._pair(path, timer=source.timer, timesats=source.timesats)
                cells = (text(self._plan.helhedsplan.kaldt(source.kilde)), Cell(), Cell(), *pair)
                rows.append(self._rate(len(rows), path, cells, Cell(), self.sources, number))
        return Sheet(RATES, RATES, columns, tuple(rows), TYPE_HERE)

    def _sheet_of_posts(self) -> Sheet:
        heads = (
            Column("post", "Post", SHORT, False), Column("navn", "Hvad posten dækker", LONG, False),
            Column("indsatsområde", "Indsatsområde", LONG, False),
            Column("aktivitet", "Aktivitet", SHORT, False),
        )  # fmt: skip
        rows = []
        for number, (path, post) in enumerate(self.posts.found):
            area = self._plan.form.indsatsområde(post.indsatsområde or "")
            labels = (text(post.post.capitalize()), words(post.navn),
                      text(area.navn if area else post.indsatsområde), text(post.aktivitet))
            cells = (*labels, *self._by_year(self.posts, number, path, post), words(post.note))
            rows.append(Row(key_path(path), cells, self._known_by(path, POST_IS)))
        rows.append(self._totals("Udgifter i alt", self.posts, ()))
        columns = (*heads, *amounts(self.posts.years), Column("note", "Note", NOTE, False))
        return Sheet(POSTS, f"Udgifter ({self.unit})", columns, tuple(rows), TYPE_HERE)

    def _sheet_of_sources(self) -> Sheet:
        heads = (
            Column("kilde", "Kilde", LONG, False), Column("type", "Art", SHORT, False),
            Column("form", "Bidrag", FIGURES, False),
        )  # fmt: skip
        rows = []
        for number, (path, source) in enumerate(self.sources.found):
            labels = (text(self._plan.helhedsplan.kaldt(source.kilde)), text(source.type), text(source.form))
            part = share(Share(self.sources.in_all(number), self.sources.total))
            cells = (*labels, *self._by_year(self.sources, number, path, source), part, words(source.note))
            rows.append(Row(key_path(path), cells, self._known_by(path, SOURCE_IS)))
        whole = share(Share(self.sources.total, self.sources.total), Style.TOTAL)
        rows.append(self._totals("Finansiering i alt", self.sources, (whole,)))
        more = (Column("andel", "Andel", FIGURES), Column("note", "Note", NOTE, False))
        columns = (*heads, *amounts(self.sources.years), *more)
        return Sheet(SOURCES, f"Finansiering ({self.unit})", columns, tuple(rows), TYPE_HERE)

    def _by_year(self, lines: Lines[L], row: int, path: Path, line: Linjebeløb) -> list[Cell]:
        """The amount of a line in each year, and in all."""
        years = [figure(line.i(year), typed(self._aftale, *path, "år", str(year))) for year in lines.years]
        refs = [Ref(lines.sheet, row, lines.start + column) for column in range(len(years))]
        if line.beløb and not line.år:
            return [*years, figure(line.beløb, typed(self._aftale, *path, "beløb"))]
        return [*years, total(refs, line.i_alt)]

    def _known_by(self, path: Path, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, typed(self._aftale, *path, name)) for name in names)

    def _totals(self, label: str, lines: Lines[L], after: tuple[Cell, ...]) -> Row:
        """The row that ends a sheet."""
        labels = (text(label, Style.TOTAL), *[Cell(style=Style.TOTAL)] * (lines.start - 1))
        sums = lines.sums(range(len(lines.found)), Style.TOTAL)
        return Row("i alt", (*labels, *sums, *after, Cell(style=Style.TOTAL)))

    def _pair(self, path: Path, **two: Number | None) -> list[Cell]:
        return [figure(number, typed(self._aftale, *path, name)) for name, number in two.items()]

    def _rate(
        self, row: int, path: Path, cells: Sequence[Cell], weekly: Cell, lines: Lines[L], number: int
    ) -> Row:
        """A row with the product of its numbers, the amount in the budget, and the difference of the two."""
        factors = [column for column, cell in enumerate(cells) if isinstance(cell.value, Decimal)]
        unit, amount = unit_of(self._plan, self._aftale), lines.lines[number].i_alt
        shown = total([lines.in_all(number)], amount)
        product = difference = text(NOTHING)
        if len(factors) == 2 and unit:
            one, other = (Ref(RATES, row, column) for column in factors)
            product = live(Product(one, other, unit), shown.decimals)
            if isinstance(shown.value, Sum):
                apart = Difference(Ref(RATES, row, len(cells)), Ref(RATES, row, len(cells) + 1))
                difference = live(apart, shown.decimals)
        names = POST_IS if lines.sheet == POSTS else SOURCE_IS
        return Row(key_path(path), (*cells, product, shown, difference, weekly), self._known_by(path, names))
