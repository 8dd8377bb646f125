"""Texts that are held until they are printed, in little room."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

MOST_LOOSE = 200_000
"""Letters that are held as they are; texts about plans are alike, and many together become a tenth."""
_BETWEEN = "\0"


class Pile:
    """Texts one after another; in none of them is a NUL."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._loose: list[str] = []
        self._size = 0

    def add(self, text: str) -> None:
        """Put a text behind the others."""
        self._loose.append(text)
        self._size += len(text)
        if self._size > MOST_LOOSE:
            self._packed.append(zlib.compress(_BETWEEN.join(self._loose).encode("utf-8", "surrogatepass"), 1))
            self._loose, self._size = [], 0

    def __iter__(self) -> Iterator[str]:
        for data in self._packed:
            yield from zlib.decompress(data).decode("utf-8", "surrogatepass").split(_BETWEEN)
        yield from self._loose
