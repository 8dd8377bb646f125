"""Colours as six hexadecimal digits: how well they are told apart, and ones that are told apart better."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterable

WHITE, BLACK = "FFFFFF", "000000"
LEAST = 4.5
"""The contrast that text needs by WCAG 2.1, from 1 to 21."""
_STEPS = 20


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.1 reckons it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """As much of the first as `share` says, from 0 to 1, and of the second for the rest."""
    return _hex(share * a + (1 - share) * b for a, b in zip(_channels(one), _channels(other), strict=True))


def legible(colour: str, grounds: Iterable[str], least: float = LEAST) -> str:
    """The colour, or a darker one, until it is told from all the grounds."""
    all_grounds = list(grounds)
    darker = (mixed(colour, BLACK, 1 - step / _STEPS) for step in range(_STEPS + 1))
    return next((one for one in darker if all(contrast(one, at) >= least for at in all_grounds)), BLACK)


def lighter(colour: str, tint: float) -> str:
    """Word's `themeTint`: the colour with its lightness drawn towards white."""
    return _with_lightness(colour, lambda light: light * tint + 1 - tint)


def darker(colour: str, shade: float) -> str:
    """Word's `themeShade`: the colour with its lightness drawn towards black."""
    return _with_lightness(colour, lambda light: light * shade)


def is_colour(text: str) -> bool:
    """Tell six hexadecimal digits from `auto` and the like."""
    return len(text) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in text)


def is_grey(colour: str) -> bool:
    """Tell a grey, or black or white, from a colour."""
    channels = list(_channels(colour))
    return max(channels) - min(channels) < 24 / 255


def _with_lightness(colour: str, change: Callable[[float], float]) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    return _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, change(light))), saturation))


def _channels(colour: str) -> Iterable[float]:
    return [int(colour[place:place + 2], 16) / 255 for place in (0, 2, 4)]


def _hex(channels: Iterable[float]) -> str:
    return "".join(f"{round(255 * channel):02X}" for channel in channels)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
