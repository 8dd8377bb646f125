"""The words that a redline marks, and the fewest that any comparison by words would have to.

Both are counted in the .docx, so that any redline of two files can be measured, whoever made it. What is said
in drawings is left out: Word tracks a drawing as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from generator.compare.data.words import WORD
from generator.compare.documents import redline
from generator.document.model import Document
from generator.formats.word import write
from tests.support.package_reading import Docx, W
from tests.support.word_samples import reference

_LEAST_MOVE = 6
_Row: TypeAlias = tuple[tuple[str, ...], ...]
_COUNTED = frozenset(f"{W}{kind}" for kind in ("ins", "del", "moveTo"))
"""The marks around words that count: what moved counts where it stands now."""
_MARKS = _COUNTED | {f"{W}moveFrom"}


class _Word(NamedTuple):
    """A word, or nothing between two cells; a word of a table cannot stay as one of the text around it."""

    text: str
    in_table: bool = False


_BETWEEN_CELLS = [_Word("", in_table=True)] * 3
"""A figure that stands in another cell now has changed both: the border of a cell is worth three words."""


def marked_words(old: Document, new: Document) -> int:
    """The words with a mark in the redline of the two."""
    return marked_in(write(redline(old, new), reference(), author="Ane", date="2026-03-31"))


def marked_in(data: bytes) -> int:
    """The words with a mark in a redline; those of what moved once."""
    return sum(len(WORD.findall("".join(text for _, text in said)))
               for paragraph in _paragraphs(Docx(data).body)
               for mark, said in groupby(_texts(paragraph), key=lambda one: one[0]) if mark in _COUNTED)


def fewest_words(old: Document, new: Document) -> int:
    """The fewest words that lead from the one text to the other; a stretch or a row that moved once.

    Those of fewer words are out and in again.
    """
    sides = [Docx(write(document, reference())).body for document in (old, new)]
    moved = _moved_rows(*(list(map(_cells, body.iter(f"{W}tr"))) for body in sides))
    rows = (sum(len(cell) for cell in row) for row in moved)
    elsewhere = sum(words if words >= _LEAST_MOVE else 2 * words for words in rows)
    return min(_fewest(*(list(_words(body, without)) for body in sides)) + cost
               for without, cost in ((frozenset[_Row](), 0), (moved, elsewhere)))


def _fewest(old: list[_Word], new: list[_Word]) -> int:
    gone, come = _differences(old, new)
    moved = SequenceMatcher(None, gone, [word or None for word in come], autojunk=False).get_matching_blocks()
    elsewhere = sum(block.size for block in moved if block.size >= _LEAST_MOVE)
    return sum(map(bool, gone)) + sum(map(bool, come)) - elsewhere


def _moved_rows(old: list[_Row], new: list[_Row]) -> frozenset[_Row]:
    """The rows that stand once in each, but not in their order."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stays = {row for block in blocks for row in old[block.a:block.a + block.size]}
    return frozenset(row for row in old if row not in stays and old.count(row) == new.count(row) == 1)


def _words(body: Any, without: frozenset[_Row]) -> Iterator[_Word]:
    for block in body:
        if block.tag != f"{W}tbl":
            yield from (_Word(word) for word in _said(block))
            continue
        for row in map(_cells, block.iter(f"{W}tr")):
            for cell in row if row not in without else ():
                yield from (_Word(word, in_table=True) for word in cell)
                yield from _BETWEEN_CELLS


def _cells(row: Any) -> _Row:
    return tuple([tuple(_said(cell)) for cell in row.iter(f"{W}tc")])


def _said(element: Any) -> Iterator[str]:
    """The words of the paragraphs."""
    for paragraph in _paragraphs(element):
        yield from WORD.findall("".join(text for _, text in _texts(paragraph)))


def _paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs, but for those in drawings."""
    return (one for one in element.iter(f"{W}p") if next(one.iterancestors(f"{W}drawing"), None) is None)


def _texts(paragraph: Any) -> Iterator[tuple[str, str]]:
    """The texts of a paragraph, each with the mark around it; a tab is between two words."""
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}drawing"), None) is not None:
            continue
        mark = next((one.tag for one in run.iterancestors() if one.tag in _MARKS), "")
        for part in run:
            if part.tag in (f"{W}t", f"{W}delText"):
                yield mark, part.text or ""
            elif part.tag in (f"{W}tab", f"{W}br"):
                yield mark, " "


def _differences(old: Sequence[_Word], new: Sequence[_Word]) -> tuple[list[str], list[str]]:
    """The words that are on one side only by the shortest edit, each stretch set off from the next."""
    gone: list[str] = []
    come: list[str] = []
    last = (-1, -1)
    for x, y, is_old in _shortest(old, new):
        side, word, at = (gone, old[x].text, x) if is_old else (come, new[y].text, y)
        if side and last[is_old] + 1 != at:
            side.append("")
        side.append(word)
        last = (last[0], at) if is_old else (at, last[1])
    return gone, come


def _shortest(old: Sequence[_Word], new: Sequence[_Word]) -> list[tuple[int, int, bool]]:
    """Myers' shortest edit as places (in old, in new), and whether a word goes there."""
    furthest = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(len(old) + len(new) + 1):
        history.append(dict(furthest))
        for diagonal in range(-edits, edits + 1, 2):
            x = _step(furthest, diagonal, edits)
            while x < len(old) and x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            furthest[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _back(history, x, x - diagonal)
    return []


def _step(furthest: dict[int, int], diagonal: int, edits: int) -> int:
    if diagonal == -edits or (diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1]):
        return furthest[diagonal + 1]
    return furthest[diagonal - 1] + 1


def _back(history: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    for edits in range(len(history) - 1, 0, -1):
        diagonal, known = x - y, history[edits]
        begins = _step(known, diagonal, edits)
        is_old = not (diagonal == -edits or (diagonal != edits and known[diagonal - 1] < known[diagonal + 1]))
        x, y = (begins - 1, begins - diagonal) if is_old else (begins, begins - diagonal - 1)
        found.append((x, y, is_old))
    return found[::-1]
