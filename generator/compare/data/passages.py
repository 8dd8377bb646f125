"""Changes in a document's text, a paragraph at a time, under the heading it stands below."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from generator.base.language import later, say
from generator.compare.data.change import Change, Kind, Piece, Side
from generator.compare.data.words import ALIKE, likeness, word_diff
from generator.document.model import Document, Heading, Signature
from generator.document.reading import runs, walk

FIRST_PAGE = later("Front page")
Passage = tuple[str, str]
"""The heading above, and the text."""


def passages(document: Document) -> list[Passage]:
    """The text of the document, each paragraph with the heading that it stands below."""
    found, heading = [], say(FIRST_PAGE)
    for block in walk(document.blocks):
        text = block.label if isinstance(block, Signature) else "".join(run.text for run in runs(block))
        text = " ".join(text.split())
        heading = text if isinstance(block, Heading) else heading
        if text:
            found.append((heading, text))
    return found


def changed_passages(old: Document, new: Document) -> Iterator[Change]:
    """The paragraphs that are others, in the order of the new document."""
    was, is_ = passages(old), passages(new)
    left, right = ([text for _, text in side] for side in (was, is_))
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            for before, after in zip_longest(was[a:b], is_[c:d]):
                yield from _passage(before, after)


def _passage(before: Passage | None, after: Passage | None) -> Iterator[Change]:
    if before and after and likeness(before[1], after[1]) >= ALIKE:
        yield Change((after[0],), Kind.CHANGED, words=word_diff(before[1], after[1]))
        return
    if before:
        yield Change((before[0],), Kind.REMOVED, words=(Piece(Side.OLD, before[1]),))
    if after:
        yield Change((after[0],), Kind.ADDED, words=(Piece(Side.NEW, after[1]),))
