"""One more document of a plan: which one is meant, and its file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import assert_never

from generator.authoring.answers import area_of_effort, ascii_name
from generator.authoring.carried_over import carried_over
from generator.authoring.new_plan import document_file
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan import kinds
from generator.plan.kinds import Count, DocumentKind
from generator.plan.model.form import Form
from generator.plan.model.plan import Plan
from generator.workspace.folders import NotFound


def new_document(plan: Plan, text: str) -> tuple[str, str]:
    """The name and the text of the file of the document that the text names: `delaftale beskæftigelse`.

    NotFound for an unknown kind, for a document that is there, and for an area that is not chosen.
    """
    kind, name = _kind(text, plan.form)
    own = _own(kind, name, plan)
    there = {aftale.særkende: aftale for aftale in plan.aftaler if aftale.kind == kind}
    if own in there:
        message = say("{file} is already there", file=there[own].place().file)
        raise NotFound(message, say("nothing was changed"))
    return document_file(kind, own, carried_over(plan.helhedsplan, plan.form), plan.form)


def addable(plan: Plan) -> Iterator[str]:
    """The documents that the plan lacks, as `new_document` is told them; of any number, their kind."""
    there = {(aftale.kind.name, aftale.særkende) for aftale in plan.aftaler}
    for kind in kinds.DOCUMENTS:
        names = _chosen(plan) if kind.count is Count.EACH_AREA else [""]
        for name in names:
            if kind.count is Count.ANY or (kind.name, name) not in there:
                yield f"{kind.name}-{ascii_name(name)}" if name else kind.name


def _kind(text: str, form: Form) -> tuple[DocumentKind, str]:
    """The kind that the text begins with, or is the beginning of, and what stands behind it.

    The name of an area of effort alone is the document that each area has one of.
    """
    text = text.strip().removesuffix(".yaml")
    said = ascii_name(text)
    for kind in kinds.DOCUMENTS:
        if f"{said}-".startswith(f"{kind.name}-"):
            return kind, text[len(kind.name) :].lstrip(" -:")
    begun = [kind for kind in kinds.DOCUMENTS if said and kind.name.startswith(said)]
    if len(begun) == 1:
        return begun[0], ""
    with suppress(NotFound):
        own = area_of_effort(text, form)
        return next((kind, own) for kind in kinds.DOCUMENTS if kind.count is Count.EACH_AREA)
    known = [kind.name for kind in kinds.DOCUMENTS]
    near = suggestion(text.split()[0] if text else "", known)
    raise NotFound(say("`{typed}` is none of a plan's documents", typed=text), near)


def _own(kind: DocumentKind, name: str, plan: Plan) -> str:
    """Key that tells the document from the plan's others of its kind; empty where it is the only one."""
    def write(*more: str) -> str:
        return say("write: {command}", command=" ".join(("aftale add", plan.navn, kind.name, *more)))

    match kind.count:
        case Count.ONE | Count.AT_MOST_ONE:
            if name:
                raise NotFound(say("a plan has one {kind}, and it has no name", kind=kind.name), write())
            return ""
        case Count.ANY:
            if kind.needs_name and not ascii_name(name):
                raise NotFound(say("the document {kind} has a name", kind=kind.name), write("NAVN"))
            return name
        case Count.EACH_AREA:
            if not name:
                example = next(iter(_chosen(plan)), plan.form.indsatsområder[0].nøgle)
                message = say("the document {kind} is for one {key}", kind=kind.name, key=kind.key)
                raise NotFound(message, write(example))
            return _chosen_area(name, plan)
        case never:
            assert_never(never)


def _chosen_area(name: str, plan: Plan) -> str:
    key = area_of_effort(name, plan.form)
    if key not in _chosen(plan):
        message = say("{plan} has not chosen the indsatsområde `{key}`", plan=plan.navn, key=key)
        hint = say("add it to `indsatsområder` in {file}, and give the command again", file=plan.place().file)
        raise NotFound(message, hint)
    return key


def _chosen(plan: Plan) -> list[str]:
    return [chosen.indsatsområde for chosen in plan.helhedsplan.indsatsområder]
