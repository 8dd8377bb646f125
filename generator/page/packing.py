"""The package of a plan before it is made: its documents, what it lacks, and what can be begun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.authoring.answers import ascii_name
from generator.authoring.new_document import addable
from generator.base.border import files
from generator.page.titles import titles
from generator.plan import kinds
from generator.plan.kinds import DocumentKind
from generator.plan.model.bilagsliste import arter_til, manglende
from generator.plan.model.plan import Plan
from generator.workspace.folders import AftaleFile, PlanFolder


class Addable(Struct, frozen=True):
    """A document that the plan lacks: how it is asked for, its kind, and what tells it from others."""

    words: str
    kind: DocumentKind
    own: str


class Lacking(Struct, frozen=True):
    """An annex that is not there: the agreement that lists it, and the documents that it can be begun as."""

    name: str
    agreement: str
    begin: tuple[Addable, ...]


class Packing(Struct, frozen=True):
    """A plan before it is packed. A draft is a document with whether it is one."""

    titles: Mapping[str, str]
    documents: tuple[tuple[AftaleFile, bool], ...]
    lacking: tuple[Lacking, ...]
    more: tuple[Addable, ...]
    has_calendar: bool

    @property
    def drafts(self) -> tuple[AftaleFile, ...]:
        """Documents that are not final."""
        return tuple(file for file, is_draft in self.documents if is_draft)


def packing(folder: PlanFolder, plan: Plan) -> Packing:
    """Look at what there is, and make nothing."""
    there = {aftale.navn: aftale for aftale in plan.aftaler}
    documents = tuple((file, file.name not in there or not plan.is_final(there[file.name]))
                      for file in folder.aftaler() if file.kind.is_packed)
    can_be = tuple(_addable(folder, plan))
    lacking = [
        Lacking(line.navn, aftale.navn, tuple(one for one in can_be if one.kind in arter_til(line.nøgle)))
        for aftale in plan.aftaler for line in manglende(plan, aftale)
    ]  # fmt: skip
    begun = {one.words for annex in lacking for one in annex.begin}
    more = tuple(one for one in can_be if one.words not in begun)
    dated = any(aftale.milepæle(plan.helhedsplan.gælder) for aftale in plan.aftaler)
    return Packing(titles(folder, plan), documents, tuple(lacking), more, dated)


def _addable(folder: PlanFolder, plan: Plan) -> Iterator[Addable]:
    """Yield the documents that the plan's round has a form of."""
    for words in addable(plan):
        kind = kinds.of_file(f"{words}.yaml") or kinds.asked_for().get(words)
        if kind and _has_form(folder, plan, kind):
            own = words.removeprefix(kind.name).lstrip("-")
            area = next((one.navn for one in plan.form.indsatsområder if ascii_name(one.nøgle) == own), "")
            yield Addable(words, kind, area or own.replace("-", " "))


def _has_form(folder: PlanFolder, plan: Plan, kind: DocumentKind) -> bool:
    name = f"{kind.name}.html.j2"
    return any(files.is_there(root / plan.form.midler / name) for root in folder.template_roots())
