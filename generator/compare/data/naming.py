"""Names of things in a list of changes: sections, items and values, in Danish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from generator.base import danish
from generator.base.language import say
from generator.plan.model.base import Mangel
from generator.plan.model.budget import Bidrag
from generator.plan.model.form import Form
from generator.plan.model.maal import Baseline, Områdeværdi
from generator.plan.model.organisation import Medlem
from generator.plan.model.organisationsdiagram import Forbindelse
from generator.plan.model.record import Model
from generator.plan.model.strategisk import Bilag
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Periode, Procent, Timer

ONE = {
    "delmål": "Delmål", "aktiviteter": "Aktivitet", "aktivitetsskemaer": "Aktivitetsskema", "parter": "Part",
    "boligområder": "Boligområde", "indsatsområder": "Indsatsområde", "bilag": "Bilag", "grupper": "Gruppe",
    "godkendelser": "Godkendelse", "andre_aftaler": "Anden aftale", "medlemmer": "Medlem",
    "målinger": "Måling", "målepunkter": "Målepunkt", "overordnede_mål": "Overordnet mål",
    "versioner": "Version", "formål": "Formål",
    "datakilder": "Datakilde", "personer": "Person", "organisationer": "Organisation", "dele": "Bidrag",
    "inkl": "Bidrag", "ansvarlige": "Ansvarlig", "vurderinger": "Vurdering", "tiltag": "Tiltag",
    "tabel": "Nøgletal",
    "afdelinger": "Afdeling", "målsætninger": "Målsætning", "besluttet": "Beslutning",
    "aliaser": "Andet navn", "finansiering": "Finansiering", "accepter": "Accepteret besked",
    "særligt": "Særligt", "fælles_med": "Fælles med", "egne_bilag": "Bilag",
    "afsnit": "Afsnit", "poster": "Post", "forbindelser": "Forbindelse",
}  # fmt: skip
"""Name of one item of a list."""

WORDS = {"cvr": "CVR-nr.", "sagsnummer": "Sagsnr."}
"""Names of keys that are no words of their own, as the document calls them."""

QUOTED = {"andre_aftaler"}
"""Lists whose items have names that begin with what the item is."""

NUMBERED = {"delmål", "målinger", "overordnede_mål", "særligt"}
"""Lists whose items go by their number, because their names are sentences."""

SILENT = {"finansiering", "beløb", "værdi", "områder", "andre", "tekst"}
"""Keys that add nothing to what stands before them."""

BY_YEAR = "år"
"""Key of amounts by year: each year says enough by itself."""

IN_KRONER = {"sats", "timesats"}
"""Keys of amounts in kroner, whatever the unit of the others."""

NAMES = ("navn", "post", "aktivitet", "kriterium", "kilde", "bilag", "nøgletal", "tiltag", "nummer",
         "instans", "regel", "indsatsområde", "titel", "mål", "måling", "overskrift", "organisation")
"""The keys that tell an item from its neighbours, the best first."""


SHOWN: dict[type, Callable[[Any], str]] = {
    Procent: danish.procent,
    Antal: danish.antal,
    Timer: danish.timer,
    Måltal: danish.måltal,
    Dato: danish.dato,
    Periode: lambda period: " til ".join(danish.dato(d) for d in (period.fra, period.til) if d),
    Mangel: lambda gap: f"[kendt mangel: {folded(gap.mangler)}]",
    Områdeværdi: lambda figure: danish.måltal(figure.værdi) + (f" ({figure.note})" if figure.note else ""),
}
"""Printers of values by their type, whatever stands around them."""


class Names(Struct, frozen=True):
    """Names of things that an agreement mentions by a key of its form; and the unit of its amounts."""

    form: Form
    unit: str = ""

    def of_key(self, key: str) -> str:
        """The name of an indsatsområde by its key; the key itself where it is none."""
        return next((area.navn for area in self.form.indsatsområder if area.nøgle == key), key)

    def of_item(self, item: object) -> str:
        """Name that an item goes by; an annex by its key, for its name in the form is a sentence."""
        if isinstance(item, Bilag):
            return danish.stort(item.bilag)
        if isinstance(item, Forbindelse):
            return f"{item.fra} – {item.til}"
        if isinstance(item, Model):
            for field in NAMES:
                if isinstance(name := getattr(item, field, None), str):
                    return self.of_key(folded(name))
            return self.value(next(iter(item.__dict__.values()), ""))
        return self.value(item)

    def summary(self, item: object) -> str:
        """An item that is added or removed, with the figures that matter most."""
        name = self.of_item(item)
        if isinstance(item, Bidrag) and item.beløb:
            return f"{name} {self.value(item.beløb)}"
        hours = getattr(item, "timer_pr_uge", None)
        if isinstance(hours, Timer):
            return f"{name} ({danish.timer(hours)} timer pr. uge)"
        if isinstance(item, Medlem) and item.organisation and item.organisation != name:
            return f"{name}, {item.organisation}"
        change = getattr(item, "ændring", None)
        return f"{name} ({change})" if change else name

    def value(self, value: object) -> str:
        """A value as the document prints it, or as nearly as fits on a line."""
        return plain(self._value(value))

    def _value(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(self.of_item(item) for item in value)
        if isinstance(value, Mapping):
            return ", ".join(f"{self.of_key(key)} {self._value(item)}" for key, item in value.items())
        if isinstance(value, Beløb):
            return f"{danish.beløb(value)} {self.unit}".strip()
        if isinstance(value, Baseline):
            return self.baseline(value)
        for kind, shown in SHOWN.items():
            if isinstance(value, kind):
                return shown(value)
        return self.of_item(value) if isinstance(value, Model) else self.of_key(folded(str(value)))

    def baseline(self, baseline: Baseline) -> str:
        """`afventer`, or the figures with their year: `14 (2024)`."""
        both = (*baseline.områder.items(), *baseline.andre.items())
        figures = [f"{name} {self._value(figure)}" for name, figure in both]
        words = [*figures, *([self._value(baseline.tekst)] if baseline.tekst else [])]
        if not words:
            return "afventer" if baseline.afventer else say("not filled in")
        return ", ".join(words) + (f" ({baseline.år})" if baseline.år else "")


def one(key: str) -> str:
    """Name of one item of the list under that key."""
    return ONE.get(key, label(key))


def label(key: str) -> str:
    """The key as words, with a large letter: `kommunal_sammenhæng` is `Kommunal sammenhæng`."""
    return WORDS.get(key) or danish.stort(key.replace("_", " ").replace(" pr ", " pr. "))


def plain(text: str) -> str:
    """The text with plain spaces."""
    return text.replace(danish.HARD_SPACE, " ")


def folded(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
