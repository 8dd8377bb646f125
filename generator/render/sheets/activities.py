"""The activities of all delaftaler as a workbook, a row each, to copy from into the funder's portal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base import danish
from generator.formats.sheet.model import Cell, Column, Row, Sheet, Workbook
from generator.plan.model.budgetbilag import Post, til_aktivitet
from generator.plan.model.delaftale import Aktivitet, Aktivitetsskema
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reserved import Number
from generator.plan.rules.texts_of_plan import parts
from generator.render.sheets.cells import FIGURES, LONG, text
from generator.render.sheets.prose import plain

SHEET = "Aktiviteter"
PROSE = 48
"""Width of a column of prose, in characters."""
COLUMNS = (
    Column("indsatsområde", "Indsatsområde", LONG, False), Column("navn", "Aktivitetsnavn", LONG, False),
    Column("formål", "Formål", PROSE, False), Column("målgruppe", "Målgruppe(r)", PROSE, False),
    Column("indhold", "Indhold og praksis", PROSE, False),
    Column("ansvar", "Ansvars- og rollefordeling", PROSE, False),
    Column("timer", "Timer pr. uge", FIGURES),
)  # fmt: skip
NOTES = ("Teksterne står i delaftalerne og rettes dér.",)


def workbook(plan: Plan, aftale: Aftale) -> Workbook:
    """The workbook beside the document; nothing comes back from it."""
    poster = [post for other in plan.aftaler for _, post in parts(other, Post)]
    money = (Column("beløb", f"Beløb ({_unit(plan)})", FIGURES),) if poster else ()
    rows = tuple(_rows(plan, poster))
    sheet = Sheet(SHEET, f"{plan.helhedsplan.navn}: aktiviteter", (*COLUMNS, *money), rows, NOTES)
    return Workbook((sheet,), aftale.place().file)


def _rows(plan: Plan, poster: list[Post]) -> Iterator[Row]:
    for delaftale in plan.aftaler:
        key = delaftale.indsatsområde
        område = plan.form.indsatsområde(key)
        for aktivitet, skema in delaftale.aktiviteter_med_skema():
            money = (_figure(til_aktivitet(poster, key, aktivitet)),) if poster else ()
            cells = (text(område.navn if område else key), *_form(aktivitet, skema), *money)
            yield Row(f"{delaftale.navn}: {aktivitet.navn}", cells)


def _form(aktivitet: Aktivitet, skema: Aktivitetsskema | None) -> Iterator[Cell]:
    """The five fields of the form, and the hours."""
    yield text(aktivitet.navn)
    yield text(plain(skema.formål) if skema else None)
    yield text(plain(skema.målgruppe) if skema else None)
    both = (plain(skema.indhold), plain(skema.praksis)) if skema else ()
    yield text("\n".join(filter(None, both)))
    yield text(plain(skema.ansvar) if skema else None)
    yield _figure(aktivitet.timer_pr_uge)


def _figure(number: Number | None) -> Cell:
    """A number as people type it, to copy: no sum is made of it."""
    return text(danish.antal(number) if number else None)


def _unit(plan: Plan) -> str:
    own = next((other.enhed for other in plan.aftaler if other.enhed), None)
    main = plan.helhedsplan.budget
    return own or (main.enhed if main else None) or "enheden mangler"
