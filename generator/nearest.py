"""The nearest known name to one that is not known. Imports nothing of ours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None when none is much like it."""
    from difflib import get_close_matches

    by_folded = {_folded(other): other for other in known}
    found = get_close_matches(_folded(name), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def suggestion(name: str, known: Iterable[str]) -> str:
    """What to write instead of `name`, with all that is known when there are few."""
    names = list(known)
    found = nearest(name, names)
    listed = ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
    if found:
        return f"did you mean `{found}`?" + (f" Known: {listed}" if len(names) <= 20 else "")
    return f"write one of: {listed}" if names else "there is none yet"


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
