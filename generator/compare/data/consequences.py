"""What follows from a plan's changes: who approves, who signs again, what is sent out. In Danish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.danish import opremsning
from generator.compare.data.plans import DocumentChanges, Fate, PlanChanges


@dataclass(frozen=True, slots=True)
class Consequence:
    """A thing to do: what, and why or for whom."""

    what: str
    detail: str


def consequences(plan: PlanChanges) -> tuple[Consequence, ...]:
    """All that follows from the changes, the weightiest first; nothing when no document is another one."""
    return (*_strategic(plan), *_delaftaler(plan), *_reissued(plan))


def _strategic(plan: PlanChanges) -> Iterator[Consequence]:
    for document in plan.documents:
        if not document.strategic or document.new is None or document.fate is Fate.SAME:
            continue
        if not document.by_data and document.fate is Fate.CHANGED:
            same = f"{document.title} har de samme oplysninger som før"
            yield Consequence("Kun formularen er ændret", same)
        elif document.new.final or (document.old and document.old.final):
            yield Consequence("Kræver Landsbyggefondens godkendelse", f"{document.title} er ændret")
            parties = [part.navn for part in document.new.plan.helhedsplan.parter]
            yield Consequence("Nye underskrifter", opremsning(parties))
            yield from _version(document)
        else:
            draft = f"{document.title} er et udkast; den godkendes og underskrives, når den er endelig"
            yield Consequence("Endnu ingen godkendelse", draft)


def _delaftaler(plan: PlanChanges) -> Iterator[Consequence]:
    for document in plan.documents:
        if document.strategic or document.fate is Fate.SAME or not document.by_data:
            continue
        versions = [version for version in (document.old, document.new) if version]
        if any(version.final for version in versions):
            change = "udgår" if document.fate is Fate.GONE else "er ændret"
            yield Consequence(
                "Bestyrelsen beslutter",
                f"{document.title} {change}; sendes ikke til Landsbyggefonden, men skal kunne rekvireres",
            )
            yield from _version(document)


def _version(document: DocumentChanges) -> Iterator[Consequence]:
    """That a final agreement needs a new version, where it has none."""
    old, new = document.old, document.new
    if old and new and old.final and new.final and old.aftale.version == new.aftale.version:
        yield Consequence("Mangler en ny version", f"skriv den under versioner i {new.aftale.navn}.yaml")


def _reissued(plan: PlanChanges) -> Iterator[Consequence]:
    words = {Fate.CHANGED: "Skal udsendes igen", Fate.NEW: "Skal udsendes", Fate.GONE: "Udgår"}
    for fate, what in words.items():
        if titles := [document.title for document in plan.documents if document.fate is fate]:
            yield Consequence(what, opremsning(titles))
