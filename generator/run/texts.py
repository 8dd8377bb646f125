"""Documents of plans as values: rendered as they are to be printed, or as what their parties sign."""

from __future__ import annotations

from pathlib import Path

from generator.base.values import replace
from generator.document.model import Document
from generator.plan.model.bilagsliste import UDKAST, VEDLAGT, bilagslisten
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model
from generator.render import Rendered, Templates
from generator.run.document_properties import with_properties
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace

DECISIONS = ("versioner", "godkendelser")
"""Keys of what is decided about a text, and is no part of it."""


class Texts:
    """Renders documents; the templates of a plan and of its forms are opened once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._templates: dict[tuple[Path, ...], Templates] = {}

    def templates(self, folder: PlanFolder) -> Templates:
        """Templates of the plan and of its forms."""
        roots = folder.template_roots()
        if roots not in self._templates:
            self._templates[roots] = Templates(roots, self._workspace.root)
        return self._templates[roots]

    def rendered(self, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale) -> Rendered:
        """The document of the agreement, as it is to be printed. Raises Rejected."""
        draft = plan.status(aftale) == "udkast"
        name, context = folder.template(plan.form.midler, file), variables(plan, aftale, draft)
        document = self.templates(folder).document(name, context, title="", draft=draft)
        return with_properties(document, plan, aftale)

    def signed(self, folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale) -> Document:
        """The document as what its parties sign: final, and without what is decided about it.

        Drafts and versions of one text are equal here, and an annex that is a draft is attached as one that
        is not. Raises Rejected.
        """
        context = variables(plan, aftale, draft=False)
        annexes = tuple(replace(one, status=VEDLAGT) if one.status == UDKAST else one
                        for one in bilagslisten(plan, aftale))  # fmt: skip
        context |= {"plan": _undecided(plan.helhedsplan), "aftale": _undecided(aftale.indhold),
                    "bilagslisten": annexes}  # fmt: skip
        name = folder.template(plan.form.midler, file)
        return self.templates(folder).document(name, context, title="").document


def variables(plan: Plan, aftale: Aftale, draft: bool) -> dict[str, object]:
    """The variables of a template, by name."""
    return {
        "plan": plan.helhedsplan, "aftale": aftale.indhold, "form": plan.form,
        "aftaler": plan.aftaler, "målepunkter": plan.målepunkter, "kladde": draft, "art": aftale.art,
        "bilagslisten": bilagslisten(plan, aftale),
    }  # fmt: skip


def _undecided(value: Model | Helhedsplan) -> Model:
    return value.without(*DECISIONS)
