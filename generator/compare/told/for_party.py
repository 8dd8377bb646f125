"""Changes that concern one party: those that name it, and the documents that it signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.base.language import listed, say
from generator.base.nearest import suggestion
from generator.base.values import replace
from generator.compare.data.change import Change
from generator.compare.data.plans import DocumentChanges, Fate, PlanChanges
from generator.plan.model.base import find, samme
from generator.plan.model.parter import Part
from generator.plan.model.plan import Plan
from generator.workspace.folders import NotFound


def for_party(plans: Iterable[PlanChanges], name: str) -> Iterator[PlanChanges]:
    """Yield the plans that have the party, with what concerns it alone. NotFound where none has it."""
    known: list[str] = []
    found = False
    for some in map(partial(_if_known, name=name, known=known), plans):
        found = found or bool(some)
        while some:  # none is held here while the next is made
            yield some.pop()
    if known and not found:
        raise NotFound(say("no plan that has changed has the party `{name}`", name=name),
                       suggestion(name, known))


def _if_known(plan: PlanChanges, name: str, known: list[str]) -> list[PlanChanges]:
    """The plan as the party sees it, where it has it; its parties become `known`."""
    known += [part.navn for part in _parties(plan)]
    part = find(_parties(plan), name)
    return [_of_one(plan, part)] if part else []


def _of_one(plan: PlanChanges, part: Part) -> PlanChanges:
    documents = tuple(_document(one, part) for one in plan.documents)
    shared = _naming(plan.shared, part)
    signed = [one for one in plan.documents if one.fate is not Fate.SAME and _signs(one, part)]
    left = sum(len(one.changes) + len(one.follows) for one in plan.documents) + len(plan.shared)
    left -= sum(len(one.changes) + len(one.follows) for one in documents) + len(shared)
    return replace(plan, shared=shared, documents=documents, part=part.navn, about=(
        *plan.about,
        say("{part} signs {documents}.", part=part.navn, documents=listed(one.mention for one in signed))
        if signed else say("{part} signs none of what has changed.", part=part.navn),
        *((say("Changes that do not name the party: {n}.", n=left),) if left else ()),
    ))  # fmt: skip


def _document(document: DocumentChanges, part: Part) -> DocumentChanges:
    return replace(document, changes=_naming(document.changes, part), form=(),
                   follows=_naming(document.follows, part))  # fmt: skip


def _naming(changes: Iterable[Change], part: Part) -> tuple[Change, ...]:
    return tuple(change for change in changes if _names(change, part))


def _names(change: Change, part: Part) -> bool:
    """Tell whether the change, or a passage that it has changed, names the party."""
    pieces = (*change.words, *(piece for place in change.places for piece in place.words))
    said = samme(" ".join((*change.crumbs, change.old, change.new, *(piece.text for piece in pieces))))
    return any(name in said for name in part.kendes_som)


def _signs(document: DocumentChanges, part: Part) -> bool:
    known = document.new or document.old
    return bool(known and document.kind.signed and part.navn in
                (one.navn for one in known.plan.helhedsplan.underskrivere))  # fmt: skip


def _parties(plan: PlanChanges) -> tuple[Part, ...]:
    known: Plan | None = plan.new or plan.old
    return known.helhedsplan.parter if known else ()
