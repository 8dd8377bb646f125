"""Words of a PDF about itself: the document's properties in its information, and a seal over all its bytes.

The seal stands where a PDF names itself, in the second half of its `/ID`. Whoever saves the file again
changes the name, or the bytes that it is the hash of.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from generator.base.border import pdfs

_ID = re.compile(rb"/ID\s*\[\s*<[0-9a-f]+>\s*<([0-9a-f]{32})>\s*\]")
_OPEN = b"0" * 32
PAGES = "Underskrifternes sider"
"""Property that tells on which page each party signs."""


def pages_told(pages: Mapping[str, int]) -> str:
    """The pages of signatures by their anchors, as a property of the PDF has them."""
    return "; ".join(f"{anchor} {page}" for anchor, page in pages.items())


def pages_of(properties: Mapping[str, str]) -> dict[str, int]:
    """The pages of signatures by their anchors, as far as the properties tell."""
    told = (entry.rpartition(" ") for entry in properties.get(PAGES, "").split("; "))
    return {anchor: int(page) for anchor, _, page in told if page.isdecimal()}


def sealed(data: bytes) -> bytes:
    """The PDF with its seal. Raises ValueError where it has no `/ID`, or more than one."""
    found = _place(data)
    if found is None:
        raise ValueError("the PDF has not one /ID")
    first, last = found
    return data[:first] + _digest(data, first, last) + data[last:]


def properties(data: bytes) -> dict[str, str] | None:
    """The properties of the document that the PDF was made of, by name; None where it cannot be read."""
    try:
        return pdfs.information(data)
    except pdfs.NoPdf:
        return None


def seal_of(data: bytes) -> str:
    """The seal that the bytes bear, if it is the hash of them; else nothing."""
    found = _place(data)
    if found is None:
        return ""
    first, last = found
    seal = data[first:last]
    return seal.decode() if seal == _digest(data, first, last) else ""


def _place(data: bytes) -> tuple[int, int] | None:
    found = list(_ID.finditer(data))
    return found[0].span(1) if len(found) == 1 else None


def _digest(data: bytes, first: int, last: int) -> bytes:
    return hashlib.sha256(data[:first] + _OPEN + data[last:]).hexdigest()[:32].encode()
