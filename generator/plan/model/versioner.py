"""Versions of an agreement, with their changes and decisions."""

from __future__ import annotations

from typing import Any

from generator.plan.kind import Body
from generator.plan.model.base import Model, felt, krævet, samme
from generator.plan.model.budget import NAMES_OF_THE_FUND
from generator.plan.model.values import Dato, Linje

NOBODYS = "NN"
"""Example of what nobody but the program writes."""


class Beslutning(Model):
    """Decision on a version: the body and the date."""

    instans: Linje = krævet("Hvem der har besluttet versionen.", "Bestyrelsen")
    dato: Dato | None = felt("Hvornår det er besluttet.", "24.2.2026")
    sagsnummer: Linje | None = felt("Sagens nummer, hvor beslutningen har et.", "NN")


class Version(Model):
    """One version of the agreement."""

    nummer: Linje = krævet("Versionens nummer.", "2")
    dato: Dato | None = felt("Hvornår versionen gælder fra.", "1.3.2026")
    ændring: Linje | None = felt("Hvad der er ændret siden den forrige.", "Nyt delmål om udsættelser")
    besluttet: tuple[Beslutning, ...] = felt(
        "Hvem der har besluttet versionen: bestyrelsen, byrådet, Landsbyggefonden.",
        "[{instans: Bestyrelsen, dato: 24.2.2026}]",
        (),
    )
    aftryk: Linje | None = felt(
        "Aftryk af den udstedte tekst. `aftale sign` skriver det; ret det aldrig.", NOBODYS, styrer=True
    )

    @property
    def har_aftryk(self) -> bool:
        """True where a hash stands there; the example of one, which a rule finds, is none."""
        return self.aftryk not in (None, NOBODYS)

    def er_besluttet_af(self, body: Body) -> bool:
        """Tell whether the body has decided it, on a known date."""
        names = NAMES_OF_THE_FUND if body is Body.FUND else {samme(body.value)}
        return any(b.dato and any(name in samme(b.instans) for name in names) for b in self.besluttet)


def versioner() -> Any:
    """Declare the field with the versions of an agreement, the oldest first."""
    return felt("Aftalens versioner, den ældste først. Den sidste er den, der gælder.", default=())
