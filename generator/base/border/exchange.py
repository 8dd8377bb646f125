"""Two files that exchange their names in one step, where the system can."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache

_HERE = -100
"""Stands for the current folder (AT_FDCWD)."""
_EXCHANGE = 2
"""Exchanges the names instead of replacing one (RENAME_EXCHANGE)."""


def exchanged(one: str, other: str) -> bool:
    """Exchange the names of two files that are there; False, and nothing done, where the system cannot.

    Between looking at a file and replacing it somebody may save it, who takes no lock. After an exchange
    what was replaced is still there, whoever wrote it.
    """
    rename = _rename()
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


@cache
def _rename() -> Callable[..., int] | None:
    """The system's own call; Python has none for it."""
    if sys.platform != "linux":
        return None
    import ctypes

    found: Callable[..., int] | None = getattr(ctypes.CDLL(None), "renameat2", None)
    return found
