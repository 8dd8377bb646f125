"""Properties of a document, which its header shows."""

from __future__ import annotations

from generator.base.danish import dato
from generator.base.values import replace
from generator.document.model import Document, Paragraph
from generator.document.reading import runs, walk
from generator.document.signatures import signers
from generator.formats.word.signer_properties import as_properties
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.plan import Aftale, Plan
from generator.render import Rendered
from generator.workspace import stamp

HARD_SPACE = "\u00a0"


def with_properties(rendered: Rendered, plan: Plan, aftale: Aftale) -> Rendered:
    """Give the document the facts that its header shows; they are printed as much as what is on the page."""
    document, rendering = rendered
    title, name, cases = _title(document), plan.helhedsplan.navn, _case_numbers(plan, aftale)
    status = _status(document, aftale, cases, plan.udgave_af(aftale))
    shown = ((stamp.PLAN, name), (stamp.DOCUMENT, title), (stamp.STATUS, status))
    properties = (*shown, *as_properties(signers(document.blocks)))
    whole = f"{title} – {name}{' – udkast' if document.draft else ''}"
    named = replace(document, title=whole, subject=name, author=author(plan.helhedsplan),
                    date=_date(plan, aftale), properties=properties)
    rendering.values += (name, aftale.version, *cases)
    return Rendered(named, rendering)


def _status(document: Document, aftale: Aftale, cases: tuple[str, ...], udgave: str) -> str:
    """The edition of the document in one line: `Endelig, version 2 af 1. marts 2026, sagsnr. 26/100`.

    A draft is one of the version that it is to become: `Udkast til version 2`.
    """
    if document.draft:
        new = "en ny version" if aftale.versioner else ""
        to = f"version {udgave}" if udgave else new
        return f"Udkast til {to}" if to else "Udkast"
    version = aftale.nyeste_version
    since = f" af {dato(version.dato)}" if version and version.dato else ""
    return ", ".join(filter(None, (
        "Endelig",
        f"version {version.nummer}{since}" if version else "",
        f"sagsnr. {', '.join(cases)}" if cases else "",
    )))


def _case_numbers(plan: Plan, aftale: Aftale) -> tuple[str, ...]:
    """The case numbers of those who decided the last version; without any, of those who approved the plan."""
    version = aftale.nyeste_version
    decided = [one.sagsnummer for one in version.besluttet] if version else []
    approved = [one.sagsnummer for one in plan.helhedsplan.godkendelser]
    return tuple(dict.fromkeys(filter(None, decided))) or tuple(dict.fromkeys(filter(None, approved)))


def author(plan: Helhedsplan) -> str:
    """The secretariat that writes for the parties, else who administers or applies, else the plan itself."""
    org = plan.organisation
    if org is None:
        return plan.navn
    writers = (org.sekretariat.navn if org.sekretariat else None, org.administrator, org.ansøger)
    return next((plan.kaldt(name) for name in writers if name), plan.navn)


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
