"""Skeletons of a round, each made when it is asked for."""

from __future__ import annotations

from pathlib import Path

from generator.authoring.imported.skeleton import skeleton
from generator.authoring.imported.slots import Slot
from generator.base.border import files
from generator.plan.kinds import DOCUMENTS, DocumentKind
from generator.plan.model.form import Form
from generator.render import Templates
from generator.render.tracing import TracingTemplates


class Skeletons:
    """The slots of each kind of document in a round; `roots` are the folders of its templates."""

    def __init__(self, roots: tuple[Path, ...], form: Form) -> None:
        self._roots, self.form = roots, form
        self._templates = TracingTemplates(roots)
        self.plain = Templates(roots)
        self._made: dict[str, tuple[Slot, ...]] = {}

    def has(self, kind: DocumentKind) -> bool:
        """Tell whether the round has a form for that kind."""
        name = f"{kind.name}.html.j2"
        return any(files.is_there(root / self.form.midler / name) for root in self._roots)

    def of(self, kind: DocumentKind) -> tuple[Slot, ...]:
        """The slots of that kind."""
        if kind.name not in self._made:
            self._made[kind.name] = skeleton(self._templates, self.form, kind)
        return self._made[kind.name]

    def kinds(self) -> tuple[DocumentKind, ...]:
        """The kinds that have a form."""
        return tuple(kind for kind in DOCUMENTS if self.has(kind))
