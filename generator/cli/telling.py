"""A run over plans, told as it goes or as one report at its end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator.base.border import environment, files
from generator.cli.echo import echo
from generator.cli.progress import Progress
from generator.cli.reports import Report, text_report
from generator.cli.reports.first_sight import FirstSight
from generator.cli.reports.screen import Screen
from generator.cli.reports.tally import Tally
from generator.cli.selection import widest_document
from generator.workspace.folders import Workspace

if TYPE_CHECKING:
    from generator.run.build import Events
    from generator.run.outcomes import Event


class Telling(Struct, frozen=True):
    """Manner of telling a run: the format, every empty field or only their number, how strictly."""

    form: str
    verbose: bool = False
    strict: bool = False


class Teller(Struct, frozen=True):
    """Tells a run over plans: where they are, their documents, and how a number of those done is said."""

    workspace: Workspace
    documents: tuple[str, ...]
    done: Callable[[int], str]

    def tell(self, events: Events, telling: Telling) -> int:
        """Print what the run has to say, and return the exit code."""
        screen = Screen.of(sys.stdout, self.workspace.root)
        with closing(events):
            if telling.form != "text":
                tally = self._reported(events, telling.form)
            elif telling.verbose:
                tally = self._in_full(self._shown(events, screen))
            else:
                tally = self._at_first_sight(self._shown(events, screen), screen, telling.strict)
        return int(tally.fails(telling.strict))

    def _shown(self, events: Events, screen: Screen) -> Iterator[Event]:
        """Pass the events on; each document is printed as it is done, under the name of its plan."""
        from generator.run.outcomes import Outcome

        column = widest_document(self.documents)
        progress, number, plan = Progress(len(self.documents)), 0, ""
        for event in events:
            if isinstance(event, Outcome):
                number += 1
                progress.clear()
                if event.plan != plan:
                    plan = event.plan
                    echo(click.style(plan, bold=True))
                echo(text_report.document_line(event, screen.signs, column))
                progress.show(number)
            yield event
        progress.clear()

    def _reported(self, events: Events, form: str) -> Tally:
        report = Report.of(events)
        if said := _formatted(report, form, _folder_of(self.workspace)):
            echo(said)
        return report.tally

    def _in_full(self, events: Iterator[Event]) -> Tally:
        report = Report.of(events)
        echo(text_report.everything(report), nl=False)
        echo(text_report.summary(report.tally, self.done, counts=True))
        return report.tally

    def _at_first_sight(self, events: Iterator[Event], screen: Screen, strict: bool) -> Tally:
        """Print it as it comes: of a run over many plans nothing is held but what is printed last."""
        sight = FirstSight(screen)
        for event in events:
            sight.add(event)
        echo(f"\n{text_report.summary(sight.tally, self.done, counts=False)}\n")
        for part in sight.parts(strict=strict):
            echo(part, nl=False)
        echo("")
        return sight.tally


def _formatted(report: Report, form: str, folder: str) -> str:
    if form == "json":
        from generator.cli.reports.json_report import as_json

        return as_json(report)
    report = report.below(folder) if folder else report
    if form == "github":
        from generator.cli.reports.github import as_github

        return as_github(report)
    from generator.cli.reports.sarif import as_sarif

    return as_sarif(report)


def _folder_of(workspace: Workspace) -> str:
    """Folder of the workspace within the repository of a GitHub workflow; empty when it is that itself."""
    named = environment.absolute_folder("GITHUB_WORKSPACE")
    repository = files.resolved(named) if named else None
    if repository is None or not workspace.root.is_relative_to(repository):
        return ""
    return workspace.root.relative_to(repository).as_posix().removeprefix(".")
