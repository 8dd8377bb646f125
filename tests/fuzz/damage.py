"""Ways in which a zip of XML is damaged: as bytes, as parts, and as XML that is well formed and wrong."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

Parts = dict[str, bytes]
_NUMBER = re.compile(rb'="(-?\d+)"')
_TAG = re.compile(rb"<[a-zA-Z]+:[a-zA-Z]+[^<>]*/>")
_NUMBERS = (b"0", b"-1", b"x", b"", b"99999999999999999999", b"1.5", b"\xc3\xa6")
_BOMB = 150_000_000


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The .docx with some damage."""
    ways: tuple[Callable[[bytes, random.Random], bytes], ...] = (
        _bytes, _zeros, _cut, _doubled, _noise, _part, _part, _part, _part)  # fmt: skip
    return chance.choice(ways)(data, chance)


def unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _bytes(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 2, 10, 200))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _zeros(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    length = min(chance.choice((1, 64, 512, 4096)), len(data) - start)
    return data[:start] + bytes(length) + data[start + length :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    first, last = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    return chance.choice((data[:last], data[first:], data[:first] + data[last:]))


def _doubled(data: bytes, chance: random.Random) -> bytes:
    return data + chance.choice((data, b"\0" * 100, data[: chance.randrange(len(data))]))


def _noise(_data: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"", b"PK\3\4", b"PK\5\6" + bytes(18), chance.randbytes(3000)))


def _part(data: bytes, chance: random.Random) -> bytes:
    """One of its parts is gone, or holds something else."""
    parts = unpacked(data)
    name = chance.choice(sorted(parts))
    content = parts[name]
    if chance.random() < 0.1:
        del parts[name]
    elif chance.random() < 0.1:
        parts[chance.choice(_NAMES)] = content
    elif chance.random() < 0.1:
        return packed(parts, chance.choice((zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_STORED)))
    else:
        other = parts[chance.choice(sorted(parts))]
        parts[name] = chance.choice(_CONTENTS)(content, other, chance)
    return packed(parts)


def _one(pattern: re.Pattern[bytes], content: bytes, new: bytes, chance: random.Random) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content
    one = chance.choice(found)
    return content[: one.start()] + new + content[one.end() :]


_NAMES = ("../../x", "/etc/x", "word/" + "x" * 3000, "\u2028.xml", "C:\\x")
_CONTENTS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    lambda _content, _other, _: b"",
    lambda content, _other, chance: _bytes(content or b"x", chance),
    lambda content, _other, chance: content[: chance.randrange(len(content) + 1)],
    lambda _content, _other, _: b"<a/>",
    lambda _content, other, _: other,
    lambda content, _other, chance: _one(_NUMBER, content, b'="%s"' % chance.choice(_NUMBERS), chance),
    lambda content, _other, chance: _one(_TAG, content, b"", chance),
    lambda _content, _other, _: b"<a>" * 3000 + b"</a>" * 3000,
    lambda content, _other, _: b'<!DOCTYPE a [<!ENTITY b "bb">]>' + content.partition(b"?>")[2],
    lambda content, _other, chance: bytes(_BOMB) if chance.random() < 0.1 else content[::-1],
)
