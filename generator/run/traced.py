"""A document of a plan with the sources of its texts: for return, import and `inspect --sources`."""

from __future__ import annotations

from copy import copy
from typing import Any

from generator.base.values import replace
from generator.plan.model.form import Form
from generator.plan.model.identity import Key, identities
from generator.plan.model.load import Loaded, load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules.texts_of_plan import sources
from generator.plan.source.read import read_yaml
from generator.render import Rendered
from generator.render.tracing import Known, Traced, TracingTemplates
from generator.run.document_properties import with_properties
from generator.run.texts import variables
from generator.workspace.folders import AftaleFile, PlanFolder
from generator.workspace.rounds import Rounds


class Tracer:
    """Traces documents of one plan; its templates are opened once, and its keys found once.

    `files` are its sources by name, and the form's.
    """

    def __init__(self, folder: PlanFolder, plan: Plan) -> None:
        root, name_of = folder.workspace.root, folder.workspace.name_of
        path = Rounds(folder.template_roots(), name_of).files[plan.form.midler]
        self._templates = TracingTemplates(folder.template_roots(), root)
        self._folder, self._form = folder, load(read_yaml(path, self._templates.name_of(path)), Form)
        self._learnt: dict[str, tuple[Loaded[Any], dict[int, Key]]] = {}
        self._learn(plan)

    def _learn(self, plan: Plan) -> None:
        """Find the keys of the plan's values; those of a file that is the one it was are known."""
        files = {loaded.source.name: loaded for loaded in (self._form, *(one.kilde for one in sources(plan)))}
        self.files = {name: loaded.source for name, loaded in files.items()}
        self._learnt = {name: self._keys(loaded) for name, loaded in files.items()}
        keys = {value: key for _, found in self._learnt.values() for value, key in found.items()}
        self._known = Known(keys, self._form.source.name)
        self._plan = replace(plan, form=self._form.value)

    def _keys(self, loaded: Loaded[Any]) -> tuple[Loaded[Any], dict[int, Key]]:
        """The keys of a file's values, with the file: they tell while it lives."""
        learnt = self._learnt.get(loaded.source.name)
        return learnt if learnt and learnt[0] is loaded else (loaded, identities(loaded))

    def of(self, plan: Plan) -> Tracer:
        """The tracer of the same plan with other values."""
        other = copy(self)
        other._learn(plan)
        return other

    def trace(self, file: AftaleFile, aftale: Aftale) -> Traced:
        """Make the document of the agreement as a build does, with its sources. Raises Rejected."""
        plan = self._plan
        draft = plan.status(aftale) == "udkast"
        name, context = self._folder.template(plan.form.midler, file), variables(plan, aftale, draft)
        traced = self._templates.traced(name, context, self._known, title="", draft=draft)
        rendered = with_properties(Rendered(traced.document, traced.rendering), plan, aftale)
        return replace(traced, document=rendered.document)


def trace(folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale) -> Traced:
    """Trace one document of a plan. Raises Rejected."""
    return Tracer(folder, plan).trace(file, aftale)
