"""A change of a text as people see it, made in the text as it was typed."""

from __future__ import annotations

import re

from generator.authoring.merging import three_way

_WORDS = re.compile(r"\w+|\s+|.")


def carried(before: str, was: str, after: str) -> str:
    """The text that was typed, with the change from `before` to `after` made in it."""
    if not was or before == was:
        return after
    if before == after:
        return was
    parts = list(three_way.merge(*(_WORDS.findall(text) for text in (before, was, after))))
    if any(isinstance(part, three_way.Clash) for part in parts):
        return after
    return "".join(word for part in parts if isinstance(part, three_way.Agreed) for word in part.items)
