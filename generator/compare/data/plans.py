"""Changes in a plan: shared facts, each document, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.language import say
from generator.compare.data.change import Change, Kind
from generator.compare.data.compare import Comparer, changed_sum
from generator.compare.data.moved_amounts import moved_amounts
from generator.compare.data.naming import Names
from generator.compare.data.renames import renames
from generator.document.model import Document
from generator.plan.kinds import DocumentKind
from generator.plan.model.plan import Aftale, Plan

if TYPE_CHECKING:
    from generator.formats.word import Reference
    from generator.workspace.stamp import Stamp

STATUS = ("Status",)


class Fate(Enum):
    """Fate of a document as a whole."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"
    UNKNOWN = "unknown"


class Version(Struct, frozen=True):
    """One version of a document: what it says, and what its document is when it can be built.

    `text` is the hash of what is printed of it, without its versions and decisions. `look` is the reference
    document, and `stamp` tells what the document is made from, where somebody asked for them.
    """

    plan: Plan
    aftale: Aftale
    document: Document | None
    text: str = ""
    look: Reference | None = None
    stamp: Stamp | None = None

    @property
    def final(self) -> bool:
        return self.plan.status(self.aftale) == "endelig"


class DocumentChanges(Struct, frozen=True):
    """One document; `mention` is what a sentence calls it.

    `changes` are those of its own file, and of what is typed and printed otherwise although no value has
    changed; `form` those that its form made to its text, and `follows` those passages that print no key that
    has changed, and have changed with it. `by_data` and `by_form` say what
    has made the document another one. `old` and `new` are None where there is no such version.
    """

    name: str
    kind: DocumentKind
    title: str
    mention: str
    fate: Fate
    old: Version | None
    new: Version | None
    changes: tuple[Change, ...] = ()
    form: tuple[Change, ...] = ()
    follows: tuple[Change, ...] = ()
    by_data: bool = False
    by_form: bool = False


class PlanChanges(Struct, frozen=True):
    """One plan. `shared` are the changes of helhedsplan.yaml; `troubles` what could not be compared.

    `about` are sentences on what is compared. It is `reworded` where the only form that has changed is the
    plan's own wording. Where only what concerns one party is wanted, `part` is its name.
    """

    name: str
    title: str
    shared: tuple[Change, ...]
    documents: tuple[DocumentChanges, ...]
    old: Plan | None
    new: Plan | None
    troubles: tuple[str, ...] = ()
    part: str = ""
    about: tuple[str, ...] = ()
    reworded: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has changed at all."""
        told = any(d.changes or d.form or d.fate is not Fate.SAME for d in self.documents)
        return not (self.shared or told or self.troubles or self.about)


def shared_changes(old: Plan | None, new: Plan | None) -> tuple[Change, ...]:
    """The changes of what all documents share; none where the plan is new or gone."""
    if old is None or new is None:
        return ()
    return tuple(_comparer(old, new).changes(old.helhedsplan, new.helhedsplan))


def own_changes(old: Version, new: Version) -> tuple[Change, ...]:
    """The changes of the document's own file; its status is the plan's where it has none of its own."""
    units = [version.aftale.enhed or _unit(version.plan) for version in (old, new)]
    found = _comparer(old.plan, new.plan, *units).changes(old.aftale.indhold, new.aftale.indhold)
    hours = (old.aftale.timer_i_alt, new.aftale.timer_i_alt)
    was, is_ = (version.plan.status(version.aftale) for version in (old, new))
    own = [change for change in found if change.crumbs != STATUS]
    own += changed_sum(("Aktiviteter", say("in all")), *hours, "timer pr. uge")
    own += moved_amounts(old.aftale, new.aftale, units[1])
    if was != is_ and not _is_the_plans(old, new):
        own.insert(0, Change(STATUS, Kind.CHANGED, was, is_))
    return tuple(own)


def _is_the_plans(old: Version, new: Version) -> bool:
    """Tell whether the status has changed with the plan's, which is told of it once."""
    shared = old.plan.helhedsplan.status, new.plan.helhedsplan.status
    return shared == (old.plan.status(old.aftale), new.plan.status(new.aftale))


def pairs(old: Plan | None, new: Plan | None) -> Iterator[tuple[Aftale | None, Aftale | None]]:
    """The agreements of both: by file name, or by what tells one whose file was renamed from its likes."""
    left = {aftale.navn: aftale for aftale in (old.aftaler if old else ())}
    arrived = list(new.aftaler if new else ())
    for aftale in arrived:
        if aftale.navn in left:
            yield left.pop(aftale.navn), aftale
            continue
        taken = {other.navn for other in arrived}
        before = next((o for o in left.values() if o.navn not in taken and _is(o, aftale)), None)
        if before:
            del left[before.navn]
        yield before, aftale
    yield from ((aftale, None) for aftale in left.values())


def title_of(plan: Plan, aftale: Aftale) -> str:
    """`Delaftale: Beskæftigelse`, `Strategisk samarbejdsaftale`."""
    own = Names(plan.form).of_key(aftale.særkende)
    return f"{aftale.kind.title}: {own}" if own else aftale.kind.title


def mention_of(plan: Plan, aftale: Aftale) -> str:
    """`delaftalen Beskæftigelse`, `den strategiske samarbejdsaftale`."""
    return f"{aftale.kind.definite} {Names(plan.form).of_key(aftale.særkende)}".strip()


def _comparer(old: Plan, new: Plan, *units: str) -> Comparer:
    """The comparer of both; `units` are those of their amounts, where they are not the plans' own."""
    both = zip((old, new), units or map(_unit, (old, new)), strict=True)
    before, after = (Names(plan.form, unit) for plan, unit in both)
    return Comparer(before, after, renames(old, new))


def _unit(plan: Plan) -> str:
    budget = plan.helhedsplan.budget
    return (budget.enhed or "") if budget else ""


def _is(old: Aftale, new: Aftale) -> bool:
    return (old.kind, old.særkende) == (new.kind, new.særkende) and bool(new.særkende)
