"""Examples in a new plan's files: names that the plan has itself, and words that its form gives.

The models' own examples are of one plan, and its names would be refused in another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from generator.authoring.commented_yaml import listed
from generator.base import danish
from generator.base.values import replace
from generator.plan.kinds import FileKind
from generator.plan.model import record
from generator.plan.model.base import Accept
from generator.plan.model.boligomraade import Afdeling, Boligområde
from generator.plan.model.budget import Bidrag, Finansiering
from generator.plan.model.dates import Forlængelse
from generator.plan.model.delaftale import Aktivitet, DelaftaleParter, Person
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import AndenAftale, Godkendelse, Helhedsplan, ValgtIndsatsområde
from generator.plan.model.maal import Baseline, Delmål, ForOmråder, Måling
from generator.plan.model.organisation import Bestyrelse, Gruppe, Medlem, Organisation
from generator.plan.model.parter import Part, Underskrift
from generator.plan.model.record import Model
from generator.plan.model.round_keys import Key, RoundKeys
from generator.plan.model.statusdele import Nu
from generator.plan.model.strategisk import Bilag, Kriterievurdering, Nøgletal, Problemkompleks, Tiltag
from generator.plan.model.values import Dato, Refused
from generator.plan.source.scalars import scalar

AREA, OWNER, TOWN = "Området NN", "Boligorganisationen NN", "Kommunen NN"
FIGURE = '"21,5 %"'
ROUND: Key = (Helhedsplan, "midler")
"""The key that names the round."""
ANY = Model
"""Stands for whichever model has a key of the name."""


class Names(Struct, frozen=True):
    """Names of the plan's parties, areas and chosen areas of effort, as far as they are known."""

    parter: Sequence[tuple[str, str]]
    områder: Sequence[str]
    indsatsområder: Sequence[str]
    til: str = ""

    @classmethod
    def of(cls, shared: Mapping[str, Any]) -> Names:
        """Examples of helhedsplan.yaml, as YAML has it."""
        return cls(
            [(part["navn"], part["type"]) for part in shared.get("parter", ())],
            [område["navn"] for område in shared.get("boligområder", ())],
            [chosen["indsatsområde"] for chosen in shared.get("indsatsområder", ())],
            (shared.get("periode") or {}).get("til") or "",
        )

    def party(self, kind: str, otherwise: str) -> str:
        """The first party of that kind."""
        return next((name for name, of in self.parter if of == kind), otherwise)


class Examples:
    """The fields of each model as a file of that kind shows them in a new plan of that round.

    `keys` are those that the round has.
    """

    def __init__(self, names: Names, form: Form, kind: FileKind, keys: RoundKeys) -> None:
        self._keys = keys
        accepted: dict[Key, str] = {(Accept, key): text for key, text in kind.accepts.items()}
        extended: dict[Key, str] = {(Forlængelse, "til"): _a_year_after(names.til)}
        of_plan = {**_of_parties(names), **_of_areas(names), **_of_effort(names, form)}
        self._own = {**of_plan, **extended, **accepted}

    def fields(self, model: type[Model]) -> Mapping[str, record.Field]:
        """The fields that the round has, with examples that fit the plan."""
        fields = self._keys.fields(model).items()
        return {name: self._shown((model, name), field) for name, field in fields}

    def _shown(self, at: Key, field: record.Field) -> record.Field:
        own = self._own.get(at) or self._own.get((ANY, at[1]))
        return replace(field, example=own) if own else field


def _a_year_after(last_day: str) -> str:
    """Last day of a plan that is extended by a year; the model's own example where the first is not known."""
    try:
        last = Dato.parse(last_day)
    except Refused:
        return Forlængelse.fields["til"].example
    day = 28 if (last.dag, last.måned) == (29, 2) else last.dag
    return danish.dato(Dato(last.år + 1, last.måned, day)).replace(danish.HARD_SPACE, " ")


def _of_parties(names: Names) -> dict[Key, str]:
    owner = names.party("boligorganisation", OWNER)
    town = names.party("kommune", TOWN if not names.parter else owner)
    last = names.parter[-1][0] if names.parter else OWNER
    return {
        (Helhedsplan, "navn"): "Helhedsplanen i NN",
        (Part, "navn"): OWNER, (Part, "kortnavn"): "NN", (Part, "aliaser"): "[Foreningen NN]",
        (Underskrift, "etiket"): scalar(f"{last}, sekretariatet"), (Underskrift, "titel"): "direktør",
        (Boligområde, "ejer"): scalar(owner), (Afdeling, "ejer"): scalar(owner),
        (Organisation, "ansøger"): scalar(owner), (Organisation, "administrator"): scalar(owner),
        (Medlem, "organisation"): scalar(town), (Person, "enhed"): scalar(town),
        (Bestyrelse, "fælles_med"): "[Planen i NN]", (Bestyrelse, "navn"): "Bestyrelsen NN",
        (Bidrag, "kilde"): scalar(town), (Bidrag, "beløb"): "3.250",
        (Finansiering, "kilde"): "Lokal medfinansiering", (Finansiering, "beløb"): "3.250",
        (Finansiering, "type"): "medfinansiering",
        (Godkendelse, "instans"): "Byrådet", (AndenAftale, "parter"): "[Foreningen NN]",
        (DelaftaleParter, "organisationer"): listed(owner),
        (Delmål, "datakilder"): '["Kilden NN, 2026"]',
    }  # fmt: skip


def _of_areas(names: Names) -> dict[Key, str]:
    areas = [scalar(name) for name in names.områder] or [AREA]
    figures = "\n".join(f"{area}: {FIGURE}" for area in areas)
    one = listed(names.områder[0] if names.områder else AREA)
    return {
        (Boligområde, "navn"): AREA, (Boligområde, "kortnavn"): "Gården NN",
        (Boligområde, "aliaser"): "[Parken NN]", (Afdeling, "navn"): AREA, (Boligområde, "by"): "Byen NN",
        (Baseline, "områder"): figures, (Nøgletal, "områder"): figures, (Måling, "områder"): figures,
        (Nu, "områder"): figures,
        (Måling, "måling"): "Andelen, der er trygge, stiger til 80 %.",
        (ForOmråder, "tekst"): "Her er det kun børn under 15 år.", (ForOmråder, "områder"): one,
        (Gruppe, "boligområder"): one, (Tiltag, "områder"): one,
        (Aktivitet, "kortnavn"): "Rådgivning", (Aktivitet, "aliaser"): "[Rådgivningen]",
    }  # fmt: skip


def _of_effort(names: Names, form: Form) -> dict[Key, str]:
    offered = [*names.indsatsområder, *(område.nøgle for område in form.indsatsområder)]
    first = offered[0] if offered else "…"
    chosen = names.indsatsområder or [first]
    return {
        ROUND: form.midler, (ValgtIndsatsområde, "indsatsområde"): first, (Gruppe, "indsatsområde"): first,
        (Problemkompleks, "indsatsområder"): "\n".join(f"{key}: …" for key in chosen),
        (ANY, "indsatsområder"): f"{first}:",
        (Kriterievurdering, "kriterium"): next(iter(_criteria(form)), "…"),
    }  # fmt: skip


def words_of(form: Form) -> dict[Key, list[str]]:
    """The words that a plan of the round can choose from: the keys of what its form lists."""
    areas = [område.nøgle for område in form.indsatsområder]
    annexes = [bilag.nøgle for bilag in form.bilag]
    criteria = {(Kriterievurdering, "kriterium"): _criteria(form)}
    return {(ANY, "indsatsområde"): areas, (Bilag, "bilag"): annexes} | criteria


def _criteria(form: Form) -> list[str]:
    return [punkt.nøgle for punkt in form.kriterier.punkter] if form.kriterier else []
