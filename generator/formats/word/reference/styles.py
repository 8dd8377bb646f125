"""The styles that a document needs, and what to say of one that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.findings import Finding, Place
from generator.base.language import later, listed, say
from generator.formats.word import codes

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"

BODY, TITLE, CAPTION, HYPERLINK, DRAFT_MARK = "Body Text", "Title", "Caption", "Hyperlink", "Draft Mark"
HEADINGS = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
LIST_BULLET, LIST_NUMBER = "List Bullet", "List Number"
CELL, CELL_HEAD, CELL_BULLET, CELL_NUMBER = "Table Text", "Table Head", "Table Bullet", "Table Number"
DEFAULT_TABLE, SUMMARY_TABLE = "Aftale Table", "Aftale Summary"
CONTENTS_TITLE, ENTRIES = "TOC Heading", {1: "toc 1", 2: "toc 2"}
PARTY, SIGN_CAPTION = "Signature Party", "Signature Caption"

NEEDED: tuple[tuple[str, str], ...] = (
    *((name, PARAGRAPH) for name in (
        BODY, TITLE, *HEADINGS.values(), LIST_BULLET, LIST_NUMBER, CAPTION, CELL, CELL_HEAD,
        CELL_BULLET, CELL_NUMBER, PARTY, SIGN_CAPTION, DRAFT_MARK,
        CONTENTS_TITLE, *ENTRIES.values())),
    (HYPERLINK, CHARACTER),
    (DEFAULT_TABLE, TABLE),
    (SUMMARY_TABLE, TABLE),
)


_KINDS = {PARAGRAPH: later("paragraph"), CHARACTER: later("character"), TABLE: later("table")}


def unknown(name: str, kind: str, known: Iterable[str], file: str, place: Place) -> Finding:
    """The finding for a style that a document names and the reference document lacks."""
    message = say("{file} has no {kind} style '{name}'", file=file, kind=say(_KINDS[kind]), name=name)
    return Finding(codes.STYLE_UNKNOWN, message, _hint(name, known), place)


def missing(name: str, kind: str, known: Iterable[str], file: str) -> Finding:
    """The finding for a style that every document needs."""
    near = _near(name, known)
    hint = say(
        "in Word: `Home > Styles > New Style`, named {name}; or let `aftale look` add what is missing: "
        "`aftale look templates/reference.docx --force`", name=name)
    if near:
        hint = say(
            "did you mean '{near}'? In Word: `Home > Styles > New Style`, named {name}; or let `aftale look` "
            "add what is missing: `aftale look templates/reference.docx --force`", near=near, name=name)
    message = say("word/styles.xml lacks the {kind} style '{name}', which every document needs",
                  kind=say(_KINDS[kind]), name=name)
    return Finding(codes.STYLE_MISSING, message, hint, Place(file))


def _hint(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    there = listed(names) or "–"
    if near := _near(name, names):
        return say("did you mean '{near}'? The styles there: {names}", near=near, names=there)
    return say("choose one of the styles there: {names}", names=there)


def _near(name: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    near = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None
