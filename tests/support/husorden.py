"""A kind of document that lives in the tests alone: the house rules of a department, one file for each.

It is what a new kind is in the program: a model, a template (tests/cases/kinds) and an entry.
"""

from __future__ import annotations

from generator.plan.kinds import Body, Count, DocumentKind
from generator.plan.model.base import Accept, Model, Prosa, accepter, felt, krævet
from generator.plan.model.helhedsplan import Status
from generator.plan.model.values import Linje, Periode
from generator.plan.model.versioner import Version, versioner


class Husorden(Model):
    """The house rules of one department."""

    afdeling: Linje = krævet("Afdelingen, som husordenen gælder for.", "Ellemarken")
    status: Status | None = felt("Kun hvis husordenens status er en anden end planens.", "udkast")
    periode: Periode | None = felt("Kun hvis husordenen ikke gælder i hele planens periode.")
    regler: Prosa | None = felt("Hvad beboerne er blevet enige om.")
    stilletid: Linje | None = felt("Hvornår der skal være stille.", "kl. 22-7")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()


HUSORDEN = DocumentKind(
    name="husorden",
    model_name="tests.support.husorden:Husorden",
    title="Husorden",
    definite="husordenen",
    plural="husordener",
    about="Husordenen for én afdeling.",
    count=Count.ANY,
    key="afdeling",
    signed=True,
    approved_by=Body.BOARD,
    annex="husordener",
    accepts={"regel": "P2", "sted": "periode", "begrundelse": "Den er aftalt før planen."},
)
