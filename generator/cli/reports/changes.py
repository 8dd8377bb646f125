"""Parts of a list of changes that all formats have: heads, effects, and lines on forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.danish import HARD_SPACE
from generator.base.language import MOST_NAMES, later, listed, say, say_count
from generator.compare.data.change import Change, Piece, Place, Side
from generator.compare.data.consequences import Consequence, consequences
from generator.compare.data.plans import DocumentChanges, Fate, PlanChanges
from generator.compare.data.words import WORD
from generator.compare.issued_versions import Issued
from generator.workspace.stamp import STATUS

if TYPE_CHECKING:
    from generator.compare.revisions import Comparison
    from generator.workspace.git import Commit

FORM = later("Changed by the form")
OWN = later("Changed by the plan's own wording")
FOLLOWING = later("Follows in the text")
LOOK = "templates/reference.docx"
NOTHING = later("No changes.")
NO_TEXT = later("No text has changed.")
UNREADABLE = later("Cannot be read:")
WORKING_TREE = later("the files as they are now")
FOLLOWS = later("What follows")
FORMS = later("Forms and program")
_FATES = {
    Fate.NEW: later("new document"), Fate.GONE: later("goes out"), Fate.UNKNOWN: later("cannot be built"),
}  # fmt: skip


class Part(Struct, frozen=True):
    """Document, or facts that documents share: a title, the file, a remark, and the changes."""

    title: str
    file: str
    remark: str
    changes: tuple[Change, ...]
    form: tuple[Change, ...] = ()
    follows: tuple[Change, ...] = ()
    versions: str = ""


def span(comparison: Comparison, hashes: bool = True) -> str:
    """`22.11.2026 (3047ff5) → filerne, som de er nu`; people who have no git are told of no `hashes`."""
    since, until = (_state(one, hashes) if one else say(WORKING_TREE)
                    for one in (comparison.since, comparison.until))  # fmt: skip
    return f"{since} → {until}"


def by_form(plan: PlanChanges) -> str:
    """Heading of what a form has changed, and which: the plan has its own wording."""
    return say(OWN if plan.reworded else FORM)


def parts(plan: PlanChanges) -> Iterator[Part]:
    """List the documents with changes or a remark, in the order of the plan's files."""
    if plan.shared:
        yield Part(say("Shared by the documents of the plan"), "helhedsplan.yaml", "", plan.shared)
    for document in plan.documents:
        told = document.changes or document.form or document.follows
        if told or document.fate not in (Fate.SAME, Fate.CHANGED):
            remark = say(_FATES[document.fate]) if document.fate in _FATES else ""
            yield Part(document.title, f"{document.name}.yaml", remark, document.changes, document.form,
                       document.follows, _versions(document))


def _versions(document: DocumentChanges) -> str:
    """`Endelig, version 1 → Udkast til version 2`, as the documents say it themselves."""
    both = (one.document for one in (document.old, document.new) if one and one.document)
    told = [dict(one.properties).get(STATUS, "") for one in both]
    return " → ".join(dict.fromkeys(filter(None, told))).replace(HARD_SPACE, " ")


def touched(change: Change) -> str:
    """A remark on how many places of the documents a change has come to, where they are several."""
    if len(change.places) < 2:
        return ""
    documents = list(dict.fromkeys(place.document for place in change.places))
    if len(documents) == 1:
        return say_count("in {n} place", "in {n} places", len(change.places))
    return say("in {n} places in {documents}", n=len(change.places), documents=listed(documents, most=2))


def cause(change: Change) -> str:
    """A remark on what a passage follows from, as far as that is known."""
    return say("follows from: {changes}", changes=listed(change.because, most=2)) if change.because else ""


def reason(change: Change) -> str:
    """A sentence on the commit that last changed it, where somebody asked and git knows."""
    made = change.reason
    if made is None:
        return ""
    if not made.short:
        return say("not committed yet")
    return say("{author}, {day}: {subject}", author=made.author, day=_day(made.day), subject=made.subject)


def unfolded(change: Change) -> tuple[Place, ...]:
    """The places of a change that say more than it does by itself."""
    said = _words(change.line, *_marked(change.words))
    return tuple(place for place in change.places if _words(*_marked(place.words)) - said)


def under_headings(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    """Group changes of the text by the heading that they stand below, each heading once in a row."""
    yield from ((heading, list(some)) for heading, some in groupby(changes, key=lambda one: one.section))


def _marked(pieces: Iterable[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.side is not Side.BOTH]


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in WORD.findall(text)}


def effects(plan: PlanChanges) -> tuple[Consequence, ...]:
    """Sentences on what follows from the changes."""
    return consequences(plan)


def nothing(comparison: Comparison) -> str:
    """The sentence, to be said, that no plan has changed; of texts alone where their look or form has."""
    return NO_TEXT if comparison.forms or comparison.program else NOTHING


def form_lines(comparison: Comparison) -> list[str]:
    """Sentences on changed forms and on the program."""
    lines = []
    words = [path for path in comparison.forms if path != LOOK]
    if words:
        files = listed((path.removeprefix("templates/") for path in words), most=MOST_NAMES)
        lines.append(say("Forms: {files}", files=files))
    if LOOK in comparison.forms:
        lines.append(say("The look has changed (reference.docx): all documents are to be built again"))
    if comparison.program:
        lines.append(_program(len(comparison.program), *comparison.versions))
    return lines


def _program(number: int, was: str, is_: str) -> str:
    """A sentence on the program, of which so many files have changed; the comparison was made by the new."""
    if was == is_:
        return say_count(
            "The program: {n} file changed; the comparison is made with the program as it is now",
            "The program: {n} files changed; the comparison is made with the program as it is now", number)
    return say_count(
        "The program: {n} file changed, version {was} → {now}; the comparison is made with the program as it "
        "is now",
        "The program: {n} files changed, version {was} → {now}; the comparison is made with the program as "
        "it is now", number, was=was, now=is_)


def _state(state: Commit | Issued, hashes: bool) -> str:
    if isinstance(state, Issued):
        return say("version {number}", number=state.number)
    return f"{_day(state.day)} ({state.short})" if hashes else _day(state.day)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"
