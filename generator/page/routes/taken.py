"""Things taken from a plan: its documents and its package as files, what has changed, and a version."""

from __future__ import annotations

from collections.abc import Callable

from generator.base.border import names
from generator.base.border.web_server import Answer, Request
from generator.page.kept import CALENDAR, DOWNLOADS, PAGE, ZIP, built, calendars, kept, letter, packed
from generator.page.reasons import made_apart
from generator.page.site import Later, Missing, Site
from generator.page.views.changes import SHEET, changes_page, scoped
from generator.workspace.folders import PlanFolder
from generator.workspace.git import Commit
from generator.workspace.issued import PDF

CSS = "text/css; charset=utf-8"
LONGEST = 200
"""Letters about a version."""


def answer(site: Site, request: Request) -> Answer | Later | None:
    """Answer with a file to keep, or with the page of what can be taken. Raises NotMade.

    PDFs and packages take time and memory: they are made in a process of their own.
    """
    match request.path:
        case ("file", name, document):
            return _built(site, site.folder(name), document)
        case ("zip", name, *drafts) if drafts in ([], ["draft"]):
            folder = site.folder(name)
            return _apart(ZIP, f"{folder.name}.zip", packed, site.workspace, folder, bool(drafts))
        case ("calendar", name):
            folder = site.folder(name)
            return Answer(calendars(folder, site.workspace), CALENDAR, name=f"{folder.name}.ics")
        case ("letter", name, *day) if len(day) < 2:
            folder = site.folder(name)
            made = letter(site.workspace, folder, site.name(folder), *day)
            return Answer(made, ZIP, name=f"brev-{folder.name}.zip")
        case ("package", name):
            return _package(site, site.folder(name))
        case ("static", sheet) if sheet == SHEET:
            return Answer(scoped(site.changes.style).encode(), CSS)
        case ("changes", name, *rest) if len(rest) < 3:
            return _changes(site, site.folder(name), *rest)
    return None


def keep_version(site: Site, request: Request) -> Answer | None:
    """Keep a version of all plans, with a line about it where she writes one."""
    if request.path != ("keep",):
        return None
    site.folder(request.body.get("plan"))
    about = request.body.get("words", "")
    if not isinstance(about, str) or len(about) > LONGEST or not names.is_text(about):
        raise Missing
    return Answer.of({"why": kept(site.workspace, about)})


def _package(site: Site, folder: PlanFolder) -> Answer:
    from generator.page.noted import notes
    from generator.page.packing import packing
    from generator.page.views.package import package_page

    state = site.plans.of(folder)
    if state.read.plan is None:
        raise Missing
    errors, there = len(notes(state, folder).mend), packing(folder, state.read.plan)
    return Answer(package_page(folder, site.name(folder), there, errors, state.state))


def _changes(site: Site, folder: PlanFolder, ident: str = "", what: str = "") -> Answer:
    """Changes since the version of that id, or since the newest: as a page, or as a file to keep."""
    from generator.page.kept_versions import kept_versions

    versions = kept_versions(folder)
    since: Commit | None = next((one for one in versions if ident in ("", one.ident)), None)
    if since is None or what not in ("", "file"):
        raise Missing
    page = site.changes(folder, since)
    if what:
        return Answer(page.encode(), PAGE, name=f"aendringer-{folder.name}.html")
    state = site.plans.of(folder).state
    return Answer(changes_page(folder, site.name(folder), page, versions, since, state))


def _built(site: Site, folder: PlanFolder, document: str) -> Answer | Later:
    name, dot, suffix = document.rpartition(".")
    kind = dot + suffix
    if kind not in DOWNLOADS:
        raise Missing
    given = site.workspace, folder, site.document(folder, name), kind
    if kind == PDF:
        return _apart(DOWNLOADS[kind], document, built, *given)
    return Answer(built(*given), DOWNLOADS[kind], name=document)


def _apart(kind: str, name: str, make: Callable[..., bytes], *given: object) -> Later:
    return lambda: Answer(made_apart(make, *given), kind, name=name)
