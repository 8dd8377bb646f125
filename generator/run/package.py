"""A plan's documents as one package: made in memory, written when nothing is missing, all or nothing."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from generator import __version__
from generator.base.border import zips
from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.language import listed, say, say_count
from generator.base.values import replace
from generator.document.model import Document
from generator.formats import word
from generator.formats.word.package.zip import zip_date
from generator.plan.model.bilagsliste import Bilagslinje, bilagslisten, manglende
from generator.plan.model.plan import Plan
from generator.run.build import Builder, Events
from generator.run.outcomes import PDF, SHEET, Event, Outcome
from generator.run.packed import DOCX, PackedDocument, PackedFile, manifest
from generator.workspace import stamp
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.manifest import NAME, sealed
from generator.workspace.saved_documents import Shelf, as_it_will_stand
from generator.workspace.standing import EDITED_BY_HAND, Standing, State

COVER, TEMPLATE = "pakke", "shared/pakke.html.j2"
TITLE = "Dokumentpakke"
PACKAGES = "pakker"
LACKS_ANNEXES = Code("F9")
IS_A_DRAFT = Code("F10")


class Wish(Struct, frozen=True):
    """Request for a package. `out` is the folder that holds the folders of packages."""

    out: Path
    drafts: bool = False
    zipped: bool = False
    epoch: int | None = None


class Held(Struct):
    """Files of a package that is being made, which are written when all of it can be."""

    workspace: Workspace
    files: dict[Path, bytes] = field(default_factory=dict)

    def __call__(self, path: Path, data: bytes) -> Standing:
        """Hold the file; tell how the one that is there stands to it. Raises Rejected for an edited one."""
        standing, data = as_it_will_stand(path, data)
        if standing.state is State.EDITED:
            message = say("the file was changed by hand since it was packed, and is left as it is")
            hint = say("move it to another folder, and pack again; or pack elsewhere with --out")
            raise Rejected([Finding(EDITED_BY_HAND, message, hint, Place(self.workspace.name_of(path)))])
        self.files[path] = data
        return standing


class InMemory(Held):
    """Files of a package that is written nowhere: it does not matter what lies where it would be."""

    def __call__(self, path: Path, data: bytes) -> Standing:
        """Hold the file."""
        self.files[path] = data
        return Standing(State.MISSING)


def default_folder(workspace: Workspace) -> Path:
    """The folder that packages are written to unless told otherwise."""
    return workspace.output / PACKAGES


def documents(folder: PlanFolder) -> list[AftaleFile]:
    """The plan's documents that belong in its package."""
    return [file for file in folder.aftaler() if file.kind.is_packed]


def package(workspace: Workspace, folder: PlanFolder, wish: Wish) -> Events:
    """Make the plan's package; it is written only where nothing is wrong and nothing is missing.

    Yields what a build yields, then why there is no package, or the outcome of its cover.
    """
    held = Held(workspace)
    if not (yield from made(folder, wish, held)):
        return
    shelf = Shelf(workspace.name_of, wish.out if wish.out != default_folder(workspace) else workspace.root)
    for path, data in held.files.items():
        shelf(path, data)


def made(folder: PlanFolder, wish: Wish, held: Held) -> Generator[Event, None, bool]:
    """Make the plan's package and hold its files; tell whether it is whole."""
    builder = Builder(held.workspace, held, wish.out, wish.epoch, beside=(PDF, SHEET))
    read = builder.read(folder)
    outcomes: list[Outcome] = []
    wrong = False
    for event in builder.plan(folder, tuple(folder.whole(file) for file in documents(folder)), read):
        wrong = wrong or (isinstance(event, Finding) and event.is_error)
        outcomes += [event] if isinstance(event, Outcome) else []
        yield event
    if read.plan is None or wrong or any(one.reason for one in outcomes):
        return False
    missing = [] if wish.drafts else list(_missing(read.plan, outcomes))
    yield from missing
    if missing:
        return False
    try:
        yield _packed(builder, folder, read.plan, outcomes, held, wish)
    except Rejected as rejected:
        yield from rejected.findings
        return False
    return True


def zip_of(folder: PlanFolder, wish: Wish) -> Path:
    """Path of the zip of the plan's package."""
    return wish.out / f"{folder.name}.zip"


def _missing(plan: Plan, made: Sequence[Outcome]) -> Iterator[Finding]:
    """Find what keeps the documents from being a final package: annexes that are not there, and drafts."""
    for aftale in plan.aftaler:
        lines = [line for line in bilagslisten(plan, aftale) if line.nøgle]
        lacking = [line.nøgle for line in manglende(plan, aftale)]
        if lacking:
            message = say_count(
                "{lacking} of {n} annex is not there: {names}",
                "{lacking} of {n} annexes are not there: {names}",
                len(lines), lacking=len(lacking), names=listed(lacking),
            )  # fmt: skip
            hint = say(
                "make their files with: aftale add {plan} and the name of the annex; "
                "or pack what is there with --draft", plan=plan.navn,
            )  # fmt: skip
            yield Finding(LACKS_ANNEXES, message, hint, aftale.place("bilag"))
    drafts = [one.document for one in made if one.draft]
    if drafts:
        message = say_count(
            "{drafts} of {n} document is a draft: {names}", "{drafts} of {n} documents are drafts: {names}",
            len(made), drafts=len(drafts), names=listed(drafts),
        )  # fmt: skip
        hint = say("finish them, and write status: endelig; or pack them as drafts with --draft")
        yield Finding(IS_A_DRAFT, message, hint, plan.place("status"))


def _packed(
    builder: Builder, folder: PlanFolder, plan: Plan, made: Sequence[Outcome], held: Held, wish: Wish
) -> Outcome:
    """Add cover, manifest and zip to what is held, and tell of the cover. Raises Rejected."""
    kinds = {aftale.navn: aftale.art for aftale in plan.aftaler}
    packed = [PackedDocument.of(one, kinds[one.document], held.files) for one in made]
    annexes = [line for aftale in plan.aftaler for line in bilagslisten(plan, aftale)]
    path = folder.output(COVER, wish.out)
    cover = _cover(builder, folder, plan, packed, annexes)
    outcome = Outcome(folder.name, COVER, path, draft=cover.draft)
    standing, pages = _written(builder, folder, cover, path, held, wish)
    own = [PackedFile.of(one, held.files[one]) for one in (path, path.with_suffix(PDF))]
    held(path.with_name(NAME), sealed(manifest(plan, packed, annexes, own)))
    if wish.zipped:
        inside = ((f"{folder.name}/{one.name}", data) for one, data in sorted(held.files.items()))
        held(zip_of(folder, wish), zips.packed(inside, zip_date(wish.epoch)))
    return replace(outcome, pages=pages, standing=standing)


def _cover(
    builder: Builder, folder: PlanFolder, plan: Plan, packed: Sequence[PackedDocument],
    annexes: Sequence[Bilagslinje],
) -> Document:
    """The cover; what it was made from are the files that it lists."""
    draft = any(one.er_udkast for one in packed)
    context = {"plan": plan.helhedsplan, "form": plan.form, "dokumenter": packed, "bilagslisten": annexes,
               "kladde": draft}  # fmt: skip
    document = builder.texts.templates(folder).document(TEMPLATE, context, title="", draft=draft).document
    name = plan.helhedsplan.navn
    made_from = {one.navn: one.sha256 for dokument in packed for one in dokument.filer}
    shown = ((stamp.PLAN, name), (stamp.DOCUMENT, TITLE), (stamp.STATUS, "Udkast" if draft else "Endelig"))
    return replace(document, title=f"{TITLE} – {name}", subject=name, author=name,
                   properties=(*shown, *stamp.Stamp.of(made_from, f"aftale {__version__}").properties()))


def _written(
    builder: Builder, folder: PlanFolder, cover: Document, path: Path, held: Held, wish: Wish
) -> tuple[Standing, int]:
    """Hold the cover as .docx and as PDF; tell how the first stood, and the pages of the second."""
    from generator.formats import pdf

    reference = builder.reference(folder)
    made = pdf.write(cover, reference, wish.epoch)
    standing = held(path.with_suffix(DOCX), word.write(cover, reference, wish.epoch, seal=stamp.SEAL))
    held(path.with_suffix(PDF), made.data)
    return standing, made.pages
