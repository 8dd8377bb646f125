"""A document of a plan as somebody edited it, taken back: what comes of it, and the lines that change."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import cache

from generator.compare.returned import Returned, returned
from generator.compare.returned.into_now import into_now
from generator.compare.returned.state import State
from generator.compare.returned.written import texts_of
from generator.formats import word
from generator.formats.word import Reference
from generator.formats.word.reading import Read, read_document
from tests.support.built import SOURCES, Source
from tests.support.edited_docx import Editor


@cache
def state_of(name: str) -> State:
    """The plan of a document `plan/document`, of the real ones or the invented, with that document."""
    source = next(one for one in SOURCES if str(one) == name)
    return State.of(source.folder, source.file)


@cache
def docx_of(name: str) -> bytes:
    """The document as it is built."""
    state = state_of(name)
    look = Reference.open(state.folder.form_file("reference.docx"))
    return word.write(state.traced().document, look)


def edited(name: str, edits: Iterable[list[str]], author: str = "") -> Read:
    """The document as it is read after the edits."""
    editor = Editor(docx_of(name), author)
    for edit, *words in edits:
        getattr(editor, edit)(*words)
    return read_document(editor.saved())


def told(state: State, found: Returned) -> Iterator[str]:
    """What comes of it, as lines: keys, what is not taken back, what follows, and each line that changes."""
    for change in found.changes:
        yield f"changed: {change.key}"
    for one in found.told:
        yield f"told: {one.heading}: {one.old} → {one.new}"
        yield f"  {one.why}"
    for one in found.follows:
        yield f"follows: {one.heading}: {one.old} → {one.new}"
    now = {name: file.text for name, file in state.files.items()}
    taken = into_now(state, found, now)
    for name, text in taken.texts.items():
        yield f"{name}:"
        lines = difflib.unified_diff(now[name].splitlines(), text.splitlines(), n=0, lineterm="")
        yield from (line for line in lines if not line.startswith(("---", "+++", "@@")))


def proven(state: State, found: Returned, read: Read) -> Returned:
    """What still differs where the document is made of the changed texts."""
    return returned(state.with_texts(texts_of(state, found.changes)), read)


def documents() -> list[Source]:
    """All documents of the real plans and of the invented."""
    return SOURCES
