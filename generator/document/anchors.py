"""Names of places in a document, such as a bookmark of Word can have: the pattern, and how one is made.

An anchor never changes between builds, and no other text has the same: its end is a hash of the whole text,
so that two names that begin alike differ, and one more name changes none of those that were there.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from generator.base.to_ascii import to_ascii

LONGEST = 40
_PATTERN = re.compile(rf"[A-Za-z][A-Za-z0-9_]{{0,{LONGEST - 1}}}")
_DIGITS = 8


def is_anchor(text: str) -> bool:
    """Tell whether the text can be an anchor: a letter, then letters a-z, digits and `_`, 40 in all."""
    return _PATTERN.fullmatch(text) is not None


def anchor_of(text: str) -> str:
    """An anchor for the text: its words in ASCII as far as there is room, and a hash of all of it."""
    words = "_".join(re.findall("[a-z0-9]+", to_ascii(text).lower()))
    named = words if words[:1].isalpha() else f"a_{words}"
    return f"{named[:LONGEST - _DIGITS - 1].rstrip('_')}_{_hash(text)}"


def reference_of(anchor: str) -> str:
    """A short text that stands for the anchor on the page, and nowhere else in it: `S-1A2B3C4D`."""
    return f"S-{_hash(anchor).upper()}"


def _hash(text: str) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:_DIGITS]
