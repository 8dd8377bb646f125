"""Findings as comments of a draft: each at the words that its key prints, else where the document begins.

A document is Danish, and so are its comments, whatever is spoken on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.base.findings import Finding
from generator.base.language import speaking, spoken
from generator.document.model import Run
from generator.document.reading import runs, walk
from generator.formats.word.comments import Comment
from generator.plan.kinds import Count
from generator.plan.model.load import key_path
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules.texts_of_plan import sources
from generator.plan.source.tree import KeyPath
from generator.render.tracing import Traced
from generator.run.finish import Commented
from generator.run.read_plan import PlanRead, Reader
from generator.run.traced import trace
from generator.workspace.folders import AftaleFile, PlanFolder


class _Spot(NamedTuple):
    """A run of a document, and a key that it prints or is the placeholder of."""

    run: Run
    file: str
    path: KeyPath
    gap: bool


def commented(folder: PlanFolder, file: AftaleFile, read: PlanRead, aftale: Aftale) -> Commented:
    """The document of the agreement with what was found in its own file, and of the plan's in what it prints.

    What stands nowhere is told at the beginning: of the plan's file in the document that it has one of.
    Raises Rejected.
    """
    plan = read.plan
    assert plan is not None
    traced = trace(folder, file, plan, aftale)
    spots = list(_spots(traced))
    first = next((run for block in walk(traced.document.blocks) for run in runs(block) if run.text), None)
    found: dict[int, list[Comment]] = {}
    for finding in _in_danish(folder, read):
        own = finding.place.file == aftale.place().file
        if not own and finding.place.file != plan.place().file:
            continue
        at = _where(finding, spots, plan) or (first if own or aftale.kind.count is Count.ONE else None)
        if at is not None:
            found.setdefault(id(at), []).append(_comment(finding))
    return Commented(traced.document, {at: tuple(told) for at, told in found.items()})


def _in_danish(folder: PlanFolder, read: PlanRead) -> Iterable[Finding]:
    """Findings in the plan's files, read once more where something else than Danish is spoken."""
    if spoken() == "da":
        return read.findings
    with speaking("da"):
        return Reader(folder.workspace).plan(folder).findings


def _comment(finding: Finding) -> Comment:
    return Comment(tuple(filter(None, (f"{finding.code}: {finding.message}", finding.hint))))


def _spots(traced: Traced) -> Iterator[_Spot]:
    """Yield the runs with the keys that they print, in reading order; what is computed comes last."""
    computed: list[_Spot] = []
    for block in walk(traced.document.blocks):
        for run in runs(block):
            for span in traced.sources(run) if run.text else ():
                spots = (_Spot(run, key.file, key.path, span.source.gap) for key in span.source.keys)
                if span.source.file:
                    yield from spots
                else:
                    computed += spots
    yield from computed


def _where(finding: Finding, spots: list[_Spot], plan: Plan) -> Run | None:
    """The run that shows the finding's key, or the nearest thing that holds it; the gap that it names."""
    here = [spot for spot in spots if spot.file == finding.place.file]
    gap = next((one for one in here if one.gap and f"`{key_path(one.path)}`" in finding.message), None)
    if gap:
        return gap.run
    kilde = next(source.kilde for source in sources(plan) if source.place().file == finding.place.file)
    path = kilde.source.path_at(finding.place)
    for depth in range(len(path), 0, -1):
        if spot := next((one for one in here if one.path[:depth] == path[:depth]), None):
            return spot.run
    return None
