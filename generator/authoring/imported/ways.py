"""Ways to fill a plan of placeholders, that a form may show all that it can print."""

from __future__ import annotations

from msgspec import Struct


class Way(Struct, frozen=True):
    """A way to fill a plan: how many items a list has, and which keys stay empty."""

    items: int = 2
    long: bool = False
    sections: bool = False
    without: frozenset[str] = frozenset()
    choice: int = 0
    guidance: str = "vis"
    owned: bool = False
    apart: bool = False


LATER = frozenset({"forlængelse"})
SPARSE = frozenset({
    "udpeget_af", "beboere", "Medlem.antal", "Medlem.navn", "Medlem.deltager_som", "Medlem.formand", "note",
    "områder", "afventer", "Gruppe.boligområder", "Gruppe.afdelinger", "måling", "kortnavn", "by",
    "Indikatorstatus.kilde",
})  # fmt: skip
WAYS = (
    Way(without=LATER, apart=True),
    Way(long=True, sections=True, choice=1, owned=True, without=frozenset({
        "Bestyrelse.navn", "antal_afdelinger", "timer", "Boligområde.afdelinger", "gruppe"})),
    Way(items=1, choice=2, guidance="skjul", without=LATER | {"Medlem.navn", "antal_afdelinger"}),
    Way(items=1, sections=True, without=LATER | {"medlemmer", "personer", "grupper", "dele", "sekretariat",
                                                        "Data.tabel"}),
    Way(without=LATER | SPARSE), Way(items=1, without=LATER | SPARSE | {"lejemål", "Indikatorstatus.mål"}),
)  # fmt: skip
