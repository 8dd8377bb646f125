"""The indefinite article of a role or a body, for sentences that are put together at run time."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"(?:en|et|ét|én|den|det|de|to|tre|fire|fem|[0-9]+)\b|[A-ZÆØÅ]")
_DEFINITE = re.compile(r"\w+(?:en|et|ene|erne)")
_GENITIVE = re.compile(r"\w+(?:ens|ets|ernes)")
_NEUTER = re.compile(r"(?:udvalg|panel|forum|råd|sekretariat|netværk|team|hold)\b")
_REST = re.compile(r",| (?:for|i|af|fra|på|ved|med|hos) ")


def ubestemt(role: str) -> str:
    """`en sekretariatsleder`, `et samarbejdsråd`; as it stands with an article, a number or a name."""
    first = re.split(r"[ ,]", role, maxsplit=1)[0]
    if not role or _ARTICLE.match(role) or _DEFINITE.fullmatch(first) or _GENITIVE.fullmatch(first):
        return role
    return f"{'et' if _NEUTER.search(_REST.split(role)[0]) else 'en'} {role}"
