"""Events of a plan as data: small while they wait to be told. They are JSON, which runs nothing when read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec import json

from generator.base.findings import Code, Severity
from generator.run.outcomes import Event


def packed(events: Iterable[Event]) -> bytes:
    """The events as data."""
    return zlib.compress(json.encode([*events], enc_hook=_plain), 1)


def unpacked(data: bytes) -> list[Event]:
    """The events that were packed."""
    return _decoder().decode(zlib.decompress(data))


@cache
def _decoder() -> json.Decoder[list[Event]]:
    return json.Decoder(list[Event], dec_hook=_value)


def _plain(value: object) -> str:
    return f"{value} {value.severity.value}" if isinstance(value, Code) else str(value)


def _value(kind: type, text: str) -> object:
    return _code(text) if kind is Code else Path(text)


@cache
def _code(text: str) -> Code:
    code, _, severity = text.partition(" ")
    return Code(code, Severity(severity))
