"""Elements that went from where they stood, and whose words stand elsewhere: nobody has taken them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.compare.returned.elements import Standing

_WORD = re.compile(r"\w+")

class Loose:
    """Texts that came and that belong to nothing."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._all = _words("\n".join(self._texts))

    def with_words(self, elements: Iterable[Standing]) -> Loose:
        """The same, with the texts of elements that nobody can tell."""
        return Loose([*self._texts, *(text for one in elements for text in one.words)])

    def say(self, texts: Iterable[str]) -> bool:
        """Tell whether most of the texts are among them, word by word."""
        said = [words for text in texts if (words := _words(text)).strip()]
        return bool(self._texts) and 2 * sum(words in self._all for words in said) > len(said)


def _words(text: str) -> str:
    """The words of the text with a space around each."""
    return f" {' '.join(_WORD.findall(text))} "


def nearest(one: Standing, went: Sequence[Standing]) -> Standing | None:
    """The element that went with which the other has most texts in common, if it has any."""
    texts = set(one.words)
    return max((other for other in went if texts.intersection(other.words)),
               key=lambda other: len(texts.intersection(other.words)), default=None)
