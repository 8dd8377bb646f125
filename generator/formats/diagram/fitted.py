"""Text broken into lines by the widths of its letters, so that none is wider than its room."""

from __future__ import annotations

from generator.formats.fonts import Metrics


def broken(text: str, font: Metrics, room: float) -> tuple[str, ...]:
    """The text in lines of at most `room` twips; a word that is wider is cut, with a hyphen at the cut."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and font.width(joined) <= room:
            lines[-1] = joined
        else:
            lines += _cut(word, font, room)
    return tuple(lines)


def widest(texts: list[tuple[str, Metrics]]) -> float:
    """The width of the widest word of texts that are each set in their font."""
    return max((font.width(word) for text, font in texts for word in text.split(" ")), default=0)


def _cut(word: str, font: Metrics, room: float) -> list[str]:
    pieces = []
    while font.width(word) > room and len(word) > 1:
        fits = next((end for end in range(len(word) - 1, 1, -1) if font.width(f"{word[:end]}-") <= room), 1)
        pieces.append(f"{word[:fits]}-")
        word = word[fits:]
    return [*pieces, word]
