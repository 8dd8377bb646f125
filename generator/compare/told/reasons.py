"""Reasons of changes, as far as git knows them: the commit that last changed what each of them is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.base.border.refused import GitRefused
from generator.base.values import replace
from generator.compare.data.change import Change, Piece, Reason, Side
from generator.compare.data.plans import PlanChanges
from generator.compare.told.causes import Keys
from generator.plan.model.identity import Key
from generator.plan.model.plan import Plan
from generator.plan.rules.texts_of_plan import sources
from generator.plan.source.read import Source as YamlFile
from generator.run.passages import lines_of_words
from generator.workspace.blame import Blame
from generator.workspace.git import Repository


def with_reasons(plan: PlanChanges, repository: Repository, commit: str) -> PlanChanges:
    """The plan's changes with the commits of the lines that they are about.

    `commit` is the newer of the two that are compared, or empty for the files as they are. What was taken
    out has no line, and no reason.
    """
    if plan.new is None:
        return plan
    asked = _Asked(Keys(plan.new), _files(plan.new), Blame(repository, commit))
    documents = tuple(replace(one, changes=asked.told(one.changes)) for one in plan.documents)
    return replace(plan, shared=asked.told(plan.shared), documents=documents)


def _files(plan: Plan) -> dict[str, YamlFile]:
    loaded = (source.kilde.source for source in sources(plan))
    return {file.name: file for file in loaded}


class _Asked(Struct, frozen=True):
    keys: Keys
    files: Mapping[str, YamlFile]
    blame: Blame

    def told(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(replace(change, reason=self._reason(change)) for change in changes)

    def _reason(self, change: Change) -> Reason | None:
        found = [one for key in self.keys.of(change.is_) if (one := self._of_key(change, key))]
        return max(found, key=lambda one: (not one.short, one.day), default=None)

    def _of_key(self, change: Change, key: Key) -> Reason | None:
        words = " ".join(_new(change.words)) or change.new
        lines = lines_of_words(words, key, self.files)
        try:
            newest = self.blame.newest(lines.file, range(lines.first, lines.last + 1))
        except GitRefused:
            return None
        return Reason(*newest) if newest else None


def _new(words: Iterable[Piece]) -> Iterator[str]:
    return (piece.text for piece in words if piece.side is not Side.OLD)
