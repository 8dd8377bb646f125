"""The activities of a plan as a spreadsheet: a row each, with the texts as they are printed."""

from __future__ import annotations

from generator.formats.sheet.model import Sheet
from generator.plan.model.plan import Plan
from generator.plan.model.values import Tekst
from generator.render.sheets import workbook
from generator.render.sheets.prose import plain
from tests.support.rule_cases import plan_of

MORE = """# 2019-26
--- # delaftale-beskaeftigelse.yaml
aktiviteter:
  - {navn: Jobcaféen, timer_pr_uge: "14,5"}
  - {navn: Virksomhedsbesøg, timer_pr_uge: 3-5}
--- # aktivitetsskema.yaml
status: udkast
"""
BUDGET = """--- # budget.yaml
enhed: t.kr.
poster:
  - {post: løn, aktivitet: Jobcaféen, år: {2026: 400, 2027: 500}}
  - {post: andet, aktivitet: jobcaféen, indsatsområde: beskæftigelse, år: {2026: 50}}
  - {post: andet, år: {2026: 70}}
"""


def made(plan: Plan) -> Sheet:
    (sheet,) = workbook(plan, next(a for a in plan.aftaler if a.kind.sheet == "activities")).sheets
    return sheet


def test_each_activity_is_a_row_with_the_five_fields_and_its_hours() -> None:
    sheet = made(plan_of(MORE))
    rows = [[cell.value for cell in row.cells] for row in sheet.rows]
    assert [column.head for column in sheet.columns[1:6]] == [
        "Aktivitetsnavn", "Formål", "Målgruppe(r)", "Indhold og praksis", "Ansvars- og rollefordeling",
    ]  # fmt: skip
    assert rows[0] == [
        "Beskæftigelse", "Jobcaféen", "At beboere får hjælp til at søge job.", "Voksne uden arbejde.",
        "En åben café.\nCaféen har åbent to gange om ugen.", "Sekretariatet har ansvaret.", "14,5",
    ]  # fmt: skip
    assert rows[1] == ["Beskæftigelse", "Virksomhedsbesøg", *[None] * 4, "3-5"]


def test_an_activity_has_the_money_of_its_own_posts_where_the_plan_has_a_budget() -> None:
    sheet = made(plan_of(MORE + BUDGET))
    assert sheet.columns[-1].head == "Beløb (t.kr.)"
    assert [row.cells[-1].value for row in sheet.rows] == ["950", None]


def test_a_cell_has_a_text_as_it_is_printed_a_line_a_point() -> None:
    prose = Tekst("Vi har\n**to** ting:\n\n- en café\n- et hold:\n  - mandag\n\n1) først\n2) så\n")
    assert plain(prose) == "Vi har to ting:\n– en café\n– et hold:\n   – mandag\n1) først\n2) så"
    assert plain(None) == ""
