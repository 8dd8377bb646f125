"""Consequences of a plan's changes: who approves, who signs again, what is sent out. In Danish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from generator.base.danish import opremsning, stort
from generator.compare.data.plans import DocumentChanges, Fate, PlanChanges
from generator.plan.kinds import Body

WEIGHT = (Body.FUND, Body.BOARD, None)
"""Approvers of documents, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """A thing to do: what, and why or for whom."""

    what: str
    detail: str


def consequences(plan: PlanChanges) -> tuple[Consequence, ...]:
    """All that follows from the changes, the weightiest first; nothing when no document is another one."""
    weightiest_first = sorted(plan.documents, key=lambda document: WEIGHT.index(document.kind.approved_by))
    changed = (document for document in weightiest_first if document.fate is not Fate.SAME)
    return (*(one for document in changed for one in _of(document)), *_reissued(plan))


def _of(document: DocumentChanges) -> Iterator[Consequence]:
    """Consequences for whoever approves such a document, and for those who sign it."""
    match document.kind.approved_by:
        case Body.FUND:
            return _approved_by_the_fund(document)
        case Body.BOARD:
            return _decided_by_the_board(document)
        case None:
            return _signed(document) if document.by_data and _was_or_is_final(document) else iter(())
        case unknown:
            assert_never(unknown)


def _approved_by_the_fund(document: DocumentChanges) -> Iterator[Consequence]:
    if document.new is None:
        return
    if not document.by_data and document.fate is Fate.CHANGED:
        same = f"{stort(document.mention)} har de samme oplysninger som før"
        yield Consequence("Kun formularen er ændret", same)
    elif _was_or_is_final(document):
        yield Consequence("Kræver Landsbyggefondens godkendelse", f"{stort(document.mention)} er ændret")
        yield from _signed(document)
    else:
        done = "godkendes og underskrives" if document.kind.signed else "godkendes"
        draft = f"{stort(document.mention)} er et udkast; den {done}, når den er endelig"
        yield Consequence("Endnu ingen godkendelse", draft)


def _decided_by_the_board(document: DocumentChanges) -> Iterator[Consequence]:
    if document.by_data and _was_or_is_final(document):
        change = "udgår" if document.fate is Fate.GONE else "er ændret"
        yield Consequence(
            "Bestyrelsen beslutter",
            f"{stort(document.mention)} {change}; den sendes ikke til Landsbyggefonden, men fonden kan kræve "
            "den udleveret",
        )
        yield from _signed(document)


def _was_or_is_final(document: DocumentChanges) -> bool:
    return any(version.final for version in (document.old, document.new) if version)


def _signed(document: DocumentChanges) -> Iterator[Consequence]:
    """The signatures that a final document needs anew, and the version that it lacks."""
    if document.kind.signed and document.new:
        parties = [part.navn for part in document.new.plan.helhedsplan.underskrivere]
        yield Consequence("Nye underskrifter", opremsning(parties))
    yield from _version(document)


def _version(document: DocumentChanges) -> Iterator[Consequence]:
    """Say that a final agreement needs a new version, where it has none."""
    old, new = document.old, document.new
    if old and new and old.final and new.final and old.aftale.version == new.aftale.version:
        yield Consequence("Mangler en ny version", f"Skriv den under versioner i {new.aftale.navn}.yaml")


def _reissued(plan: PlanChanges) -> Iterator[Consequence]:
    words = {Fate.CHANGED: "Skal udsendes igen", Fate.NEW: "Skal udsendes", Fate.GONE: "Udgår"}
    for fate, what in words.items():
        if named := [document.mention for document in plan.documents if document.fate is fate]:
            yield Consequence(what, opremsning(named))
