"""Signatures that follow each other, in the tables of the old document and those of the new.

Word knows no columns that come or go: of two that stand side by side, a pair that is another is written out
and in. What moved came and went, as any table.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from difflib import SequenceMatcher

from generator.base.values import replace
from generator.document.model import Mark, Signature
from generator.document.revision_marks import DELETED, INSERTED, side
from generator.document.signatures import SignatureTable, arranged
from generator.formats.word.signatures import stays_with_next


def revised(blocks: tuple[Signature, ...]) -> Iterator[tuple[SignatureTable, Mark | None, bool]]:
    """The tables of both documents, each with its mark, and whether it stays on the page of the next one."""
    old, new = (arranged(_side(blocks, is_old)) for is_old in (True, False))
    keys = [[_key(table) for table in tables] for tables in (old, new)]
    for what, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if what == "equal":
            for place in range(d - c):
                yield _joined(old[a + place], new[c + place]), None, stays_with_next(c + place, new)
            continue
        yield from ((old[place], DELETED, stays_with_next(place, old)) for place in range(a, b))
        yield from ((new[place], INSERTED, stays_with_next(place, new)) for place in range(c, d))


def _side(blocks: tuple[Signature, ...], old: bool) -> tuple[Signature, ...]:
    return tuple([block for block in side(blocks, old) if isinstance(block, Signature)])


def _key(table: SignatureTable) -> Hashable:
    """Traits that a table shares with the one that it was; a single one may have another number."""
    anchors = [block.anchor for block in table.blocks]
    return table.paired, table.paired and table.number, tuple(anchors), table.fields


def _joined(old: SignatureTable, new: SignatureTable) -> SignatureTable:
    """The new table, each of whose blocks knows what it was."""
    blocks = [now if was == now else replace(now, was=was)
              for was, now in zip(old.blocks, new.blocks, strict=True)]
    return replace(new, blocks=tuple(blocks))
