"""Texts that came as a whole and in parts under one key: the parts as paragraphs, their headings in bold."""

from __future__ import annotations

from collections.abc import Mapping

from generator.authoring.imported.slots import Path


def joined_parts(values: Mapping[Path, str]) -> dict[Path, str]:
    """The values, in which a text has behind it what stands below its key."""
    found: dict[Path, str] = {}
    for path, value in values.items():
        whole = next((path[:end] for end in range(2, len(path)) if path[:end] in values), None)
        if whole is None:
            found[path] = "\n\n".join((value, found[path])) if path in found else value
        else:
            part = f"**{value}**" if path[-1] == HEADING else value
            found[whole] = "\n\n".join((found[whole], part)) if whole in found else part
    return found


HEADING = "overskrift"
"""Key of the heading of a part."""
