"""Status line of a redline: a proposal of a version, with the changes since another; never that version."""

from __future__ import annotations

from generator.base.values import replace
from generator.compare.data.plans import Version
from generator.document.model import Document
from generator.workspace import stamp


def proposed(marked: Document, old: Version, new: Version) -> Document:
    """The document with marks, whose header and footer say that it is a proposal, and of what."""
    properties = tuple([(name, status(old, new) if name == stamp.STATUS else value)
                        for name, value in marked.properties])
    return replace(marked, properties=properties)


def status(old: Version, new: Version) -> str:
    """`Forslag til version 2, ændringer siden version 1`; without the version that is not known."""
    since = old.aftale.version if old.final else ""
    to = new.plan.udgave_af(new.aftale)
    issued = new.aftale.nyeste_version
    if since and to == since:  # a final text that became another asks for the next version
        to = str(int(since) + 1) if since.isdecimal() else ""
    elif issued and issued.har_aftryk and new.final:
        return f"Version {to}, ændringer siden version {since}" if since else f"Version {to} med ændringer"
    proposal = f"Forslag til version {to}" if to else "Forslag"
    return f"{proposal}, ændringer siden version {since}" if since else f"{proposal} med ændringer"
