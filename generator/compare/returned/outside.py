"""Edits outside of the text: headers and footers, and things that no YAML holds, each told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.base.language import say
from generator.compare.returned.state import State
from generator.compare.returned.told import Told
from generator.formats.word import Reference
from generator.formats.word.margin_texts import margin_texts
from generator.formats.word.reading import Read
from generator.formats.word.reading.as_text import TOLD
from generator.formats.word.reading.story import What

_NUMBERS = re.compile(r"[0-9]+")
_PAGES = re.compile(r"(?:ca\.\s)?[0-9]+")
_NO_EDITS: frozenset[What] = frozenset({"came and went", "legend"})
"""Things that a Document has no place for and that nobody who edits has put there."""


def outside(state: State, read: Read) -> Iterator[Told]:
    """Tell of headers and footers that show something else, and of things beside the text."""
    yield from _margins(state, read)
    for one in read.told:
        if one.what not in _NO_EDITS:
            why, hint = say("there is no place for it in the YAML"), say("write what it says as text")
            if one.what == "highlight":
                hint = say("write a comment about the words instead")
            elif one.what == "struck through":
                hint = say("take the words out, if they are to go")
            yield Told(one.heading, "", say(TOLD[one.what], text=one.text), why, hint,
                       where=frozenset([one.paragraph]))


def _margins(state: State, read: Read) -> Iterator[Told]:
    """The paragraphs of headers and footers that are none of those that the document gets."""
    try:
        made = margin_texts(read.document, Reference.open(state.folder.form_file("reference.docx")))
    except KeyError:  # somebody took out the properties that they show
        return
    known = {_unnumbered(text): text for text in made}
    shown = {_unnumbered(text): text for text in read.margins}
    gone = [text for look, text in known.items() if look not in shown]
    for look, text in shown.items():
        if look not in known:
            old = max(gone, key=partial(_alike, text), default="")
            gone = [one for one in gone if one != old]
            yield Told(say("Headers and footers"), _numbered(old, text), text,
                       say("they follow from the plan and from reference.docx"), say("change them there"))


def _alike(one: str, other: str) -> int:
    """Number of words that stand in both."""
    return len({*one.split()} & {*other.split()})


def _numbered(old: str, new: str) -> str:
    """The old text with the numbers of the new one, where it has as many."""
    numbers = _NUMBERS.findall(new)
    if len(_NUMBERS.findall(old)) != len(numbers):
        return old
    left = iter(numbers)
    return _NUMBERS.sub(lambda _: next(left), old)


def _unnumbered(text: str) -> str:
    """The text without numbers: those of pages are counted anew, and no guesses any more."""
    return " ".join(_PAGES.sub("0", text).split())
