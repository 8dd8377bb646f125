"""Things taken from a plan: its documents and its package as files, what has changed, and a version."""

from __future__ import annotations

from generator.base.border import names
from generator.base.border.web_server import Answer, Request
from generator.page.kept import CALENDAR, DOWNLOADS, PAGE, ZIP, built, calendars, kept, letter, packed
from generator.page.site import Missing, Site
from generator.page.views.changes import SHEET, changes_page, scoped
from generator.workspace.folders import PlanFolder
from generator.workspace.git import Commit

CSS = "text/css; charset=utf-8"
LONGEST = 200
"""Letters about a version."""


def answer(site: Site, request: Request) -> Answer | None:
    """Answer with a file to keep, or with the page of what can be taken. Raises NotMade."""
    match request.path:
        case ("file", name, document):
            return _built(site, site.folder(name), document)
        case ("zip", name, *drafts) if drafts in ([], ["draft"]):
            folder = site.folder(name)
            return Answer(packed(site.workspace, folder, drafts=bool(drafts)), ZIP, name=f"{folder.name}.zip")
        case ("calendar", name):
            folder = site.folder(name)
            return Answer(calendars(folder, site.workspace), CALENDAR, name=f"{folder.name}.ics")
        case ("letter", name):
            folder = site.folder(name)
            return Answer(letter(site.workspace, folder), ZIP, name=f"brev-{folder.name}.zip")
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


def _built(site: Site, folder: PlanFolder, document: str) -> Answer:
    name, dot, suffix = document.rpartition(".")
    if dot + suffix not in DOWNLOADS:
        raise Missing
    made = built(site.workspace, folder, site.document(folder, name), dot + suffix)
    return Answer(made, DOWNLOADS[dot + suffix], name=document)
