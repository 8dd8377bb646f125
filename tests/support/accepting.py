"""A plan that accepts one of its findings."""

from __future__ import annotations

from pathlib import Path

SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"
REASON = "Boligselskabet Viborg taler for dem."


def accept(workspace: Path) -> int:
    """Let the plan accept O2, with a reason; the line of the entry."""
    path = workspace / SHARED
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}accepter:\n  - {{regel: O2, begrundelse: {REASON}}}\n", encoding="utf-8")
    return text.count("\n") + 2
