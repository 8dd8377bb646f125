"""The nearest known name to one that is not known, and how the known ones are offered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.base.language import listed, say

MOST_OFFERED = 20


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None when none is much like it."""
    from difflib import get_close_matches

    by_folded = {_folded(other): other for other in known}
    found = get_close_matches(_folded(name), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def suggestion(name: str, known: Iterable[str]) -> str:
    """The hint for an unknown name: the nearest one, with all that is known when there are few."""
    names = list(dict.fromkeys(known))
    found = nearest(name, names)
    if found and (len(names) > MOST_OFFERED or names == [found]):
        return say("did you mean `{near}`?", near=found)
    if found:
        return say("did you mean `{near}`? Known: {known}", near=found, known=offered(names))
    if len(names) == 1:
        return say("write {word}", word=names[0])
    return say("write one of: {words}", words=offered(names)) if names else say("there is none yet")


def offered(names: Sequence[str]) -> str:
    """`a, b, c` to choose from; of many the first ones and the number of the others."""
    return listed(names, most=MOST_OFFERED) if len(names) > MOST_OFFERED else ", ".join(names)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def one_letter_apart(name: str, other: str) -> bool:
    """Tell whether one letter is wrong, missing, too many, or has changed places with its neighbour."""
    a, b = sorted((_folded(name), _folded(other)), key=len)
    if a == b or len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or a[at + 1 :] == b[at + 1 :]
