"""Fields and texts of a plan's files, gathered once for all rules that ask for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, TypeVar

from msgspec import Struct

from generator.base.findings import Place
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model
from generator.plan.model.shape import models_at
from generator.plan.model.texts import Tekst

R = TypeVar("R")
Path = tuple[str | int, ...]


class Text(Struct, frozen=True):
    """Text of a source with its path: as it was typed, and letter by letter in lower case.

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
        for step in reversed(self.path):
            if isinstance(step, str):
                return step
        return ""

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


def whole_names(words: str, known: Iterable[str]) -> list[tuple[int, str]]:
    """Names that stand in the words as whole words, with their offsets; of several in one place the longest.

    The names are looked for one by one: to make a pattern of all the names of a plan costs more than that.
    """
    found: list[tuple[int, int, str]] = []
    for name in known:
        at = words.find(name)
        while at >= 0:
            end = at + len(name)
            if not (_goes_on(words[at - 1 : at]) or _goes_on(words[end : end + 1])):
                found.append((at, -end, name))
            at = words.find(name, at + 1)
    taken, whole = 0, []
    for at, end, name in sorted(found):
        if at >= taken:
            whole.append((at, name))
            taken = -end
    return whole


def _goes_on(letter: str) -> bool:
    """Tell whether a word goes on with it."""
    return letter.isalnum() or letter == "_"


SENTENCE_ENDS = re.compile(
    r"\s(?:(?<=[.!?:]\s)\s*(?=[A-ZÆØÅ”\"*])|(?<=\n)\s*\n|(?<=\n)(?= *(?:-|\d+\)) ))"
)


def words_begin(*words: str) -> str:
    """Pattern for one of the words where it begins a word.

    What stands before it is looked at after its first letter: so no place without that letter is looked at.
    """
    return "|".join(rf"{word[0]}(?<!\w{word[0]}){word[1:]}" for word in words)


class Walk(Struct, frozen=True):
    """Fields and texts of a file; `said` is all its texts in lower case, of which each `begins` there.

    `by_key` has the fields of each key with their number among all.
    `lacking` are models of which one may stand in the file that could not be read; where nothing there
    could not be read, it `is_whole`.
    """

    fields: tuple[tuple[Path, object], ...]
    by_key: Mapping[str | int, list[tuple[int, Path, object]]]
    parts: Mapping[type, list[tuple[Path, Any]]]
    lacking: frozenset[type]
    is_whole: bool
    texts: tuple[Text, ...]
    said: str
    begins: tuple[int, ...]

    def texts_with(self, words: Iterable[str]) -> list[Text]:
        """The texts that contain one of the words (in lower case), in their order."""
        after: set[int] = set()
        for word in words:
            at = self.said.find(word)
            while at >= 0:
                number = bisect_right(self.begins, at)
                after.add(number)
                at = self.said.find(word, self.begins[number])
        return [self.texts[number - 1] for number in sorted(after)]


_KEPT: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}
_MOST_KEPT = 256  # more than is asked of the files of a plan with all its annexes


def once(what: str, of: tuple[object, ...], gather: Callable[[], R]) -> R:
    """Gather it of those values, or take what was gathered before of the very same."""
    key = (what, *map(id, of))
    if key not in _KEPT:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[key] = of, gather()  # held, so that nothing else comes to have their identity
    found: R = _KEPT[key][1]
    return found


def forget() -> None:
    """Let go of all that was gathered, and of the plans that it is of."""
    _KEPT.clear()


def walk(source: Plan | Aftale) -> Walk:
    """Fields and texts of the file; texts of `accepter` are left out."""
    return once("walk", (source.kilde.value,), lambda: _walked(source))


def _walked(source: Plan | Aftale) -> Walk:
    value = source.kilde.value
    all_fields = tuple(fields(value))
    texts = tuple(_text(inner, path, source) for path, inner in all_fields
                  if isinstance(inner, str) and path[0] != "accepter")  # fmt: skip
    by_key: dict[str | int, list[tuple[int, Path, object]]] = {}
    parts: dict[type, list[tuple[Path, Any]]] = {}
    for number, (path, inner) in enumerate(all_fields):
        by_key.setdefault(path[-1], []).append((number, path, inner))
        if isinstance(inner, Model):
            parts.setdefault(type(inner), []).append((path, inner))
    holders = [value, *(part for listed in parts.values() for _, part in listed)]
    lacking = frozenset(model for holder in holders if holder.rests for model in _lacking(holder))
    is_whole = not any(holder.rests for holder in holders)
    begins = tuple(accumulate((len(text.lower) + 1 for text in texts), initial=0))
    said = "\n".join([text.lower for text in texts])
    return Walk(all_fields, by_key, parts, lacking, is_whole, texts, said, begins)


def fields(value: object, path: Path = ()) -> list[tuple[Path, object]]:
    """List the fields, items and entries under `value` with their paths, a holder before what it holds."""
    found: list[tuple[Path, object]] = []
    _gather(value, path, found)
    return found


def _gather(value: object, path: Path, found: list[tuple[Path, object]]) -> None:
    if isinstance(value, (Model, Mapping)):
        inside: Iterable[tuple[str | int, object]] = value.items()
    elif isinstance(value, tuple):
        inside = enumerate(value)
    else:
        return
    for step, inner in inside:
        at = (*path, step)
        found.append((at, inner))
        if inner is not None and not isinstance(inner, str):
            _gather(inner, at, found)


def _text(words: str, path: Path, source: Plan | Aftale) -> Text:
    lower = words.lower()
    if len(lower) != len(words):  # as of the one letter that two stand for in lower case
        lower = words.replace("\u0130", "i").lower()
    return Text(words, lower, path, source, isinstance(words, Tekst))


def _lacking(holder: Model) -> Iterator[type[Model]]:
    for key in holder.rests:
        yield from models_at(type(holder), (key,))
        yield from models_at(type(holder), (key, 0))
