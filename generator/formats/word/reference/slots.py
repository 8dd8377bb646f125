"""Slots in the reference document's XML: set in its tree, cut out of its text, and filled for each document.

A slot is a processing instruction: no text of the file can look like one, and nothing else of the file is
cut by signs in its text.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

_TARGET = "aftale-slot"


def slot(name: str) -> str:
    """The XML of a slot with this name."""
    return f"<?{_TARGET} {quote(name)}?>"


def append_slot(root: Any) -> None:
    """Set a slot without a name behind all that stands in an element of lxml's."""
    from lxml import etree

    root.append(etree.ProcessingInstruction(_TARGET))


def cut(root: Any) -> tuple[str, ...]:
    """The XML of an lxml tree, cut at its slots: text, name, text, name … text."""
    from lxml import etree

    slots = [found for found in root.iter(etree.ProcessingInstruction) if found.target == _TARGET]
    pieces = [""] * (2 * len(slots) + 1)
    pieces[1::2] = [unquote(found.text or "") for found in slots]
    for found in slots:
        found.text = None
    pieces[::2] = etree.tostring(root, encoding="unicode").split(f"<?{_TARGET}?>")
    return tuple(pieces)
