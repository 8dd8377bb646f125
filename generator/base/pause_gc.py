"""Python's search for cycles, put off while something large is made in which nothing refers back.

Searching a markup or a document of thousands of rows again and again, as it grows, took more time than
making it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Put off the search until the block ends; all that is there then counts as old, or it would begin."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()
