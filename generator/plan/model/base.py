"""Parts that many models share: names, known gaps, and findings that a plan accepts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from generator.plan.model.computed import beregnet
from generator.plan.model.record import Model, felt, krævet
from generator.plan.model.values import Linje, Tekst

__all__ = [
    "Accept", "Afsnit", "Led", "Mangel", "Model", "Navngivet", "Prosa", "ProsaIAfsnit", "accepter", "felt",
    "find", "krævet", "samme",
]  # fmt: skip

N = TypeVar("N", bound="Navngivet")


@lru_cache(maxsize=4096)
def samme(navn: str) -> str:
    """Fold a name for comparing: letters composed, case and extra space gone."""
    return " ".join(unicodedata.normalize("NFC", navn).split()).casefold()


def find(ting: Iterable[N], navn: str) -> N | None:
    """Find the first thing that goes by the name: its full name, short name or an alias."""
    søgt = samme(navn)
    return next((t for t in ting if søgt in t.kendes_som), None)


class Navngivet(Model):
    """Something that texts refer to by name, short name or alias."""

    navn: Linje = krævet("Det fulde navn, som det skal stå i aftalen.", "Kommunen NN")
    kortnavn: Linje | None = felt("Et kort navn til tabeller.", "kommunen")
    aliaser: tuple[Linje, ...] = felt(
        "Andre navne, som kilder bruger om det samme.", "[NN]", (), styrer=True
    )

    @property
    def alle_navne(self) -> tuple[str, ...]:
        """All names it goes by, the full one first."""
        return (self.navn, *((self.kortnavn,) if self.kortnavn else ()), *self.aliaser)

    @cached_property
    @beregnet("navn", "kortnavn", "aliaser.*")
    def kendes_som(self) -> frozenset[str]:
        """All its names, folded for comparing."""
        return frozenset(map(samme, self.alle_navne))

    @property
    @beregnet("navn", "kortnavn")
    def præsenteret(self) -> str:
        """Full name, for its first mention: with the short one in brackets where it is not part of it."""
        known = self.kortnavn is None or samme(self.kortnavn) in samme(self.navn)
        return self.navn if known else f"{self.navn} ({self.kortnavn})"

    def kaldt(self, navn: str) -> str:
        """Name to print for one of its names: the short one where that was written, else the full one."""
        return self.kortnavn if self.kortnavn and samme(navn) == samme(self.kortnavn) else self.navn

    @property
    def vist(self) -> str:
        """Short name where there is one, else the full one: for tables."""
        return self.kortnavn or self.navn


class Mangel(Model):
    """A gap that is known and explained, such as a page that a source has lost.

    It is the one way in which a final agreement may lack a required text.
    """

    mangler: Linje = krævet("Hvad der mangler, og hvorfor.", "Tabellen findes ikke i kilden.")
    tekst: Tekst | None = felt("Den del af teksten, som findes.")


class Accept(Model):
    """A finding that the plan lives with, and why. No document prints it."""

    regel: Linje = krævet("Reglens kode, som den står i beskeden.", "O2")
    begrundelse: Linje = krævet("Hvorfor det er i orden i denne plan.", "En anden taler for dem.")
    sted: Linje | None = felt("Kun for denne nøgle; ellers gælder det hele filen.", "organisation.bestyrelse")


def accepter() -> Any:
    """Declare the field with the findings that a file's writers have looked at and accept."""
    return felt("Beskeder, som I har set på og accepterer, hver med en begrundelse.", default=(), styrer=True)


Prosa = Tekst | Mangel
"""Prose, or a known gap."""


class Afsnit(Model):
    """Section of a long text, under a heading of its own."""

    overskrift: Linje = krævet("Afsnittets overskrift.", "Afsnittet NN")
    tekst: Prosa | None = felt("Afsnittets tekst.")


ProsaIAfsnit = Tekst | tuple[Afsnit, ...] | Mangel
"""Prose, or a list of sections with a heading each, or a known gap."""

Led = tuple[Linje, ...] | Mangel
"""A list of clauses ("at styrke …"), or a known gap."""
