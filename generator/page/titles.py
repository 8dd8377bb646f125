"""Titles of a plan's documents, each with what tells it from the plan's others of its kind."""

from __future__ import annotations

from contextlib import suppress

from generator.plan.model.plan import Plan
from generator.plan.model.record import NotRead
from generator.workspace.folders import AftaleFile, PlanFolder


def titles(folder: PlanFolder, plan: Plan | None) -> dict[str, str]:
    """The titles by the documents' names, in their order; areas by their names where the plan can be read."""
    return {file.name: title_of(file, plan) for file in folder.aftaler()}


def title_of(file: AftaleFile, plan: Plan | None) -> str:
    """The title of one document."""
    own = _own(file, plan) or file.name.removeprefix(file.kind.name).lstrip("-").replace("-", " ")
    return f"{file.kind.title}: {own}" if own else file.kind.title


def _own(file: AftaleFile, plan: Plan | None) -> str:
    aftale = next((one for one in plan.aftaler if one.navn == file.name), None) if plan else None
    if plan and aftale and file.kind.key:
        with suppress(NotRead):
            area = plan.form.indsatsområde(aftale.særkende)
            return area.navn if area else aftale.særkende
    return ""
