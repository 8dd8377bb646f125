"""Elements that went from where they stood, and whose words stand elsewhere: nobody has taken them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.compare.returned.elements import Standing

_FEW = 6
"""Letters of a text that may stand in another by chance."""


class Loose:
    """Texts that came and that belong to nothing."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._each = {text.strip() for text in texts}
        self._all = "\n".join(self._each)

    def with_words(self, elements: Iterable[Standing]) -> Loose:
        """The same, with the texts of elements that nobody can tell."""
        return Loose([*self._each, *(text for one in elements for text in one.words)])

    def say(self, one: Standing) -> bool:
        """Tell whether most of the texts of the element are among them."""
        texts = [text for text in one.words if any(letter.isalnum() for letter in text)]
        found = [text for text in texts if text in self._each or (len(text) > _FEW and text in self._all)]
        return len(found) * 2 > len(texts)


def nearest(one: Standing, went: Sequence[Standing]) -> Standing | None:
    """The element that went with which the other has most texts in common, if it has any."""
    texts = set(one.words)
    return max((other for other in went if texts.intersection(other.words)),
               key=lambda other: len(texts.intersection(other.words)), default=None)
