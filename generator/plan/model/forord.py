"""forord.yaml: the preface of the plan, which its board or another signs."""

from __future__ import annotations

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt
from generator.plan.model.helhedsplan import Status
from generator.plan.model.values import Linje


class Forord(Model):
    """The preface: a text, and who sends it."""

    status: Status | None = felt("Kun hvis forordets status er en anden end planens.", "udkast", styrer=True)
    titel: Linje | None = felt(
        "Titlen over forordet, hvis den er en anden end planens navn.", "Sammen om byen NN"
    )
    tekst: Prosa | None = felt("Hvad afsenderen vil sige med planen.")
    hilsen: Linje | None = felt("Ordene før afsenderen.", "Venlig hilsen")
    afsender: Linje | None = felt("Hvem forordet er fra, hvis det ikke er bestyrelsen.", "Bestyrelsen NN")
    accepter: tuple[Accept, ...] = accepter()
