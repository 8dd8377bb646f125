"""Changes of a plan with their places in its documents, and what follows from them: all marks are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from msgspec import Struct, field

from generator.base.values import replace
from generator.compare.data.change import Change, Kind, Place
from generator.compare.data.plans import STATUS, DocumentChanges, PlanChanges
from generator.compare.data.renames import folded, renamed
from generator.compare.documents import redline
from generator.compare.told.causes import Causes, Keys, is_the_same
from generator.compare.told.following import (
    by_heading,
    following,
    gathered,
    heading_of,
    is_repeated,
    repetitions,
)
from generator.compare.told.passages import Passage, passages
from generator.document.model import Document
from generator.render.tracing import Kind as Of
from generator.render.tracing import Traced


class Both(Struct, frozen=True):
    """A document that is another one, before and after, with the sources of both where they are known."""

    old: Document
    new: Document
    traced: tuple[Traced | None, Traced | None]

    def passages(self) -> Iterator[Passage]:
        """All in which something is marked."""
        old, new = (one.document if one else plain
                    for one, plain in zip(self.traced, (self.old, self.new), strict=True))  # fmt: skip
        return passages(redline(old, new), *self.traced)


def told(plan: PlanChanges, changed: dict[str, Both], by_form: bool) -> PlanChanges:
    """The plan with every mark of its changed documents told; `by_form` where a form has changed."""
    if plan.old is None or plan.new is None:
        return plan
    causes = Causes(Keys(plan.old), Keys(plan.new))
    changes = [*plan.shared, *(change for document in plan.documents for change in document.changes)]
    again = folded(changes, renamed(changes))
    for change in changes:
        causes.add([change], again.get(id(change)))
    plan = _without(plan, again)
    statuses = [change for change in changes if change.crumbs == STATUS and id(change) not in again]
    told_once = [change for change in changes if id(change) not in again]
    telling = _Telling(causes, by_form, [one for one in plan.shared if one.crumbs == STATUS], statuses,
                       told_once if len(told_once) == 1 else [])  # fmt: skip
    documents = [telling.document(document, changed.get(document.name)) for document in plan.documents]
    placed = [replace(one, changes=telling.with_places(one.changes)) for one in documents]
    return replace(plan, shared=telling.with_places(plan.shared), documents=tuple(placed))


def _without(plan: PlanChanges, again: Container[int]) -> PlanChanges:
    """The plan without the changes that another one has told."""
    def kept(changes: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(change for change in changes if id(change) not in again)

    documents = tuple(replace(one, changes=kept(one.changes)) for one in plan.documents)
    return replace(plan, shared=kept(plan.shared), documents=documents)


class _Telling(Struct):
    causes: Causes
    by_form: bool
    status: list[Change]
    """Status of the plan, which its documents share, where that has changed."""
    statuses: list[Change]
    """The same with those of single documents: another document may say how one stands."""
    only: list[Change]
    """The change of the plan, where that is all that has changed: what is left follows from it."""
    _places: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def with_places(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """The changes, each with the passages that it has made others."""
        return tuple(replace(one, places=tuple(self._places.get(id(one), ()))) for one in changes)

    def document(self, document: DocumentChanges, both: Both | None) -> DocumentChanges:
        """Find the cause of every passage: a change, what it follows from, the form, or that it was typed."""
        if both is None:
            return document
        all_passages = list(both.passages())
        repeated = [one for one in all_passages if is_repeated(one)]
        body = [one for one in all_passages if not is_repeated(one)]
        direct = self._direct(document, body)
        causes = _with_neighbours(body, [found or self.causes.computed(one) for one, found in
                                         zip(body, direct, strict=True)], of_any_kind=True)  # fmt: skip
        causes = [found or ([] if _is_typed(one) or self.by_form else self.statuses or self.only)
                  for one, found in zip(body, causes, strict=True)]  # fmt: skip
        follows, form, typed = [], [], []
        for passage, itself, found in zip(body, direct, causes, strict=True):
            changes = itself or [one for one in document.changes if found and is_the_same(one, passage)]
            for change in changes:
                self._places[id(change)].append(_place(document.title, passage))
            if changes:
                continue
            if found:
                follows.append(following(passage, found))
            elif self.by_form:
                form.append(following(passage, []))
            elif _is_typed(passage):
                typed.append(following(passage, []))
            else:
                follows.append(following(passage, []))
        follows = [*gathered(follows), *repetitions(repeated, list(zip(body, causes, strict=True)))]
        own = (*document.changes, *by_heading(typed))
        return replace(document, changes=own, follows=tuple(follows), form=tuple(gathered(form)))

    def _direct(self, document: DocumentChanges, body: Sequence[Passage]) -> list[list[Change]]:
        """The changes of what is printed in each passage; what only a draft says goes with its status."""
        status = [change for change in document.changes if change.crumbs == STATUS] or self.status
        found = _with_neighbours(body, [self.causes.direct(one) for one in body])
        return [changes or (status if _is_of_drafts(passage) else [])
                for passage, changes in zip(body, found, strict=True)]  # fmt: skip


def _with_neighbours(
    body: Sequence[Passage], direct: list[list[Change]], of_any_kind: bool = False
) -> list[list[Change]]:
    """The changes of each passage; the form's words that came or went with a thing go with it.

    A heading goes with what is below it, the rest with what is above. With `of_any_kind` they may go with
    what has only changed.
    """
    found = list(direct)
    for step in (-1, 1):
        places = range(len(body))[::step]
        for place in places:
            next_to = place - step
            if found[place] or not 0 <= next_to < len(body):
                continue
            one, other = body[place], body[next_to]
            if one.kind is other.kind in (Kind.ADDED, Kind.REMOVED) and abs(one.unit - other.unit) == 1:
                found[place] = [change for change in found[next_to]
                                if of_any_kind or change.kind is one.kind][:1]  # fmt: skip
    return found


def _is_of_drafts(passage: Passage) -> bool:
    """Tell whether it is a whole passage of the form, such as the guidance that only a draft has."""
    whole = passage.kind in (Kind.ADDED, Kind.REMOVED)
    return whole and all(source.kind is Of.TEMPLATE for _, source in passage.sources)


def _is_typed(passage: Passage) -> bool:
    """Tell whether it prints what somebody typed: then it follows from nothing, and stands otherwise."""
    return any(source.kind is Of.VALUE for _, source in passage.sources)


def _place(document: str, passage: Passage) -> Place:
    return Place(document, heading_of(passage), passage.kind, passage.pieces)
