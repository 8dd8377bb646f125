"""Danish letters in ASCII, for names of files, links and anchors. Imports nothing of ours."""

from __future__ import annotations

import unicodedata

_SPELT_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss"})


def to_ascii(text: str) -> str:
    """The text with æ, ø and å as Danes spell them out, other accents taken off, and no other letters."""
    spelt_out = unicodedata.normalize("NFC", text).translate(_SPELT_OUT)
    return unicodedata.normalize("NFKD", spelt_out).encode("ascii", "ignore").decode()
