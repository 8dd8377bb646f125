"""Words of a report: for a severity, a state and each thing that is counted, said by one function each."""

from __future__ import annotations

from typing import assert_never

from generator.base.findings import Severity
from generator.base.language import say, say_count
from generator.workspace.standing import State


def severity(one: Severity) -> str:
    """The word for the weight of a finding."""
    match one:
        case Severity.ERROR:
            return say("error")
        case Severity.WARNING:
            return say("warning")
        case Severity.INFO:
            return say("info")
        case other:
            assert_never(other)


def findings(one: Severity, n: int) -> str:
    """The number of findings of that weight, as `2 errors`."""
    match one:
        case Severity.ERROR:
            return say_count("{n} error", "{n} errors", n)
        case Severity.WARNING:
            return say_count("{n} warning", "{n} warnings", n)
        case Severity.INFO:
            return say_count("{n} info", "{n} infos", n)
        case other:
            assert_never(other)


def state(one: State | None) -> str:
    """The word for how a document stands to its sources; None is one that cannot be made."""
    match one:
        case State.CURRENT:
            return say("up to date")
        case State.OUTDATED:
            return say("out of date")
        case State.MISSING:
            return say("missing")
        case State.EDITED:
            return say("changed by hand")
        case None:
            return say("in error")
        case other:
            assert_never(other)


def documents(one: State | None, n: int) -> str:
    """The number of documents that stand so."""
    match one:
        case State.CURRENT:
            return say_count("{n} up to date", "{n} up to date", n)
        case State.OUTDATED:
            return say_count("{n} out of date", "{n} out of date", n)
        case State.MISSING:
            return say_count("{n} missing", "{n} missing", n)
        case State.EDITED:
            return say_count("{n} changed by hand", "{n} changed by hand", n)
        case None:
            return say_count("{n} in error", "{n} in error", n)
        case other:
            assert_never(other)


def pages(n: int) -> str:
    """The number of pages."""
    return say_count("{n} page", "{n} pages", n)


def gaps(n: int, known: int) -> str:
    """The numbers of gaps to fill in and of those that the agreement explains; nothing of none."""
    counts = (
        say_count("{n} gap", "{n} gaps", n) if n else "",
        say_count("{n} known gap", "{n} known gaps", known) if known else "",
    )
    return ", ".join(filter(None, counts))
