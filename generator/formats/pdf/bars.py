"""Bars of shares: drawn, and described to those who cannot see them."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from generator.document.model import Bar
from generator.formats.pdf.look.values import ParagraphLook
from generator.formats.pdf.source import call, color, length, literal, sequence
from generator.formats.pdf.state import Setting

_HEIGHT, _GAP = 9.0, 2.0
_SHADES = (100, 40, 70, 20)


def bar_code(block: Bar, look: ParagraphLook, setting: Setting, *, first: bool = False) -> str:
    """The code of a bar in the room that there is: its parts in their order, white between them."""
    drawn_parts = [(place, float(part.share)) for place, part in enumerate(block.parts) if part.share]
    whole = sum(share for _, share in drawn_parts)
    widths = [share for _, share in drawn_parts]
    accent = setting.look.accent
    shades = (color(_lighter(accent, _SHADES[place % len(_SHADES)])) for place, _ in drawn_parts)
    parts = [call("part", shade, color(accent)) for shade in shades]
    if block.width < 100:
        parts.append("[]")
        widths.append(whole * (100 / float(block.width) - 1))
    room = 0.0 if first else setting.room(look)
    setting.passed(look)
    columns = sequence([f"{width:g}fr" for width in widths])
    drawn = call("grid", *parts, columns=columns, column_gutter=length(_GAP), rows="100%")
    return call("bar", setting.named(look), length(room), length(_HEIGHT), drawn, literal(block.description))


def _lighter(digits: str, percent: int) -> str:
    """The colour as light as Word makes it, when so much of its darkness is left as percent say."""
    hue, light, saturation = rgb_to_hls(*[int(digits[at:at + 2], 16) / 255 for at in (0, 2, 4)])
    parts = hls_to_rgb(hue, 1 - (1 - light) * percent / 100, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
