"""Lines of a text that were replaced, so that they can be put back as they were, wherever they stand now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

MOST_PLACES = 20
"""Places at which the lines are looked for before others are made."""


class Splice(Struct, frozen=True):
    """Lines that take the place of others: `line` is where they stood (from 0), each with its line end.

    `above` and `below` are the lines around them, by which they are found where others have written.
    """

    line: int
    was: tuple[str, ...]
    now: tuple[str, ...]
    above: str
    below: str

    @classmethod
    def between(cls, old: str, new: str) -> Splice:
        """The lines by which the two differ."""
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
        shorter = min(len(before), len(after))
        start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
        most = shorter - start
        alike = (at for at in range(most) if before[-1 - at] != after[-1 - at])
        end = next(alike, most)
        above = before[start - 1] if start else ""
        below = before[len(before) - end] if end else ""
        was, now = before[start : len(before) - end], after[start : len(after) - end]
        return cls(start, tuple(was), tuple(now), above, below)

    def back(self) -> Splice:
        """The splice that undoes this one."""
        return Splice(self.line, self.now, self.was, self.above, self.below)

    def tried(self, text: str) -> Iterator[str]:
        """Texts in which it is done: first where it stood, then where the lines look most like it."""
        lines = text.splitlines(keepends=True)
        width = len(self.was)
        fits = [at for at in range(len(lines) - width + 1) if tuple(lines[at : at + width]) == self.was]
        for at in islice(sorted(fits, key=lambda at: self._distance(lines, at)), MOST_PLACES):
            yield "".join([*lines[:at], *self.now, *lines[at + width :]])

    def _distance(self, lines: list[str], at: int) -> tuple[int, int]:
        """Distance of the place: neighbours that are others, then lines from where it stood."""
        end = at + len(self.was)
        above = lines[at - 1] if at else ""
        below = lines[end] if end < len(lines) else ""
        return (above != self.above) + (below != self.below), abs(at - self.line)
