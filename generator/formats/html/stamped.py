"""Words of a page about itself: the document's properties in its head, and a seal over the rest behind it."""

from __future__ import annotations

import hashlib
import re
from html import unescape

PREFIX = "aftale:"
"""Before the name of a property of the document, in the name of its `meta`."""
_META = re.compile(rf'<meta name="{PREFIX}([^"]*)" content="([^"]*)">')
_SEAL = re.compile(rb"<!-- ([0-9a-f]{64}) -->\n\Z")


def sealed(page: str) -> bytes:
    """The page with its seal behind it."""
    data = page.encode()
    return data + f"<!-- {hashlib.sha256(data).hexdigest()} -->\n".encode()


def properties(data: bytes) -> dict[str, str] | None:
    """The properties of the document that the page was made of, by name; None where it is no text."""
    try:
        return {unescape(name): unescape(value) for name, value in _META.findall(data.decode())}
    except UnicodeDecodeError:
        return None


def seal_of(data: bytes) -> str:
    """The seal that the bytes bear, if it is the hash of the rest; else nothing."""
    found = _SEAL.search(data)
    if found is None or hashlib.sha256(data[: found.start()]).hexdigest() != found[1].decode():
        return ""
    return found[1].decode()
