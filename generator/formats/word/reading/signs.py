"""Signs out of fonts that have no letters, as the characters that look the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.word.reading.names import W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PRIVATE = 0xF000
_SIGNS = {
    "Symbol": {0xB7: "•", 0x2D: "−", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xAE: "→", 0xAC: "←",
               0xD2: "®", 0xD3: "©", 0xB0: "°", 0xA5: "∞", 0x6D: "µ"},
    "Wingdings": {0xA7: "▪", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xDF: "←",
                  0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x76: "❖", 0x4A: "☺"},
}  # fmt: skip


def sign(element: Element) -> str:
    """The character of a `w:sym`; where no other is known, the one that the font has at that place."""
    text = element.get(f"{W}char", "")
    try:
        code = int(text, 16)
    except ValueError:
        return ""
    known = _SIGNS.get(element.get(f"{W}font", ""), {}).get(code & 0xFF)
    if known and (code < 0x100 or code & 0xFF00 == _PRIVATE):
        return known
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""
