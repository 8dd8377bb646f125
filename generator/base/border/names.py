"""Names of files and folders: which of them are text, and how the others are shown."""

from __future__ import annotations

import os
import unicodedata

_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def is_text(name: str) -> bool:
    """Tell whether a name can be printed and written as it is: all of it UTF-8, and no control signs."""
    return name.isprintable() or all(unicodedata.category(sign) not in _INVISIBLE for sign in name)


def in_bytes(name: str) -> bytes:
    """The name as the system has it."""
    return os.fsencode(name)


def of_bytes(name: bytes) -> str:
    """The name that the system has so."""
    return os.fsdecode(name)


def shown(name: str) -> str:
    r"""The name with each sign that cannot be seen as its code: `delaftale-\x07.yaml`."""
    if name.isprintable():
        return name
    return "".join(sign if is_text(sign) else _code(sign) for sign in name)


def _code(sign: str) -> str:
    if "\udc80" <= sign <= "\udcff":  # a byte that is not UTF-8, as Python keeps it
        return f"\\x{ord(sign) - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode("ascii")
