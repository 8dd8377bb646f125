"""Completion in the shell: names of plans, documents and rounds, and codes of findings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.workspace.folders import NotFound, PlanFolder, Workspace


def plans(ctx: click.Context, param: click.Parameter, start: str) -> list[CompletionItem]:  # noqa: ARG001
    """Plans whose name begins so."""
    return _items((plan.name for plan in _plans()), start)


def documents(ctx: click.Context, param: click.Parameter, start: str) -> list[CompletionItem]:  # noqa: ARG001
    """Documents of any plan whose name begins so."""
    return _items((file.name for plan in _plans() for file in plan.aftaler()), start)


def documents_to_add(
    ctx: click.Context, param: click.Parameter, start: str  # noqa: ARG001
) -> list[CompletionItem]:
    """Documents that the plan named before them lacks."""
    from generator.authoring.new_document import addable
    from generator.run.read_plan import Reader

    try:
        folder = Workspace.find(Path.cwd()).plan(ctx.params["plan"])
    except NotFound:
        return []
    plan = Reader(folder.workspace).plan(folder).plan
    return _items(addable(plan), start) if plan else []


def rounds(ctx: click.Context, param: click.Parameter, start: str) -> list[CompletionItem]:  # noqa: ARG001
    """Funding rounds that there is a form for."""
    from generator.workspace.rounds import Rounds

    return _items(Rounds.of(Workspace(Path.cwd())).files, start)


def codes(ctx: click.Context, param: click.Parameter, start: str) -> list[CompletionItem]:  # noqa: ARG001
    """Codes of findings that begin so, each with its title."""
    from generator.cli.explain import explanations

    found = (one for code, one in explanations().items() if code.startswith(start.upper()))
    return [CompletionItem(one.code, help=one.title) for one in found]


def _plans() -> tuple[PlanFolder, ...]:
    try:
        return Workspace.find(Path.cwd()).plans()
    except NotFound:
        return ()


def _items(names: Iterable[str], start: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in dict.fromkeys(names) if name.startswith(start)]
