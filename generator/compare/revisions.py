"""Two revisions of a workspace → what has changed in each plan: in its data, in its forms, in the program.

What the data changed and what the forms changed is told apart by a third version between the two: the
old data in the new forms.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, nullcontext
from functools import partial

from msgspec import Struct

from generator.base.border import names
from generator.base.findings import Finding, Rejected
from generator.base.language import listed, say
from generator.base.values import replace
from generator.compare.data.plans import (
    DocumentChanges,
    Fate,
    PlanChanges,
)
from generator.compare.files import changed_forms, changed_plans, hybrid, plans_named
from generator.compare.issued_versions import Issued, Then, versions
from generator.compare.looked import Looked
from generator.compare.program import program_changes
from generator.compare.proposals import proposed
from generator.document.model import Document
from generator.document.revision_marks import has_marks
from generator.formats import word
from generator.formats.word import Reference
from generator.run.load_plan import attempt
from generator.workspace import stamp
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.git import Commit, laid_out, repository_of, working_files
from generator.workspace.renamed import renamed, under


class Comparison(Struct, frozen=True):
    """Changes from one revision or issued version to another. `until` is None for the working tree.

    `plans` are told once, one after the other: who needs one longer keeps it. `forms` and `program` name the
    files that have changed; `versions` are those of the program.
    """

    since: Commit | Issued
    until: Commit | Issued | None
    plans: Iterable[PlanChanges]
    forms: tuple[str, ...] = ()
    program: tuple[str, ...] = ()
    versions: tuple[str, str] = ("", "")


def compare(
    workspace: Workspace, since: Commit | Issued, until: Commit | Issued | None, only: Iterable[str] = (),
    looks: bool = False,
) -> Comparison:
    """Find what has changed in the plans of those names, or in all. With `looks`, ready for `redlines`.

    Issued versions are printed with the forms of today. NotFound for what there is not.
    """
    if isinstance(since, Issued):
        return Comparison(since, until, _each(
            partial(_issued, then, looks) for then in versions(workspace, since, until, only)))
    if isinstance(until, Issued):
        raise NotFound(say("{version} can only be compared with another version", version=until.ident),
                       say("write for example version-1 before it"))
    return _in_git(workspace, since, until, only, looks)


def _issued(then: Then, looks: bool) -> PlanChanges:
    """The changes of documents since they were issued; it needs no git."""
    with laid_out(then.old) as old, laid_out(then.new) as new:
        plan = Looked(old, old, new, {}, looks).plan(then.plan, ())
    documents = tuple(one for one in plan.documents if one.name in then.documents)
    texts = {one.mention: (one.old.text, then.texts.get(one.name)) for one in documents if one.old}
    others = [mention for mention, (now, issued) in texts.items() if now and issued and now != issued]
    about = (say("The form or the program prints another text of {documents} today than was issued: the plan "
                 "of then and of now are compared as they are printed today.", documents=listed(others)),
             ) if others else ()  # fmt: skip
    return replace(plan, documents=documents, about=about)


def _in_git(
    workspace: Workspace, since: Commit, until: Commit | None, only: Iterable[str], looks: bool
) -> Comparison:
    repository = repository_of(workspace)
    old = repository.files(since.ident)
    new = repository.files(until.ident) if until else working_files(workspace)
    moves = renamed(old, new)
    for name, was in moves.items():
        old = under(old, was, name)
    forms = changed_forms(old, new)
    wanted = plans_named(only, moves) or sorted({*changed_plans(old, new, forms), *moves})
    program, both = program_changes(repository, since, until)
    with ExitStack() as scratch:
        before, between = (scratch.enter_context(laid_out(files)) for files in (old, hybrid(old, new)))
        after = workspace if until is None else scratch.enter_context(laid_out(new))
        look = Looked(before, between, after, moves, looks)
        plans = _each((partial(look.plan, name, forms) for name in wanted), scratch.pop_all())
    return Comparison(since, until, plans, tuple(map(names.shown, forms)), program, both)


def _each(
    ways: Iterable[Callable[[], PlanChanges]], scratch: ExitStack | None = None
) -> Iterator[PlanChanges]:
    """Yield the plans that have changed; none is held here while the next is made. `scratch` is closed."""
    with scratch or nullcontext():
        for look in ways:
            yield from _unless_empty(look())
            gc.collect()  # a plan is held by its own documents, and Python seldom looks for such circles


def _unless_empty(plan: PlanChanges) -> Iterator[PlanChanges]:
    if not plan.is_empty:
        yield plan


def redlines(
    documents: Iterable[DocumentChanges], author: str, date: str, pdf: bool = False
) -> Iterator[tuple[DocumentChanges, str, bytes]]:
    """Every document that says another thing, as a .docx with tracked changes of that author and day.

    With `pdf` a PDF that shows them comes after each; the suffix of its name tells which is which. Raises
    Rejected after the last, with what is wrong with those that could not be written.
    """
    from generator.compare.documents import redline

    wrong: list[Finding] = []
    for document in documents:
        old, new = document.old, document.new
        if document.fate is not Fate.CHANGED or not (old and new and old.document and new.document):
            continue
        if new.look is None:  # told among the plan's troubles
            continue
        marked = proposed(redline(old.document, new.document), old, new)
        if not has_marks(marked.blocks):
            continue
        told = new.stamp.properties() if new.stamp else ()  # for `aftale return`
        sealed = replace(marked, properties=(*marked.properties, *told))
        data = attempt(wrong, word.write, sealed, new.look, seal=stamp.SEAL, author=author, date=date)
        if data is not None:
            yield document, ".docx", data
        if pdf and data is not None:
            made = attempt(wrong, as_pdf, sealed, new.look)
            if made is not None:
                yield document, ".pdf", made
    if wrong:
        raise Rejected(wrong)


def as_pdf(document: Document, look: Reference) -> bytes:
    """The document as a PDF. Raises Rejected."""
    from generator.formats import pdf

    return pdf.write(document, look).data
