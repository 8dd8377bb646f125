"""The organisation as a diagram shows it: from the plan's own data, and what its file says beside."""

from __future__ import annotations

from generator.plan.model.enheder import Enhed
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.organisation import Bestyrelse, Gruppe, Medlem, Organisation, Sekretariat
from generator.plan.model.organisationsdiagram import Forbindelse, Opstilling, Organisationsdiagram
from generator.plan.model.parter import Part

PLAN = Helhedsplan(
    navn="Planen", midler="2019-26",
    parter=(Part(navn="Kommunen", type="kommune"),
            Part(navn="Boligforeningen", kortnavn="BF", type="boligorganisation"),
            Part(navn="Foreningen", type="anden")),
    organisation=Organisation(
        ansøger="Boligforeningen", administrator="Administrationen",
        bestyrelse=Bestyrelse(navn="Rådet", medlemmer=(
            Medlem(titel="direktør", organisation="Kommunen"), Medlem(titel="formand", udpeget_af="BF"),
            Medlem(titel="konsulent", organisation="Foreningen", deltager_som="rådgivende"))),
        grupper=(Gruppe(navn="Naboerne", boligområder=("Parken",)),
                 Gruppe(navn="Jobgruppen", indsatsområde="job"), Gruppe(navn="Styregruppen")),
        sekretariat=Sekretariat(leder="leder")))  # fmt: skip


def levels(shown: Opstilling) -> list[list[str]]:
    return [[unit.navn for unit in level] for level in shown.niveauer]


def lines(shown: Opstilling) -> set[tuple[str, str, str]]:
    return {(line.fra.navn, line.art, line.til.navn) for line in shown.streger}


def test_parties_stand_at_the_top_then_the_board_its_groups_from_wide_to_narrow_and_the_secretariat() -> None:
    assert levels(Organisationsdiagram().opstilling(PLAN)) == [
        ["Kommunen", "BF", "Foreningen", "Administrationen"], ["Rådet"], ["Styregruppen"], ["Jobgruppen"],
        ["Naboerne"], ["Sekretariatet"],
    ]  # fmt: skip


def test_parties_sit_on_the_board_groups_belong_under_it_and_the_secretariat_serves_it() -> None:
    assert lines(Organisationsdiagram().opstilling(PLAN)) == {
        ("Kommunen", "deltager", "Rådet"), ("BF", "deltager", "Rådet"),
        ("Styregruppen", "hører_under", "Rådet"), ("Jobgruppen", "hører_under", "Rådet"),
        ("Naboerne", "hører_under", "Rådet"), ("Sekretariatet", "betjener", "Rådet"),
    }  # fmt: skip


def test_those_put_beside_each_other_stand_below_the_parties_and_the_others_below_them() -> None:
    own = Organisationsdiagram(niveauer=(("bestyrelsen", "Sekretariatet"), ("Naboerne", "Ukendt")))
    assert levels(own.opstilling(PLAN)) == [
        ["Kommunen", "BF", "Foreningen", "Administrationen"], ["Rådet", "Sekretariatet"], ["Naboerne"],
        ["Styregruppen"], ["Jobgruppen"],
    ]  # fmt: skip


def test_a_connection_takes_the_place_of_the_one_that_the_plan_gives_between_the_same_two() -> None:
    own = Organisationsdiagram(forbindelser=(
        Forbindelse(fra="Styregruppen", til="Bestyrelsen", art="rådgiver"),
        Forbindelse(fra="Styregruppen", til="Styregruppen", art="vælger"),
        Forbindelse(fra="Ukendt", til="Bestyrelsen", art="vælger")))  # fmt: skip
    shown = lines(own.opstilling(PLAN))
    assert {line for line in shown if line[0] == "Styregruppen"} == {("Styregruppen", "rådgiver", "Rådet")}
    assert not {line for line in shown if line[1] == "vælger"}


def test_lines_that_leave_a_unit_are_told_by_their_kind() -> None:
    own = Organisationsdiagram(forbindelser=(
        Forbindelse(fra="Sekretariatet", til="Jobgruppen", art="betjener"),
        Forbindelse(fra="Sekretariatet", til="Rådet", art="refererer")))  # fmt: skip
    shown = own.opstilling(PLAN)
    secretariat: Enhed = shown.enheder[-1]
    assert shown.fra(secretariat) == [("betjener", ["Jobgruppen"]), ("refererer", ["Rådet"])]
    assert shown.nummer(secretariat) == 9


def test_a_plan_without_an_organisation_has_no_lines() -> None:
    shown = Organisationsdiagram().opstilling(Helhedsplan(navn="Planen", midler="2019-26"))
    assert shown.enheder == () and shown.streger == ()
