"""All that follows from a document as a whole: names of headings, numbers of tables, entries of contents.

It is found once, when the Document is made, so that every writer prints the same and a comparison sees it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.base.values import replace
from generator.document.anchors import anchor_of
from generator.document.model import Block, Contents, Entry, Heading, Inline, Run, Table
from generator.document.reading import runs

DEEPEST_ENTRY = 2
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(.*)", re.DOTALL)
_TABLE = re.compile(r"\ATabel \d+\. ")


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with a name for each heading, a number for each table with a caption, and their contents."""
    named = list(_tables_numbered(_headings_named(blocks)))
    if not any(isinstance(block, Contents) for block in named):
        return tuple(named)
    entries = [_entry(block) for block in named
               if isinstance(block, Heading) and block.level <= DEEPEST_ENTRY]
    return tuple([replace(block, entries=_at_most(block.most, entries))
                  if isinstance(block, Contents) else block for block in named])


def unnumbered(caption: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The caption of a table without the number that it was given."""
    first = caption[0] if caption else None
    if not isinstance(first, Run):
        return caption
    return (replace(first, text=_TABLE.sub("", first.text)), *caption[1:])


def _headings_named(blocks: Iterable[Block]) -> Iterator[Block]:
    """The name of a heading follows from its text and from those above it: nothing else changes it."""
    above: list[str] = []
    seen: Counter[tuple[str, ...]] = Counter()
    for block in blocks:
        if isinstance(block, Heading):
            above = [*above[: block.level - 1], _text(block)]
            path = tuple(above)
            seen[path] += 1
            again = f"\n\n{seen[path]}" if seen[path] > 1 else ""
            yield replace(block, anchor=anchor_of("\n".join(("afsnit", *reversed(path))) + again))
        else:
            yield block


def _tables_numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    number = 0
    for block in blocks:
        if isinstance(block, Table) and block.caption:
            number += 1
            yield replace(block, caption=_after(f"Tabel {number}. ", block.caption))
        else:
            yield block


def _after(label: str, caption: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The caption after the label: one run with it, where the two look alike."""
    first = caption[0]
    if isinstance(first, Run) and first == Run(first.text):
        return (Run(label + first.text), *caption[1:])
    return (Run(label), *caption)


def _at_most(most: int, entries: list[Entry]) -> tuple[Entry, ...]:
    """The entries; of too many only those that are of the first level or have a number."""
    if most and len(entries) > most:
        entries = [entry for entry in entries if entry.level == 1 or entry.number]
    return tuple(entries)


def _entry(heading: Heading) -> Entry:
    """The colon with which a heading leads to what stands below it leads nowhere from here."""
    text = heading.short or _text(heading).removesuffix(":")
    parts = _NUMBER.fullmatch(text)
    number, rest = (parts[1], parts[2]) if parts else ("", text)
    return Entry(heading.level, number, rest, heading.anchor)


def _text(heading: Heading) -> str:
    return " ".join("".join([run.text for run in runs(heading)]).split())
