"""The letter and the redlines that go with it, as files; in Danish, whatever is spoken."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator import __version__
from generator.base.border import files
from generator.base.border.refused import NoGit
from generator.base.danish import dato
from generator.base.language import say, speaking
from generator.base.values import replace
from generator.compare.data.consequences import Consequence, consequences, lacks_version, needs_the_fund
from generator.compare.data.plans import DocumentChanges, PlanChanges
from generator.compare.issued_versions import Issued, versions
from generator.compare.letter.contents import Vedlagt, case_numbers, documents
from generator.compare.revisions import as_pdf, compare, redlines
from generator.document.gaps import gaps
from generator.document.model import Document
from generator.formats import word
from generator.plan.kind import Body
from generator.plan.model.dates import Dato
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.udgave import Stand
from generator.run.document_properties import author
from generator.run.read_plan import Reader
from generator.run.texts import Texts
from generator.workspace import stamp
from generator.workspace.folders import TEMPLATES, NotFound, PlanFolder, Workspace
from generator.workspace.git import Commit
from generator.workspace.issued import Records, own_sources
from generator.workspace.standing import REDLINE
from generator.workspace.versions import Lineage

NAME, OWN, SHARED = "brev", "brev.html.j2", "shared/brev.html.j2"
LETTERS = "breve"
TITLE = "Brev til Landsbyggefonden"


class Wish(Struct, frozen=True):
    """Request for a letter: whose the tracked changes are, and the day of it all, where one is given."""

    author: str
    day: Dato | None = None
    pdf: bool = False
    epoch: int | None = None


class Letter(Struct, frozen=True):
    """A letter with its files by name, the letter first; `gaps` are to be filled in."""

    files: Mapping[str, bytes]
    gaps: tuple[str, ...]


class NothingToApprove(Exception):
    """There is nothing to write a letter about; `instead` is what follows from the changes that there are."""

    def __init__(self, instead: tuple[Consequence, ...]) -> None:
        self.instead = instead
        super().__init__()


class LacksVersion(Exception):
    """Some of what is to be approved is in the version that it was in before; `documents` are its names."""

    def __init__(self, documents: tuple[str, ...]) -> None:
        self.documents = documents
        super().__init__()


class NotComparable(Exception):
    """Some of what is to be compared cannot be read; `troubles` tell what."""

    def __init__(self, troubles: tuple[str, ...]) -> None:
        self.troubles = troubles
        super().__init__()


def default_folder(workspace: Workspace) -> Path:
    """The folder that letters are written to unless told otherwise."""
    return workspace.output / LETTERS


def before(workspace: Workspace, folder: PlanFolder) -> Commit | Issued:
    """The version before the one to be approved as it was issued, or the commit at which it became final.

    Where none is to be approved, that of the newest. Raises NotFound.
    """
    plan, lineage, records = Reader(workspace).plan(folder).plan, Lineage(workspace), Records(folder)
    known = {aftale.navn: aftale for aftale in (plan.aftaler if plan else ())}
    both = [(file, known[file.name]) for file in folder.aftaler() if file.name in known]
    theirs = [(file, aftale) for file, aftale in both
              if aftale.kind.approved_by is Body.FUND and aftale.kind.is_packed]  # fmt: skip
    for numbers_of in (_earlier, _numbers):
        for file, aftale in theirs:
            numbers = numbers_of(plan, aftale) if plan else []
            newer = {version.nummer for version in aftale.versioner[len(numbers):]}
            if numbers and records.of(file.name, numbers[-1]):
                return Issued(numbers[-1])
            with suppress(NoGit):
                if numbers and (then := lineage.became_final(folder, file, numbers[-1], newer)):
                    return then.commit
    raise NotFound(
        say("nobody knows a version of `{plan}` before the one that is to be approved", plan=folder.name),
        say("say what to compare with: --since and version-1, a commit or a branch"),
    )


def letter(workspace: Workspace, folder: PlanFolder, since: Commit | Issued, wish: Wish) -> Letter:
    """Make the letter about all that has changed since. Nothing is written.

    Raises NothingToApprove, LacksVersion, NotComparable, NotFound for a version that there is not, and
    Rejected where a document cannot be made.
    """
    if isinstance(since, Issued):
        next(versions(workspace, since, None, [folder.name]))  # NotFound speaks to whoever is here
    with speaking("da"):
        changes = tuple(compare(workspace, since, None, [folder.name], looks=True).plans)
        wanted = [one for plan in changes for one in plan.documents if needs_the_fund(one)]
    if any(plan.troubles for plan in changes):
        raise NotComparable(_troubles(workspace, folder, since))
    if not wanted:
        raise NothingToApprove(_instead(workspace, folder, since))
    if same := tuple(one.name for one in wanted if lacks_version(one)):
        raise LacksVersion(same)
    with speaking("da"):
        return _made(workspace, folder, since, changes, wanted, wish)


def _made(
    workspace: Workspace, folder: PlanFolder, since: Commit | Issued, changes: tuple[PlanChanges, ...],
    wanted: list[DocumentChanges], wish: Wish,
) -> Letter:
    held = dict(_enclosed(wanted, wish))
    annexes = [Vedlagt(one.title, name, er_ny=one.old is None) for one in wanted
               for name in (f"{one.name}{REDLINE}.docx", f"{one.name}.docx") if name in held]  # fmt: skip
    document = _document(workspace, folder, since, changes, annexes, wish)
    look = next(one.new.look for one in wanted if one.new and one.new.look)
    made = {f"{NAME}.docx": word.write(document, look, wish.epoch, seal=stamp.SEAL)}
    if wish.pdf:
        from generator.formats import pdf

        made[f"{NAME}.pdf"] = pdf.write(document, look, wish.epoch).data
    return Letter(made | held, tuple(gap.text for gap in gaps(document) if not gap.known))


def _enclosed(wanted: list[DocumentChanges], wish: Wish) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each redline, and of each new document. Raises Rejected."""
    for one in wanted:
        new = one.new
        if one.old is None and new and new.document and new.look:
            told = new.stamp.properties() if new.stamp else ()
            made = replace(new.document, properties=(*new.document.properties, *told))
            yield f"{one.name}.docx", word.write(made, new.look, wish.epoch, seal=stamp.SEAL)
            if wish.pdf:
                yield f"{one.name}.pdf", as_pdf(made, new.look)
    day = wish.day.første().isoformat() if wish.day else ""
    for document, suffix, data in redlines(wanted, wish.author, day, wish.pdf):
        yield f"{document.name}{REDLINE}{suffix}", data


def _document(
    workspace: Workspace, folder: PlanFolder, since: Commit | Issued, changes: tuple[PlanChanges, ...],
    annexes: list[Vedlagt], wish: Wish,
) -> Document:
    """The letter; what it was made from are the plan's own files. Raises Rejected."""
    plan = changes[0].new
    assert plan is not None
    then = dato(Dato.parse(since.day)) if isinstance(since, Commit) else f"version {since.number}"
    parted = [(one, [document for document in one.documents if needs_the_fund(document)]) for one in changes]
    wanted = [one for _, some in parted for one in some]
    told = [one for plan_changes, some in parted for one in documents(plan_changes, some, then)]
    draft = any(one.new is not None and not one.new.final for one in wanted)
    context = {
        "plan": plan.helhedsplan, "form": plan.form, "dokumenter": told, "bilag": annexes, "dato": wish.day,
        "ændringer": sum(len(one.ændringer) for one in told), "kladde": draft,
        "sagsnumre": case_numbers(plan, wanted),
    }  # fmt: skip
    name = OWN if files.is_there(folder.path / TEMPLATES / OWN) else SHARED
    document = Texts(workspace).templates(folder).document(name, context, title="", draft=draft).document
    named = plan.helhedsplan.navn
    own = {f"{workspace.name_of(folder.path)}/{file}": hashlib.sha256(data).hexdigest()
           for file, data in own_sources(folder).items()}  # fmt: skip
    shown = ((stamp.PLAN, named), (stamp.DOCUMENT, TITLE), (stamp.STATUS, "Udkast" if draft else ""))
    properties = (*shown, *stamp.Stamp.of(own, f"aftale {__version__}").properties())
    return replace(document, title=f"{TITLE} – {named}", subject=named, author=author(plan.helhedsplan),
                   date=wish.day.første().isoformat() if wish.day else "", properties=properties)  # fmt: skip


def _earlier(plan: Plan, aftale: Aftale) -> list[str]:
    """The numbers of the versions before the one that is to be approved, the oldest first."""
    numbers = [version.nummer for version in aftale.versioner]
    known = plan.udgaver.get(aftale.navn)
    if known is None:
        return numbers[:-1]
    is_proposed = known.stand is not Stand.CHANGED if plan.is_final(aftale) else not known.gælder
    return numbers[:-1] if is_proposed else numbers


def _numbers(_: Plan, aftale: Aftale) -> list[str]:
    """The numbers of all its versions, the oldest first."""
    return [version.nummer for version in aftale.versioner]


def _troubles(workspace: Workspace, folder: PlanFolder, since: Commit | Issued) -> tuple[str, ...]:
    """Everything that could not be compared, once more in the language that is spoken."""
    return tuple(trouble for plan in _again(workspace, folder, since) for trouble in plan.troubles)


def _instead(workspace: Workspace, folder: PlanFolder, since: Commit | Issued) -> tuple[Consequence, ...]:
    """Consequences of the changes, once more in the language that is spoken."""
    return tuple(one for plan in _again(workspace, folder, since) for one in consequences(plan))


def _again(workspace: Workspace, folder: PlanFolder, since: Commit | Issued) -> tuple[PlanChanges, ...]:
    return tuple(compare(workspace, since, None, [folder.name]).plans)
