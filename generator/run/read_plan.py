"""Reading of a plan's folder: all files, held against the rules and against what was issued of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.base.findings import Accepted, Finding
from generator.base.values import replace
from generator.plan import rules
from generator.plan.model.plan import Plan
from generator.run.editions import Editions, disorder
from generator.run.kept_files import KeptFiles
from generator.run.load_plan import Loader, PlanLoaded, attempt
from generator.workspace.folders import PlanFolder, Workspace

if TYPE_CHECKING:
    from generator.run.texts import Texts


class PlanRead(NamedTuple):
    """A plan with the agreements that are sound, the findings about all of its files, and those it accepts.

    There is no plan when helhedsplan.yaml or the form of its round cannot be read. `history` is the state of
    git that this follows from, empty where git was not asked.
    """

    plan: Plan | None
    findings: list[Finding]
    accepted: tuple[Accepted, ...] = ()
    history: str = ""


class Reader:
    """Reads the plans of one workspace. `texts` renders their documents, and may be shared with a build.

    Whoever reads them again and again hands in the files that it has `kept`.
    """

    def __init__(
        self, workspace: Workspace, texts: Texts | None = None, kept: KeptFiles | None = None
    ) -> None:
        self._loader = Loader(workspace, kept)
        self._editions = Editions(workspace, texts, lambda other: Loader(other.workspace).plan(other).plan)

    def plan(self, folder: PlanFolder) -> PlanRead:
        """Read every file of the plan, and hold what they say against the rules."""
        loaded = self.loaded(folder)
        if loaded.plan is None:
            return PlanRead(None, loaded.findings)
        checked = rules.examine(loaded.plan, loaded.broken, loaded.unread)
        found = [*loaded.findings, *checked.findings]
        history = self._editions.history(folder, loaded.plan.udgaver)
        return PlanRead(loaded.sound, found, checked.accepted, history)

    def loaded(self, folder: PlanFolder) -> PlanLoaded:
        """Read every file of the plan with what was issued of it, and ask no rule."""
        loaded = self._loader.plan(folder)
        if loaded.plan is None:
            return loaded
        found = loaded.findings
        udgaver = attempt(found, self._editions.of, folder, loaded.plan) or {}
        uorden = attempt(found, disorder, folder, loaded.plan) or {}
        return replace(loaded, plan=replace(loaded.plan, udgaver=udgaver, uorden=uorden))
