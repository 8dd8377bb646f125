"""Things that are taken from the page: documents, the package, the calendar and the letter, as files."""

from __future__ import annotations

from pathlib import Path

from generator.base.findings import Finding
from generator.base.language import listed, say
from generator.plan.model.dates import Dato
from generator.plan.model.refusal import Refused
from generator.workspace.folders import AftaleFile, NotFound, PlanFolder, Workspace
from generator.workspace.issued import DOCX, PDF

DOWNLOADS = {
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PDF: "application/pdf",
}
ZIP, CALENDAR, PAGE = "application/zip", "text/calendar; charset=utf-8", "text/html; charset=utf-8"


class NotMade(Exception):
    """Reason why there is no such file, and what helps."""

    def __init__(self, why: str, hint: str = "") -> None:
        self.why, self.hint = why, hint
        super().__init__(why, hint)


def built(workspace: Workspace, folder: PlanFolder, file: AftaleFile, suffix: str) -> bytes:
    """The document as a file of that kind, made as a build makes it. Raises NotMade.

    Nothing is written in output/: what lies there may be open in Word.
    """
    from generator.run.build import Builder

    if suffix == PDF:
        _needs_pdf()
    made: dict[Path, bytes] = {}
    builder = Builder(workspace, made.__setitem__, None, beside=(PDF,) if suffix == PDF else ())
    list(builder.plan(folder, (file.name,)))
    path = folder.output(file.name).with_suffix(suffix)
    if path in made:
        return made[path]
    raise NotMade(say("The document cannot be made before something is mended."),
                  say("See what must be mended."))


def packed(workspace: Workspace, folder: PlanFolder, drafts: bool) -> bytes:
    """The plan's package as a zip, of drafts too where they are wanted. Raises NotMade."""
    from generator.run import package

    _needs_pdf()
    wish = package.Wish(package.default_folder(workspace), drafts, zipped=True)
    held = package.InMemory(workspace)
    wrong = [one for one in package.made(folder, wish, held) if isinstance(one, Finding) and one.is_error]
    path = package.zip_of(folder, wish)
    if path not in held.files:
        raise NotMade(say("The package cannot be made yet."),
                      wrong[0].message if wrong else say("See what must be mended."))
    return held.files[path]


def calendars(folder: PlanFolder, workspace: Workspace) -> bytes:
    """The plan's milestones for a calendar. Raises NotMade."""
    from generator.run.milestones_calendar import calendar
    from generator.run.read_plan import Reader

    plan = Reader(workspace).plan(folder).plan
    found = [made for aftale in (plan.aftaler if plan else ()) if plan and (made := calendar(plan, aftale))]
    if not found:
        raise NotMade(say("The plan has no milestones with a date."))
    return found[0]


def letter(workspace: Workspace, folder: PlanFolder, name: str, day: str = "") -> bytes:
    """The letter to Landsbyggefonden of that day, with what goes with it, as a zip. Raises NotMade.

    Without a day that is a gap in it; `name` is the plan's.
    """
    from generator.base.border import zips
    from generator.compare.letter import make
    from generator.formats.word.package.zip import zip_date
    from generator.workspace.git import repository_of

    of = _day(day) if day else None
    try:
        repository = repository_of(workspace)
        made = make.letter(workspace, folder, make.before(workspace, folder),
                           make.Wish(repository.author or "aftale", of))
    except make.NotComparable as broken:
        raise NotMade(say("There is no letter: not all of it can be compared."),
                      listed(broken.troubles)) from broken
    except make.LacksVersion as same:
        hint = say("Write a new version of it first.")
        why = say("There is no letter: what has changed in {documents} has no version of its own yet.",
                  documents=listed(same.documents))
        raise NotMade(why, hint) from same
    except make.NothingToApprove as nothing:
        raise NotMade(say("There is no letter: nothing in {plan} needs the approval of Landsbyggefonden.",
                          plan=name)) from nothing  # fmt: skip
    except NotFound as unknown:
        raise NotMade(say("There is no letter: no final version of an agreement was kept before this one."),
                      say("Keep a version when an agreement has become final.")) from unknown
    return zips.packed(sorted(made.files.items()), zip_date(None))


def kept(workspace: Workspace, about: str = "") -> str:
    """Keep the plans as they are now as a version; what came of it, in a sentence. Raises GitRefused."""
    from generator.workspace.kept_in_git import keep, repository_for

    repository, _ = repository_for(workspace)
    files = keep(workspace, repository, about).files
    if not files:
        return say("Nothing has changed since the last version.")
    return say("A version is kept.")


def _day(text: str) -> Dato:
    """The day of a letter. Raises NotMade for what is none, or is only a month."""
    try:
        day = Dato.parse(text)
    except Refused as refused:
        raise NotMade(refused.message, refused.hint) from refused
    if day.dag is None:
        raise NotMade(say("A letter is of a day."), say("For example: {example}", example="1.3.2027"))
    return day


def _needs_pdf() -> None:
    from generator.formats import pdf

    if pdf.missing():
        raise NotMade(say("This program has not all that it needs to make a PDF."))
