"""The command `aftale`; the only part that prints or exits.

What is slow to import (the model, the templates, the Word writer) is imported by the command that
needs it, so that `--help` and a mistyped name answer at once.
"""

from __future__ import annotations

from generator.cli import (
    calendars,
    explaining,
    formatting,
    git,
    importing,
    letter,
    look,
    new,
    opening,
    packaging,
    pages,
    plans,
    returning,
    revisions,
    saving,
    schemas,
    signing,
    status,
)
from generator.cli.group import commands, main

__all__ = [
    "calendars", "commands", "explaining", "formatting", "git", "importing", "letter", "look", "main", "new",
    "opening", "packaging", "pages", "plans", "returning", "revisions", "saving", "schemas", "signing",
    "status",
]  # fmt: skip
