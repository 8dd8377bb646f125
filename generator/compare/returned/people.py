"""People who edited a document: their names stand at tracked changes and comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from generator.compare.returned.leaves import leaves
from generator.formats.word.comments import AUTHOR
from generator.formats.word.reading import Read


def people(read: Read, ours: Collection[str]) -> list[str]:
    """Their names, whoever did most first; without `ours`, who make the marks of a redline."""
    marks = [mark for leaf in leaves(read.document)
             for mark in (leaf.mark, *(inline.mark for inline in leaf.content)) if mark]
    found = Counter([mark.author for mark in marks] + [one.author for one in read.comments])
    return [name for name, _ in found.most_common() if name and name not in (AUTHOR, *ours)]
