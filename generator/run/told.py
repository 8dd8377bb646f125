"""Events of a plan as data: small while they wait to be told, and fit to be kept for the next run.

They are JSON, which runs nothing when it is read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from generator.base.findings import Accepted, Code, Completeness, Finding, Place, Severity
from generator.plan.model.udgave import Stand, Udgave
from generator.run.outcomes import Done, Event, Outcome
from generator.workspace.standing import Standing, State

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Accepted, Done, Outcome, Place, Stand, Standing, State, Udgave)
}


def packed(events: Iterable[Event]) -> bytes:
    """The events as data."""
    return zlib.compress(json.dumps([*events], default=_data).encode(), 1)


def unpacked(data: bytes) -> list[Event]:
    """The events that were packed."""
    events: list[Event] = json.loads(zlib.decompress(data), object_hook=_value)
    return events


def _data(value: Any) -> Any:
    match value:
        case Path():
            return {"Path": [str(value)]}
        case Enum():
            return {type(value).__name__: [value.value]}
        case Finding(code):
            values = [getattr(value, name) for name in value.__match_args__]
            return {"Finding": [code.severity.value, *values]}
    return {type(value).__name__: [getattr(value, name) for name in value.__match_args__]}


def _value(data: dict[str, list[Any]]) -> object:
    [(kind, values)] = data.items()
    match kind, values:
        case "Finding", [severity, code, *rest]:
            return Finding(_code(code, severity), *rest)
        case "Completeness", [file, filled, missing]:
            return Completeness(file, filled, tuple((name, place) for name, place in missing))
        case "Path", [path]:
            return Path(path)
    return _KINDS[kind](*values)


@cache
def _code(code: str, severity: str) -> Code:
    return Code(code, Severity(severity))
