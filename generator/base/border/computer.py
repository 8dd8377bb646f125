"""Language of the computer, and of those that this process asks: its libraries.

No process is started for it: a command would take longer than all the rest of a start.
"""

from __future__ import annotations

import os
import sys

SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables in which a terminal says about the language; the first that is set holds, as POSIX has it."""
NO_LANGUAGE = ("", "C", "POSIX")
MAC_SETTINGS = "~/Library/Preferences/.GlobalPreferences.plist"
_ENGLISH_OF_WINDOWS = 0x09


def is_english() -> bool:
    """Tell whether the computer speaks English. Where its terminal names no language, its desktop may.

    A program that is started by a double click has no terminal, neither on Windows nor on a Mac.
    """
    said = next((value for name in SETTINGS if (value := os.environ.get(name))), "")
    if said.split(".")[0] in NO_LANGUAGE:
        said = _of_the_desktop()
    return said.lower().startswith("en")


def ask_for(language: str) -> None:
    """Make the libraries of this process speak the language: gettext asks this variable first."""
    os.environ["LANGUAGE"] = language


def _of_the_desktop() -> str:
    if sys.platform == "win32":
        return "en" if _language_of_windows() == _ENGLISH_OF_WINDOWS else ""
    return _language_of_mac() if sys.platform == "darwin" else ""


def _language_of_windows() -> int:
    """The primary language of the user's interface, of the identifiers of Windows."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  only on Windows is it there
    return int(kernel.GetUserDefaultUILanguage()) & 0x3FF


def _language_of_mac() -> str:
    """The first of the user's languages, such as `en-DK`; empty where the settings do not tell."""
    import plistlib

    try:
        with open(os.path.expanduser(MAC_SETTINGS), "rb") as file:  # noqa: PTH111, PTH123
            return str(plistlib.load(file)["AppleLanguages"][0])
    except Exception:  # no such file, plistlib's own, expat's, another kind of value
        return ""
