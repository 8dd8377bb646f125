"""kommissorium.yaml, and kommissorium-<gruppe>.yaml: the mandate of the board or of a group under it.

Members, meetings and secretariat stand in helhedsplan.yaml, and are taken from there.
"""

from __future__ import annotations

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt
from generator.plan.model.helhedsplan import Status
from generator.plan.model.values import Linje
from generator.plan.model.versioner import Version, versioner


class Sammensætning(Model):
    """Appointment, chair and signing for the board; the members themselves stand in helhedsplan.yaml."""

    udpegning: Prosa | None = felt("Hvordan medlemmerne udpeges, og for hvor længe.")
    formandskab: Prosa | None = felt("Hvordan formanden findes, og hvad formanden skal.")
    tegningsret: Prosa | None = felt("Hvem der kan skrive under på bestyrelsens vegne.")


class Mødeform(Model):
    """Calling of meetings, and their record; the number of them stands in helhedsplan.yaml."""

    indkaldelse: Prosa | None = felt("Hvem der indkalder, med hvilket varsel, og hvornår dagsordenen sendes.")
    referat: Prosa | None = felt("Hvem der skriver referat, og hvornår det sendes.")


class Kommissorium(Model):
    """The mandate of the board, or of a group."""

    gruppe: Linje | None = felt(
        "Gruppen, som kommissoriet gælder for, som den hedder i helhedsplan.yaml; udelades i bestyrelsens.",
        "Projektkoordineringsgruppen", styrer=True,
    )
    status: Status | None = felt(
        "Kun hvis kommissoriets status er en anden end planens.", "udkast", styrer=True
    )
    baggrund: Prosa | None = felt("Hvorfor bestyrelsen eller gruppen er nedsat.")
    formål: Prosa | None = felt("Hvad bestyrelsen eller gruppen er til for.")
    ansvar: Prosa | None = felt("Opgaver og ansvar, som ikke allerede står i helhedsplan.yaml.")
    sammensætning: Sammensætning | None = felt("Udpegning, formandskab og tegningsret.")
    møder: Mødeform | None = felt("Indkaldelse og referat.")
    beslutninger: Prosa | None = felt("Hvad der skal til, for at der er truffet en beslutning.")
    økonomi: Prosa | None = felt("Hvem der råder over pengene, og hvem der følger regnskabet.")
    revision: Prosa | None = felt("Hvornår kommissoriet ses efter, og hvem der kan ændre det.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()
