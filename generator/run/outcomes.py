"""Outcome of a document, in figures and in words."""

from __future__ import annotations

import errno
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from generator.base.border import files
from generator.base.findings import Accepted, Completeness, Finding, Place
from generator.base.language import say, say_count
from generator.base.values import EqualBut, replace
from generator.plan.model.udgave import Udgave
from generator.workspace.folders import NOT_WRITTEN, STRAY_FILE, AftaleFile, PlanFolder
from generator.workspace.standing import Standing
from generator.workspace.unreadable import UNREADABLE

if TYPE_CHECKING:
    from generator.document.gaps import Gap
    from generator.document.model import Document

PDF, SHEET, PAGE = ".pdf", ".xlsx", ".html"
"""Suffixes of what may be written beside a document: as a PDF, its figures as a workbook, as a web page."""
COMMENTS = "comments"
"""Asked for with them: what is found, beside the text of a draft."""
NO_SOURCES = frozenset({STRAY_FILE, UNREADABLE})
"""Errors about files that no document is made of."""


class Outcome(EqualBut, frozen=True, tag=True):
    """Outcome of one document.

    `path` is where it is, or would be; `reason` says why it could not be made and is empty when it
    could. `gaps` are those still to fill in, `known` those that the agreement explains. `standing` is
    how the file in output/ stood to its sources, None where nobody looked; `beside` the same of the files
    beside it, by their suffixes. `udgave` is how it stands to its newest version.
    """

    aside = ("standing", "beside", "udgave")
    plan: str
    document: str
    path: Path
    reason: str = ""
    draft: bool = True
    words: int = 0
    pages: float = 0.0
    gaps: int = 0
    known: int = 0
    standing: Standing | None = None
    beside: tuple[tuple[str, Standing], ...] = ()
    udgave: Udgave | None = None


class Done(Struct, frozen=True, tag=True):
    """End of what a run has to say of a plan.

    `history` is the state of git from which it follows; empty where git was not asked.
    """

    plan: str
    history: str = ""


Event: TypeAlias = Outcome | Finding | Accepted | Completeness | Done
"""Event of a run."""


def described(
    outcome: Outcome, document: Document | None, seen: Sequence[Gap], pages: float, wrong: list[Finding],
    once: Collection[str],
) -> Outcome:
    """Add to the outcome the figures of the document, or the reason why there is none.

    `seen` are its gaps. `once` are the texts of gaps that are one wherever the document shows them, such as
    that of its start.
    """
    if wrong or document is None:
        return replace(outcome, reason=_counted(wrong) if wrong else "")
    from generator.document.reading import words_in  # what only a document that was made is asked for

    known = sum(gap.known for gap in seen)
    open_gaps = Counter(gap.text for gap in seen if not gap.known)
    number = sum(1 if text in once else count for text, count in open_gaps.items())
    return replace(
        outcome, draft=document.draft, words=words_in(document), pages=pages, gaps=number, known=known
    )


def blocked_by(folder: PlanFolder, file: AftaleFile, found: list[Finding]) -> str:
    """Reason why a document cannot be made: errors of its own, or of what the plan's documents share."""
    sources = {folder.name_of(other.name) for other in folder.aftaler()}
    errors = [finding for finding in found if finding.is_error and finding.code not in NO_SOURCES]
    own = [finding for finding in errors if finding.place.file == folder.name_of(file.name)]
    shared = [finding for finding in errors if finding.place.file not in sources]
    if own:
        return _counted(own)
    return say("errors in {file}", file=shared[0].place.file.rsplit("/", 1)[-1]) if shared else ""


def not_written(error: OSError, name: str) -> Finding:
    """Finding for a document that could not be saved."""
    return Finding(NOT_WRITTEN, *_why_not(error), Place(name))


def _why_not(error: OSError) -> tuple[str, str]:
    """Reason and advice; only Windows locks what Word has open."""
    if isinstance(error, files.Unfit):
        return (say("the document is not written: {reason}", reason=error.strerror or str(error)),
                say("{advice}; what was there is untouched", advice=error.hint))  # fmt: skip
    if error.errno == errno.ENOSPC:
        return (say("the document is not written: the disk is full"),
                say("make room, and build again; what was there is untouched"))  # fmt: skip
    if isinstance(error, PermissionError) and sys.platform == "win32":
        return (say("the document is not written: it is open elsewhere, or may not be changed"),
                say("close it in Word, and build again; what was there is untouched"))  # fmt: skip
    if isinstance(error, PermissionError):
        return (say("the document is not written: you may not write there"),
                say("see who may write to the folder, or choose another with --out; "
                    "what was there is untouched"))  # fmt: skip
    return (say("the document is not written: {reason}", reason=error.strerror or str(error)),
            say("choose another folder with --out; what was there is untouched"))  # fmt: skip


def _counted(errors: list[Finding]) -> str:
    return say_count("{n} error", "{n} errors", len(errors))
