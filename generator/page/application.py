"""Answers to what the browser asks: plans and files by their names in a list, never by a path."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from generator.authoring.edits import Add, Edit, Move, Refused, Remove
from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.border.web_server import TEXT, Answer, LocalServer, Request
from generator.base.danish import årsspænd
from generator.base.findings import Rejected
from generator.base.language import say
from generator.page import views
from generator.page.fields import NoSuchField, Spot, data, spot
from generator.page.kept import DOWNLOADS, built, kept
from generator.page.lists import opened
from generator.page.noted import notes
from generator.page.reading import Plans, state_of
from generator.page.writing import REFUSED, NotSaved, Writer
from generator.workspace.folders import PlanFolder, Workspace

STATIC = Path(__file__).parent / "static"
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
MISSING = 404
Changes = Callable[[PlanFolder], str]


class Missing(Exception):
    """A name that is in no list."""


class Application:
    """The pages of a workspace. Reading and rendering are done by one thread at a time.

    `changes` tells what has changed in a plan since its last version, as a page to keep.
    """

    def __init__(self, workspace: Workspace, changes: Changes) -> None:
        self.workspace, self.plans, self._changes = workspace, Plans(workspace), changes
        self._static = {path.name: path for path in files.listed(STATIC) if path.suffix in KINDS}
        self._writer = Writer(workspace)
        self._lock = threading.Lock()
        self._told: dict[str, str] = {}

    def respond(self, request: Request) -> Answer:
        """The answer to a request that was let in."""
        try:
            with self._lock:
                return self._changed(request) if request.changes else self._shown(request.path)
        except NotSaved as not_saved:
            facts = {"why": not_saved.why, "hint": not_saved.hint, "found": not_saved.found}
            return Answer.of(facts, not_saved.status)
        except (GitRefused, Refused, Rejected, OSError) as error:
            told = _told(error)
            if request.changes:
                return Answer.of(told, REFUSED)
            return Answer(f"{told['why']}\n{told['hint']}".encode(), TEXT, REFUSED)
        except (Missing, NoSuchField):
            return Answer(say("There is no such page.").encode(), TEXT, MISSING)

    def tell_of_changes(self, server: LocalServer) -> None:
        """Tell open pages whose plan's files are others than before."""
        for name in server.topics & {*self.workspace.plan_names()}:
            state = state_of(PlanFolder(self.workspace, name))
            if self._told.setdefault(name, state) != state:
                self._told[name] = state
                server.tell(name, state)

    def _shown(self, path: tuple[str, ...]) -> Answer:
        match path:
            case ():
                return Answer(views.list_page(map(self._listed, self.workspace.plans())))
            case ("favicon.ico",):
                return self._shown(("static", views.ICON))
            case ("static", name) if name in self._static:
                return Answer(files.read(self._static[name]), KINDS[self._static[name].suffix])
            case ("plan", name):
                return self._page(self._folder(name), None)
            case ("plan", name, document):
                return self._page(self._folder(name), document)
            case ("changes", name):
                folder = self._folder(name)
                return Answer(self._changes(folder).encode(), name=f"aendringer-{folder.name}.html")
            case ("file", name, document):
                return self._built(self._folder(name), document)
            case _:
                raise Missing

    def _changed(self, request: Request) -> Answer:
        """Do what the page asks for."""
        body = request.body
        folder = self._folder(body.get("plan"))
        match request.path:
            case ("field",):
                return Answer.of(opened(spot(folder, body.get("file"), body.get("path"))))
            case ("save",):
                at = spot(folder, body.get("file"), body.get("path"))
                self._writer.change(folder.name, at, data(body.get("value")), data(body.get("expected")))
                return Answer.of({})
            case ("add" | "remove" | "move" as what,):
                at = spot(folder, body.get("file"), body.get("path"))
                self._writer.make(folder.name, at, _edit(what, at, body))
                return Answer.of({})
            case ("undo",):
                return Answer.of({"done": self._writer.undo(folder.name)})
            case ("keep",):
                return Answer.of({"why": kept(self.workspace)})
            case _:
                raise Missing

    def _built(self, folder: PlanFolder, document: str) -> Answer:
        """The document as a file to keep, or why there is none."""
        name, dot, suffix = document.rpartition(".")
        file = next((one for one in folder.aftaler() if one.name == name), None)
        if file is None or dot + suffix not in DOWNLOADS:
            raise Missing
        made = built(self.workspace, folder, file, dot + suffix)
        if isinstance(made, str):
            return Answer(made.encode(), TEXT, REFUSED)
        return Answer(made, DOWNLOADS[dot + suffix], name=document)

    def _folder(self, name: object) -> PlanFolder:
        if not isinstance(name, str) or name not in self.workspace.plan_names():
            raise Missing
        return PlanFolder(self.workspace, name)

    def _listed(self, folder: PlanFolder) -> views.Listed:
        state = self.plans.of(folder)
        plan = state.read.plan
        periode = plan.helhedsplan.periode if plan else None
        years = årsspænd(periode) if periode and periode.fra and periode.til else ""
        return views.Listed(folder, self._name(folder), years, notes(state, folder))

    def _name(self, folder: PlanFolder) -> str:
        """The plan's name on paper; that of its folder while it cannot be read."""
        plan = self.plans.of(folder).read.plan
        return plan.helhedsplan.navn if plan else folder.name

    def _page(self, folder: PlanFolder, document: str | None) -> Answer:
        there = folder.aftaler()
        file = next((one for one in there if document in (None, one.name)), None)
        if file is None:
            raise Missing
        page, state = self.plans.page(folder, file), self.plans.of(folder)
        data = views.plan_page(folder, self._name(folder), there, file, page,
                               notes(state, folder, file.name), state.state)
        return Answer(data)


def _edit(what: str, at: Spot, body: dict[str, object]) -> Edit:
    """The edit of an entry that a page asks for: a new one, or one that goes or is moved."""
    to, expected = body.get("to"), data(body.get("expected"))
    if what == "add":
        return Add(at.path, data(body.get("value")))
    if what == "remove":
        return Remove(at.path, expected)
    if type(to) is not int or not isinstance(at.path[-1], int):
        raise NoSuchField
    return Move(at.path, to, expected)


def _told(error: GitRefused | Refused | Rejected | OSError) -> dict[str, str]:
    """The reason why something could not be done, and what helps."""
    if isinstance(error, GitRefused):
        return {"why": error.why, "hint": error.hint}
    if isinstance(error, Refused):
        return {"why": error.reason, "hint": error.hint}
    if isinstance(error, Rejected):
        return {"why": error.findings[0].message, "hint": error.findings[0].hint}
    return {"why": files.reason(error), "hint": files.hint(error, "")}
