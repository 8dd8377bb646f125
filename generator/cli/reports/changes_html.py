"""Changes as one HTML page for a board: nothing is fetched, and it prints well on paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from generator.base.language import listed, say, spoken
from generator.cli.reports import changes as summary
from generator.compare.data.change import Change, Kind, Piece, Side, word

if TYPE_CHECKING:
    from generator.compare.data.plans import PlanChanges
    from generator.compare.revisions import Comparison

STYLE = """
:root { --ink: #1d2b33; --quiet: #5a6b75; --line: #d5dde1; --accent: #12506b;
  --new: #0b6b3a; --old: #a32020 }
* { box-sizing: border-box }
body { font: 16px/1.5 Carlito, Calibri, "Segoe UI", system-ui, sans-serif; color: var(--ink); margin: 0 auto;
  max-width: 52rem; padding: 2.5rem 1.5rem 4rem }
h1 { font-size: 1.7rem; line-height: 1.2; color: var(--accent); margin: 0 0 .25rem }
ul + h1, div + h1, section + h1 { margin-top: 4rem; break-before: page }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .25rem; padding-top: 1rem; border-top: 1px solid var(--line) }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--accent) }
.quiet { color: var(--quiet); margin: 0 }
.effects { background: #eef5f8; border-left: 4px solid var(--accent); padding: .9rem 1.2rem;
  margin: 1.5rem 0 0 }
.effects h2 { border: 0; margin: 0 0 .4rem; padding: 0; font-size: 1.05rem }
.effects dl { display: grid; grid-template-columns: minmax(12rem, auto) 1fr; gap: .3rem 1.2rem; margin: 0 }
dt { font-weight: 600 } dd { margin: 0 }
ul { list-style: none; margin: 0; padding: 0 }
li { padding: .3rem 0 .3rem 6.2rem; position: relative }
.kind { position: absolute; left: 0; top: .35rem; font-size: .8rem; color: var(--quiet); width: 5.4rem }
.added .kind { color: var(--new) } .removed .kind { color: var(--old) }
ins { color: var(--new); background: #e3f4ea; text-decoration: underline; text-underline-offset: 2px }
del { color: var(--old); background: #fae7e7 }
.where { font-weight: 600 } .note { color: var(--quiet) }
.form { border-left: 2px solid var(--line); padding-left: 1rem; margin-top: .6rem }
@media (max-width: 34rem) { li { padding-left: 0 } .kind { position: static; display: block }
  .effects dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }
@media print { body { max-width: none; padding: 0; font-size: 11pt } li, .effects { break-inside: avoid }
  h2, h3 { break-after: avoid } }
"""


def as_html(comparison: Comparison) -> str:
    """Write the whole page, in UTF-8."""
    titles = list(dict.fromkeys(plan.title or plan.name for plan in comparison.plans))
    body = "".join(part for plan in comparison.plans for part in _plan(plan))
    forms = summary.form_lines(comparison)
    about = "".join(f"<p>{escape(line)}.</p>" for line in forms)
    tail = f"<h2>{escape(say(summary.FORMS))}</h2>{about}" if forms else ""
    nothing = "" if comparison.plans else f"<p>{escape(say(summary.NOTHING))}</p>"
    compared = say("Compared: {span}", span=summary.span(comparison))
    return (
        f'<!DOCTYPE html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_title(titles))}</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>{body}{nothing}{tail}"
        f'<p class="quiet" style="margin-top:2.5rem">{escape(compared)}</p>'
        "</main>\n</body>\n</html>"
    )


def _title(plans: list[str]) -> str:
    return say("Changes: {plans}", plans=listed(plans)) if plans else say("No changes")


def _plan(plan: PlanChanges) -> Iterator[str]:
    about = say("Changes of the plan's agreements · {plan}", plan=plan.name)
    yield f'<h1>{escape(plan.title or plan.name)}</h1>\n<p class="quiet">{escape(about)}</p>\n'
    if effects := summary.effects(plan):
        rows = "".join(f"<dt>{escape(e.what)}</dt><dd>{escape(e.detail)}</dd>\n" for e in effects)
        yield f'<section class="effects"><h2>{escape(say(summary.FOLLOWS))}</h2><dl>{rows}</dl></section>\n'
    for trouble in plan.troubles:
        yield f"<p><strong>{escape(say(summary.UNREADABLE))}</strong> {escape(trouble)}</p>\n"
    for part in summary.parts(plan):
        remark = f' <span class="quiet">· {escape(part.remark)}</span>' if part.remark else ""
        yield f"<h2>{escape(part.title)}{remark}</h2>\n"
        for section, changes in groupby(part.changes, key=lambda change: change.section):
            yield f"<h3>{escape(section)}</h3>\n{_list(changes)}"
        if part.form:
            form = escape(say(summary.FORM))
            yield f'<div class="form"><h3>{form}</h3>\n{_list(part.form, whole=True)}</div>\n'


def _list(changes: Iterator[Change] | tuple[Change, ...], whole: bool = False) -> str:
    return f"<ul>{''.join(_change(change, whole) for change in changes)}</ul>\n"


def _change(change: Change, whole: bool) -> str:
    """Write a change; its section stands above it, unless `whole` wants it here too."""
    where = ", ".join(change.crumbs if whole else change.crumbs[1:])
    where = f'<span class="where">{escape(where[:1].upper() + where[1:])}</span> ' if where else ""
    kind = f'<span class="kind">{escape(word(change.kind))}</span>'
    note = f' <span class="note">({escape(change.note)})</span>' if change.note else ""
    return f'<li class="{change.kind.value}">{kind}{where}{_what(change)}{note}</li>\n'


def _what(change: Change) -> str:
    if change.words:
        return "".join(map(_piece, change.words))
    if change.kind is Kind.MOVED:
        return escape(change.new)
    old = f"<del>{escape(change.old)}</del>" if change.old else ""
    new = f"<ins>{escape(change.new)}</ins>" if change.new else ""
    return f"{old} → {new}" if old and new else old or new


def _piece(piece: Piece) -> str:
    tag = {Side.OLD: "del", Side.NEW: "ins", Side.BOTH: ""}[piece.side]
    return f"<{tag}>{escape(piece.text)}</{tag}>" if tag else escape(piece.text)
