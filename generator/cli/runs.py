"""Runs of the commands over plans: what has not changed is told again, and the rest is made."""

from __future__ import annotations

from collections.abc import Sized
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator.base.border import environment
from generator.run.memory import Asked, Events, Look, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.workspace.folders import PlanFolder, Workspace

Plans: TypeAlias = tuple["PlanFolder", ...]
ENOUGH = 8
"""Plans that a process must have, or starting it takes longer than it saves."""


def build(
    workspace: Workspace, plans: Plans, only: tuple[str, ...], out: Path | None, epoch: int | None,
    *, force: bool, jobs: int, beside: tuple[str, ...],
) -> Events:
    """Make the documents, and write those that differ; `run.build` tells of what is asked for."""
    def make(some: Sequence[PlanFolder]) -> Events:
        from generator.run import build as stages

        return stages.build(workspace, some, only, out, force=force, epoch=epoch, jobs=_processes(jobs, some),
                            beside=beside)  # fmt: skip

    return run(Asked(workspace, plans, Look.UP_TO_DATE, only, out, epoch, beside), make)


def status(
    workspace: Workspace, plans: Plans, only: tuple[str, ...], out: Path | None, epoch: int | None,
    jobs: int = 1, beside: tuple[str, ...] = (),
) -> Events:
    """Tell how each document stands to its sources."""
    def make(some: Sequence[PlanFolder]) -> Events:
        from generator.run import build as stages

        return stages.status(workspace, some, only, out, epoch, _processes(jobs, some), beside)

    return run(Asked(workspace, plans, Look.AS_THEY_STAND, only, out, epoch, beside), make)


def check(workspace: Workspace, plans: Plans, jobs: int) -> Events:
    """Find what is wrong with all that `build` makes."""
    def make(some: Sequence[PlanFolder]) -> Events:
        from generator.run import build as stages

        return stages.check(workspace, some, _processes(jobs, some))

    return run(Asked(workspace, plans, Look.AWAY), make)


def _processes(asked: int, plans: Sized) -> int:
    """Number of processes that share the plans: as was asked for, else as many as help."""
    return asked or max(1, min(environment.cores(), len(plans) // ENOUGH))
