"""Consequences of a plan's changes: who approves, who signs again, what is sent out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct

from generator.base.danish import stort
from generator.base.language import later, listed, say
from generator.compare.data.plans import DocumentChanges, Fate, PlanChanges
from generator.plan.kinds import Body

WEIGHT = (Body.FUND, Body.BOARD, None)
"""Approvers of documents, the weightiest first."""
_ISSUED = {
    Fate.CHANGED: later("To be sent out again"), Fate.NEW: later("To be sent out"),
    Fate.GONE: later("Goes out"),
}  # fmt: skip


class Consequence(Struct, frozen=True):
    """A thing to do: what, and why or for whom."""

    what: str
    detail: str


def consequences(plan: PlanChanges) -> tuple[Consequence, ...]:
    """All that follows from the changes, the weightiest first; nothing when no document is another one."""
    current = (document for document in plan.documents if not _went_before(document))
    weightiest_first = sorted(current, key=lambda document: WEIGHT.index(document.kind.approved_by))
    changed = (document for document in weightiest_first if document.fate is not Fate.SAME)
    return (*(one for document in changed for one in _of(document)), *_reissued(plan))


def needs_the_fund(document: DocumentChanges) -> bool:
    """Tell whether what has changed in the document needs an approval of the fund that is not there yet."""
    is_other = document.by_data or document.fate is Fate.NEW
    is_its = document.kind.approved_by is Body.FUND and document.new is not None and is_other
    is_open = _was_or_is_final(document) and not _is_decided(document, Body.FUND)
    return is_its and is_open and not _went_before(document)


def lacks_version(document: DocumentChanges) -> bool:
    """Tell whether it was final and is, in one version, and yet another document."""
    old, new = document.old, document.new
    return bool(old and new and old.final and new.final and old.aftale.version == new.aftale.version)


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
        same = say("{document} has the same facts as before", document=_named(document))
        yield Consequence(say("Only the form has changed"), same)
    elif _was_or_is_final(document):
        changed = say("{document} has changed", document=_named(document))
        if _is_final_now(document):
            changed = say("{document} is final now", document=_named(document))
        if needs_the_fund(document):
            yield Consequence(say("Needs the approval of Landsbyggefonden"), changed)
        yield from _signed(document)
    elif document.kind.signed:
        draft = say("{document} is a draft; it is approved and signed when it is final",
                    document=_named(document))
        yield Consequence(say("No approval yet"), draft)
    else:
        draft = say("{document} is a draft; it is approved when it is final", document=_named(document))
        yield Consequence(say("No approval yet"), draft)


def _decided_by_the_board(document: DocumentChanges) -> Iterator[Consequence]:
    if document.by_data and _was_or_is_final(document):
        detail = say("{document} has changed; it is not sent to Landsbyggefonden, which can ask for it",
                     document=_named(document))
        if _is_final_now(document):
            detail = say("{document} is final now; it is not sent to Landsbyggefonden, which can ask for it",
                         document=_named(document))
        if document.fate is Fate.GONE:
            detail = say("{document} goes out; it is not sent to Landsbyggefonden, which can ask for it",
                         document=_named(document))
        if not _is_decided(document, Body.BOARD):
            yield Consequence(say("The board decides"), detail)
        yield from _signed(document)


def _went_before(document: DocumentChanges) -> bool:
    """Tell whether it is an application for what is agreed by now: nobody applies once more."""
    plans = [version.plan for version in (document.old, document.new) if version]
    agreed = any(aftale.kind.signed and plan.is_final(aftale) for plan in plans for aftale in plan.aftaler)
    return agreed and not document.kind.is_packed


def _is_final_now(document: DocumentChanges) -> bool:
    """Tell whether it was a draft and is none any more."""
    return bool(document.old and document.new and document.new.final and not document.old.final)


def _was_or_is_final(document: DocumentChanges) -> bool:
    return any(version.final for version in (document.old, document.new) if version)


def _is_decided(document: DocumentChanges, body: Body) -> bool:
    """Tell whether the version that the change makes has been decided by the body."""
    newest = document.new.aftale.nyeste_version if document.new and document.new.final else None
    is_new = document.old is None or newest is None or document.old.aftale.version != newest.nummer
    return newest is not None and is_new and newest.er_besluttet_af(body)


def _signed(document: DocumentChanges) -> Iterator[Consequence]:
    """The signatures that a final document needs anew, and the version that it lacks."""
    if document.kind.signed and document.new and not _is_issued(document):
        parties = [part.navn for part in document.new.plan.helhedsplan.underskrivere]
        yield Consequence(say("New signatures"), listed(parties))
    yield from _version(document)


def _is_issued(document: DocumentChanges) -> bool:
    """Tell whether what the change makes has been issued: it is what the parties sign."""
    new = document.new
    newest = new.aftale.nyeste_version if new and new.final else None
    return newest is not None and newest.aftryk is not None


def _version(document: DocumentChanges) -> Iterator[Consequence]:
    """Say that a final agreement needs a new version, where it has none."""
    new = document.new
    if new and lacks_version(document):
        named = say("{document}; the new version is written under versioner in its file",
                    document=_named(document))  # fmt: skip
        yield Consequence(say("Lacks a new version"), named)


def _reissued(plan: PlanChanges) -> Iterator[Consequence]:
    for fate, what in _ISSUED.items():
        if named := [document.mention for document in plan.documents
                     if document.fate is fate and not _went_before(document)]:
            yield Consequence(say(what), listed(named))


def _named(document: DocumentChanges) -> str:
    return stort(document.mention)
