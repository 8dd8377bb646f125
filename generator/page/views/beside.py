"""Notes beside a document: what must be mended, what to look at, what is empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.base.language import later, say
from generator.formats.html.elements import element, text
from generator.page.noted import Note, Notes
from generator.page.passages import as_json

MEND, LOOK, EMPTY = later("To be mended"), later("To look at"), later("Still empty")
NO_OTHERS: Mapping[str, str] = {}


def beside(notes: Notes, others: Mapping[str, str], *more: str) -> str:
    """The notes in their kinds; `others` are the titles of the documents that are not shown.

    `more` stands below them.
    """
    unknown = "" if notes.is_whole else say("Of a file with errors it is not told.")
    kinds = (_notes(MEND, notes.mend, others, kind="mend"), _notes(LOOK, notes.look, kind="look"),
             _notes(EMPTY, notes.empty, unknown=unknown))
    about = element("p", text(say("Click on what you will write or mend. It is saved when you leave it.")),
                    class_="hint")
    return element("aside", about, *kinds, *more, id="notes", tabindex="-1",
                   aria_label=say("What is left to do"))


def _notes(
    title: str, found: Iterable[Note], others: Mapping[str, str] = NO_OTHERS, *,
    kind: str = "", unknown: str = "",
) -> str:
    """Notes of a kind; of those about another document its title is told, and `unknown` is why none is."""
    items = [element("li", _note(one, others.get(one.file, ""), kind)) for one in found]
    count = "" if unknown else element("span", str(len(items)), class_="count")
    heading = element("h2", text(say(title)), " ", count)
    nothing = element("p", text(unknown)) if unknown else ""
    return element("section", heading, nothing, element("ul", *items) if items else "")


def _note(note: Note, where: str, kind: str) -> str:
    title = "".join(element("strong", text(one), class_="where") for one in (where, note.entry) if one)
    hint = element("span", text(note.hint), class_="hint") if note.hint else ""
    words = f"{title}{text(note.words)}{hint}"
    if not note.path:
        return words
    return element("button", words, type="button", class_="finding" if kind else "", data_kind=kind,
                   data_file=note.file, data_key=as_json(note.path))
