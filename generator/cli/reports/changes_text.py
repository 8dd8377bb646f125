"""Changes as text for a terminal: a line a change, words put in and taken out in colour and in signs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import click

from generator.base.language import say
from generator.cli.reports import changes as summary
from generator.compare.data.change import Change, Kind, Piece, Side

if TYPE_CHECKING:
    from generator.compare.data.plans import PlanChanges
    from generator.compare.revisions import Comparison

COLOURS = {
    Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: None, Kind.RENAMED: "cyan", Kind.MOVED: "cyan",
}  # fmt: skip
AROUND = 6
"""Number of words of unchanged text that are shown on each side of a change."""


def as_text(comparison: Comparison, verbose: bool = False) -> Iterator[str]:
    """Yield the changes, plan by plan and document by document; `verbose` has all that is marked in them."""
    plans = map(partial(_plan, verbose=verbose), comparison.plans)
    first = next(plans, "")
    yield click.style(summary.span(comparison), dim=True)
    yield from (f"\n{plan}" for plan in chain(filter(None, [first]), plans))
    if forms := summary.form_lines(comparison):
        yield "\n" + "\n".join(forms)
    if not first:
        yield f"\n{say(summary.nothing(comparison))}"


def _plan(plan: PlanChanges, verbose: bool) -> str:
    return "\n".join(_lines(plan, verbose))


def _lines(plan: PlanChanges, verbose: bool) -> Iterator[str]:
    yield click.style(f"{plan.name}: {plan.title}" if plan.title else plan.name, bold=True)
    for line in plan.about:
        yield f"  {line}"
    for trouble in plan.troubles:
        yield f"  {click.style(say(summary.UNREADABLE), fg='red')} {trouble}"
    for part in summary.parts(plan):
        remark = f" · {part.remark}" if part.remark else ""
        yield ""
        yield f"  {click.style(part.title, bold=True)} ({part.file}){remark}"
        for change in part.changes:
            yield from _change(change, "    ", verbose)
        yield from _passages(say(summary.FOLLOWING), part.follows)
        yield from _passages(summary.by_form(plan), part.form)
    effects = summary.effects(plan)
    if effects:
        yield ""
        yield f"  {click.style(say(summary.FOLLOWS), bold=True)}"
        for effect in effects:
            yield f"    {click.style(effect.what, fg='yellow')}: {effect.detail}"


def _passages(title: str, changes: tuple[Change, ...]) -> Iterator[str]:
    """Passages that have changed without being typed, under their headings."""
    if changes:
        yield f"    {title}:"
    for heading, passages in summary.under_headings(changes):
        yield f"      {heading}"
        for passage in passages:
            cause = summary.cause(passage)
            aside = click.style(f" ({cause})", dim=True) if cause else ""
            yield f"        {marked(passage.words)}{aside}"


def _change(change: Change, indent: str, verbose: bool) -> Iterator[str]:
    line = click.style(change.line, fg=COLOURS[change.kind])
    if touched := summary.touched(change):
        line += click.style(f" ({touched})", dim=True)
    yield f"{indent}{line}:" if change.words else indent + line
    if change.words:
        yield f"{indent}  {marked(change.words)}"
    if reason := summary.reason(change):
        yield f"{indent}    {click.style(reason, dim=True)}"
    if verbose:
        for place in summary.unfolded(change):
            yield f"{indent}    {click.style(place.heading, dim=True)}: {marked(place.words)}"


def marked(words: tuple[Piece, ...]) -> str:
    """`[-taken out-]{+put in+}` with colours, and little of what stands around."""
    shown = []
    for number, piece in enumerate(words):
        if piece.side is Side.OLD:
            shown.append(click.style(f"[-{piece.text}-]", fg="red"))
        elif piece.side is Side.NEW:
            shown.append(click.style(f"{{+{piece.text}+}}", fg="green"))
        else:
            shown.append(shortened(piece.text, first=number == 0, last=number == len(words) - 1))
    return "".join(shown)


def shortened(text: str, *, first: bool, last: bool) -> str:
    """Leave out the middle of unchanged text; its beginning too where nothing stands before it."""
    if first and last:  # there is no other piece that would tell more
        return text
    words = text.split(" ")
    head, tail = ([] if first else words[:AROUND]), ([] if last else words[-AROUND:])
    if len(words) <= len(head) + len(tail) + 1:
        return text
    return " ".join([*head, "…", *tail])
