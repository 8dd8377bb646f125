"""Changes as JSON for programs; the keys are documented in docs/revision.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import indent
from typing import TYPE_CHECKING, Any

from generator.cli.reports import changes as summary
from generator.compare.data.change import Change, Piece

if TYPE_CHECKING:
    from generator.compare.data.plans import DocumentChanges, PlanChanges
    from generator.compare.revisions import Comparison

FORMAT = 1


def as_json(comparison: Comparison) -> Iterator[str]:
    """Yield the lines of one object, a plan at a time, indented; `version` is that of the format."""
    until = comparison.until
    plans = map(_piece, comparison.plans)
    first = next(plans, "")
    head, end = _indented({
        "version": FORMAT,
        "from": comparison.since.ident,
        "to": until.ident if until else None,
        "forms": list(comparison.forms),
        "program": list(comparison.program),
        "plans": [],
    }).rsplit("]", 1)  # fmt: skip
    if not first:
        yield f"{head}]{end}"
        return
    yield head
    for plan in plans:
        yield f"{first},"
        first = plan
    yield f"{first}\n  ]{end}"


def _piece(plan: PlanChanges) -> str:
    return indent(_indented(_plan(plan)), "    ")


def _indented(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _plan(plan: PlanChanges) -> dict[str, Any]:
    return {
        "plan": plan.name,
        "title": plan.title,
        "about": list(plan.about),
        "troubles": list(plan.troubles),
        "shared": [_change(change) for change in plan.shared],
        "documents": [_document(document) for document in plan.documents],
        "consequences": [{"what": e.what, "detail": e.detail} for e in summary.effects(plan)],
    }


def _document(document: DocumentChanges) -> dict[str, Any]:
    return {
        "document": document.name,
        "title": document.title,
        "fate": document.fate.name.lower(),
        "by_data": document.by_data,
        "by_form": document.by_form,
        "changes": [_change(change) for change in document.changes],
        "follows": [_change(change) for change in document.follows],
        "form": [_change(change) for change in document.form],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "where": list(change.crumbs),
        "kind": change.kind.name.lower(),
        "line": change.line,
        "old": change.old,
        "new": change.new,
        "note": change.note,
        "words": _pieces(change.words),
        "because": list(change.because),
        "reason": change.reason._asdict() if change.reason else None,
        "places": [{"document": place.document, "heading": place.heading, "kind": place.kind.name.lower(),
                    "words": _pieces(place.words)} for place in change.places],
    }


def _pieces(words: tuple[Piece, ...]) -> list[dict[str, str]]:
    return [{"side": piece.side.value, "text": piece.text} for piece in words]
