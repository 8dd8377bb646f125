"""Zips read and written: all that is in one, or one exception, whatever is wrong with it.

Python's own raises a dozen kinds, and unpacks 2 MB to 2 GB if it is asked to. What is written is the same
to the byte every time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import TypeAlias

from generator.base import danish
from generator.base.language import say

LARGEST = 64_000_000
"""Bytes of all that a zip holds, unpacked: a document of thousands of rows takes a tenth."""
MOST_PARTS = 2_000
_LEVEL = 4  # level 6 takes a quarter more time for 7 % less
_READABLE = 0o644 << 16
Moment: TypeAlias = tuple[int, int, int, int, int, int]


class NoZip(Exception):
    """Bytes that are no zip, or not a whole one, or one that nobody would want unpacked."""


def parts(data: bytes, largest: int = LARGEST) -> dict[str, bytes]:
    """The files in the zip by name, in its order. Raises NoZip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, largest)
    except NoZip:
        raise
    except Exception as error:  # zlib's, struct's, EOFError, KeyError, RuntimeError for a password …
        raise _no_zip() from error


def moment(data: bytes) -> Moment:
    """The time that the first file in the zip has. Raises NoZip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()[0].date_time
    except Exception as error:
        raise _no_zip() from error


def packed(files: Iterable[tuple[str, bytes]], moment: Moment) -> bytes:
    """A zip of the files in their order, all of that moment."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, moment)
            info.create_system = 0  # else it tells the operating system
            info.external_attr = _READABLE
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


def _no_zip() -> NoZip:
    return NoZip(say("it is no zip, or not a whole one"))


def _unpacked(archive: zipfile.ZipFile, largest: int) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise NoZip(say("it holds over {number} files", number=danish.antal(MOST_PARTS)))
    found: dict[str, bytes] = {}
    room = largest
    for entry in entries:
        if entry.filename in found:
            raise NoZip(say("it holds {name} twice", name=entry.filename))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NoZip(say("it is packed in a way that Word does not know"))
        with archive.open(entry) as file:
            found[entry.filename] = file.read(room + 1)
            room -= len(found[entry.filename])
            if room < 0:
                raise NoZip(say("it unpacks to over {size} MB", size=largest // 1_000_000))
            file.read(1)  # what is wrong at its end is only seen there
    return found
