"""Answers to what the browser asks: each route answers its own, what none answers is not there."""

from __future__ import annotations

import threading
from contextlib import suppress

from generator.authoring.all_or_none import finish
from generator.authoring.edits import Refused
from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.border.web_server import Answer, LocalServer, Request
from generator.base.findings import Rejected
from generator.page.fields import NoSuchField
from generator.page.her_words import for_page
from generator.page.kept import NotMade
from generator.page.reading import state_of
from generator.page.routes import beginning, edits, pages, returns, static, taken
from generator.page.site import Changes, Missing, Route, Site, missing
from generator.page.views.whole import trouble_page
from generator.page.writing import REFUSED, NotSaved
from generator.workspace.folders import NotFound, PlanFolder, Workspace

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
                return self._answer(request)
        except NotSaved as not_saved:
            facts = {"why": not_saved.why, "hint": not_saved.hint, "found": not_saved.found}
            return Answer.of(facts, not_saved.status)
        except (GitRefused, NotFound, NotMade, Refused, Rejected, OSError) as error:
            told = _told(error)
            if request.changes:
                return Answer.of(told, REFUSED)
            return Answer(trouble_page(**told), status=REFUSED)
        except (Missing, NoSuchField):
            return missing(request)

    def tell_of_changes(self, server: LocalServer) -> None:
        """Tell open pages in which state the files of their plan are, whenever that is another."""
        for name in server.topics & {*self.workspace.plan_names()}:
            state = state_of(PlanFolder(self.workspace, name))
            if self._told.get(name) != state:
                self._told[name] = state
                server.tell(name, state)

    def _answer(self, request: Request) -> Answer:
        for route in CHANGED if request.changes else SHOWN:
            if answer := route(self.site, request):
                return answer
        raise Missing


def _told(error: GitRefused | NotFound | NotMade | Refused | Rejected | OSError) -> dict[str, str]:
    """The reason why something could not be done, and what helps."""
    why, hint = for_page(*_reason(error), None)
    return {"why": why, "hint": hint}


def _reason(error: GitRefused | NotFound | NotMade | Refused | Rejected | OSError) -> tuple[str, str]:
    if isinstance(error, (GitRefused, NotMade)):
        return error.why, error.hint
    if isinstance(error, NotFound):
        return error.message, error.hint
    if isinstance(error, Refused):
        return error.reason, error.hint
    if isinstance(error, Rejected):
        return error.findings[0].message, error.findings[0].hint
    return files.reason(error), files.hint(error, "")
