"""What all models share: they are frozen, know every key, and take an empty key for a missing one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from generator.model.values import Linje, Tekst

N = TypeVar("N", bound="Navngivet")


def felt(beskrivelse: str, eksempel: str = "", default: Any = None) -> Any:
    """A field that may be missing, with its Danish description and an example as YAML.

    `aftale new`, the guide and the editor's completion are all made from the two.
    """
    return Field(default=default, description=beskrivelse, examples=[eksempel] if eksempel else None)


def krævet(beskrivelse: str, eksempel: str = "") -> Any:
    """A field without which the thing itself has no identity: a name, a value."""
    return Field(description=beskrivelse, examples=[eksempel] if eksempel else None)


def samme(navn: str) -> str:
    """The form in which two names are compared: composed letters, case and extra space apart."""
    return " ".join(unicodedata.normalize("NFC", navn).split()).casefold()


def find(ting: Iterable[N], navn: str) -> N | None:
    """The first of the things that goes by the name, by its name, short name or an alias."""
    søgt = samme(navn)
    return next((t for t in ting if søgt in {samme(n) for n in t.alle_navne}), None)


class Model(BaseModel):
    """A mapping with known keys. Missing content is None or an empty tuple, never an error of shape."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _an_empty_key_is_a_missing_one(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {k: v for k, v in data.items() if v is not None or k not in cls.model_fields}
        return data


class Navngivet(Model):
    """Something that texts refer to by name, short name or alias."""

    navn: Linje = krævet("Det fulde navn, som det skal stå i aftalen.", "Viborg Kommune")
    kortnavn: Linje | None = felt("Et kort navn til tabeller.", "kommunen")
    aliaser: tuple[Linje, ...] = felt("Andre navne, som kilder bruger om det samme.", "[Sct. Jørgen]", ())

    @property
    def alle_navne(self) -> tuple[str, ...]:
        """Every name it goes by, the full one first."""
        return (self.navn, *((self.kortnavn,) if self.kortnavn else ()), *self.aliaser)

    @property
    def vist(self) -> str:
        """The short name where there is one, for tables."""
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
    """The field with what a file's writers have looked at and accept."""
    return felt("Beskeder, som I har set på og accepterer, hver med en begrundelse.", default=())


def _mangel_eller(andet: str) -> Any:
    def vælg(value: Any) -> str:
        return "mangel" if isinstance(value, (dict, Mangel)) else andet

    return Discriminator(vælg)


Prosa = Annotated[
    Annotated[Tekst, Tag("prosa")] | Annotated[Mangel, Tag("mangel")], _mangel_eller("prosa")
]
"""Prose, or a known gap."""

Led = Annotated[
    Annotated[tuple[Linje, ...], Tag("led")] | Annotated[Mangel, Tag("mangel")], _mangel_eller("led")
]
"""A list of clauses ("at styrke …"), or a known gap."""
