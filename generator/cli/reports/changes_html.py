"""Changes as one HTML page for a board: nothing is fetched, and it prints well on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html import escape
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from generator.base.language import say, say_count, spoken
from generator.cli.reports import changes as summary
from generator.cli.reports.changes_style import STYLE
from generator.compare.data.change import Change, Kind, Piece, Side, word

if TYPE_CHECKING:
    from generator.compare.data.plans import PlanChanges
    from generator.compare.revisions import Comparison


def as_html(comparison: Comparison) -> Iterator[str]:
    """Yield the lines of the page, a plan at a time; its title has to know if there are two."""
    plans = map(partial(_titled, comparison=comparison), comparison.plans)
    first = list(islice(plans, 2))
    yield (
        f'<!DOCTYPE html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(_title([plan for plan, _ in first], comparison))}</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    )
    yield from (article for _, article in chain(first, plans))
    if not first:
        yield f"<h1>{escape(say(summary.nothing(comparison)))}</h1>{_compared(comparison)}"
    if forms := summary.form_lines(comparison):
        about = "".join(f"<p>{escape(line)}.</p>" for line in forms)
        yield f"<h2>{escape(say(summary.FORMS))}</h2>{about}"
    yield "</main>\n</body>\n</html>"


def _title(plans: Sequence[str], comparison: Comparison) -> str:
    """The title of a page on the plans, of which the first two are known."""
    span = summary.span(comparison, hashes=False)
    if len(plans) > 1:
        return say("Changes in {plan} and other plans, {span}", plan=plans[0], span=span)
    if not plans:
        return say("Changes, {span}", span=span)
    return say("Changes in {plan}, {span}", plan=plans[0], span=span)


def _titled(plan: PlanChanges, comparison: Comparison) -> tuple[str, str]:
    """The name of the plan as people know it, and its article."""
    return plan.title or plan.name, "".join(_plan(plan, comparison))


def _compared(comparison: Comparison) -> str:
    return f'<p class="quiet">{escape(summary.span(comparison, hashes=False))}</p>\n'


def _plan(plan: PlanChanges, comparison: Comparison) -> Iterator[str]:
    title = say("Changes in {plan}", plan=plan.title or plan.name)
    yield f"<article>\n<h1>{escape(title)}</h1>\n{_compared(comparison)}"
    yield from (f"<p>{escape(line)}</p>\n" for line in plan.about)
    if effects := summary.effects(plan):
        rows = "".join(f"<dt>{escape(e.what)}</dt><dd>{escape(e.detail)}</dd>\n" for e in effects)
        yield f'<section class="effects"><h2>{escape(say(summary.FOLLOWS))}</h2><dl>{rows}</dl></section>\n'
    for trouble in plan.troubles:
        yield f"<p><strong>{escape(say(summary.UNREADABLE))}</strong> {escape(trouble)}</p>\n"
    for part in summary.parts(plan):
        yield f"<section>\n<h2>{escape(part.title)}</h2>\n"
        if about := " · ".join(filter(None, (part.remark, part.versions))):
            yield f'<p class="quiet">{escape(about)}</p>\n'
        for is_short, some in groupby(part.changes, key=_is_short):
            told = _table if is_short else _lists
            yield told(part.title, some)
        yield from _passages(say(summary.FOLLOWING), part.follows)
        yield from _passages(summary.by_form(plan), part.form)
        yield "</section>\n"
    yield "</article>\n"


def _table(title: str, changes: Iterable[Change]) -> str:
    """Write what is short as a table of before and now, each section under its name."""
    before, now = escape(say("Before")), escape(say("Now"))
    sections = (
        f'<tbody><tr><th colspan="3" scope="rowgroup" class="section">{escape(section)}</th></tr>\n'
        f"{''.join(map(_row, some))}</tbody>\n"
        for section, some in groupby(changes, key=lambda change: change.section)
    )
    return (f'<table><caption class="heard">{escape(title)}</caption>\n<thead><tr><td></td>'
            f'<th scope="col">{before}</th><th scope="col">{now}</th></tr></thead>\n'
            f"{''.join(sections)}</table>\n")  # fmt: skip


def _lists(_title: str, changes: Iterable[Change]) -> str:
    return "".join(f"<h3>{escape(section)}</h3>\n<ul>{''.join(map(_change, some))}</ul>\n"
                   for section, some in groupby(changes, key=lambda change: change.section))  # fmt: skip


def _is_short(change: Change) -> bool:
    return not change.words and change.kind is not Kind.MOVED


def _row(change: Change) -> str:
    what = _where(change) or escape(word(change.kind))
    gone, come = _heard(say("removed")), _heard(say("added"))
    old = f"<td><del>{gone}{escape(change.old)}</del></td>" if change.old else "<td>–</td>"
    new = f"<td><ins>{come}{escape(change.new)}</ins></td>" if change.new else "<td>–</td>"
    row = f'<tr><th scope="row">{what}{_notes(change)}</th>{old}{new}</tr>\n'
    more = _unfolded(change)
    return f'{row}<tr class="more"><td colspan="3">{more}</td></tr>\n' if more else row


def _change(change: Change) -> str:
    kind = f'<span class="kind">{escape(word(change.kind))}</span>'
    where = _where(change)
    where = f'<span class="where">{where}</span> ' if where else ""
    what = _marked(change.words) if change.words else escape(change.new)
    return f'<li class="{change.kind.value}">{kind}{where}{what}{_notes(change)}{_unfolded(change)}</li>\n'


def _where(change: Change) -> str:
    """The place of a change below its section, which stands above it."""
    where = ", ".join(change.crumbs[1:])
    return escape(where[:1].upper() + where[1:])


def _notes(change: Change) -> str:
    """Write what follows from a change by itself, and who made it."""
    return "".join(f' <span class="note">{escape(text)}</span>'
                   for text in (change.note and f"({change.note})", summary.reason(change)) if text)


def _unfolded(change: Change) -> str:
    """Write the passages that a change is printed in, folded until somebody asks."""
    places = summary.unfolded(change)
    if not places:
        return ""
    inside = "".join(f"<li><em>{escape(place.heading)}</em> {_marked(place.words)}</li>" for place in places)
    title = say_count("{n} place in the text", "{n} places in the text", len(places))
    return f"<details><summary>{escape(title)}</summary><ul>{inside}</ul></details>"


def _passages(title: str, changes: Iterable[Change]) -> Iterator[str]:
    """Passages that have changed without being typed, under their headings."""
    told = [f"<h4>{escape(heading)}</h4>\n<ul>{''.join(map(_passage, passages))}</ul>\n"
            for heading, passages in summary.under_headings(changes)]
    if told:
        yield f'<div class="form"><h3>{escape(title)}</h3>\n{"".join(told)}</div>\n'


def _passage(change: Change) -> str:
    kind = f'<span class="kind">{escape(word(change.kind))}</span>'
    cause = summary.cause(change)
    note = f' <span class="note">({escape(cause)})</span>' if cause else ""
    return f'<li class="{change.kind.value}">{kind}{_marked(change.words)}{note}</li>\n'


def _marked(words: Iterable[Piece]) -> str:
    return "".join(map(_piece, words))


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    match piece.side:
        case Side.OLD:
            return "<del>" + _heard(say("removed")) + f"{text}</del>"
        case Side.NEW:
            return "<ins>" + _heard(say("added")) + f"{text}</ins>"
        case Side.BOTH:
            return text


def _heard(text: str) -> str:
    """A word for those who hear the page: colours and lines are not read aloud."""
    return f'<span class="heard">{escape(text)}: </span>'
