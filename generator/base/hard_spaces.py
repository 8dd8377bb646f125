"""Hard spaces where no Danish line ends."""

from __future__ import annotations

import re

from generator.base.danish import HARD_SPACE, MONTH

_BOUND = re.compile(
    r" (?<=[\d§.] )(?:"  # the rest is tried only after one of these
    r"(?<=\d )(?=%|(?:t\.kr|kr|mio|mia|pct)\b)"
    r"|(?<=§ )(?=\d)"
    r"|(?<=\b[Nn]r\. |\b[Cc]a\. )(?=\d)"
    r"|(?<=\b[Ss]tk\. |\b[Aa]fd\. |\b[Pp]kt\. )(?=\d)"
    r"|(?<=\b[Jj]f\. )(?=[\w§])"
    r"|(?<=\bSct\. |\bSkt\. )(?=\w)"
    rf"|(?<=\d\. )(?=(?:{MONTH})\b)"
    r"|(?<=\bmio\. |\bmia\. )(?=kr\b)"
    r")"
)
_BEFORE = r"(?<=[\w%.,;:)”’»?!]{dash})"
_SOUGHT = (  # each begins with letters that are looked for quickly
    *((re.compile(f" {dash} " + _BEFORE.format(dash=f" {dash} ")), f"{HARD_SPACE}{dash} ") for dash in "–-"),
    (re.compile(r"ide (?<=\b[Ss]ide )(?=\d)"), f"ide{HARD_SPACE}"),
)


def bind(text: str) -> str:
    """The text with hard spaces where a Danish line never breaks; it changes nothing else.

    Between a number and %, kr., t.kr., mio., mia. or pct.; in mio. kr.; after §, stk., nr., afd.,
    pkt., ca. and side before a number; after jf. and Sct.; in `1. april`; before a dash.
    """
    for sought, bound in _SOUGHT:
        text = sought.sub(bound, text)
    return _BOUND.sub(HARD_SPACE, text)
