"""Texts that follow from others, and so come back by them alone: lists of contents, and boxes of diagrams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.base.language import say
from generator.compare.returned.leaves import text_of
from generator.compare.returned.told import Told
from generator.document.model import Contents, Diagram, Document, Heading
from generator.document.reading import content_of, walk
from generator.plan.model.refusal import soft


def drawn(made: Document, read: Document, after: Document) -> Iterator[Told]:
    """Tell of what somebody has typed in a list of contents or in a diagram, and is not made `after` all.
    """
    headings = {text_of(content_of(block)).strip() for block in walk(read.blocks)
                if isinstance(block, Heading)}
    for entry in _new(_entries(made), _entries(read), _entries(after)):
        if entry not in headings:
            yield Told("", "", entry, say("the list of contents follows from the headings"),
                       say("change the heading"))
    for label in _new(_labels(made), _labels(read), _labels(after)):
        yield Told("", "", label, say("the diagram is drawn from the YAML"),
                   say("change the names and the links in the YAML"))


def _new(made: Counter[str], read: Counter[str], after: Counter[str]) -> list[str]:
    return sorted(read - (made | after))


def _entries(document: Document) -> Counter[str]:
    return Counter(_plain(entry.text) for block in walk(document.blocks) if isinstance(block, Contents)
                   for entry in block.entries)


def _labels(document: Document) -> Counter[str]:
    return Counter(_plain(text) for block in walk(document.blocks) if isinstance(block, Diagram)
                   for box in block.boxes for text in (box.label, box.detail) if text)


def _plain(text: str) -> str:
    return " ".join(soft(text).split())
