"""Keys to which a passage that is left over may belong, by the heading that it stands under."""

from __future__ import annotations

from typing import NamedTuple

from generator.authoring.imported.account import Left, Why
from generator.authoring.imported.alike import folded
from generator.authoring.imported.concepts import closeness
from generator.authoring.imported.headings import Headings
from generator.plan.kinds import DOCUMENTS, HELHEDSPLAN, DocumentKind
from generator.plan.model.form import Form
from generator.plan.model.round_keys import RoundKeys

ENOUGH = 0.4
"""Closeness to a heading of the document's own form from which its key is named."""
SURE = 0.74
"""Closeness to the name of a key of any file from which that is named."""


class Likely(NamedTuple):
    """A key and the file that it is a key of."""

    key: str
    file: str


def with_likely(left: Left, headings: Headings, kind: DocumentKind, form: Form) -> Left:
    """The passage with the key to which it may belong; as it is where nothing is likely."""
    if left.why is not Why.NO_PLACE:
        return left
    for said in (left.heading, left.text):
        if len(said.split()) < LONGEST and (found := _likely(folded(said), headings, kind, form)):
            return left._replace(likely=found.key, file=found.file)
    return left


LONGEST = 15
"""Words of what may be a heading."""


def _likely(said: str, headings: Headings, kind: DocumentKind, form: Form) -> Likely | None:
    own = [(closeness(said, anchor), key) for anchor, key in headings.keys.items()]
    close, key = max(own, default=(0.0, ""))
    if close >= ENOUGH:
        return Likely(key, kind.pattern)
    for other in (HELHEDSPLAN, *DOCUMENTS):
        for name in RoundKeys.of(form, other).fields(other.model):
            if name not in NEVER and closeness(said, name.replace("_", " ")) >= SURE:
                return Likely(name, other.pattern)
    return None


NEVER = ("navn", "status", "note", "accepter", "versioner", "titel", "år")
"""Keys whose names are everyday words."""
