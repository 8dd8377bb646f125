"""Facts of a plan are computed from what is known, and stay unknown while a part of them is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.plan.model.budget import Budget
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.values import Beløb
from generator.plan.source.read import read_yaml_bytes

PLAN = """\
navn: Planen
midler: 2019-26
parter:
  - {navn: Boligselskabet Nord, kortnavn: Nord, aliaser: [BS Nord], type: boligorganisation}
  - {navn: Vestby Kommune, type: kommune}
boligområder:
  - {navn: Elmehaven, kortnavn: Elme, ejer: BS Nord}
  - {navn: Birkehaven, ejer: Vestby Kommune}
  - {navn: Pilehaven, ejer: Ukendt Ejer}
  - {navn: Rosenhaven}
  - {navn: Granhaven, ejer: Boligselskabet Nord}
"""


def plan(text: str = PLAN) -> Helhedsplan:
    return load(read_yaml_bytes(text.encode(), "plan.yaml"), Helhedsplan).value


def budget(*lines: str, more: str = "") -> Budget:
    listed = "\n".join(f"    - {{{line}}}" for line in lines)
    lines_of_it = f"budget:\n  enhed: kr.\n  finansiering:\n{listed or '    []'}\n{more}"
    made = plan(f"navn: x\nmidler: 2019-26\n{lines_of_it}").budget
    assert made is not None
    return made


def test_the_total_of_a_budget_is_the_sum_of_its_sources_to_the_decimal() -> None:
    lines = 'kilde: Fonden, beløb: "14.600,25"', "kilde: Kommunen, beløb: 400", "kilde: Selskabet, beløb: 0"
    assert budget(*lines).total == Beløb(Decimal("15000.25"))


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_budget_with_one_amount_missing_has_no_total_and_not_the_sum_of_the_others(missing: int) -> None:
    lines = ["kilde: Fonden, beløb: 14", "kilde: Kommunen, beløb: 5", "kilde: Selskabet, beløb: 1"]
    lines[missing] = lines[missing].split(",")[0]
    made = budget(*lines)
    assert made.total is None
    assert made.ansøgt_total is None


def test_a_budget_without_a_source_has_no_total_and_not_nought() -> None:
    assert budget().total is None
    assert budget().ansøgt_total is None


def test_the_parts_of_a_source_count_only_in_its_own_amount() -> None:
    assert budget("kilde: Lokal, beløb: 10, dele: [{kilde: Kommunen, beløb: 6}]").total == Beløb(Decimal(10))
    assert budget("kilde: Lokal, dele: [{kilde: Kommunen, beløb: 6}]").total is None


def test_what_was_applied_for_has_a_sum_only_where_every_source_says_it() -> None:
    made = budget("kilde: Fonden, beløb: 14, ansøgt: 20", "kilde: Kommunen, beløb: 5")
    assert (made.total, made.ansøgt_total) == (Beløb(Decimal(19)), None)
    both = budget("kilde: Fonden, ansøgt: 20", "kilde: Kommunen, beløb: 5, ansøgt: 0")
    assert both.ansøgt_total == Beløb(Decimal(20))


@pytest.mark.parametrize(("amounts", "total"), [
    (("ca. 9,8", "6,4"), Beløb(Decimal("16.2"), "ca.")), (("mindst 8", "2"), Beløb(Decimal(10), "mindst")),
    (("mindst 8", "over 2"), Beløb(Decimal(10), "mindst")), (("højst 8", "5-6"), Beløb(Decimal(14), "højst")),
    (("mindst 8", "højst 2"), Beløb(Decimal(10), "ca.")), (("5-6", "2"), Beløb(Decimal(7), til=Decimal(8))),
    (("ca. 8", "mindst 2"), Beløb(Decimal(10), "ca.")), (("næsten 8", "2"), Beløb(Decimal(10), "næsten")),
    (("mindst 8", "5-6"), Beløb(Decimal(13), "mindst")),
])  # fmt: skip
def test_a_sum_is_no_more_exact_than_what_it_is_made_of(amounts: tuple[str, ...], total: Beløb) -> None:
    assert budget(*(f'kilde: Nogen, beløb: "{amount}"' for amount in amounts)).total == total


def test_a_total_alone_is_the_total_and_one_that_alone_is_exact() -> None:
    assert budget(more="  samlet: 27\n").total == Beløb(Decimal(27))
    assert budget("kilde: Fonden, andel: 75 %", more="  samlet: 27\n").total == Beløb(Decimal(27))
    assert budget("kilde: Fonden, beløb: ca. 27", more='  samlet: "27,1"\n').total == Beløb(Decimal("27.1"))
    assert budget('kilde: Fonden, beløb: "27,1"', more="  samlet: ca. 27\n").total == Beløb(Decimal("27.1"))


@pytest.mark.parametrize(("amount", "total", "agrees"), [
    ("24,1", "ca. 24", True), ("24,6", "ca. 24", False), ("ca. 24", "24,5", True), ("ca. 24", "24,6", False),
    ("14.649", "ca. 14.600", True), ("14.651", "ca. 14.600", False), ("9", "mindst 8", True),
    ("7", "mindst 8", False), ("9", "højst 8", False), ("7", "5-8", True), ("9", "5-8", False),
    ("mindst 8", "27", True), ("over 8", "højst 7", False),
])  # fmt: skip
def test_a_total_agrees_with_a_sum_where_a_number_can_be_both(amount: str, total: str, agrees: bool) -> None:
    assert budget(f'kilde: Fonden, beløb: "{amount}"', more=f'  samlet: "{total}"\n').stemmer is agrees


def test_the_amounts_of_a_budget_have_the_decimals_of_the_most_exact_one() -> None:
    assert budget('kilde: Fonden, beløb: "13,709"', 'kilde: Kommunen, beløb: "7,2"').decimaler() == 3
    assert budget('kilde: Fonden, beløb: "ca. 13,709"', "kilde: Kommunen, beløb: 7").decimaler() == 0
    inside = 'kilde: Fonden, beløb: 14, inkl: [{kilde: Kommunen, beløb: "7,25"}]'
    assert budget(inside, more='  samlet: "14,5"\n').decimaler() == 2


@pytest.mark.parametrize(("given", "agrees"), [
    ("", True), ("  samlet: 19\n", True), ("  samlet: 18\n", False), ("  samlet: 20\n", False),
])  # fmt: skip
def test_a_total_that_is_given_agrees_with_the_sum_or_does_not(given: str, agrees: bool) -> None:
    assert budget("kilde: Fonden, beløb: 14", "kilde: Kommunen, beløb: 5", more=given).stemmer is agrees


def test_a_total_that_is_given_is_held_against_no_sum_while_an_amount_is_missing() -> None:
    assert budget("kilde: Fonden, beløb: 14", "kilde: Kommunen", more="  samlet: 3\n").stemmer is True


@pytest.mark.parametrize(("line", "is_the_fund"), [
    ("kilde: Landsbyggefonden", True), ("kilde: LBF, type: landsbyggefonden", True),
    ("kilde: Landsbyggefonden, type: projekt", False), ("kilde: LBF", True),
    ("kilde: landsbyggefonden", True), ("kilde: Fonden, type: landsbyggefonden", True),
    ("kilde: Fonden", False),
])  # fmt: skip
def test_a_source_is_landsbyggefonden_by_its_type_or_for_want_of_one_by_its_name(
    line: str, is_the_fund: bool
) -> None:
    assert budget(line).finansiering[0].er_landsbyggefonden is is_the_fund


@pytest.mark.parametrize("name", ["Boligselskabet Nord", "nord", "BS  NORD"])
def test_a_party_is_found_by_its_name_its_short_name_and_its_aliases(name: str) -> None:
    made = plan()
    assert made.part(name) is made.parter[0]
    assert made.part("Nor") is None


def test_an_area_is_found_by_each_of_its_names() -> None:
    made = plan()
    assert made.boligområde("elme") is made.boligområde("Elmehaven") is made.boligområder[0]
    assert made.boligområde("Nord") is None


def test_the_owner_of_an_area_is_told_by_the_short_name_that_the_party_has() -> None:
    made = plan()
    owners = [made.ejer(name) for name in ("Elme", "Birkehaven", "Pilehaven", "Rosenhaven", "Egehaven")]
    assert owners == ["Nord", "Vestby Kommune", "Ukendt Ejer", "", ""]


def test_figures_of_areas_are_grouped_by_owner_in_the_order_in_which_they_appear() -> None:
    figures = {"Rosenhaven": 1, "Granhaven": 2, "Birkehaven": 3, "Elmehaven": 4, "Egehaven": 5}
    assert plan().efter_ejer(figures) == [
        ("", [("Rosenhaven", 1), ("Egehaven", 5)]),
        ("Nord", [("Granhaven", 2), ("Elmehaven", 4)]),
        ("Vestby Kommune", [("Birkehaven", 3)]),
    ]


def test_parties_with_a_number_sign_first_by_number_and_the_others_in_their_own_order() -> None:
    numbers = {"a": "", "b": "10", "c": "2", "d": "", "e": "0"}
    parter = "".join(
        f"  - {{navn: {name}, type: anden, underskrift: {{titel: x, nummer: {number}}}}}\n"
        for name, number in numbers.items()
    )
    made = plan(f"navn: x\nmidler: 2019-26\nparter:\n{parter}  - {{navn: f, type: anden}}\n")
    assert [part.navn for part in made.underskrivere] == ["e", "c", "b", "a", "d", "f"]
    assert [part.navn for part in made.parter] == ["a", "b", "c", "d", "e", "f"]


def test_a_thing_is_told_by_all_its_names_the_full_one_first() -> None:
    nord, kommune = plan().parter
    assert nord.alle_navne == ("Boligselskabet Nord", "Nord", "BS Nord")
    assert (nord.vist, kommune.vist) == ("Nord", "Vestby Kommune")
    assert kommune.alle_navne == ("Vestby Kommune",)
