"""Likeness of two texts, from 0 to 1: by their words, and of short ones by their letters too."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from generator.authoring.imported.units import NUMBER, WORD

SHORT = 12
"""Words up to which letters are compared: a text that was scanned has few that are whole."""
TAKEN = 0.85
"""Likeness from which a text is the form's as it stands."""
OTHER_WORDS = 0.6
"""Likeness from which it is the form's in other words."""


def folded(text: str) -> str:
    """The text as it is compared."""
    return NUMBER.sub("", " ".join(text.replace("\u00a0", " ").split()).casefold()).rstrip(" :.")


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[int, Counter[str]]:
    words = WORD.findall(text)
    return len(words), Counter(words)


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """The likeness of two folded texts."""
    if one == other:
        return 1.0
    (n, words), (m, others) = _words(one), _words(other)
    if not n or not m or min(n, m) * 3 < max(n, m):
        return 0.0
    by_words = 2 * sum(min(count, others[word]) for word, count in words.items() if word in others) / (n + m)
    if max(n, m) > SHORT or by_words >= TAKEN:
        return by_words
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < TAKEN or matcher.quick_ratio() < TAKEN:
        return by_words
    return max(by_words, matcher.ratio())
