"""Runs that do again only what has changed: what was found out about a plan is kept for the next run.

It follows from its inputs alone: the plan's files, the forms, the program, and what was asked for. It is kept
as data beside the hash of them all, with the state of git where git was asked, and with the hash of each
document as it was left in output/. It is told again only while all of that is what it was: `build`, `status`
and `check` read the one memory.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from enum import Enum
from functools import cache, cached_property
from pathlib import Path
from typing import TypeAlias

import msgspec

from generator.base import cache as kept
from generator.base.border import contents, files, installed, writing
from generator.base.findings import Finding
from generator.base.values import replace
from generator.run.outcomes import PDF, Done, Event, Outcome
from generator.run.told import packed, unpacked
from generator.workspace.folders import NOT_WRITTEN, RECORDS, TEMPLATES, PlanFolder, Workspace, form_roots
from generator.workspace.left_over import LEFT_OVER
from generator.workspace.standing import EDITED_BY_HAND, Standing, State
from generator.workspace.unreadable import UNREADABLE

OF_THE_MOMENT = frozenset({NOT_WRITTEN, EDITED_BY_HAND, UNREADABLE})
"""Errors that do not follow from the inputs: a file could not be read or written, or was not ours."""
DOCX = ".docx"
_MAP = b"\xdf"  # begins one of msgpack; its length follows
Events: TypeAlias = Generator[Event, None, None]
Make: TypeAlias = Callable[[Sequence[PlanFolder]], Events]
Left: TypeAlias = Mapping[str, Mapping[str, str]]
"""Of each document that was made the hash of every file of it, by its suffix; empty where it is not known."""


class Look(Enum):
    """Manner in which a run looks at the files in output/: not at all, as they stand, or to leave them up to
    date."""

    AWAY = "check"
    AS_THEY_STAND = "status"
    UP_TO_DATE = "build"


class Asked(msgspec.Struct, frozen=True):
    """Request for a run, as `run.build` wants it."""

    workspace: Workspace
    plans: tuple[PlanFolder, ...]
    look: Look
    only: tuple[str, ...] = ()
    out: Path | None = None
    epoch: int | None = None
    beside: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """Entry of a plan: the name of its inputs, git's state, the events as data, its files.

    They were made for that `epoch`.
    """

    inputs: str
    history: str
    said: bytes
    epoch: int | None
    left: Left


def run(asked: Asked, make: Make) -> Events:
    """Yield the events of all plans in their order; `make` is given those that there is something new of."""
    return _once(_run(asked, make)) if PDF in asked.beside else _run(asked, make)


def _run(asked: Asked, make: Make) -> Events:
    memory = Memory(asked)
    known = {plan.name: events for plan in asked.plans if (events := memory.recall(plan)) is not None}
    others = [plan for plan in asked.plans if plan.name not in known]
    made = make(others) if others else _nothing()
    try:
        with closing(made):
            for plan in asked.plans:
                yield from known.pop(plan.name, None) or memory.learning(plan, made)
    finally:
        memory.keep()


class Memory:
    """Answers that the last run with these options found about the plans of a workspace."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        options = (asked.workspace.root, asked.only, asked.out, asked.beside)
        self._name = kept.name("plans", (), _bytes(repr(options)))
        data = kept.read(self._name)
        self._known = msgspec.msgpack.decode(data, type=dict[str, msgspec.Raw]) if data else {}
        self._shared, self._is_new = self._of_all(), False
        self._inputs = {plan.name: self._of(plan) for plan in asked.plans}

    def recall(self, plan: PlanFolder) -> Events | None:
        """Events of the plan, where nothing has changed that they follow from; else None."""
        raw, inputs = self._known.get(plan.name), self._inputs[plan.name]
        entry = msgspec.msgpack.decode(raw, type=Entry) if raw else None
        if (entry is None or not inputs or inputs != entry.inputs
                or (entry.history and entry.history != self._history)):  # fmt: skip
            return None
        with suppress(OSError):
            if (standings := self._standings(plan, entry)) is not None:
                return self._told(entry, standings)
        return None

    def learning(self, plan: PlanFolder, made: Events) -> Events:
        """Pass on the next plan's events, and note them, unless its files have changed meanwhile."""
        said: list[Event] = []
        for event in made:
            said.append(event)
            if isinstance(event, Done):
                self._learn(plan, event, said)
            yield event
            if isinstance(event, Done):
                return

    def keep(self) -> None:
        """Keep what is new for the next run, unless the forms or the program have changed meanwhile."""
        if self._is_new and self._shared == self._of_all():
            for gone in self._known.keys() - self._asked.workspace.plan_names():
                del self._known[gone]
            kept.write(self._name, *self._in_parts())

    def _in_parts(self) -> Iterator[bytes | memoryview]:
        """All that is known as one map, which never lies there twice: it may be of a thousand plans."""
        yield _MAP + len(self._known).to_bytes(4, "big")
        for plan, entry in self._known.items():
            yield msgspec.msgpack.encode(plan)
            yield memoryview(entry)

    def _learn(self, plan: PlanFolder, done: Done, said: Sequence[Event]) -> None:
        inputs = self._inputs[plan.name]
        passing = any(isinstance(event, Finding) and event.code in OF_THE_MOMENT for event in said)
        if inputs and not passing and inputs == self._of(plan):
            data = packed(said)
            entry = Entry(inputs, done.history, data, self._asked.epoch, dict(_left(said)))
            self._known[plan.name] = msgspec.Raw(msgspec.msgpack.encode(entry))
            self._is_new = True

    def _standings(self, plan: PlanFolder, entry: Entry) -> dict[str, dict[str, Standing]] | None:
        """Standings of each document's files, by suffix; None where that is known only when they are made."""
        look, found = self._asked.look, {}
        if look is Look.AWAY:
            return {}
        if entry.epoch != self._asked.epoch:
            return None
        folder = plan.output("x", self._asked.out).parent
        if look is Look.UP_TO_DATE and writing.unfinished_in(folder):
            return None
        for document, digests in entry.left.items():
            stood = {suffix: _standing(f"{folder}/{document}{suffix}", was)
                     for suffix, was in digests.items()}  # fmt: skip
            if any(one is None or (look is Look.UP_TO_DATE and one.state is not State.CURRENT)
                   for one in stood.values()):  # fmt: skip
                return None
            found[document] = {suffix: one for suffix, one in stood.items() if one}
        return found

    def _told(self, entry: Entry, standings: dict[str, dict[str, Standing]]) -> Events:
        for event in unpacked(entry.said):
            if isinstance(event, Outcome):
                beside = dict(standings.get(event.document, {}))
                event = replace(event, standing=beside.pop(DOCX, None), beside=tuple(beside.items()))
            yield event

    @cached_property
    def _history(self) -> str:
        """State of git, asked for once and only where something kept follows from it."""
        from generator.workspace.git import Repository

        return Repository.state_of(self._asked.workspace.root)

    def _of_all(self) -> str:
        """Name of the inputs of all plans; empty where one cannot be read, or the program was replaced."""
        try:
            forms = [line for root in form_roots(self._asked.workspace)
                     for line in (f"{root}", *contents.lines(root, lambda _: True))]  # fmt: skip
            return kept.name("inputs", (), *map(_bytes, (*forms, "", *program())))
        except (OSError, installed.Replaced):
            return ""

    def _of(self, plan: PlanFolder) -> str:
        """Name of the inputs of a plan; empty where one of them cannot be read."""
        try:
            own = [*contents.lines(plan.path, _is_source)]
        except OSError:
            return ""
        return kept.name("inputs", (), *map(_bytes, (self._shared, plan.name, *own))) if self._shared else ""


def _left(said: Iterable[Event]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each document that was made, with the hash of each of its files as it was left."""
    for event in said:
        if isinstance(event, Outcome) and not event.reason:
            beside = {suffix: stood.digest for suffix, stood in event.beside}
            yield event.document, {DOCX: event.standing.digest if event.standing else "", **beside}


def _standing(path: str, was: str) -> Standing | None:
    """Standing of a file that was left with that hash; None where it is another. Raises OSError."""
    try:
        found = contents.digest(path)
    except FileNotFoundError:
        return None if files.is_link(Path(path)) else Standing(State.MISSING)
    return Standing(State.CURRENT, digest=found) if found == was else None


def _is_source(name: str) -> bool:
    """Tell whether a run may read it in a plan's folder: whatever else lies there may be large."""
    first, *inside = name.split("/")
    return name == LEFT_OVER or (first in (TEMPLATES, RECORDS) if inside
                                 else first.lower().endswith((".yaml", ".yml")))  # fmt: skip


@cache
def program() -> tuple[str, ...]:
    """Marks that tell this program, and those that it uses, from any other version of them."""
    return (*installed.programs(), *sorted(installed.code_below(installed.PACKAGE)))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # a name that is no text, on any system


def _once(events: Events) -> Events:
    """Leave out what was told of a look before, of another plan."""
    from generator.formats.pdf.codes import TOLD_ONCE

    told: set[Finding] = set()
    with closing(events):
        for event in events:
            if not (isinstance(event, Finding) and event in told):
                yield event
            if isinstance(event, Finding) and event.code in TOLD_ONCE:
                told.add(event)


def _nothing() -> Events:
    yield from ()
