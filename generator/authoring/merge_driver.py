"""Three versions of a YAML file → one: git's own merge, and a conflict where its result is not sound.

Lines that do not touch each other are merged without a question, even when the file then has a key
twice. Such a file is handed back as a conflict, for a person to look at.
"""

from __future__ import annotations

from generator.base.findings import Finding, Rejected
from generator.plan.source.read import read_yaml_bytes

MINE, BASE, THEIRS = b"<<<<<<< ours\n", b"=======\n", b">>>>>>> theirs\n"


def trouble(merged: bytes, name: str) -> tuple[Finding, ...]:
    """Findings for which nobody should commit the merged file; none when it can be read."""
    try:
        return read_yaml_bytes(merged, name).findings
    except Rejected as rejected:
        return rejected.findings


def conflict(mine: bytes, theirs: bytes) -> bytes:
    """Both files whole, one after the other, between the marks of a conflict."""
    ours, other = (text if text.endswith(b"\n") or not text else text + b"\n" for text in (mine, theirs))
    return MINE + ours + BASE + other + THEIRS
