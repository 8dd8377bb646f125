"""ansoegning.yaml: the application that goes before the agreement; facts and budget are the plan's."""

from __future__ import annotations

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt
from generator.plan.model.helhedsplan import Status
from generator.plan.model.values import Linje
from generator.plan.model.versioner import Version, versioner


class Ansøgning(Model):
    """The description of a few pages that Landsbyggefonden is asked for support with."""

    status: Status | None = felt(
        "Kun hvis ansøgningens status er en anden end planens.", "udkast", styrer=True
    )
    kontakt: Linje | None = felt("Hvem fonden kan spørge: en rolle, ikke en person.", "boligsocial leder")
    problembeskrivelse: Prosa | None = felt("Hvad der er svært i områderne, og for hvem.")
    begrundelse: Prosa | None = felt("Hvorfor en boligsocial indsats er svaret.")
    indsats: Prosa | None = felt("Hvad indsatsen skal bestå af.")
    resultater: Prosa | None = felt("Hvad der skal være anderledes, når planen slutter.")
    kommunens_anbefaling: Prosa | None = felt("Hvad kommunen siger, og hvor det er besluttet.")
    budget_note: Prosa | None = felt("Hvad overslaget bygger på.", "Lønningerne er dem, der gælder i 2026.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()
