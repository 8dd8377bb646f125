"""First sight of a run: three counts, then what to mend, what to look at and what is empty, file by file.

A line says where in its file something stands; like ones are told once, with their number. What keeps most
documents from being made comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

import click

from generator.base.findings import Completeness, Finding, Severity, by_severity
from generator.base.language import say, say_count
from generator.cli.reports import words
from generator.cli.reports.folding import folded
from generator.cli.reports.pile import Pile
from generator.cli.reports.sections import (
    COLOURS,
    EMPTY,
    TO_LOOK_AT,
    TO_MEND,
    heading,
    together,
    under_its_name,
)
from generator.cli.reports.tally import Tally
from generator.cli.reports.text_report import filled
from generator.plan.source.codes import EMPTY_FIELD
from generator.run.outcomes import NO_SOURCES, Done, Outcome
from generator.workspace.folders import AGREEMENTS

if TYPE_CHECKING:
    from generator.cli.reports.screen import Screen
    from generator.run.outcomes import Event

FITS = 24
"""Lines that can be seen at once; after more of them the counts are told again, where one reads on."""
_SHARED = "\x01"
"""Before the name of a file of several plans, which stands for what was found in it."""
BLOCKS_ALL, BLOCKS_ONE, BLOCKS_NONE = range(3)


class FirstSight:
    """First sight of a run, made as its events come: what was found in a plan is kept as text, and packed.

    What was found in files that plans share is told together.
    """

    def __init__(self, screen: Screen) -> None:
        self.tally = Tally()
        self._screen = screen
        self._events: list[Event] = []
        self._errors: list[tuple[int, Finding]] = []
        self._others = {Severity.WARNING: Pile(), Severity.INFO: Pile()}
        self._shared: dict[str, list[Finding]] = {}
        self._first: dict[Severity, Finding] = {}
        self._empty, self._own = Pile(), set[str]()
        self._counts: Counter[Severity | None] = Counter()
        self._is_folded = False

    def add(self, event: Event) -> None:
        """Hear of an event; at the end of a plan what was found there becomes text."""
        self.tally.add(event)
        if isinstance(event, Done):
            self._end(event.plan)
        else:
            self._events.append(event)

    def parts(self, *, strict: bool = False) -> Iterator[str]:
        """Yield the three counts, what was found under the name of its file, and how to go on."""
        self._end("")
        errors = [finding for _, finding in sorted(self._errors, key=itemgetter(0))]
        counts, height = self._three_counts(), 0
        yield counts
        for title, texts, between in (
            (TO_MEND, (self._of_file(*one) for one in together(errors).items()), "\n\n"),
            (TO_LOOK_AT, self._to_look_at(), "\n\n"),
            (EMPTY, self._empty, "\n"),
        ):
            before, after = "\n\n", f"{heading(title)}\n\n"
            for text in texts:
                yield f"{before}{after}{text}"
                height += f"{after}{text}".count("\n")
                before, after = "", between
        if height > FITS:
            yield f"\n\n{counts}"
        if last := "\n".join(self._what_next(errors, strict)):
            yield f"\n\n{last}"

    def _end(self, plan: str) -> None:
        """Make text of what was found in a plan."""
        events, self._events = self._events, []
        found = [event for event in events if isinstance(event, Finding)]
        own = {f"{event.plan}/{event.document}" for event in events if isinstance(event, Outcome)}
        self._own = own if plan else self._own | own  # what comes after the end of a plan is about it too
        self._errors += [(_blocks(one, self._own), one) for one in found if one.is_error]
        empty = [one for one in found if _says_what_is_empty(one)]
        others = by_severity(one for one in found if not one.is_error and not _says_what_is_empty(one))
        for one in found:
            self._counts[None if _says_what_is_empty(one) else one.severity] += 1
        for one in others:
            self._first.setdefault(one.severity, one)
        for file, theirs in together(others).items():
            if plan and file.startswith(f"{AGREEMENTS}/{plan}/"):
                self._others[theirs[0].severity].add(self._of_file(file, theirs))
            else:
                self._share(file, theirs)
        known = {one.file: one for one in events if isinstance(one, Completeness) and one.missing}
        for file, theirs in together(empty).items():
            text = _progress(known[file]) if file in known else _number_of(theirs)
            lines = (f"  {line}" for line in self._screen.wrapped(text, 2))
            self._empty.add("\n".join([self._screen.file(file), *lines]))

    def _share(self, file: str, found: list[Finding]) -> None:
        """Note what was found in a file of several plans, and where it was named first."""
        known = self._shared.setdefault(file, [])
        for severity in dict.fromkeys(one.severity for one in found):
            if not any(one.severity is severity for one in known):
                self._others[severity].add(f"{_SHARED}{file}")
        known += found

    def _to_look_at(self) -> Iterator[str]:
        for severity, texts in self._others.items():
            for one in texts:
                file = one.removeprefix(_SHARED)
                if file == one:
                    yield one
                elif (found := by_severity(self._shared[file]))[0].severity is severity:
                    yield self._of_file(file, found)

    def _of_file(self, file: str, found: list[Finding]) -> str:
        """Write what was found in a file, under its name."""
        folds = list(folded(found))
        self._is_folded |= any(fold.others for fold in folds)
        return under_its_name(file, folds, self._screen)

    def _three_counts(self) -> str:
        """Say of each of the three how much there is of it."""
        kinds = ((one, self._counts[one]) for one in self._others)
        errors, empty = self._counts[Severity.ERROR], self._counts[None]
        counts = {
            TO_MEND: words.findings(Severity.ERROR, errors) if errors else "",
            TO_LOOK_AT: ", ".join(words.findings(one, number) for one, number in kinds if number),
            EMPTY: say_count("{n} field", "{n} fields", empty) if empty else "",
        }
        width = max(map(len, map(say, counts)))
        return "\n".join(f"  {say(title).ljust(width)}   {_coloured(title, text)}"
                         for title, text in counts.items())  # fmt: skip

    def _what_next(self, errors: Sequence[Finding], strict: bool) -> Iterator[str]:
        """Say where to begin, what makes the run fail, and what tells more."""
        if errors and errors[0].place.line:
            yield say("begin with {file}, line {line}", file=errors[0].place.file, line=errors[0].place.line)
        elif errors and errors[0].place.file:
            yield say("begin with {file}", file=errors[0].place.file)
        if strict and self.tally.fails(strict) and not self.tally.fails(strict=False):
            yield say("with --strict, warnings fail")
        others = (self._first[one] for one in self._others if one in self._first)
        if first := next(iter((*errors, *others)), None):
            yield say("`aftale explain {code}` tells why and how to mend it", code=first.code)
        if self._counts[None] or self._is_folded:
            yield say("`aftale check --verbose` tells each one by itself")


def _says_what_is_empty(finding: Finding) -> bool:
    """Tell whether the finding only says that a required field of a draft is empty."""
    return finding.code == EMPTY_FIELD and not finding.is_error


def _coloured(title: str, text: str) -> str:
    return click.style(text, fg=COLOURS[title], bold=True) if text else say("nothing")


def _blocks(error: Finding, own: Container[str]) -> int:
    """Rank of an error: first those of what many documents are made of, last those that stop none."""
    if error.code in NO_SOURCES:
        return BLOCKS_NONE
    folder, _, name = error.place.file.rpartition("/")
    document = f"{folder.rpartition('/')[2]}/{name.partition('.')[0]}"
    return BLOCKS_ONE if document in own else BLOCKS_ALL


def _progress(one: Completeness) -> str:
    name, place = one.missing[0]
    return say("{filled}; next: {name}, line {line}", filled=filled(one), name=name, line=place.line)


def _number_of(empty: Sequence[Finding]) -> str:
    """Number of empty fields of a file that is in error, so that nobody can tell how many are filled."""
    line = empty[0].place.line
    return say_count("{n} field, line {line}", "{n} fields, the first in line {line}", len(empty), line=line)
