"""Pages: the list of plans, and each document of a plan."""

from __future__ import annotations

from generator.base.border import environment
from generator.base.border.web_server import Answer, Request
from generator.base.danish import årsspænd
from generator.page.due import due
from generator.page.leftovers import passages
from generator.page.noted import notes
from generator.page.remarks import remarks
from generator.page.site import Missing, Site
from generator.page.titles import titles
from generator.page.views.document import plan_page
from generator.page.views.from_word import comments, left_over
from generator.page.views.plans import Listed, list_page
from generator.workspace.folders import AftaleFile, PlanFolder


def answer(site: Site, request: Request) -> Answer | None:
    """Answer with a page; a plan's own address shows its first document."""
    match request.path:
        case ():
            return Answer(list_page(_listed(site, folder) for folder in site.workspace.plans()))
        case ("plan", name):
            folder = site.folder(name)
            first = next(iter(folder.aftaler()), None)
            if first is None:
                raise Missing
            return _page(site, folder, first)
        case ("plan", name, document):
            folder = site.folder(name)
            return _page(site, folder, site.document(folder, document))
    return None


def _listed(site: Site, folder: PlanFolder) -> Listed:
    state = site.plans.of(folder)
    plan = state.read.plan
    periode = plan.helhedsplan.periode if plan else None
    years = årsspænd(periode) if periode and periode.fra and periode.til else ""
    found = due(folder, plan, notes(state, folder), environment.today())
    return Listed(folder, site.name(folder), years, found)


def _page(site: Site, folder: PlanFolder, file: AftaleFile) -> Answer:
    page, state = site.plans.page(folder, file), site.plans.of(folder)
    beneath = comments(remarks(folder, state.files, file.name)) + left_over(passages(folder))
    noted = notes(state, folder, file.name)
    return Answer(plan_page(folder, site.name(folder), titles(folder, state.read.plan), file, page, noted,
                            beneath, state.state))
