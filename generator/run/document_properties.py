"""Properties of a document, which its header shows."""

from __future__ import annotations

from dataclasses import replace

from generator.document.model import Document, Paragraph
from generator.document.reading import runs, walk
from generator.document.signatures import signers
from generator.formats.word.signers import as_properties
from generator.plan.model.plan import Aftale, Plan
from generator.render import Rendered
from generator.workspace import stamp

HARD_SPACE = "\u00a0"


def with_properties(rendered: Rendered, plan: Plan, aftale: Aftale) -> Rendered:
    """Give the document the facts that its header shows; they are printed as much as what is on the page."""
    document, rendering = rendered
    title = _title(document)
    status = "Udkast" if document.draft else "Endelig"
    version = f", version {aftale.version}" if aftale.version else ""
    name = plan.helhedsplan.navn
    shown = ((stamp.PLAN, name), (stamp.DOCUMENT, title), (stamp.STATUS, status + version))
    properties = (*shown, *as_properties(signers(document.blocks)))
    named = replace(document, title=title, subject=name, date=_date(plan, aftale), properties=properties)
    rendering.values += (name, aftale.version)
    return Rendered(named, rendering)


def _title(document: Document) -> str:
    """The text of the first paragraph in the style Title."""
    titles = (b for b in walk(document.blocks) if isinstance(b, Paragraph) and b.style == "Title")
    return "".join(run.text for run in runs(next(titles, Paragraph(())))).replace(HARD_SPACE, " ")


def _date(plan: Plan, aftale: Aftale) -> str:
    """The day of the agreement's last version, or the first of the plan's period, as ISO.

    Nothing where neither is known to the day: a document has no clock.
    """
    version, periode = aftale.nyeste_version, plan.helhedsplan.periode
    days = (version.dato if version else None, periode.fra if periode else None)
    return next((day.første().isoformat() for day in days if day and day.dag), "")
