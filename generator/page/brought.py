"""Files that a page has brought and nobody has decided about yet: few, and in memory alone."""

from __future__ import annotations

import secrets
from typing import Generic, TypeVar

from msgspec import Struct, field

MOST = 12

T = TypeVar("T")


class Brought(Struct, Generic[T]):
    """All that was made of files, by words that only the pages know which brought them; few at a time."""

    most: int = MOST
    _kept: dict[str, T] = field(default_factory=dict)

    def keep(self, made: T) -> str:
        """Keep what was made of a file, and return the word that it is asked for by."""
        word = secrets.token_urlsafe(16)
        self._kept[word] = made
        while len(self._kept) > self.most:
            del self._kept[next(iter(self._kept))]
        return word

    def get(self, word: object) -> T | None:
        """The thing that was kept under the word; None where it was not, or was too long ago."""
        return self._kept.get(word) if isinstance(word, str) else None

    def forget(self, word: object) -> None:
        """Forget a thing that was decided about."""
        if isinstance(word, str):
            self._kept.pop(word, None)
