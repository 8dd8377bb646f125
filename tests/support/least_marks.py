"""The words that a redline marks, and the fewest that any comparison by words would have to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.compare.data.change import Side
from generator.compare.data.words import WORD
from generator.compare.documents import redline
from generator.compare.told.atoms import Atom, atoms
from generator.document.model import Bar, Box, Diagram, Document, Edge, Part

_LEAST_MOVE = 6
_BETWEEN = ""
"""Stands between two stretches that do not follow each other."""


def marked_words(old: Document, new: Document) -> int:
    """The words with a mark; what moved counts where it stands now."""
    return sum(len(WORD.findall(atom.text)) for atom in _said(redline(old, new))
               if atom.side is Side.NEW or (atom.side is Side.OLD and not atom.moved))


def fewest_words(old: Document, new: Document) -> int:
    """The fewest words that lead from the one text to the other, stretches that stand elsewhere once."""
    gone, come = _differences(_words(old), _words(new))
    moved = SequenceMatcher(None, gone, [word or None for word in come], autojunk=False).get_matching_blocks()
    elsewhere = sum(block.size for block in moved if block.size >= _LEAST_MOVE)
    return sum(map(bool, gone)) + sum(map(bool, come)) - elsewhere


def _said(document: Document) -> Iterator[Atom]:
    """The texts but for those in drawings: Word tracks a drawing as a whole."""
    return (atom for atom in atoms(document)
            if atom.owner is not None and not isinstance(atom.owner, (Bar, Box, Diagram, Edge, Part)))


def _words(document: Document) -> list[str]:
    return [word for atom in _said(document) for word in WORD.findall(atom.text)]


def _differences(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words that are on one side only by the shortest edit, each stretch set off from the next."""
    gone: list[str] = []
    come: list[str] = []
    last = (-1, -1)
    for x, y, is_old in _shortest(old, new):
        side, word, at = (gone, old[x], x) if is_old else (come, new[y], y)
        if side and last[is_old] + 1 != at:
            side.append(_BETWEEN)
        side.append(word)
        last = (last[0], at) if is_old else (at, last[1])
    return gone, come


def _shortest(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, bool]]:
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
