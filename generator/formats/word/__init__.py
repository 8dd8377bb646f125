"""Document → .docx. Knows the document and findings, and nothing of plans, templates or commands.

Who asks for a property or a seal alone, as the page does before anything is written, loads no writer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.formats.word.comments import Comments
    from generator.formats.word.page_estimate import pages
    from generator.formats.word.reference.reference import Reference
    from generator.formats.word.writer import check, write

__all__ = ["Comments", "Reference", "check", "pages", "write"]

_FROM = {"Comments": "comments", "Reference": "reference.reference", "check": "writer",
         "pages": "page_estimate", "write": "writer"}


def __getattr__(name: str) -> Any:
    """Load a name of this room when it is first asked for."""
    if name not in _FROM:
        raise AttributeError(name)
    found = globals()[name] = getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
    return found
