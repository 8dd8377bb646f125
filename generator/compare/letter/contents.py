"""Contents of the letter: what its template prints, of the changes as `aftale diff` tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.base.danish import dato
from generator.base.values import replace
from generator.compare.data.change import Change, Piece, Side
from generator.compare.data.naming import label, one
from generator.compare.data.plans import STATUS, DocumentChanges, PlanChanges, Version
from generator.compare.data.words import WORD
from generator.compare.told.atoms import BETWEEN_CELLS
from generator.compare.told.following import says_it_again
from generator.plan.model.base import samme
from generator.plan.model.budget import NAMES_OF_THE_FUND
from generator.plan.model.plan import Plan
from generator.plan.model.versioner import Beslutning

_DECIDED = {STATUS[0], *(word(key) for key in ("versioner", "godkendelser") for word in (label, one))}
"""Sections that tell of decisions and not of what is agreed: the letter has a table of those."""


class Stykke(Struct, frozen=True):
    """Some words of a cell; what is not the same in the other one is `ændret`."""

    tekst: str
    ændret: bool = False


class Ændring(Struct, frozen=True):
    """One change: where and what happened, as it was, as it is. A side without anything has no words."""

    hvor: str
    før: tuple[Stykke, ...]
    nu: tuple[Stykke, ...]

    @classmethod
    def of(cls, change: Change) -> Ændring:
        """The change as a row of a table."""
        if change.words:
            return cls(change.happening, _side(change.words, Side.OLD), _side(change.words, Side.NEW))
        unit = change.new.partition(" ")[2]
        old = f"{change.old} {unit}" if unit.endswith("kr.") and change.old[-1:].isdigit() else change.old
        note = f" ({change.note})" if change.note else ""
        old, new = (old, change.new + note) if change.new else (old + note, "")
        return cls(change.happening, *((Stykke(text),) if text else () for text in (old, new)))


class Sagsnummer(Struct, frozen=True):
    """Case number, and whose it is."""

    hvem: str
    nummer: str


class ÆndretDokument(Struct, frozen=True):
    """A document that needs approval. `omtale` is what a sentence calls it.

    `udgave` is the version that is to be approved, and empty for a draft, which is one of `næste`; `resumé`
    what the version itself says has changed. `før` is what it was compared with, empty for a new document;
    `følger` are passages that nobody typed, and that are others by the changes. It `er_berørt` where a change
    that is told with another document stands in it too.
    """

    titel: str
    omtale: str
    udgave: str
    næste: str
    resumé: str
    før: str
    ændringer: tuple[Ændring, ...]
    følger: tuple[Ændring, ...]
    er_berørt: bool
    beslutninger: tuple[Beslutning, ...]


class Vedlagt(Struct, frozen=True):
    """A file that goes with the letter, and the document that it shows; a new one has no marks."""

    titel: str
    fil: str
    er_ny: bool = False


def documents(plan: PlanChanges, wanted: Iterable[DocumentChanges], since: str) -> list[ÆndretDokument]:
    """The documents that need approval; what helhedsplan.yaml says anew stands with the first that prints it.

    `since` is the day of what they were compared with.
    """
    shared = plan.shared
    made = []
    for document in wanted:
        told_here = shared if document.kind.includes_shared else ()
        shared = () if document.kind.includes_shared else shared
        touched = not told_here and _stand_in(document, plan.shared)
        made.append(_document(document, (*told_here, *document.changes), since, touched))
    return made


def _stand_in(document: DocumentChanges, changes: Iterable[Change]) -> bool:
    """Tell whether any of the changes has come to the document."""
    return any(place.document == document.title for change in changes for place in change.places)


def case_numbers(plan: Plan, wanted: Iterable[DocumentChanges]) -> list[Sagsnummer]:
    """The case numbers that the plan knows: of who approved it or decided a version, and of its parties.

    Of one who has several the newest alone.
    """
    approved = [(one.instans, one.sagsnummer) for one in plan.helhedsplan.godkendelser]
    decided = [(one.instans, one.sagsnummer) for document in wanted if document.new
               for version in document.new.aftale.versioner for one in version.besluttet]  # fmt: skip
    parties = [(part.navn, part.sagsnummer) for part in plan.helhedsplan.parter]
    found: dict[str, Sagsnummer] = {}
    for who, number in (*approved, *decided, *parties):
        if number:
            found[samme(who)] = Sagsnummer(who, number)
    return sorted(found.values(), key=lambda case: samme(case.hvem) not in NAMES_OF_THE_FUND)


def _document(
    document: DocumentChanges, changes: Iterable[Change], since: str, is_touched: bool
) -> ÆndretDokument:
    new = document.new
    assert new is not None
    version = new.aftale.nyeste_version if new.final else None
    told = [change for change in changes if change.section not in _DECIDED]
    number = new.plan.udgave_af(new.aftale)
    return ÆndretDokument(
        document.title, document.mention,
        _edition(new) if version else "" if not new.final else "dokumentet",
        f"version {number}" if number else "en ny version",
        (version.ændring or "").removesuffix(".") if version else "",
        _compared_with(document.old, since) if document.old else "",
        tuple(Ændring.of(change) for change in told),
        tuple(_followed(document)), is_touched,
        tuple(_decisions(new)),
    )  # fmt: skip


def _followed(document: DocumentChanges) -> Iterator[Ændring]:
    """Yield what follows in the text, under its heading; numbers and the list of contents say nothing new."""
    for change in document.follows:
        if not says_it_again(change):
            before, now = (_as_read(_side(change.words, side)) for side in (Side.OLD, Side.NEW))
            yield Ændring(change.section, before, now)


def _as_read(words: tuple[Stykke, ...]) -> tuple[Stykke, ...]:
    """The words of a row as a sentence has them; nothing where nothing is left of it."""
    told: list[Stykke] = []
    for piece in words:
        text = piece.tekst.replace(f":{BETWEEN_CELLS}", ": ")
        if told and told[-1].tekst.endswith(":"):
            text = text.replace(BETWEEN_CELLS, " ", 1) if text.startswith(BETWEEN_CELLS) else text
        told.append(replace(piece, tekst=text.replace(BETWEEN_CELLS, ", ")))
    return tuple(told) if any(map(WORD.search, (piece.tekst for piece in told))) else ()


def _decisions(new: Version) -> Iterator[Beslutning]:
    """Yield what others than the fund have decided of a final version."""
    version = new.aftale.nyeste_version if new.final else None
    for decision in version.besluttet if version else ():
        if samme(decision.instans) not in NAMES_OF_THE_FUND:
            yield decision


def _edition(version: Version) -> str:
    """`version 2 af 1. marts 2018`; nothing for a draft, or where the document has no version."""
    newest = version.aftale.nyeste_version
    if newest is None or not version.final:
        return ""
    return f"version {newest.nummer}{f' af {dato(newest.dato)}' if newest.dato else ''}"


def _compared_with(old: Version, since: str) -> str:
    """`version 1 af 1. april 2017`, or the text of that day where that was no version."""
    return _edition(old) or (f"teksten af {since}" if old.final else f"udkastet af {since}")


def _side(words: Iterable[Piece], side: Side) -> tuple[Stykke, ...]:
    """The words of one side; in bold what the other has not."""
    return tuple(Stykke(piece.text, piece.side is side) for piece in words if piece.side in (Side.BOTH, side))
