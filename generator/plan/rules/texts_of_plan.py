"""Fields, texts and names of a plan with their paths, wherever in its files they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from msgspec import Struct

from generator.base.findings import Place
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model, NotRead
from generator.plan.model.shape import models_at
from generator.plan.model.texts import Tekst

M = TypeVar("M", bound=Model)
Path = tuple[str | int, ...]


class Named(Struct, frozen=True):
    """Name that stands in a source, with its place."""

    name: str
    place: Place
    path: Path = ()


def sources(plan: Plan) -> tuple[Plan | Aftale, ...]:
    """List the plan's files in their order: helhedsplan.yaml, then each agreement."""
    return (plan, *plan.aftaler)


def fields(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield the fields, items and entries under `value` with their paths, a holder before what it holds."""
    for step, inner in _steps(value):
        yield (*path, step), inner
        yield from fields(inner, (*path, step))


def names_in(source: Plan | Aftale, *field_names: str, under: str = "") -> Iterator[Named]:
    """Yield the names that stand as text, as list items or as keys in fields of those names.

    With `under`, only those below that field of the file.
    """
    by_key = walk(source).by_key
    found = [at for name in field_names for at in by_key.get(name, ())]
    for _, path, value in sorted(found, key=itemgetter(0)) if len(field_names) > 1 else found:
        if under and path[0] != under:
            continue
        if isinstance(value, str):
            yield Named(value, source.place(*path), path)
        elif isinstance(value, tuple):
            listed = ((n, (*path, i)) for i, n in enumerate(value) if isinstance(n, str))
            yield from (Named(name, source.place(*at), at) for name, at in listed)
        elif isinstance(value, Mapping):
            yield from (Named(key, _key_place(source, (*path, key)), (*path, key)) for key in value)


def _steps(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, (Model, Mapping)):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from enumerate(value)


def _key_place(source: Plan | Aftale, path: Path) -> Place:
    """Place of the key itself, rather than of its value."""
    return source.kilde.source.key_places.get(path) or source.place(*path)


class Text(Struct, frozen=True):
    """Text of a source with its path: as it was typed, and in lower case.

    `is_prose` when it can have several paragraphs.
    """

    words: str
    lower: str
    path: Path
    source: Plan | Aftale
    is_prose: bool

    @property
    def field(self) -> str:
        """Key that it stands under."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    def place(self, offset: int = 0) -> Place:
        """Place of the character at the offset; that of the whole text where it is no block."""
        block = self.source.kilde.source.blocks.get(self.path)
        if block is None:
            return self.source.place(*self.path)
        before = self.words[:offset].split("\n")
        return Place(block.file, block.line + len(before) - 1, block.column + len(before[-1]))

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Yield each sentence with its offset; a point of a list is one too."""
        start = 0
        for end in [*(match.start() for match in SENTENCE_ENDS.finditer(self.words)), len(self.words)]:
            sentence = self.words[start:end]
            if sentence.strip():
                yield start + len(sentence) - len(sentence.lstrip()), sentence.strip()
            start = end


SENTENCE_ENDS = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ”\"*])|\n\s*\n|\n(?= *(?:-|\d+\)) )")


class Walk(Struct, frozen=True):
    """Fields and texts of a file, gathered once for all rules; `said` is all its texts in lower case.

    `by_key` has the fields of each key with their number among all.
    `lacking` are models of which one may stand in the file that could not be read; where nothing there
    could not be read, it `is_whole`.
    """

    value: object
    fields: tuple[tuple[Path, object], ...]
    by_key: Mapping[str | int, list[tuple[int, Path, object]]]
    parts: Mapping[type, list[tuple[Path, Any]]]
    lacking: frozenset[type]
    is_whole: bool
    texts: tuple[Text, ...]
    said: str


_WALKED: dict[int, Walk] = {}
_MOST_WALKED = 64  # more than the files of a plan with all its annexes, so that each is gathered once


def walk(source: Plan | Aftale) -> Walk:
    """Gather the file's fields and texts, or take those gathered before; texts of `accepter` are left out."""
    value = source.kilde.value
    held = _WALKED.get(id(value))
    if held is None or held.value is not value:
        if len(_WALKED) >= _MOST_WALKED:
            _WALKED.clear()
        all_fields = tuple(fields(value))
        texts = tuple(
            Text(inner, inner.lower(), path, source, isinstance(inner, Tekst))
            for path, inner in all_fields
            if isinstance(inner, str) and path[0] != "accepter"
        )
        by_key: dict[str | int, list[tuple[int, Path, object]]] = {}
        for number, (path, inner) in enumerate(all_fields):
            by_key.setdefault(path[-1], []).append((number, path, inner))
        parts: dict[type, list[tuple[Path, Any]]] = {}
        for path, inner in all_fields:
            if isinstance(inner, Model):
                parts.setdefault(type(inner), []).append((path, inner))
        holders = [value, *(part for listed in parts.values() for _, part in listed)]
        lacking = frozenset(model for holder in holders for model in _lacking(holder))
        is_whole = not any(holder.rests for holder in holders)
        said = "\n".join(text.lower for text in texts)
        held = Walk(value, all_fields, by_key, parts, lacking, is_whole, texts, said)
        _WALKED[id(value)] = held
    return held


def forget() -> None:
    """Let go of all that was gathered, and of the plans that it is of."""
    _WALKED.clear()


def parts(source: Plan | Aftale, model: type[M]) -> Sequence[tuple[Path, M]]:
    """Everything of that model in a file with its path: a rule on it holds for every kind that has it."""
    return walk(source).parts.get(model, ())


def all_parts(source: Plan | Aftale, model: type[M]) -> Sequence[tuple[Path, M]]:
    """The same for who must not miss one. Raises NotRead where there may be one that could not be read."""
    if model in walk(source).lacking:
        raise NotRead(model.__name__)
    return parts(source, model)


def _lacking(holder: Model) -> Iterator[type[Model]]:
    for key in holder.rests:
        yield from models_at(type(holder), (key,))
        yield from models_at(type(holder), (key, 0))


def texts(source: Plan | Aftale, *containing: str) -> Iterator[Text]:
    """Yield the texts of a file in its order; with words (in lower case), only those that contain one."""
    found = walk(source)
    if not containing:
        yield from found.texts
        return
    there = [word for word in containing if word in found.said]
    if len(there) == 1:  # as is so for most rules in most files
        (only,) = there
        yield from [text for text in found.texts if only in text.lower]
    elif there:
        yield from [text for text in found.texts if any(word in text.lower for word in there)]


def every_text(plan: Plan, *containing: str) -> Iterator[Text]:
    """Yield the texts of all files of the plan; with words (in lower case), only those that contain one."""
    for source in sources(plan):
        yield from texts(source, *containing)
