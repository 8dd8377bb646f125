"""Beginning of a plan, and of one more document of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.base.border.web_server import FILES, Answer, Request
from generator.page.site import Missing, Site
from generator.page.views.whole import address
from generator.page.writing import REFUSED

if TYPE_CHECKING:
    from generator.page.answers import Answers


def shown(site: Site, request: Request) -> Answer | None:
    """Answer with the dialogue about a new plan."""
    if request.path != ("new",):
        return None
    from generator.page.views.new_plan import new_plan_page

    plans = [(folder.name, site.name(folder), site.round(folder)) for folder in site.workspace.plans()]
    rounds = site.beginnings.rounds
    return Answer(new_plan_page(plans, [rounds.form(name) for name in rounds.files]))


def changed(site: Site, request: Request) -> Answer | None:
    """Take a Word file, look at answers, or begin the plan."""
    match request.path:
        case (steps, "begin", name) if steps == FILES:
            return Answer.of({"word": site.beginnings.bring(name, request.file), "name": name})
        case ("answers",):
            return Answer.of(site.beginnings.looked_at(_answers(site, request)))
        case ("begin",):
            given = _answers(site, request)
            found = site.beginnings.looked_at(given)
            if found["wrong"] and not given.words:
                return Answer.of(found, REFUSED)
            return Answer.of({"go": address(site.beginnings.begin(given))})
        case ("add-document",):
            return Answer.of({"go": _added(site, request)})
    return None


def _added(site: Site, request: Request) -> str:
    """The address of a document that was begun: its kind, and its name where it has one."""
    from generator.authoring.new_document import new_document

    folder, words = site.folder(request.body.get("plan")), request.body.get("words")
    plan = site.plans.of(folder).read.plan
    if not isinstance(words, str) or plan is None:
        raise Missing
    return address(folder.name, folder.add(*new_document(plan, words)).stem)


def _answers(site: Site, request: Request) -> Answers:
    from generator.page.answers import Answers

    given = Answers.of(request.body)
    if given.midler not in site.beginnings.rounds.files:
        raise Missing
    if given.other:
        site.folder(given.other)
    return given
