"""What the hint of a finding tells people to write, taken out of its words."""

from __future__ import annotations

import re

OFFER = re.compile(r"(?:^|; |: )write (?!the |for |ikke |keys|a |one )(.+)")


def offered(hint: str) -> list[str]:
    """The values that a hint offers: `write 14.600 or 14,6` has two; an example has none."""
    found = OFFER.search(hint)
    if not found:
        return []
    words = found[1].split("; ")[0]
    parts = re.split(r", or (?:less.*)?| or |, (?=\d)", words)
    return [re.split(r" with `enhed|: a full stop| if \d| \(but", part)[0].strip() for part in parts if part]
