"""Beginning of a plan, and of one more document of a plan."""

from __future__ import annotations

from generator.base.border.web_server import FILES, Answer, Request
from generator.page.answers import Answers
from generator.page.site import Missing, Site
from generator.page.views.new_plan import new_plan_page
from generator.page.views.whole import address
from generator.page.writing import REFUSED


def shown(site: Site, request: Request) -> Answer | None:
    """Answer with the dialogue about a new plan."""
    if request.path != ("new",):
        return None
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
    return None


def _answers(site: Site, request: Request) -> Answers:
    given = Answers.of(request.body)
    if given.midler not in site.beginnings.rounds.files:
        raise Missing
    if given.other:
        site.folder(given.other)
    return given
