"""All-day events → .ics, as RFC 5545 has it: the same bytes every time.

It is so little of the format that a library would be more to follow than to write; the tests read it with
one. A seal tells a file that somebody has changed from one that is as it was written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

PRODUCT = "-//aftale//milepaele//DA"
SEAL = b"X-AFTALE-SEAL:"
LONGEST = 75
"""The most octets of a line; what is longer goes on in the next one, after a space."""
SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Event(NamedTuple):
    """Something that happens from the first day to the last, both included. `name` is its own for ever."""

    name: str
    title: str
    first: date
    last: date
    about: str = ""
    cancelled: bool = False


def write(title: str, made: date, events: Iterable[Event]) -> bytes:
    """Make the file of a calendar. `made` is the day that its version is of."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
             f"X-WR-CALNAME:{_text(title)}"]  # fmt: skip
    for event in events:
        lines += _event(event, made)
    data = "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()
    return data + SEAL + _digest(data) + b"\r\nEND:VCALENDAR\r\n"


def is_as_written(data: bytes) -> bool:
    """Tell whether the file was made here and nobody has changed it since."""
    body, seal, end = data.rpartition(SEAL)
    return bool(seal) and end == _digest(body) + b"\r\nEND:VCALENDAR\r\n"


def _event(event: Event, made: date) -> list[str]:
    """Lines of an event; its end is the day after the last, and it keeps nobody from other meetings."""
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(event.name)}",
        f"DTSTAMP:{made:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(event.title)}",
        *([f"DESCRIPTION:{_text(event.about)}"] if event.about else []),
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(words: str) -> str:
    return words.translate(SPECIAL)


def _folded(line: str) -> Iterator[str]:
    """Yield the line in parts that are short enough, cut between letters and not within one."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
