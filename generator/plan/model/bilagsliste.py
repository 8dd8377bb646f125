"""The annexes of an agreement, and where each is: what the plan's own files say, then what was typed."""

from __future__ import annotations

from msgspec import Struct

from generator.plan import kinds
from generator.plan.kinds import Count, DocumentKind
from generator.plan.model.plan import Aftale, Plan

VEDLAGT, UDKAST = "vedlagt", "udkast"


class Bilagslinje(Struct, frozen=True):
    """An annex as the agreement lists it.

    `nøgle` is its key in the form, and empty for one of the parties' own. `dokumenter` are the plan's files
    that are the annex, or a part of it. `status` is None where neither a file nor a line says where it is.
    """

    navn: str
    status: str | None
    note: str | None = None
    nøgle: str = ""
    dokumenter: tuple[Aftale, ...] = ()


def bilagslisten(plan: Plan, aftale: Aftale) -> tuple[Bilagslinje, ...]:
    """The annexes that the form requires, then the parties' own; none where its kind lists no annexes."""
    if not aftale.har("bilag"):
        return ()
    skrevne = {bilag.bilag: bilag for bilag in aftale.bilag}
    listen = []
    for krævet in plan.form.bilag:
        skrevet = skrevne.get(krævet.nøgle)
        dokumenter = dokumenter_til(plan, krævet.nøgle)
        status = status_af_filer(plan, krævet.nøgle) or (skrevet.status if skrevet else None)
        note = skrevet.note if skrevet else None
        listen.append(Bilagslinje(krævet.navn, status, note, krævet.nøgle, dokumenter))
    return (*listen, *(Bilagslinje(eget.navn, eget.status, eget.note) for eget in aftale.egne_bilag))


def manglende(plan: Plan, aftale: Aftale) -> tuple[Bilagslinje, ...]:
    """The annexes that the form requires and that are neither there nor begun."""
    linjer = bilagslisten(plan, aftale)
    return tuple(linje for linje in linjer if linje.nøgle and linje.status not in (VEDLAGT, UDKAST))


def dokumenter_til(plan: Plan, nøgle: str) -> tuple[Aftale, ...]:
    """The plan's documents that are that annex of the form."""
    return tuple(aftale for aftale in plan.aftaler if aftale.kind.annex == nøgle)


def status_af_filer(plan: Plan, nøgle: str) -> str | None:
    """Status that the plan's files give the annex; None while one that belongs to it is not there."""
    dokumenter = dokumenter_til(plan, nøgle)
    if not dokumenter or not _er_alle(plan, dokumenter):
        return None
    return VEDLAGT if all(plan.is_final(dokument) for dokument in dokumenter) else UDKAST


def arter_til(nøgle: str) -> tuple[DocumentKind, ...]:
    """The kinds of document that are that annex of a form."""
    return tuple(kind for kind in kinds.DOCUMENTS if kind.annex == nøgle)


def _er_alle(plan: Plan, dokumenter: tuple[Aftale, ...]) -> bool:
    """Tell whether none is missing of a kind that each chosen area of effort has one of."""
    særkender = {dokument.særkende for dokument in dokumenter}
    valgte = {valgt.indsatsområde for valgt in plan.helhedsplan.indsatsområder}
    return all(kind.count is not Count.EACH_AREA or valgte <= særkender
               for kind in {dokument.kind for dokument in dokumenter})  # fmt: skip
