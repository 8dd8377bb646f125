"""Parts of a list of changes that all formats have, in Danish: heads, effects, and lines on forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.data.change import Change
from generator.compare.data.consequences import Consequence, consequences
from generator.compare.data.plans import Fate, PlanChanges

if TYPE_CHECKING:
    from generator.compare.revisions import Comparison
    from generator.workspace.git import Commit

SHARED = "Fælles for planens dokumenter"
FORM = "Ændret af formularen"
LOOK = "templates/reference.docx"
NOTHING = "Ingen ændringer."
WORKING_TREE = "filerne, som de er nu"


@dataclass(frozen=True, slots=True)
class Part:
    """Document, or facts that documents share: a title, the file, a remark, and the changes."""

    title: str
    file: str
    remark: str
    changes: tuple[Change, ...]
    form: tuple[Change, ...] = ()


def span(comparison: Comparison) -> str:
    """`22.11.2026 (3047ff5) → filerne, som de er nu`."""
    until = comparison.until
    return f"{_commit(comparison.since)} → {_commit(until) if until else WORKING_TREE}"


def parts(plan: PlanChanges) -> Iterator[Part]:
    """List the documents with changes or a remark, in the order of the plan's files."""
    if plan.shared:
        yield Part(SHARED, "helhedsplan.yaml", "", plan.shared)
    for document in plan.documents:
        if document.changes or document.form or document.fate not in (Fate.SAME, Fate.CHANGED):
            remark = "" if document.fate in (Fate.SAME, Fate.CHANGED) else document.fate.value
            yield Part(document.title, f"{document.name}.yaml", remark, document.changes, document.form)


def effects(plan: PlanChanges) -> tuple[Consequence, ...]:
    """Sentences on what follows from the changes."""
    return consequences(plan)


def form_lines(comparison: Comparison) -> list[str]:
    """Sentences on changed forms and on the program."""
    lines = []
    words = [path for path in comparison.forms if path != LOOK]
    if words:
        lines.append(f"Formularer: {_files(words)}")
    if LOOK in comparison.forms:
        lines.append("Udseendet er ændret (reference.docx): Alle dokumenter skal bygges igen")
    if comparison.program:
        was, is_ = comparison.versions
        version = f", version {was} → {is_}" if was != is_ else ""
        number = len(comparison.program)
        lines.append(f"Programmet: {number} {'fil' if number == 1 else 'filer'} ændret{version}; "
                     "sammenligningen er lavet med programmet, som det er nu")
    return lines


def _commit(commit: Commit) -> str:
    year, month, day = commit.day.split("-")
    return f"{int(day)}.{int(month)}.{year} ({commit.short})"


def _files(paths: list[str]) -> str:
    shown = [path.removeprefix("templates/") for path in paths[:5]]
    more = len(paths) - len(shown)
    return ", ".join(shown) + (f" og {more} til" if more else "")
