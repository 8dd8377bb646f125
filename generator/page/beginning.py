"""Plans that begin on the page: from nothing, from another plan, or from last period's Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from generator.base.findings import Rejected
from generator.base.language import say
from generator.page.brought import Brought
from generator.page.her_words import for_page
from generator.page.reading import Plans
from generator.workspace.folders import NotFound, Workspace, form_roots
from generator.workspace.left_over import LEFT_OVER
from generator.workspace.rounds import Rounds

if TYPE_CHECKING:
    from generator.formats.word.reading import Read
    from generator.page.answers import Answers
    from generator.plan.model.form import Form
    from generator.plan.model.plan import Plan

SUFFIX = ".docx"
FACTS = {"parter": "parter", "boligområder": "områder", "indsatsområder": "indsatsområder"}
"""Facts that another plan can give, and the questions that they answer."""


class WordFile(Struct, frozen=True):
    """A Word file that was brought to begin a plan with."""

    name: str
    read: Read


class Beginnings(Struct):
    """Begins plans of a workspace; `brought` are the Word files that plans can begin with."""

    workspace: Workspace
    plans: Plans
    brought: Brought[WordFile] = field(default_factory=Brought)
    _rounds: Rounds | None = None

    @property
    def rounds(self) -> Rounds:
        """The rounds that a plan can be of."""
        self._rounds = self._rounds or Rounds.of(self.workspace)
        return self._rounds

    def bring(self, name: str, data: bytes) -> str:
        """Read a Word file, and return the word that it is known by. Raises Rejected."""
        from generator.formats.word.reading import read_document

        if not name.casefold().endswith(SUFFIX):
            raise NotFound(say("The file is no Word file."), say("Choose a file whose name ends with .docx."))
        return self.brought.keep(WordFile(name, read_document(data)))

    def looked_at(self, given: Answers) -> dict[str, object]:
        """All that is wrong with the answers by question, and the questions that another plan answers."""
        from generator.authoring.carried_over import named

        form = self._form(given)
        wrong = {question: dict(zip(("why", "hint"), for_page(one.message, one.hint, None), strict=True))
                 for question, one in given.wrong(form)}
        if not given.other:
            return {"wrong": wrong, "taken": [], "told": ""}
        facts = self._taken(given, form)
        told = say("Taken from the other plan: {facts}. Texts, figures and dates are not.",
                   facts=named(facts) or say("nothing"))
        return {"wrong": wrong, "taken": [FACTS[one] for one in facts if one in FACTS], "told": told}

    def begin(self, given: Answers) -> str:
        """Make the plan, and return its name. Raises NotFound, and Rejected for another plan in error."""
        from generator.authoring.beginning import begin
        from generator.authoring.new_plan import NewPlan, plan_files

        form = self._form(given)
        if given.words:
            return self._imported(given, form)
        taken = self._taken(given, form) if given.other else {}
        name = given.free_name(self.workspace)
        new = NewPlan.of(given.given(), name, form, taken)
        begin(self.workspace, name, plan_files(new, form), self.rounds, form)
        return name

    def _imported(self, given: Answers, form: Form) -> str:
        from generator.authoring.answers import ascii_name
        from generator.authoring.beginning import begin
        from generator.authoring.imported.importing import import_documents
        from generator.authoring.imported.leftovers import leftovers
        from generator.authoring.imported.skeletons import Skeletons
        from generator.page.answers import LONGEST, free_name

        files = [self.brought.get(word) for word in given.words]
        documents = {one.name: one.read for one in files if one}
        if len(documents) < len(given.words):
            raise NotFound(say("A Word file is missing, or two have the same name."),
                           say("Choose the files again."))
        first = ascii_name(given.navn or next(iter(documents)).removesuffix(SUFFIX))[:LONGEST]
        name = free_name(self.workspace, first or "plan")
        imported = import_documents(documents, Skeletons(form_roots(self.workspace), form), name)
        rest = leftovers(imported.account)
        held = {**imported.files, **({LEFT_OVER: rest} if rest else {})}
        begin(self.workspace, name, held, self.rounds, form)
        for word in given.words:
            self.brought.forget(word)
        return name

    def _form(self, given: Answers) -> Form:
        return self.rounds.asked_for(given.midler)

    def _taken(self, given: Answers, form: Form) -> dict[str, Any]:
        from generator.authoring.carried_over import carried_over

        return carried_over(self._other(given.other).helhedsplan, form)

    def _other(self, name: str) -> Plan:
        read = self.plans.of(self.workspace.plan(name)).read
        if read.plan is None:
            raise Rejected(one for one in read.findings if one.is_error)
        return read.plan
