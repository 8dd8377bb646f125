"""The settings that the process was started with."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

_OPEN_LINKS = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "ALACRITTY_WINDOW_ID", "FORCE_HYPERLINK")
"""Variables of terminals that open links, and of who knows that theirs does."""
_PROGRAMS_THAT_OPEN_LINKS = ("vscode", "iTerm.app", "WezTerm", "ghostty")
_FIRST_VTE_WITH_LINKS = 5000

def variable(name: str) -> str | None:
    """The value of the variable; None where it is not set."""
    return os.environ.get(name)


def without(*beginnings: str) -> dict[str, str]:
    """All variables but those whose names begin so."""
    return {name: value for name, value in os.environ.items() if not name.startswith(beginnings)}


def only(*beginnings: str) -> dict[str, str]:
    """The variables whose names begin so."""
    return {name: value for name, value in os.environ.items() if name.startswith(beginnings)}


def cores() -> int:
    """Number of processors that the process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def columns() -> int:
    """Width of the terminal in characters."""
    import shutil

    return shutil.get_terminal_size().columns


def opens_links() -> bool:
    """Tell whether the terminal opens a link in its text; another may print the address instead."""
    return (
        any(variable(name) for name in _OPEN_LINKS)
        or variable("TERM_PROGRAM") in _PROGRAMS_THAT_OPEN_LINKS
        or _number(variable("VTE_VERSION")) >= _FIRST_VTE_WITH_LINKS
    )


def user() -> str:
    """The name by which the computer knows who uses it; `aftale` where it knows none."""
    import getpass

    try:
        return getpass.getuser() or "aftale"
    except (OSError, KeyError, ImportError):  # as it says where there is no such user
        return "aftale"


def today() -> date:
    """The day that the computer has; that of SOURCE_DATE_EPOCH where it is set."""
    now = variable("SOURCE_DATE_EPOCH") or ""
    return datetime.fromtimestamp(_number(now), UTC).date() if _number(now) else date.today()


def home() -> Path:
    """The user's own folder; `~`, which is none, where there is no such."""
    return Path(os.path.expanduser("~"))  # noqa: PTH111  Path's raises where there is no home


def absolute_folder(name: str) -> Path | None:
    """The folder that the variable names; None where it is not set, or depends on where one stands."""
    value = variable(name)
    return Path(value) if value and Path(value).is_absolute() else None


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdecimal() else 0
