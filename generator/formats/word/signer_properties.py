"""Properties that tell of each signer what the page does not.

On the page stand label, name and title, and of who signs by hand no more. So each signer has a property with
the anchor, CVR and organisation: `Underskriver 1` is `underskrift_kommunen_1a2b3c4d; 12345678; Kommunen NN`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from generator.document.model import Signature

PROPERTY = "Underskriver"
_APART = "; "


class Facts(NamedTuple):
    """The facts that a property tells of a signer."""

    anchor: str
    cvr: str
    organisation: str


def as_properties(signatures: Iterable[Signature]) -> tuple[tuple[str, str], ...]:
    """The custom properties that tell what the page does not, in plain spaces."""
    told = (Facts(block.anchor, block.cvr, block.organisation) for block in signatures)
    return tuple([(f"{PROPERTY} {number}", _APART.join(map(plain, facts)))
                  for number, facts in enumerate(told, start=1)])


def facts_of(properties: Mapping[str, str]) -> Iterator[Facts]:
    """The facts of each signer in their order, until a number is not there."""
    for number in count(1):
        told = properties.get(f"{PROPERTY} {number}", "").split(_APART, len(Facts._fields) - 1)
        if len(told) != len(Facts._fields):
            return
        yield Facts(*told)


def plain(text: str) -> str:
    """The text with one plain space where it has any."""
    return " ".join(text.split())
