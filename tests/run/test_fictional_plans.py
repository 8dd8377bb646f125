"""Two invented plans, one a round, hold what other municipalities' plans need and Viborg's do not show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.plan.model.budget import Bidrag, Finansiering
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.source.read import read_yaml

AGREEMENTS = Path(__file__).parents[1] / "plans" / "agreements"
FORMS = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True)
class Invented:
    """An invented plan with its files, as the model reads them."""

    fælles: Helhedsplan
    strategisk: StrategiskSamarbejdsaftale
    delaftaler: tuple[Delaftale, ...]
    form: Form


@pytest.fixture(scope="module", params=["opdigtet-2016-2020", "opdigtet-2026-2030"])
def plan(request: pytest.FixtureRequest) -> Invented:
    folder = AGREEMENTS / request.param
    fælles = load(read_yaml(folder / "helhedsplan.yaml", "helhedsplan.yaml"), Helhedsplan).value
    strategisk = folder / "strategisk-samarbejdsaftale.yaml"
    form = FORMS / fælles.midler / "form.yaml"
    return Invented(
        fælles,
        load(read_yaml(strategisk, strategisk.name), StrategiskSamarbejdsaftale).value,
        tuple(load(read_yaml(p, p.name), Delaftale).value for p in sorted(folder.glob("delaftale-*.yaml"))),
        load(read_yaml(form, form.name), Form).value,
    )


def lines(finansiering: tuple[Finansiering, ...]) -> list[Bidrag]:
    """The sources with those they consist of."""
    return [line for top in finansiering for line in (top, *top.dele)]


def test_a_party_signs_under_another_name_with_an_office_and_in_an_order_of_its_own(plan: Invented) -> None:
    underskrifter = [part.underskrift for part in plan.fælles.parter if part.underskrift]
    assert any(u.etiket for u in underskrifter) and any(u.titel == "borgmester" for u in underskrifter)
    assert plan.fælles.underskrivere != plan.fælles.parter


def test_a_start_may_be_a_month_or_a_year(plan: Invented) -> None:
    assert plan.fælles.periode and plan.fælles.periode.fra and plan.fælles.periode.fra.dag is None
    starts = [a.periode.fra for a in plan.fælles.andre_aftaler if a.periode]
    assert any(fra and fra.måned is None for fra in starts)


def test_areas_have_slashes_accents_numbers_and_several_owners(plan: Invented) -> None:
    names = " ".join(område.navn for område in plan.fælles.boligområder)
    assert "/" in names and "´" in names and "é" in names and any(c.isdigit() for c in names)
    owners = [{a.ejer for a in område.afdelinger if a.ejer} for område in plan.fælles.boligområder]
    assert max(map(len, owners)) > 1


def test_every_owner_is_found_by_one_of_its_names(plan: Invented) -> None:
    områder = plan.fælles.boligområder
    ejere = {o.ejer for o in områder} | {a.ejer for o in områder for a in o.afdelinger}
    assert all(plan.fælles.part(ejer) for ejer in ejere if ejer)


def test_the_applicant_is_no_party_and_the_secretariat_has_a_name(plan: Invented) -> None:
    organisation = plan.fælles.organisation
    assert organisation and organisation.ansøger and organisation.sekretariat
    assert plan.fælles.part(organisation.ansøger) is None and organisation.sekretariat.navn


def test_the_board_has_two_chairs_members_from_outside_and_more_plans_than_one(plan: Invented) -> None:
    assert plan.fælles.organisation and plan.fælles.organisation.bestyrelse
    bestyrelse = plan.fælles.organisation.bestyrelse
    assert sum(m.formand == "ja" for m in bestyrelse.medlemmer) == 2 and bestyrelse.fælles_med
    seats = " ".join(f"{m.titel} {m.organisation} {m.udpeget_af}" for m in bestyrelse.medlemmer).casefold()
    assert all(word in seats for word in ("politi", "fond", "erhverv", "beboer"))
    assert "provst" in seats or "sognepræst" in seats


def test_there_are_groups_of_every_kind(plan: Invented) -> None:
    assert plan.fælles.organisation
    kinds = [gruppe.type for gruppe in plan.fælles.organisation.grupper]
    assert kinds.count("styregruppe") > 1 and kinds.count("følgegruppe") > 1
    assert {"samarbejdsråd", "forum med politikere"} <= set(kinds)


def test_organisations_groups_and_persons_are_parties_to_delaftaler(plan: Invented) -> None:
    parter = [delaftale.parter for delaftale in plan.delaftaler if delaftale.parter]
    assert any(p.organisationer for p in parter) and any(p.grupper for p in parter)
    assert any(person.titel and person.enhed for p in parter for person in p.personer)


def test_money_comes_from_many_sources_and_adds_up(plan: Invented) -> None:
    budget = plan.fælles.budget
    assert budget and budget.samlet and len(budget.finansiering) > 3
    every = lines(budget.finansiering)
    assert {"kontant", "timer", "kontant og timer"} == {line.form for line in every if line.form}
    assert {"fond", "projekt"} == {line.type for line in budget.finansiering if line.type}
    assert any(line.beløb and not line.beløb.er_præcis for line in every)
    assert any(line.ansøgt for line in every)
    assert budget.stemmer and budget.sum and budget.sum.tal == budget.samlet.tal
    for line in budget.finansiering:
        if line.dele and line.beløb:
            assert sum(del_.beløb.tal for del_ in line.dele if del_.beløb) == line.beløb.tal


def test_all_areas_of_effort_are_chosen_and_each_has_a_delaftale(plan: Invented) -> None:
    chosen = [valgt.indsatsområde for valgt in plan.fælles.indsatsområder]
    assert chosen == [område.nøgle for område in plan.form.indsatsområder]
    assert any(valgt.lokalt_navn for valgt in plan.fælles.indsatsområder)
    assert sorted(chosen) == sorted(delaftale.indsatsområde for delaftale in plan.delaftaler)
    assert set(chosen) == set(plan.strategisk.indsatsområder)


def test_there_are_agreements_beside_the_plan(plan: Invented) -> None:
    assert {"partnerskabsaftale", "social investering"} == {a.type for a in plan.fælles.andre_aftaler}


def test_the_approval_trail_ends_at_the_fund_with_dates_and_case_numbers(plan: Invented) -> None:
    trail = plan.fælles.godkendelser
    assert len(trail) > 3 and trail[-1].instans == "Landsbyggefonden"
    days = [step.dato.første() for step in trail if step.dato]
    assert len(days) == len(trail) and days == sorted(days) and any(step.sagsnummer for step in trail)


def test_the_plan_is_final_and_every_annex_is_enclosed(plan: Invented) -> None:
    assert plan.fælles.status == "endelig"
    enclosed = [bilag.bilag for bilag in plan.strategisk.bilag if bilag.status == "vedlagt"]
    assert enclosed == [bilag.nøgle for bilag in plan.form.bilag]


def test_the_areas_add_up_to_the_plan(plan: Invented) -> None:
    beboere = [o.beboere.tal for o in plan.fælles.boligområder if o.beboere]
    lejemål = [o.lejemål.tal for o in plan.fælles.boligområder if o.lejemål]
    assert plan.fælles.beboere and sum(beboere) == plan.fælles.beboere.tal
    assert plan.fælles.lejemål and sum(lejemål) == plan.fælles.lejemål.tal
