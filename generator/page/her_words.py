"""Messages in the words of the page: where they name keys and files of the plan, what she sees of these.

There is one catalogue. A message says a key as the writer of the file has it; on the page it is called as its
field is, by the model's own description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.page.fields import Spot, label, without_path
from generator.plan.kinds import DOCUMENTS, HELHEDSPLAN
from generator.plan.model.record import Model
from generator.plan.model.shape import models_at, shapes_at
from generator.plan.source.tree import KeyPath

NO_DOCUMENTS: Mapping[str, str] = {}
ANY = "x"
"""A key that the writer has chosen."""
OF_FILES = ("`aftale ", "aftale add", "{", "--", ".yaml", "`|`", '"…"')
"""Signs of a hint for those who write in the files."""
LEFT_OUT = "…"
POINTING = ("De ", "Den ", "Det ", "Den, ", "Det, ")
"""Beginnings of a description that needs all of its words."""
_TICKED = re.compile(r"`([^`\n]*)`")
_KEY = re.compile(r"([\w.\[\]*]+?)(?::(?: (.*))?)?")
_BARE = re.compile(r"(?<![\w`”])([^\W\d]\w*):(?=\s)(?! (?:eller|or|og|and) )")
_BARE_ALONE = re.compile(r"(?<![\w`”])([^\W\d]\w*):(?= (?:eller|or|og|and) |$)")
_IN_QUOTES = re.compile(r'(?<=[ :])"([^"\n]+)"')
_OF_KEY = re.compile(r"([\w.\[\]-]+): ")
_STEP = re.compile(r"\w+|\[\d+\]")
_STOP, _CONDITION = re.compile(r"[.;:](?:\s|$)"), re.compile(r", (?:som|hvis|hvor|når) ")
THE_PLAN = Spot(Path(HELHEDSPLAN.name), HELHEDSPLAN.model, ())
_TITLES = {kind.name: kind.title for kind in DOCUMENTS}


def for_page(
    message: str, hint: str, at: Spot | None, documents: Mapping[str, str] = NO_DOCUMENTS
) -> tuple[str, str]:
    """The message and the hint about a spot, for the page: at its field, and without signs of a file.

    `documents` are the titles of the plan's files by their names.
    """
    message = _without_its_path(message, at) if at else message
    hint = "" if any(sign in hint for sign in OF_FILES) else hint
    return in_her_words(message, at, documents), _hint(hint, at, documents)


def in_her_words(words: str, at: Spot | None, documents: Mapping[str, str] = NO_DOCUMENTS) -> str:
    """The words about a spot, with what she sees in place of what stands in backticks."""
    titles = _TITLES | {**documents}
    said = _TICKED.sub(lambda found: _named(found[1], at, titles), words)
    for named, title in documents.items():
        if "-" in named:
            said = re.sub(rf"(?<![\w-]){re.escape(named)}(?:\.yaml)?(?![\w-])", partial(_said, title), said)
    return said


def _without_its_path(message: str, at: Spot) -> str:
    """The message without the path before it: of its own key, or of another of its file."""
    begun = _OF_KEY.match(message)
    if begun and any(_all_known(begun[1], Spot(at.file, at.model, ()))):
        return message[begun.end() :]
    return without_path(message, at.path)


def _hint(hint: str, at: Spot | None, documents: Mapping[str, str]) -> str:
    """The hint; what it says to write is written as it is, without the quotes of YAML."""
    said = in_her_words(hint, at, documents)
    for bare, end in ((_BARE, ":"), (_BARE_ALONE, "")):
        said = bare.sub(partial(_bare, at, end), said)
    return _IN_QUOTES.sub(r"\1", said)


def _said(title: str, _: re.Match[str]) -> str:
    return _quoted(title)


def _bare(at: Spot | None, end: str, found: re.Match[str]) -> str:
    """A key that is to be written, with its colon; any other word as it is."""
    known = next(_known(found[1], at, is_nearest=True), "") if at else ""
    return f"{_quoted(known)}{end}" if known else found[0]


def _named(inner: str, at: Spot | None, titles: Mapping[str, str]) -> str:
    """Words of the page for those in backticks: a document, a field with its value or without, or a name."""
    if inner in titles:
        return _quoted(titles[inner])
    found = _KEY.fullmatch(inner)
    if found is None:
        return _quoted(inner)
    known = next((one for spot in (at, THE_PLAN) if spot for one in _all_known(found[1], spot)), "")
    if not known:
        return _quoted(inner)
    value = found[2]
    return f"{_quoted(known)}: {value}" if value and value != LEFT_OUT else _quoted(known)


def _quoted(words: str) -> str:
    return f"”{words}”"


def _all_known(words: str, at: Spot) -> Iterator[str]:
    """Yield the names of a key that is near the spot, or at that path of the file that it is in."""
    yield from _known(words, at)
    steps = (int(step[1:-1]) - 1 if step.startswith("[") else step for step in _STEP.findall(words))
    path: KeyPath = tuple(steps)
    if len(path) > 1 and shapes_at(at.model, path):
        yield name(str(path[-1]), label(Spot(at.file, at.model, path)))


def _known(key: str, at: Spot, *, is_nearest: bool = False) -> Iterator[str]:
    """Yield the names of the key at the spot, and in what it is in; or only in what is nearest around it."""
    for end in range(len(at.path), -1, -1):
        holders = list(_holders(at.model, at.path[:end]))
        yield from (name(key, one.fields[key].description) for one in holders if key in one.fields)
        if holders and is_nearest:
            return


def _holders(model: type[Model], path: KeyPath) -> Iterator[type[Model]]:
    """Yield the models whose keys can stand there, in an entry there, or in an entry of one of the keys."""
    here = models_at(model, path)
    yield from here
    yield from models_at(model, (*path, 0))
    yield from models_at(model, (*path, ANY)) if not here else ()
    for holder in here:
        for key in holder.fields:
            yield from models_at(model, (*path, key, 0))


def name(key: str, description: str) -> str:
    """The name of a field: how its description begins; the key itself where that is no name of anything."""
    begun = _STOP.split(description, maxsplit=1)[0]
    if not begun.startswith(POINTING):
        begun = _CONDITION.split(begun, maxsplit=1)[0]
    is_none = not begun or begun[0].islower() or begun.startswith("Kun ")
    return key.replace("_", " ") if is_none else begun
