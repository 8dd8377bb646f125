"""Filters turned round: a text that stands in a document → what is typed for it. A build asks for none.

`before` is what is typed now, and settles what the page does not show: whether a name was typed with a small
letter. What none of these can find is typed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from generator.base import danish
from generator.base.articles import mødes, ubestemt
from generator.plan.model.refusal import soft
from generator.render.typed_prose import escaped

_ARTICLE = re.compile(r"e[nt] ")
_VERB = re.compile(r"(?:mødes|holder) ")

Typed = Callable[[str, str], str]
"""Text and what is typed now → what is to be typed."""


def as_it_stands(text: str, _before: str) -> str:
    """A number, a date, a name: what is printed can be typed, with plain spaces."""
    return soft(text).strip()


def counted(text: str, _before: str) -> str:
    """The digits of a number in words, or of its place in a row."""
    word = as_it_stands(text, "").casefold()
    words = (danish.TALORD, danish.ORDENSTAL)
    found = next((str(all_.index(word)) for all_ in words if word in all_), word.rstrip("."))
    return "1" if word == "et" else found


def small(text: str, before: str) -> str:
    """Without the large letter that the form gives it."""
    text = as_it_stands(text, "")
    candidate = text[:1].lower() + text[1:]
    was_small = before[:1].islower() and danish.stort(before) != before
    return candidate if was_small and danish.stort(candidate) == text else text


def without_article(text: str, before: str) -> str:
    """Without the article that the form gives a role."""
    return _undone(text, before, ubestemt, _ARTICLE)


def without_verb(text: str, before: str) -> str:
    """Without the verb that the form gives a rhythm."""
    return _undone(text, before, mødes, _VERB)


def _undone(text: str, before: str, done: Callable[[str], str], added: re.Pattern[str]) -> str:
    """The text without what was added to it, where the form would add it again."""
    text = as_it_stands(text, "")
    if done(before) == before and done(text) == text:
        return text
    candidate = added.sub("", text, count=1)
    return candidate if done(candidate) == text else text


def as_prose(text: str, _before: str) -> str:
    """A line of prose, whose signs are no marks; `typed_prose` has the way of whole blocks."""
    return escaped(as_it_stands(text, ""))


TYPED: Mapping[str, Typed] = {
    **dict.fromkeys((
        "antal", "beløb", "dato", "datoer", "kaldt", "linje", "måltal", "opremsning", "periode", "procent",
        "replace", "timer", "trim", "årstal",
    ), as_it_stands),
    **dict.fromkeys(("liste", "prosa", "punkt"), as_prose),
    **dict.fromkeys(("ordenstal", "talord"), counted),
    "mødes": without_verb, "stort": small, "ubestemt": without_article,
}  # fmt: skip
"""Every filter whose text can be typed. A form replaces spaces with hard ones, and nothing else."""

COMPUTED = frozenset({"andel", "capitalize", "lower", "upper", "årsspænd"})
"""The filters of which nobody types what they print."""


def typed(text: str, filters: Sequence[str], before: str) -> str:
    """Undo the filters that a text came through, the last of them first."""
    for name in reversed(filters):
        text = TYPED[name](text, before)
    return text
