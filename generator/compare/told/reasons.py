"""Reasons of changes, as far as git knows them: the commit that last changed what each of them is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.base.border.refused import GitRefused
from generator.base.values import replace
from generator.compare.data.change import Change, Kind, Piece, Reason, Side
from generator.compare.data.plans import PlanChanges
from generator.compare.told.causes import Keys
from generator.plan.model.identity import Key
from generator.plan.model.plan import Plan
from generator.plan.rules.texts_of_plan import sources
from generator.plan.source.read import Source as YamlFile
from generator.run.passages import lines_of_words
from generator.workspace.blame import Blame
from generator.workspace.git import Repository
from generator.workspace.removals import Removals


def with_reasons(plan: PlanChanges, repository: Repository, since: str, until: str) -> PlanChanges:
    """The plan's changes with the commits of the lines that they are about.

    `since` and `until` are the commits that are compared; `until` is empty for the files as they are. What
    was taken out has the commit that took it out, where `since` is one.
    """
    if plan.new is None or plan.old is None:
        return plan
    removals = Removals(repository, since, until) if since else None
    asked = _Asked(_Side(Keys(plan.new), _files(plan.new), Blame(repository, until)),
                   _Side(Keys(plan.old), _files(plan.old), removals))  # fmt: skip
    documents = tuple(replace(one, changes=asked.told(one.changes)) for one in plan.documents)
    return replace(plan, shared=asked.told(plan.shared), documents=documents)


def _files(plan: Plan) -> dict[str, YamlFile]:
    loaded = (source.kilde.source for source in sources(plan))
    return {file.name: file for file in loaded}


class _Asked(Struct, frozen=True):
    new: _Side
    old: _Side

    def told(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(replace(change, reason=self._reason(change)) for change in changes)

    def _reason(self, change: Change) -> Reason | None:
        if change.kind is Kind.REMOVED:
            return self.old.reason(change.was, " ".join(_on(Side.OLD, change.words)) or change.old)
        return self.new.reason(change.is_, " ".join(_on(Side.NEW, change.words)) or change.new)


class _Side(Struct, frozen=True):
    """Files of one side, and who is asked about their lines."""

    keys: Keys
    files: Mapping[str, YamlFile]
    lines: Blame | Removals | None

    def reason(self, value: object, words: str) -> Reason | None:
        """The newest change of the lines at which the words of a value are typed."""
        found = [one for key in self.keys.of(value) if (one := self._of_key(words, key))]
        return max(found, key=lambda one: (not one.short, one.day), default=None)

    def _of_key(self, words: str, key: Key) -> Reason | None:
        if self.lines is None:
            return None
        lines = lines_of_words(words, key, self.files)
        try:
            newest = self.lines.newest(lines.file, range(lines.first, lines.last + 1))
        except GitRefused:
            return None
        return Reason(*newest) if newest else None


def _on(side: Side, words: Iterable[Piece]) -> Iterator[str]:
    return (piece.text for piece in words if piece.side in (side, Side.BOTH))
