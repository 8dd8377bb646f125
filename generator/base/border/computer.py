"""Language of the computer, and of those that this process asks: its libraries."""

from __future__ import annotations

import os
import sys

SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables in which a terminal says about the language; the first that is set holds, as POSIX has it."""
_ENGLISH_OF_WINDOWS = 0x09


def variable(name: str) -> str | None:
    """The value of the variable; None where it is not set."""
    return os.environ.get(name)


def is_english() -> bool:
    """Tell whether the computer speaks English. `C` is no language, and nothing said is none either."""
    said = next((value for name in SETTINGS if (value := os.environ.get(name))), "")
    if said:
        return said.lower().startswith("en")
    return sys.platform == "win32" and _language_of_windows() == _ENGLISH_OF_WINDOWS


def ask_for(language: str) -> None:
    """Make the libraries of this process speak the language: gettext asks this variable first."""
    os.environ["LANGUAGE"] = language


def _language_of_windows() -> int:
    """The primary language of the user's interface, of the identifiers of Windows."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  only on Windows is it there
    return int(kernel.GetUserDefaultUILanguage()) & 0x3FF
