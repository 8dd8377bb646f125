"""Likeness of two texts, from 0 to 1: by their words, and of short ones by their letters too."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from posixpath import commonprefix

from generator.authoring.imported.field_words import WEAK
from generator.authoring.imported.units import NUMBER, WORD

SHORT = 12
"""Words up to which letters are compared: a text that was scanned has few that are whole."""
TAKEN = 0.85
"""Likeness from which a text is the form's as it stands."""
OTHER_WORDS = 0.6
"""Likeness from which it is the form's in other words."""


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """The text as it is compared."""
    return NUMBER.sub("", " ".join(text.replace("\u00a0", " ").split()).casefold()).rstrip(" :.?")


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


STEM = 6
"""Letters that two forms of a word have in common."""
SHORTER, PARTLY = 0.9, 0.75
"""Likeness of a heading that has no word but of the form's, and of one that begins as that does."""


@lru_cache(maxsize=20_000)
def likeness_of_headings(said: str, form: str, enough: float = 0.5) -> float:
    """The likeness of a folded heading to the form's: people write shorter ones, with the same first word."""
    alike = likeness(said, form)
    words, known = [one for one in _long_words(said) if not one.startswith(WEAK)], _long_words(form)
    if alike >= TAKEN or not words or not known:
        return alike
    share = sum(any(_is_form_of(word, other) for other in known) for word in words) / len(words)
    is_first = _is_form_of(words[0], known[0])
    if share == 1 and (is_first or len(words) > 1):
        return max(alike, SHORTER)
    return max(alike, PARTLY) if is_first and share >= enough else alike


def _long_words(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if len(word) > 3]


def _is_form_of(word: str, other: str) -> bool:
    """Tell whether two words are the same but for their ending."""
    if abs(len(word) - len(other)) > 2:
        return False
    same = len(commonprefix([word, other]))
    return same >= STEM or same == min(len(word), len(other))
