"""Gaps that can be seen in a document: those to be filled in, and those that are known to be missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.base.findings import Code, Finding, Place
from generator.base.language import say
from generator.document.model import Document, Origin
from generator.document.reading import runs, walk

GAP = "Gap"
KNOWN_GAP = "Known Gap"
UNEXPLAINED = Code("C3")


class Gap(Struct, frozen=True):
    """A run that stands in for something missing. `known` when the agreement says why."""

    text: str
    known: bool
    origin: Origin | None


def gaps(document: Document) -> list[Gap]:
    """Every gap in reading order."""
    return list(_gaps(document))


def unexplained(document: Document, seen: Sequence[Gap]) -> list[Finding]:
    """An error for each gap seen in a final agreement that is not a known one; nothing for a draft."""
    return [] if document.draft else [_finding(gap) for gap in seen if not gap.known]


def _gaps(document: Document) -> Iterator[Gap]:
    for block in walk(document.blocks):
        for run in runs(block):
            if run.style in (GAP, KNOWN_GAP):
                yield Gap(run.text, run.style == KNOWN_GAP, block.origin)


def _finding(gap: Gap) -> Finding:
    place = Place(gap.origin.template, gap.origin.line, 1) if gap.origin else Place("")
    hint = say("write it, write `mangler: …` with the reason, or set `status: udkast`")
    return Finding(UNEXPLAINED, say("a final agreement still shows {gap}", gap=gap.text), hint, place)
