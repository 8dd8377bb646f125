"""Saves of a page: one change with the value that it replaces, and what takes back her own last one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from generator.authoring.edits import Conflict, Edit, Refused, Remove, Set
from generator.authoring.edits.judging import refuse_new_faults
from generator.authoring.edits.saving import Change, save_all
from generator.base.border import files
from generator.base.language import say
from generator.base.values import replace
from generator.page.fields import Spot
from generator.page.her_words import for_page
from generator.page.whole_texts import Texts
from generator.plan.source.read import Data
from generator.workspace.folders import Workspace

CONFLICT, REFUSED = 409, 422


class NotSaved(Exception):
    """A change that was not made: why and what helps, or what another has written at the same place."""

    def __init__(self, status: int, why: str = "", hint: str = "", found: Data = None) -> None:
        super().__init__(why)
        self.status, self.why, self.hint, self.found = status, why, hint, found


class Writer(Struct):
    """Writes the changes of one browser, and remembers for each plan what undoes them."""

    workspace: Workspace
    _undo: dict[str, list[list[Change] | Texts]] = field(default_factory=dict)

    def change(self, plan: str, at: Spot, value: Data, expected: Data) -> None:
        """Put a value in place of the one expected; nothing there takes the key away. Raises NotSaved."""
        edit = Set(at.path, value, expected) if value not in ("", None, []) else Remove(at.path, expected)
        if isinstance(edit, Remove) and expected is None:
            return
        self.make(plan, at, edit)

    def make(self, plan: str, at: Spot, edit: Edit) -> None:
        """Make an edit of the spot, and remember what undoes it. Raises NotSaved."""
        self.make_all(plan, [Change(at.file, (edit,), at.model)])

    def make_all(self, plan: str, changes: Sequence[Change]) -> None:
        """Make changes in several files, in all or in none; one step takes them back. Raises NotSaved."""
        self._undo.setdefault(plan, []).append(self._save(changes))

    def put(self, plan: str, texts: Texts) -> None:
        """Put whole texts in place of others, in all files or in none; one step takes them back."""
        self._put(texts)
        self._undo.setdefault(plan, []).append(texts)

    def undo(self, plan: str) -> bool:
        """Take back her last change in the plan; tell whether there was one. Raises NotSaved."""
        done = self._undo.get(plan, [])
        if not done:
            return False
        if isinstance(last := done[-1], Texts):
            self._put(last.back())
        else:
            self._save(last, judged=False)
        done.pop()
        return True

    def _put(self, texts: Texts) -> None:
        try:
            texts.put(self.workspace.root)
        except OSError as error:
            raise _not_written(error) from error

    def _save(self, changes: Sequence[Change], *, judged: bool = True) -> list[Change]:
        """Write the changes, and give those that undo them."""
        judge = refuse_new_faults if judged else None
        at = Spot(changes[0].path, changes[0].model, changes[0].edits[0].path)
        try:
            made = save_all(changes, self.workspace.root, judge)
        except Conflict as conflict:
            raise NotSaved(CONFLICT, found=conflict.found) from conflict
        except Refused as refused:
            raise NotSaved(REFUSED, *for_page(refused.reason, refused.hint, at)) from refused
        except OSError as error:
            raise _not_written(error) from error
        return [replace(change, edits=one.inverse) for change, one in zip(changes, made, strict=True)]


def _not_written(error: OSError) -> NotSaved:
    why = say("The file cannot be written: {reason}", reason=files.reason(error))
    return NotSaved(REFUSED, why, files.hint(error, ""))
