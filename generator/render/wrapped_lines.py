"""Hard spaces in markup, also where a template's line ends."""

from __future__ import annotations

import re

from generator.base.danish import MONTH
from generator.base.hard_spaces import bind

WRAPPED = re.compile(rf"\n(?<=[§.0-9]\n)[ \t\r\n]*(?=[0-9%]|t\.kr|kr|mio|mia|pct|{MONTH})")
"""The end of a line, where no Danish line ends; it becomes one space."""


def bound(markup: str) -> str:
    """The markup with hard spaces where Danish wants them, also where a template's line ends there."""
    return bind(WRAPPED.sub(" ", markup))
