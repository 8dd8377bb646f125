"""`aftale new --from`: a plan that begins with the facts of another, and with nothing else of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.authoring.format import canonical
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.source.read import read_yaml
from tests.conftest import ROOT, Aftale

OLD = "opdigtet-2026-2030"
NEW = Path("agreements/ny/helhedsplan.yaml")


@pytest.fixture(autouse=True)
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Helhedsplan:
    """The plan that is begun with, in a workspace of its own."""
    shutil.copytree(ROOT / "tests/plans/agreements" / OLD, tmp_path / "agreements" / OLD)
    monkeypatch.chdir(tmp_path)
    return read(Path("agreements") / OLD / "helhedsplan.yaml")


def read(path: Path) -> Helhedsplan:
    return load(read_yaml(path, path.name), Helhedsplan).value


def test_it_has_the_parties_areas_organisation_and_round_of_the_other(
    old: Helhedsplan, aftale: Aftale
) -> None:
    result = aftale("new", "ny", "--from", OLD)
    assert result.exit_code == 0, result.output
    taken = "parter (4), boligområder (4), indsatsområder (4) and organisation"
    assert f"Taken from {OLD}: {taken}." in result.output
    made = read(NEW)
    assert made.midler == old.midler
    assert [p.alle_navne for p in made.parter] == [p.alle_navne for p in old.parter]
    assert [(o.alle_navne, o.ejer, o.afdelinger) for o in made.boligområder] == [
        (o.alle_navne, o.ejer, o.afdelinger) for o in old.boligområder
    ]
    assert made.indsatsområder == old.indsatsområder
    assert made.organisation and made.organisation.bestyrelse and old.organisation
    assert old.organisation.bestyrelse
    assert len(made.organisation.bestyrelse.medlemmer) == len(old.organisation.bestyrelse.medlemmer)
    assert [g.navn for g in made.organisation.grupper] == [g.navn for g in old.organisation.grupper]
    assert len(list(NEW.parent.iterdir())) == 6


def test_it_has_no_text_figure_date_version_or_approval_of_the_other(aftale: Aftale) -> None:
    assert aftale("new", "ny", "--from", OLD, "--navn", "Ny plan").exit_code == 0
    made = read(NEW)
    assert (made.navn, made.status) == ("Ny plan", "udkast")
    assert not (made.periode or made.vision or made.beboere or made.lejemål or made.budget)
    assert not (made.godkendelser or made.andre_aftaler or made.accepter)
    assert not any(område.beboere or område.lejemål for område in made.boligområder)
    assert made.organisation and not made.organisation.øvrigt
    assert not any(gruppe.opgave or gruppe.mødekæde for gruppe in made.organisation.grupper)
    assert not any(part.sagsnummer or (part.underskrift and part.underskrift.navn) for part in made.parter)


def test_it_builds_at_once_and_is_in_canonical_form(aftale: Aftale) -> None:
    assert aftale("new", "ny", "--from", OLD).exit_code == 0
    assert aftale("build", "ny").exit_code == 0
    text = NEW.read_text(encoding="utf-8")
    assert canonical(text, Helhedsplan) == text


def test_of_another_round_it_has_no_area_of_effort(aftale: Aftale) -> None:
    result = aftale("new", "ny", "--from", OLD, "--midler", "2015-18")
    assert result.exit_code == 0
    assert "Nor what is only in the round 2019-26." in result.output
    made = read(NEW)
    assert made.indsatsområder == ()
    assert made.organisation and not any(gruppe.indsatsområde for gruppe in made.organisation.grupper)
    assert aftale("build", "ny").exit_code == 0


def test_what_is_said_on_the_command_line_stands_before_it(aftale: Aftale) -> None:
    assert aftale("new", "ny", "--from", OLD, "--område", "Ellemarken").exit_code == 0
    assert [område.navn for område in read(NEW).boligområder] == ["Ellemarken"]


def test_a_terminal_is_asked_only_for_what_the_other_does_not_give(
    aftale: Aftale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.asking.at_terminal", lambda: True)
    result = aftale("new", "ny", "--from", OLD, input="Ny plan\n1.8.2030\n31.7.2034\n")
    assert result.exit_code == 0, result.output
    assert read(NEW).navn == "Ny plan"


def test_another_plan_that_is_not_there_makes_nothing(aftale: Aftale) -> None:
    result = aftale("new", "ny", "--from", "opdigtet-2026")
    assert result.exit_code == 2 and f"did you mean `{OLD}`" in result.output
    assert not NEW.exists()


def test_how_many_seats_are_alike_and_how_many_departments_there_are_goes_along(aftale: Aftale) -> None:
    other = "digtehavn-2027-2031"
    shutil.copytree(ROOT / "tests/plans/agreements" / other, Path("agreements") / other)
    assert aftale("new", "ny", "--from", other, "--navn", "Ny plan").exit_code == 0
    old, new = read(Path("agreements") / other / "helhedsplan.yaml"), read(NEW)
    assert seats(new) == seats(old)
    assert seats(old) > {2, 4, 7}
    departments = [område.antal_afdelinger for område in old.boligområder]
    assert [område.antal_afdelinger for område in new.boligområder] == departments
    assert any(departments)


def seats(plan: Helhedsplan) -> set[int]:
    """How many seats the members of the board and of the groups have."""
    assert plan.organisation and plan.organisation.bestyrelse
    listed = [plan.organisation.bestyrelse.medlemmer, *(one.medlemmer for one in plan.organisation.grupper)]
    return {member.pladser for members in listed for member in members}
