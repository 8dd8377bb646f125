"""Changes as Markdown for a pull request: consequences first, then a list for each document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.base.language import say
from generator.cli.reports import changes as summary
from generator.compare.data.change import Change, Piece, Side

if TYPE_CHECKING:
    from generator.compare.data.plans import PlanChanges
    from generator.compare.revisions import Comparison

SPECIAL = re.compile(r"([\\`*_\[\]<>~|#])")


def as_markdown(comparison: Comparison, verbose: bool = False) -> Iterator[str]:
    """Yield the changes, a plan at a time; all texts of an agreement are escaped.

    `verbose` has all that is marked in the documents.
    """
    plans = map(partial(_plan, verbose=verbose), comparison.plans)
    first = next(plans, "")
    yield say("Changes {span}", span=_plain(summary.span(comparison)))
    yield from (f"\n{plan}" for plan in chain(filter(None, [first]), plans))
    if forms := summary.form_lines(comparison):
        yield "\n".join(["", f"### {say(summary.FORMS)}", "", *(f"- {_plain(line)}" for line in forms)])
    if not first:
        yield f"\n{say(summary.nothing(comparison))}"


def _plan(plan: PlanChanges, verbose: bool) -> str:
    return "\n".join(_lines(plan, verbose))


def _lines(plan: PlanChanges, verbose: bool) -> Iterator[str]:
    yield f"## {_plain(plan.title or plan.name)}"
    if effects := summary.effects(plan):
        yield ""
        yield from (f"- [ ] **{_plain(effect.what)}:** {_plain(effect.detail)}" for effect in effects)
    if plan.about:
        yield ""
        yield from map(_plain, plan.about)
    for trouble in plan.troubles:
        yield f"\n> **{say(summary.UNREADABLE)}** {_plain(trouble)}"
    for part in summary.parts(plan):
        remark = f" · {part.remark}" if part.remark else ""
        yield ""
        yield f"### {_plain(part.title)}{remark}"
        yield ""
        for change in part.changes:
            yield from _change(change, verbose)
        follows = say(summary.FOLLOWING), part.follows
        for title, changes in (follows, (summary.by_form(plan), part.form)):
            if changes:
                yield f"- {title}:"
            for heading, passages in summary.under_headings(changes):
                yield f"  - {_plain(heading)}"
                for passage in passages:
                    cause = summary.cause(passage)
                    yield f"    - {_marked(passage.words)}{f' ({_plain(cause)})' if cause else ''}"


def _change(change: Change, verbose: bool) -> Iterator[str]:
    line = _plain(change.line)
    if touched := summary.touched(change):
        line += f" ({_plain(touched)})"
    yield f"- {line}: {_marked(change.words)}" if change.words else f"- {line}"
    if reason := summary.reason(change):
        yield f"  - {_plain(reason)}"
    if verbose:
        for place in summary.unfolded(change):
            yield f"  - {_plain(place.heading)}: {_marked(place.words)}"


def _marked(words: tuple[Piece, ...]) -> str:
    """Mark words put in and taken out with tags: signs do not hold in the middle of a word."""
    tags = {Side.OLD: ("<del>", "</del>"), Side.NEW: ("<ins>", "</ins>"), Side.BOTH: ("", "")}
    return "".join(_plain(piece.text).join(tags[piece.side]) for piece in words)


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
