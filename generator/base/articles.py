"""Articles and verbs that what was typed asks for, in sentences that are put together at run time."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"(?:en|et|ét|én|den|det|de|to|tre|fire|fem|[0-9]+)\b|[A-ZÆØÅ]")
_DEFINITE = re.compile(r"\w+(?:en|et|ene|erne)")
_GENITIVE = re.compile(r"\w+(?:ens|ets|ernes)")
_NEUTER = re.compile(r"(?:udvalg|panel|forum|råd|sekretariat|netværk|team|hold)\b")
_MEETINGS = re.compile(r"\b(?:møde|møder|bestyrelsesmøde|bestyrelsesmøder)\b", re.IGNORECASE)
_VERB = re.compile(r"(?:mødes|holder|afholder)\b", re.IGNORECASE)
_REST = re.compile(r",| (?:for|i|af|fra|på|ved|med|hos) ")


def ubestemt(role: str) -> str:
    """`en sekretariatsleder`, `et samarbejdsråd`; as it stands with an article, a number or a name."""
    first = re.split(r"[ ,]", role, maxsplit=1)[0]
    if not role or _ARTICLE.match(role) or _DEFINITE.fullmatch(first) or _GENITIVE.fullmatch(first):
        return role
    return f"{'et' if _NEUTER.search(_REST.split(role)[0]) else 'en'} {role}"


def mødes(rhythm: str) -> str:
    """`mødes fire gange om året`, or `holder fire møder om året`; a verb that was typed is not doubled."""
    words = rhythm.removesuffix(".")
    if words[1:2].islower():
        words = words[:1].lower() + words[1:]
    if _VERB.match(words):
        return words
    return f"{'holder' if _MEETINGS.search(words) else 'mødes'} {words}"
