"""The rounds that there is a form of: the folders in templates/ with a form.yaml, and their forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.base.border import files
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan.kinds import FileKind
from generator.plan.model.form import Form
from generator.plan.model.load import load
from generator.plan.model.round_keys import Key, RoundKeys
from generator.plan.source.codes import NOT_A_CHOICE
from generator.plan.source.read import read_yaml
from generator.workspace.folders import NotFound, Workspace, form_roots


class Rounds:
    """The rounds that the folders hold, the first of them before the others; a form is read once.

    `files` has the form.yaml of each round by its name, in order.
    """

    def __init__(self, roots: Iterable[Path], name_of: Callable[[Path], str]) -> None:
        folders = (folder for root in reversed([*roots]) for folder in files.listed(root))
        found = {folder.name: folder / "form.yaml" for folder in folders}
        self.files = {name: path for name, path in sorted(found.items()) if files.is_there(path)}
        self._name_of = name_of
        self._forms: dict[str, Form] = {}

    @classmethod
    def of(cls, workspace: Workspace) -> Rounds:
        """The rounds that a new plan of the workspace can be of."""
        return cls(form_roots(workspace), workspace.name_of)

    def asked_for(self, midler: str) -> Form:
        """The form of a round that was named; NotFound when there is none, Rejected when it is in error."""
        if midler not in self.files:
            message = say("there is no form for `{midler}`", midler=midler)
            raise NotFound(message, suggestion(midler, self.files))
        return self.form(midler)

    def form(self, midler: str) -> Form:
        """The form of one of the rounds. Raises Rejected."""
        if midler not in self._forms:
            path = self.files[midler]
            loaded = load(read_yaml(path, self._name_of(path)), Form)
            if loaded.value.midler != midler:
                message = "midler: " + say("the form says `{said}`, and its folder is {midler}",
                                           said=loaded.value.midler, midler=midler)  # fmt: skip
                hint = say("write midler: {midler}, or rename the folder", midler=midler)
                raise Rejected([Finding(NOT_A_CHOICE, message, hint, loaded.place("midler"))])
            self._forms[midler] = loaded.value
        return self._forms[midler]

    def keys(self, form: Form, kind: FileKind) -> RoundKeys:
        """The keys of that kind of file in the round of the form."""
        return RoundKeys.of(form, kind, partial(self._who_has, kind))

    def _who_has(self, kind: FileKind, key: Key) -> Sequence[str]:
        keys = (RoundKeys.of(form, kind) for form in self._sound())
        return [one.midler for one in keys if key not in one.left_out]

    def _sound(self) -> Iterator[Form]:
        """The forms that can be read; what is wrong with another is told where a plan is of that round."""
        for midler in self.files:
            try:
                yield self.form(midler)
            except Rejected:
                continue
