"""A plan as a whole: the shared facts, its agreements, and the form of its round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct, field

from generator.base.findings import Place
from generator.plan.kinds import DocumentKind
from generator.plan.model.base import Accept
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan, Status
from generator.plan.model.load import Loaded
from generator.plan.model.maal import Målepunkt
from generator.plan.model.record import Model, NotRead
from generator.plan.model.udgave import Udgave, Uorden
from generator.plan.model.values import Periode, Timer
from generator.plan.model.versioner import Version

if TYPE_CHECKING:
    from generator.plan.model.delaftale import Aktivitet, Aktivitetsskema
    from generator.plan.model.milepaelsplan import Punkt
    from generator.plan.model.strategisk import Bilag, EgetBilag

T = TypeVar("T")


class Aftale(Struct, frozen=True):
    """One document of a plan. `navn` is its file's name without .yaml.

    A key that a kind of document may have or lack is asked for here: it is empty where the kind has none.
    """

    navn: str
    kind: DocumentKind
    kilde: Loaded[Model]

    @property
    def art(self) -> str:
        """Name of its kind, for templates."""
        return self.kind.name

    @property
    def indhold(self) -> Model:
        return self.kilde.value

    def har(self, nøgle: str) -> bool:
        """Tell whether its kind has that key."""
        return nøgle in type(self.indhold).fields

    @property
    def særkende(self) -> str:
        """Value that tells it from the plan's others of its kind; empty where it is the only one."""
        return str(self._under(self.kind.key, "") or "")

    @property
    def indsatsområde(self) -> str:
        """Key of the area of effort that it is about; empty where it is about no single one."""
        return self._under("indsatsområde", "")

    @property
    def indsats(self) -> str | None:
        """Name of the effort within that area; None where it is the plan's."""
        return self._under("navn", None) if self.indsatsområde else None

    @property
    def periode(self) -> Periode | None:
        """Period of its own; None where it is the plan's."""
        return self._under("periode", None)

    @property
    def timer_i_alt(self) -> Timer | None:
        """Hours a week for all its activities; None while one of them lacks its hours."""
        return self._under("timer_i_alt", None)

    @property
    def status(self) -> Status | None:
        """Status of its own; None where it is the plan's."""
        return self._under("status", None)

    @property
    def enhed(self) -> str | None:
        """Unit of its amounts; None where it is the plan's."""
        return self._under("enhed", None)

    def aktiviteter_med_skema(self) -> list[tuple[Aktivitet, Aktivitetsskema | None]]:
        """Each of its activities with its form, None where it has none."""
        listed: Callable[[], list[tuple[Aktivitet, Aktivitetsskema | None]]]
        listed = self._under("aktiviteter_med_skema", list)
        return listed()

    @property
    def målepunkter(self) -> tuple[Målepunkt, ...]:
        """Things that it has measured figures of."""
        return self._under("målepunkter", ())

    @property
    def versioner(self) -> tuple[Version, ...]:
        """Versions, the oldest first."""
        return self._under("versioner", ())

    def milepæle(self, gælder: Periode | None) -> tuple[Punkt, ...]:
        """Milestones of a plan that runs so long, each time of those that come again; none in most kinds."""
        gange: Any = self._under("gange", None)
        return gange(gælder) if gange else ()

    @property
    def accepter(self) -> tuple[Accept, ...]:
        """Findings that it accepts."""
        return self._under("accepter", ())

    @property
    def bilag(self) -> tuple[Bilag, ...]:
        """Annexes of the form of which it says where they are."""
        return self._under("bilag", ())

    @property
    def egne_bilag(self) -> tuple[EgetBilag, ...]:
        """Annexes that the parties add to those of the form."""
        return self._under("egne_bilag", ())

    def _under(self, nøgle: str, ellers: T) -> T:
        found: T = getattr(self.indhold, nøgle, ellers)
        return found

    @property
    def nyeste_version(self) -> Version | None:
        """Last of its versions; None where it has none."""
        return self.versioner[-1] if self.versioner else None

    @property
    def version(self) -> str:
        """Number of its last version; empty where it has none."""
        return self.nyeste_version.nummer if self.nyeste_version else ""

    def place(self, *path: str | int) -> Place:
        """Place of the value; of the nearest thing around it where it is missing."""
        return self.kilde.place(*path)


class Plan(Struct, frozen=True):
    """A helhedsplan with its agreements. `navn` is the name of its folder.

    `udgaver` tells of each agreement how its text stands to its newest version, as far as that is known;
    `uorden` what is wrong with the records of what was issued.
    """

    navn: str
    kilde: Loaded[Helhedsplan]
    aftaler: tuple[Aftale, ...]
    form: Form
    udgaver: Mapping[str, Udgave] = field(default_factory=dict)
    uorden: Mapping[str, tuple[Uorden, ...]] = field(default_factory=dict)

    @property
    def helhedsplan(self) -> Helhedsplan:
        return self.kilde.value

    @property
    def accepter(self) -> tuple[Accept, ...]:
        """Findings that helhedsplan.yaml accepts."""
        return self.helhedsplan.accepter

    @property
    def målepunkter(self) -> tuple[Målepunkt, ...]:
        """Things that its agreements have measured figures of."""
        return tuple(punkt for aftale in self.aftaler for punkt in aftale.målepunkter)

    def udgave_af(self, aftale: Aftale) -> str:
        """Number of the version that the document is; of a draft, of the one that it is to become.

        Empty where there is none, and where the one after the newest has no number that follows from it.
        """
        known = self.udgaver.get(aftale.navn)
        if self.is_final(aftale) or known is None or not known.gælder:
            return aftale.version
        return str(int(known.version) + 1) if known.version.isdecimal() else ""

    def place(self, *path: str | int) -> Place:
        """Place of the value in helhedsplan.yaml; of the nearest thing around it where it is missing."""
        return self.kilde.place(*path)

    def status(self, aftale: Aftale) -> Status:
        """Status of the agreement: its own, else the plan's."""
        return aftale.status or self.helhedsplan.status

    def is_final(self, source: Plan | Aftale | None = None) -> bool:
        """Tell whether the agreement is final; of the plan itself, whether any of what it holds is.

        One whose status cannot be read is taken for a draft: how grave a finding is hangs on it.
        """
        try:
            return "endelig" in ([self.status(source)] if isinstance(source, Aftale) else self._statuses())
        except NotRead:
            return False

    def is_draft(self) -> bool:
        """Tell whether all that the plan holds is a draft. Raises NotRead where a status cannot be read."""
        return "endelig" not in self._statuses()

    def _statuses(self) -> list[Status]:
        return [self.helhedsplan.status, *map(self.status, self.aftaler)]
