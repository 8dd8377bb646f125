"""Values of attributes: what each must look like, and what to write where it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import get_args

from generator.base.language import listed, say
from generator.base.nearest import nearest as closest
from generator.document import anchors
from generator.document.drawings import LineLook
from generator.document.markup.fitted import AUTO
from generator.document.markup.vocabulary import LINK_SCHEMES

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_LEVEL = re.compile(r"[0-9]{1,2}")
_SHARE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?")


def nearest(word: str, known: Iterable[str], shape: str = "{}") -> str:
    """The hint that names the nearest known word, and all of them."""
    names = sorted(known)
    close = closest(word, names)
    shown = listed(shape.format(name) for name in names)
    if close:
        return say("write {close}; there are {names}", close=shape.format(close), names=shown)
    return say("there are {names}", names=shown)


def _span(value: str) -> str:
    return "" if _NUMBER.fullmatch(value) else say("write a whole number from 1")


def _columns(value: str) -> str:
    fits = value.split() and all(_NUMBER.fullmatch(width) for width in value.split())
    hint = say('write a relative width for each column, such as "3 2 4"; or "{auto}"', auto=AUTO)
    return "" if fits or value == AUTO or not value.strip() else hint


def _href(value: str) -> str:
    if value.lower().startswith(LINK_SCHEMES):
        return ""
    return say("a link begins with {beginnings}", beginnings=listed(LINK_SCHEMES, "or"))


def _anchor(value: str) -> str:
    if anchors.is_anchor(value) or not value:
        return ""
    return say(
        "write at most {most} letters a-z, digits and _; the filter `anker` makes one", most=anchors.LONGEST
    )


def _share(value: str) -> str:
    fits = not value.strip() or (_SHARE.fullmatch(value) and Decimal(value) <= 100)
    return "" if fits else say("write the percentage of the whole in digits, such as 53.9")


def _width(value: str) -> str:
    fits = not value.strip() or (not _share(value) and Decimal(value) > 0)
    return "" if fits else say("write how much of the room it fills, in percent, such as 53.9")


def _level(value: str) -> str:
    fits = _LEVEL.fullmatch(value) or not value.strip()
    return "" if fits else say("write a whole number; 0 is at the top")


def _look(value: str) -> str:
    looks = get_args(LineLook)
    fits = value in looks or not value.strip()
    return "" if fits else say("write {words}", words=listed(looks, "or"))


FAULTS: Mapping[str, Callable[[str], str]] = {
    "colspan": _span, "rowspan": _span, "columns": _columns, "href": _href, "anchor": _anchor,
    "share": _share, "width": _width, "level": _level, "look": _look, "most": _span,
}  # fmt: skip
"""For an attribute by its name, what is to be written in place of a value, or nothing where it is good."""

EXAMPLES: Mapping[str, str] = {
    "columns": "3 2", "href": "https://…", "label": "Viborg Kommune", "anchor": "viborg_kommune",
    "title": "Indhold", "description": "…", "share": "53.9",
    "id": "b1", "level": "0", "from": "b1", "to": "b2", "says": "refererer til", "look": "solid",
}  # fmt: skip
"""For an attribute that is wanted, what it may look like."""
