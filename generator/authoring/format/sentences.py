"""The lines of a Danish paragraph → its sentences.

In doubt a line is not split; where the writer began a new line after a full stop, the doubt is the
writer's to settle, and the line stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

STOPS = ".!?…"
CLOSING = ")]}\"”“’'»«*_"
OPENING = "([{\"„“”»«‘’'*_"
NEVER_LAST = frozenset({
    "f.eks", "bl.a", "jf", "jvf", "nr", "stk", "afd", "ca", "cirka", "kl", "pkt", "kap", "sct", "skt", "dr",
    "hr", "fr", "prof", "hhv", "vedr", "inkl", "ekskl", "evt", "pga", "mht", "ift", "iht", "dvs", "tlf",
    "mio", "mia", "pr", "p.g.a", "m.h.t", "i.h.t", "i.f.t", "d.v.s", "t.o.m",
})  # fmt: skip
"""Abbreviations that something always follows."""
PERHAPS_LAST = frozenset({
    "mv", "mm", "mfl", "osv", "etc", "ol", "olign", "kr", "pct", "jr", "sr", "tsk", "udg", "årg", "alm",
    "adm", "eks", "fx", "kgl", "maks", "ndf", "ovf", "a/s",
})  # fmt: skip
"""Abbreviations that a sentence may end with."""
PERHAPS_MORE = re.compile(
    r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]{1,5}|[^\W\d_]|[0-9]{1,2}|[IVXLC]+|[bcdfghjklmnpqrstvwxz]+"
)
"""m.v, an initial, an ordinal number, a king's number, letters that are no word."""
NOT_FIRST = re.compile(r"[-+*•–—]$|[0-9]+[.)]$|#+$|[=-]{3}")
"""Signs that would be a list, a heading or a rule at the beginning of a line."""


def sentences(lines: Sequence[str]) -> list[str]:
    """The lines of one paragraph as sentences, one a line; only plain spaces and line ends are folded."""
    words: list[str] = []
    last_of_line: set[int] = set()
    for line in lines:
        words += [word for word in line.split(" ") if word]
        last_of_line.add(len(words) - 1)
    inside = _inside_brackets(words)
    found: list[list[str]] = [[]]
    for number, word in enumerate(words):
        found[-1].append(word)
        more = number + 1 < len(words) and not inside[number]
        if more and ends(word, words[number + 1], number in last_of_line):
            found.append([])
    return [" ".join(sentence) for sentence in found if sentence]


def ends(word: str, following: str, typed: bool) -> bool:
    """Tell whether a sentence ends between the two words; `typed` says that a line ended there."""
    bare = word.rstrip(CLOSING)
    stop = bare[len(bare.rstrip(STOPS)) :]
    first = following.lstrip(OPENING)[:1]
    if not stop or NOT_FIRST.match(following) or not (first.isupper() or first.isdigit()):
        return False
    if stop != ".":
        return typed or (first.isupper() and not stop.startswith(("…", "..")))
    bare = bare.removesuffix(stop).lstrip(OPENING)
    if bare.casefold() in NEVER_LAST or not bare:
        return False
    sure = bare.casefold() not in PERHAPS_LAST and not PERHAPS_MORE.fullmatch(bare)
    return typed or (sure and first.isupper())


def _inside_brackets(words: Sequence[str]) -> list[bool]:
    """One answer for each word: is a bracket open after it? Never, where brackets do not match."""
    depth, found = 0, []
    for word in words:
        for sign in word:
            depth += (sign in "([") - (sign in ")]")
            if depth < 0:
                return [False] * len(words)
        found.append(depth > 0)
    return found if depth == 0 else [False] * len(words)
