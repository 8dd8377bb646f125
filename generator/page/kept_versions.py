"""Versions of a plan that were kept: the newest is what its changes are counted from, unless she chooses."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import islice

from generator.base.border.refused import GitRefused
from generator.base.language import say
from generator.workspace.folders import AGREEMENTS, NotFound, PlanFolder
from generator.workspace.git import Commit, repository_of

MOST = 12


def kept_versions(folder: PlanFolder) -> Sequence[Commit]:
    """The versions in which the plan is another than before, the newest first; GitRefused where none is."""
    found: Sequence[Commit] = ()
    with suppress(NotFound):
        repository = repository_of(folder.workspace)
        if repository.commit("HEAD"):
            found = [*islice(repository.touching([f"{AGREEMENTS}/{folder.name}"]), MOST)]
    if not found:
        raise GitRefused(say("No version is kept yet to compare with."), say("Keep a version first."))
    return found
