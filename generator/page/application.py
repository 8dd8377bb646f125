"""Answers to what the browser asks: each route answers its own, what none answers is not there."""

from __future__ import annotations

import threading
from contextlib import suppress

from generator.authoring.all_or_none import finish
from generator.base.border.web_server import Answer, LocalServer, Request
from generator.page.fields import NoSuchField
from generator.page.her_words import for_page
from generator.page.reading import state_of
from generator.page.reasons import TROUBLE, reason
from generator.page.routes import beginning, edits, pages, returns, static, taken
from generator.page.site import Changes, Later, Missing, Route, Site, missing
from generator.page.views.whole import trouble_page
from generator.page.writing import REFUSED, NotSaved
from generator.workspace.folders import PlanFolder, Workspace

SHOWN: tuple[Route, ...] = (static.answer, pages.answer, taken.answer, beginning.shown, returns.shown)
CHANGED: tuple[Route, ...] = (edits.answer, taken.keep_version, beginning.changed, returns.changed)
"""Routes that show something, and routes that change something or ask about a field."""


class Application:
    """The pages of a workspace. Reading and rendering are done by one thread at a time."""

    def __init__(self, workspace: Workspace, changes: Changes) -> None:
        self.workspace, self.site = workspace, Site.of(workspace, changes)
        with suppress(OSError):  # it is tried again before the next change of several files
            finish(workspace.root)
        self._lock = threading.Lock()
        self._told: dict[str, str] = {}

    def respond(self, request: Request) -> Answer:
        """The answer to a request that was let in."""
        try:
            with self._lock:
                answer = self._answer(request)
            return answer if isinstance(answer, Answer) else answer()
        except NotSaved as not_saved:
            facts = {"why": not_saved.why, "hint": not_saved.hint, "found": not_saved.found}
            return Answer.of(facts, not_saved.status)
        except TROUBLE as error:
            why, hint = for_page(*reason(error), None)
            if request.changes:
                return Answer.of({"why": why, "hint": hint}, REFUSED)
            return Answer(trouble_page(why, hint), status=REFUSED)
        except (Missing, NoSuchField):
            return missing(request)

    def tell_of_changes(self, server: LocalServer) -> None:
        """Tell open pages in which state the files of their plan are, whenever that is another."""
        for name in server.topics & {*self.workspace.plan_names()}:
            state = state_of(PlanFolder(self.workspace, name))
            if self._told.get(name) != state:
                self._told[name] = state
                server.tell(name, state)

    def _answer(self, request: Request) -> Answer | Later:
        for route in CHANGED if request.changes else SHOWN:
            if answer := route(self.site, request):
                return answer
        raise Missing
