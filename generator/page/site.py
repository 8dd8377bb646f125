"""Workspace as its pages see it: plans and documents by their names in a list, never by a path."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from generator.base.border.web_server import TEXT, Answer, Request
from generator.base.language import say
from generator.page.beginning import Beginnings
from generator.page.coming_back import Returns
from generator.page.reading import Plans
from generator.page.views.whole import trouble_page
from generator.page.writing import Writer
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.git import Commit

MISSING = 404


class Changes(Protocol):
    """Tells what has changed in a plan since a version was kept, as a page by itself; `style` is its CSS."""

    @property
    def style(self) -> str: ...

    def __call__(self, folder: PlanFolder, since: Commit) -> str: ...


class Missing(Exception):
    """A name that is in no list."""


class Site(Struct, frozen=True):
    """All that answers are made of."""

    workspace: Workspace
    plans: Plans
    writer: Writer
    changes: Changes
    beginnings: Beginnings
    returns: Returns

    @classmethod
    def of(cls, workspace: Workspace, changes: Changes) -> Site:
        """The site of a workspace."""
        plans = Plans(workspace)
        return cls(workspace, plans, Writer(workspace), changes, Beginnings(workspace, plans),
                   Returns(workspace))

    def folder(self, name: object) -> PlanFolder:
        """The plan of that name. Raises Missing for any other."""
        if not isinstance(name, str) or name not in self.workspace.plan_names():
            raise Missing
        return PlanFolder(self.workspace, name)

    def document(self, folder: PlanFolder, name: object) -> AftaleFile:
        """The plan's document of that name. Raises Missing for any other."""
        file = next((one for one in folder.aftaler() if one.name == name), None)
        if file is None:
            raise Missing
        return file

    def name(self, folder: PlanFolder) -> str:
        """The plan's name on paper; that of its folder while it cannot be read."""
        plan = self.plans.of(folder).read.plan
        return plan.helhedsplan.navn if plan else folder.name

    def round(self, folder: PlanFolder) -> str:
        """The plan's round; nothing while it cannot be read."""
        plan = self.plans.of(folder).read.plan
        return plan.form.midler if plan else ""


Later = Callable[[], Answer]
"""Answer that takes time, and is made while others are answered."""
Route = Callable[[Site, Request], Answer | Later | None]
"""Answers requests of its kind; None where a request is of another."""


def missing(request: Request) -> Answer:
    """Answer to a request for what is in no list: to one that changes something as text, else as a page."""
    why = say("There is no such page.")
    if request.changes:
        return Answer(why.encode(), TEXT, MISSING)
    return Answer(trouble_page(why, say("It may have been renamed, or taken away.")), status=MISSING)
