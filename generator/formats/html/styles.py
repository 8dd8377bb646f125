"""Classes of a style sheet, after the styles of a document."""

from __future__ import annotations

from generator.base.to_ascii import to_ascii

PLAIN = frozenset({"", "Body Text", "Table Text", "Title"})
"""Styles that an element has by itself."""


def class_of(style: str | None) -> str:
    """`draft-mark` for `Draft Mark`; nothing for a style that the element has by itself."""
    return "" if (style or "") in PLAIN else to_ascii(style or "").lower().replace(" ", "-")
