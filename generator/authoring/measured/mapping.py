"""MAP.yaml: which column of a table is what, and how its figures are written."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Keys
from typing import Any, Literal

from generator.base.language import say
from generator.plan.model.base import Model, felt, krævet
from generator.plan.model.refusal import Refused
from generator.plan.model.values import Linje, ÅrTal
from generator.plan.source import codes


class Kolonner(Model):
    """Columns by the names in the table's head. What has no column is the same in the whole table."""

    område: Linje | None = felt("Kolonnen med boligområdets navn.", "Boligområde")
    målepunkt: Linje | None = felt("Kolonnen med målepunktets navn.", "Indikator")
    år: Linje | None = felt("Kolonnen med årstal.", "År")
    værdi: Linje | None = felt("Kolonnen med tallet.", "Værdi")


class ColumnMap(Model):
    """Meaning of the columns of a table. A wide table has a column for each year, or for each area."""

    kolonner: Kolonner = krævet("Hvilken kolonne der er hvad.", "{område: Boligområde, værdi: Værdi}")
    kolonne_pr: Literal["år", "område"] | None = felt(
        "Om tabellen har en kolonne for hvert år eller hvert område, med året eller området som navn.", "år"
    )
    målepunkt: Linje | None = felt("Målepunktet, hvis hele tabellen er ét.", "Andel fraflytninger")
    år: ÅrTal | None = felt("Året, hvis hele tabellen er fra ét.", "2024")
    enhed: Linje | None = felt("Enheden for målepunkter, der ikke findes i forvejen.", "procent")
    kilde: Linje | None = felt("Kilden for målepunkter, der ikke findes i forvejen.", "Kilden NN, 2025")
    overskrifter: int = felt("Rækken med kolonnernes navne.", "3", 1)
    ark: Linje | None = felt("Arket i et regneark; uden det er det første ment.", "Tabel 3")
    adskiller: Literal[";", ",", "tabulator"] = felt("Det, der skiller kolonnerne i en .csv.", '","', ";")
    tegnsæt: Literal["utf-8", "windows-1252"] = felt("Tegnsættet i en .csv.", "windows-1252", "utf-8")
    decimaltegn: Literal["komma", "punktum"] | None = felt(
        "Decimaltegnet i tal, der står som tekst.", "komma"
    )
    procent_som: Literal["procenttal", "brøk"] | None = felt(
        "Om 21,5 % står som 21,5 eller som 0,215.", "procenttal"
    )
    diskretioneret: tuple[Linje, ...] = felt(
        "Det, der står for et tal, som kilden holder tilbage.", '["*"]', ()
    )
    ikke_opgjort: tuple[Linje, ...] = felt("Det, der står for et tal, som ikke er opgjort.", '["-"]', ())
    tom_celle: Literal["diskretioneret", "ikke opgjort"] | None = felt(
        "Hvad en tom celle står for; uden det tages den ikke med.", "diskretioneret"
    )
    områder: dict[str, Linje] = felt(
        "Kildens navne for planens områder.", "{Kildens navn: Området NN}", {}
    )
    andre: dict[str, Linje] = felt(
        "Rækker at sammenligne med, og hvad de hedder i bilaget.", "{Danmark: Hele landet}", {}
    )
    spring_over: tuple[Linje, ...] = felt("Rækker, som ikke skal med.", "[I alt]", ())

    @classmethod
    def contradictions(cls, values: Keys[str, Any]) -> Iterator[tuple[str, Refused]]:
        """Refuse a mapping in which the same thing is told twice, or what is needed not at all."""
        kolonner, wide = values.get("kolonner"), values.get("kolonne_pr")
        if kolonner is None:
            return
        for what in ("område", "målepunkt", "år", "værdi"):
            told = [getattr(kolonner, what), values.get(what), "the columns" if wide == what else None]
            if what == "værdi" and wide:
                told = ["the columns", kolonner.værdi]
            found = [one for one in told if one]
            if len(found) != 1:
                yield "kolonner", _refused(what, found)


def _refused(what: str, found: list[Any]) -> Refused:
    if found:
        message = say("`{key}` is told twice", key=what)
        return Refused(codes.NOT_A_CHOICE, message, say("leave out one of the two"))
    message = say("nothing says what the `{key}` of a figure is", key=what)
    return Refused(codes.MISSING_KEY, message, _how_to_tell(what))


def _how_to_tell(what: str) -> str:
    """Hint for what nothing tells: a column for it, or what else can tell it."""
    if what == "værdi":
        return say("write under `kolonner` which column has it: {key}: …", key=what)
    if what == "område":
        return say(
            "write under `kolonner` which column has it: {key}: … or write kolonne_pr: område", key=what
        )
    return say(
        "write under `kolonner` which column has it: {key}: …; or write {key}: … if it is one for the "
        "whole table", key=what,
    )  # fmt: skip
