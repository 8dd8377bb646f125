"""Passages of a text with where they come from, as attributes that a page can be asked for.

Whoever makes the page knows the sources; a page that is made without them has none of this.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.formats.html.elements import element, text


class Passage(NamedTuple):
    """Characters from `start` up to `end`, with their file, key and kind: value, computed, form, template."""

    start: int
    end: int
    file: str
    key: str
    kind: str


Sources = Callable[[object, str], Sequence[Passage]]
"""The passages of the text in a field of an object of the document, in order."""


def unknown(_owner: object, _field: str) -> Sequence[Passage]:
    """No sources: the page has the words alone."""
    return ()


def sourced(words: str, owner: object, field: str, sources: Sources) -> str:
    """The words as HTML, each passage with its source."""
    pieces: list[str] = []
    done = 0
    for start, end, file, key, kind in sources(owner, field) if words else ():
        pieces += (text(words[done:start]),
                   element("span", text(words[start:end]), data_file=file, data_key=key, data_kind=kind))
        done = end
    return "".join((*pieces, text(words[done:])))
