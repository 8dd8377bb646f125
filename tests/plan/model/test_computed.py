"""A property that makes a value declares the fields that it reads, and all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

import pytest

from generator.plan import model as package
from generator.plan.model.base import Navngivet
from generator.plan.model.boligomraade import Afdeling
from generator.plan.model.budget import Budget, Finansiering
from generator.plan.model.budgetbilag import Budgetbilag, Budgetkilde, Post
from generator.plan.model.computed import computed_from, values_at
from generator.plan.model.dates import Forlængelse
from generator.plan.model.delaftale import Aktivitet, Delaftale
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.maal import Målepunkt, Områdeværdi, Årstal
from generator.plan.model.maalinger import Målinger
from generator.plan.model.milepaelsplan import Gentagelse
from generator.plan.model.organisation import Bestyrelse, Gruppe, Medlem, Organisation
from generator.plan.model.parter import Part, Underskrift
from generator.plan.model.record import Model
from generator.plan.model.statusdele import Nu
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Periode, Timer
from generator.plan.model.versioner import Version
from generator.plan.rules.gathered import fields

LINES = tuple(
    Finansiering(kilde=kilde, beløb=Beløb(Decimal(beløb)), ansøgt=ansøgt)
    for kilde, beløb, ansøgt in (("Fonden", 5, Beløb(Decimal(6))), ("Kommunen", 7, Beløb(Decimal(9))))
)
PARTS = tuple(
    Part(navn=navn, type="kommune", underskrift=Underskrift(nummer=n)) for n, navn in ((2, "B"), (1, "A"))
)
SEATS = (
    Medlem(antal=Antal(7), titel="beboere"), Medlem(organisation="Rådet", deltager_som="observatør"),
)
YEARS = {"2025": Beløb(Decimal(5)), "2026": Beløb(Decimal(6))}
SOURCES = (Budgetkilde(kilde="Fonden", år=YEARS), Budgetkilde(kilde="Kommunen", beløb=Beløb(Decimal(7))))
FIGURES = {"Parken": Områdeværdi(værdi=Måltal(None, er_diskretioneret=True))}
MEASURED = Målepunkt(navn="Fraflytning", enhed="procent", år={"2025": Årstal(områder=FIGURES, andre=FIGURES)})
FILLED: tuple[Model, ...] = (
    Navngivet(navn="Boligforeningen", kortnavn="BF", aliaser=("Foreningen",)),
    LINES[0],
    Afdeling(nummer="10", navn="Egeparken"),
    SOURCES[0],
    Gentagelse(milepæl="Mødet", hver="halvår"),
    Budgetbilag(
        poster=(Post(post="løn", år=YEARS), Post(post="andet", beløb=Beløb(Decimal(7)))), finansiering=SOURCES
    ),
    Budget(finansiering=LINES, samlet=Beløb(Decimal(12))),
    Periode(fra=Dato(2025, 8, 1), til=Dato(2029, 7, 31)),
    Version(nummer="1", dato=Dato(2025, 8, 1)),
    SEATS[0],
    Bestyrelse(medlemmer=SEATS),
    Gruppe(navn="Følgegruppen", medlemmer=SEATS),
    Organisation(grupper=(Gruppe(navn="Følgegruppen"), Gruppe(navn="Jobgruppen"))),
    Helhedsplan(
        navn="Planen", midler="2019-26", parter=PARTS, forlængelse=Forlængelse(til=Dato(2030)),
        periode=Periode(fra=Dato(2025), til=Dato(2029)),
    ),
    Nu(områder=FIGURES, andre=FIGURES, i_alt=FIGURES["Parken"]),
    MEASURED,
    MEASURED.år["2025"],
    Målinger(målepunkter=(MEASURED, MEASURED)),
    Delaftale(indsatsområde="job", aktiviteter=tuple(
        Aktivitet(navn=navn, timer_pr_uge=Timer(Decimal(3))) for navn in ("Caféen", "Holdet")
    )),
)  # fmt: skip
"""A model of each class that has properties, every field that one reads filled in."""


def properties(kind: type[Model]) -> Iterator[str]:
    """The names of the properties that are the model's own."""
    return (name for name, member in vars(kind).items() if isinstance(member, (property, cached_property)))


COMPUTED = [(model, name) for model in FILLED for name in properties(type(model))]


class Spy:
    """Stands for a value, and notes the paths of the fields that are read of it and of what it holds."""

    def __init__(self, value: Any, read: set[str], path: str = "") -> None:
        self._value, self._read, self._path = value, read, path

    def __getattr__(self, name: str) -> Any:
        member = getattr(type(self._value), name, None)
        if isinstance(member, property) and member.fget:
            return member.fget(self)
        return spied(getattr(self._value, name), self._read, f"{self._path}.{name}".lstrip("."))


def spied(value: Any, read: set[str], path: str) -> Any:
    """The value with a spy in the place of each model in it; what holds nothing more is read by now."""
    if isinstance(value, Model):
        return Spy(value, read, path)
    if isinstance(value, tuple):
        return tuple(spied(inner, read, f"{path}.*") for inner in value)
    read.add(path)
    return value


@pytest.mark.parametrize(("model", "name"), COMPUTED, ids=[name for _, name in COMPUTED])
def test_a_property_that_makes_a_value_declares_just_the_fields_that_it_reads(
    model: Model, name: str
) -> None:
    read: set[str] = set()
    member = getattr(type(model), name)
    value = (member.func if isinstance(member, cached_property) else member.fget)(Spy(model, read))
    assert read
    if is_made(value, {id(held) for _, held in fields(model)}):
        assert set(computed_from(type(model), name)) == read
    else:
        assert computed_from(type(model), name) in ((), tuple(sorted(read)))  # a cause, where a form asks it


def is_made(value: object, held: set[int]) -> bool:
    """Whether it is something of its own: no yes or no, and nothing that the model holds."""
    if isinstance(value, tuple):
        return any(is_made(item, held) for item in value)
    return not (isinstance(value, (Spy, bool)) or id(value) in held)


def test_every_model_with_properties_is_among_those_that_are_tried() -> None:
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    kinds = {kind for module in modules for kind in vars(module).values()
             if isinstance(kind, type) and issubclass(kind, Model) and any(properties(kind))}  # fmt: skip
    assert kinds == {type(model) for model in FILLED}


def test_the_values_at_a_path_are_the_very_objects_and_none_where_a_step_is_empty() -> None:
    plan = Helhedsplan(navn="Planen", midler="2019-26", budget=Budget(finansiering=LINES))
    found = list(values_at(plan, "budget.finansiering.*.beløb"))
    assert [id(value) for value in found] == [id(line.beløb) for line in LINES]
    assert list(values_at(Helhedsplan(navn="Planen", midler="2019-26"), "budget.finansiering.*.beløb")) == []
