"""Events of a plan as data: small while they wait to be told, and fit to be kept for the next run.

They are JSON, which runs nothing when it is read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from generator.base.findings import Accepted, Code, Completeness, Finding, Severity
from generator.run.outcomes import Done, Event, Outcome


class Told(msgspec.Struct, frozen=True, array_like=True):
    """Events of a plan, kind by kind."""

    findings: list[Finding]
    accepted: list[Accepted]
    completeness: list[Completeness]
    outcomes: list[Outcome]
    done: list[Done]

    @classmethod
    def of(cls, events: Iterable[Event]) -> Told:
        """Gather events."""
        held: dict[type, list[Any]] = {kind: [] for kind in (Finding, Accepted, Completeness, Outcome, Done)}
        for event in events:
            held[type(event)].append(event)
        return cls(*held.values())

    @classmethod
    def unpacked(cls, data: bytes) -> Told:
        """The events that were packed."""
        return _decoder().decode(zlib.decompress(data))

    def packed(self) -> bytes:
        """The events as data."""
        return zlib.compress(msgspec.json.encode(self, enc_hook=_plain), 1)

    def __iter__(self) -> Iterator[Event]:
        for events in (self.findings, self.accepted, self.completeness, self.outcomes, self.done):
            yield from events


@cache
def _decoder() -> msgspec.json.Decoder[Told]:
    return msgspec.json.Decoder(Told, dec_hook=_value)


def _plain(value: object) -> str:
    return f"{value} {value.severity.value}" if isinstance(value, Code) else str(value)


def _value(kind: type, text: str) -> object:
    return _code(text) if kind is Code else Path(text)


@cache
def _code(text: str) -> Code:
    code, _, severity = text.partition(" ")
    return Code(code, Severity(severity))
