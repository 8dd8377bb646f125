"""Things that a heading or a label speaks of, whichever words of the field it has for them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.authoring.imported.field_words import SAME, WEAK
from generator.authoring.imported.units import WORD

STEM = 5
"""Letters that two unknown words have in common when they are forms of one."""
LONG = 3
"""Letters of a word that says nothing by itself."""
Concepts = frozenset[str]


Phrases = dict[tuple[str, ...], set[str]]


def _known() -> tuple[dict[str, set[str]], list[tuple[str, str]], Phrases]:
    """Whole words, beginnings of words, and phrases, each with what it says; longer ones first."""
    words: dict[str, set[str]] = {}
    beginnings: list[tuple[str, str]] = []
    phrases: Phrases = {}
    for concept, said in SAME.items():
        for one in said:
            parts = tuple(WORD.findall(one))
            if one.endswith("-"):
                beginnings.append((one.removesuffix("-"), concept))
            elif len(parts) > 1:
                phrases.setdefault(parts, set()).add(concept)
            else:
                words.setdefault(one, set()).add(concept)
    beginnings.sort(key=lambda one: -len(one[0]))
    return words, beginnings, phrases


WORDS, BEGINNINGS, PHRASES = _known()
LENGTHS = sorted({len(phrase) for phrase in PHRASES}, reverse=True)
"""Numbers of words of the phrases, the longest first."""


@lru_cache(maxsize=20_000)
def concepts_of(text: str) -> tuple[Concepts, ...]:
    """Things that each word or phrase of a folded heading may say; words that tell nothing are left out."""
    words = WORD.findall(text)
    found: list[Concepts] = []
    here = 0
    while here < len(words):
        likely = (tuple(words[here : here + length]) for length in LENGTHS)
        if phrase := next((one for one in likely if one in PHRASES), None):
            found.append(frozenset(PHRASES[phrase]))
            here += len(phrase)
            continue
        if said := _concepts(words[here]):
            found.append(said)
        here += 1
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def _concepts(word: str) -> Concepts:
    known = {*WORDS.get(word, ())}
    known |= {concept for begin, concept in BEGINNINGS if word.startswith(begin)}
    if known:
        return frozenset(known)
    says_nothing = word.startswith(WEAK) or len(word) <= LONG or word.isdecimal()
    return frozenset() if says_nothing else frozenset({word[:STEM]})


@lru_cache(maxsize=50_000)
def closeness(said: str, form: str) -> float:
    """Share of what two headings speak of that both do, from 0 to 1."""
    mine, theirs = concepts_of(said), concepts_of(form)
    if not mine or not theirs:
        return 0.0
    ours, yours = _share(mine, theirs), _share(theirs, mine)
    both = OURS * ours + (1 - OURS) * yours if ours else 0.0
    both *= OTHERS if _has_other(mine, theirs) and _has_other(theirs, mine) else 1
    shared = {said for one in mine for other in theirs for said in one & other}
    is_beside = not _share(core_of(form), mine) or (shared <= MODIFIERS and len(theirs) > 1) or (
        shared == {NAME} and _has_other(theirs, mine))  # fmt: skip
    return both * BESIDE if is_beside else both


@lru_cache(maxsize=20_000)
def core_of(text: str) -> tuple[Concepts, ...]:
    """Things that a folded heading is about: those that it names before a preposition, else all."""
    first = PREPOSITION.split(text)[0]
    is_weak = all(word.startswith(WEAK) for word in WORD.findall(first))
    return (() if is_weak else concepts_of(first)) or concepts_of(text)


NAME = "navn"
"""Thing that says little by itself: of what it is the name."""


def _has_other(mine: tuple[Concepts, ...], theirs: tuple[Concepts, ...]) -> bool:
    """Tell whether it speaks of something that the field has a word for and the other does not."""
    return any(one & SAME.keys() and not any(one & other for other in theirs) for one in mine)


def _share(mine: tuple[Concepts, ...], theirs: tuple[Concepts, ...]) -> float:
    """Share of what one heading speaks of that the other does; names of places count less."""
    weights = [1.0 if one & SAME.keys() else UNKNOWN for one in mine]
    both = (weight for one, weight in zip(mine, weights, strict=True) if any(one & other for other in theirs))
    return sum(both) / sum(weights)


PREPOSITION = re.compile(r"\s(?:af|for|fra|i|med|mellem|om|på|til|under|ved|som|der|hvor)\s")
MODIFIERS = frozenset({"samlet", "lokal", "andet"})
"""Things by which the field tells two of a kind apart: no heading is about them."""
BESIDE = 0.6
"""Closeness of a heading that speaks of nothing but what the form's mentions beside."""
OTHERS = 0.8
"""Closeness of two headings that each speak of something else too."""
OURS, UNKNOWN = 0.65, 0.5
"""Weight of what people say against what the form does, and that of a word that is none of the field's."""
ENOUGH = 0.5
"""Closeness from which two headings may be one."""
SURE = 0.9
"""Likeness of two headings that speak of the same."""
LISTED = re.compile(r"(?<!\s)\s*[,/]\s*|(?<!\s)\s+(?:og|samt|&)\s+")
"""Signs between what a heading speaks of, the main thing first."""
BEHIND = 0.08
"""Closeness that each further place among them costs."""
BRACKET = re.compile(r"\(.*?\)|[,;:].*|\bjf\b.*")


@lru_cache(maxsize=50_000)
def likeness_by_words(said: str, form: str) -> float:
    """The likeness of a heading to the form's by what they speak of, on the scale of that by letters."""
    plain = BRACKET.sub(" ", form)
    parts = [*filter(None, LISTED.split(said)), PREPOSITION.split(said)[0]]
    close = max(closeness(said, form), closeness(said, plain),
                *(closeness(one, plain) - BEHIND * (n + 1) for n, one in enumerate(parts) if one != said))
    return SURE - (1 - close) * 0.3 if close >= ENOUGH else 0.0
