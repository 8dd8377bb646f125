"""A plan as a whole: the shared facts, its agreements, and the form of its round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.base.findings import Place
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan, Status
from generator.plan.model.load import Loaded
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.model.versioner import Version

STRATEGISK = "strategisk-samarbejdsaftale"
DELAFTALE = "delaftale"

Indhold = StrategiskSamarbejdsaftale | Delaftale


@dataclass(frozen=True, slots=True)
class Aftale:
    """One agreement of a plan. `navn` is its file's name without .yaml, `art` the kind of document."""

    navn: str
    art: str
    kilde: Loaded[StrategiskSamarbejdsaftale] | Loaded[Delaftale]

    @property
    def indhold(self) -> Indhold:
        return self.kilde.value

    @property
    def nyeste_version(self) -> Version | None:
        """The last of its versions; None where it has none."""
        return self.indhold.versioner[-1] if self.indhold.versioner else None

    @property
    def version(self) -> str:
        """The number of its last version; empty where it has none."""
        return self.nyeste_version.nummer if self.nyeste_version else ""

    def place(self, *path: str | int) -> Place:
        """Where the value stands; the nearest thing around it where it is missing."""
        return self.kilde.place(*path)


@dataclass(frozen=True, slots=True)
class Uvist:
    """Why nobody can tell whether an agreement has changed since its last version, and what helps."""

    hvorfor: str
    hjælp: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A helhedsplan with its agreements. `navn` is the name of its folder.

    `ændret` has the agreements that have changed since their last version became final, with the commit
    at which it did, as far as git knows; `uvist` those of which git cannot know it.
    """

    navn: str
    kilde: Loaded[Helhedsplan]
    aftaler: tuple[Aftale, ...]
    form: Form
    ændret: Mapping[str, str] = field(default_factory=dict)
    uvist: Mapping[str, Uvist] = field(default_factory=dict)

    @property
    def helhedsplan(self) -> Helhedsplan:
        return self.kilde.value

    def place(self, *path: str | int) -> Place:
        """Where the value stands in helhedsplan.yaml."""
        return self.kilde.place(*path)

    def status(self, aftale: Aftale) -> Status:
        """The agreement's own status, or the plan's."""
        return aftale.indhold.status or self.helhedsplan.status
