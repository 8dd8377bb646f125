"""Short names: those that may stand for a longer one."""

from __future__ import annotations


def is_short(short: str, full: str) -> bool:
    """Tell whether a folded name can be a shorter one of another: it begins as that does, or is in it."""
    mine, theirs = short.split(), full.split()
    return short == full or short in full or (
        len(mine) <= len(theirs) and mine[0][:5] == theirs[0][:5])
