"""Strings, lists and mappings → a model; and everything in them that the model cannot take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar, assert_never

from generator.plan.model.own import OwnNumber, OwnText
from generator.plan.model.problems import Fault, Problem
from generator.plan.model.record import NOTHING, Model
from generator.plan.model.refusal import NotText, Refused
from generator.plan.model.shape import (
    Choice,
    Keys,
    KeysOf,
    ListOf,
    Maybe,
    OrKeys,
    OrList,
    Prose,
    Shape,
    Text,
    WholeNumber,
    shape_of,
)
from generator.plan.source.tree import KeyPath

M = TypeVar("M", bound=Model)


class Unreadable(ValueError):
    """Data that a model cannot take, with every problem in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


Reader = Callable[[Any, KeyPath, list[Problem]], Any]
"""Turns the data at a path into a value; adds what is wrong to the list, and returns LOST."""

LOST: Any = object()
TEXT, A_LIST, KEYS, A_WHOLE_NUMBER, A_WORD = "text", "a list", "keys", "a whole number", "a word"
"""Names of what can be wanted, for us: nobody reads them."""


def model_of(model: type[M], data: Any) -> M:
    """Make the model of the data; values that are made already are taken. Raises Unreadable."""
    return value_of(model, data)  # type: ignore[no-any-return]


def value_of(annotation: Any, data: Any) -> Any:
    """The same for anything that a field can be annotated with."""
    problems: list[Problem] = []
    value = _reader(annotation)(data, (), problems)
    if problems:
        raise Unreadable(problems)
    return value


@cache
def _reader(annotation: Any) -> Reader:
    return reader_of(shape_of(annotation))


def reader_of(shape: Shape) -> Reader:
    """The reader of data of that shape."""
    match shape:
        case Text(make, _) | Prose(make, _):
            return _plain(make)
        case Choice(words):
            return _choice(words)
        case WholeNumber():
            return _whole_number
        case ListOf(item):
            return _list(reader_of(item))
        case KeysOf(value):
            return _keys_of_ones_own(reader_of(value))
        case Keys(model):
            return _keys(model)  # type: ignore[arg-type]  # mypy takes the class for one of its instances
        case OrList(other, items):
            return _either((list, tuple), reader_of(items), reader_of(other))
        case OrKeys(other, keys):
            return _either((dict, Model), reader_of(keys), reader_of(other))
        case Maybe(inner):
            return _maybe(reader_of(inner))
        case never:
            assert_never(never)


def _plain(make: Callable[[object], Any]) -> Reader:
    """A value that is made, or refused, by a function of its own."""

    def one(value: Any, path: KeyPath, problems: list[Problem]) -> Any:
        try:
            return make(value)
        except NotText:
            return _lost(problems, Problem(path, Fault.WRONG_SHAPE, TEXT))
        except Refused as refused:
            return _lost(problems, Problem(path, Fault.REFUSED, refused=refused))

    return one


def _maybe(inner: Reader) -> Reader:
    """A value, or nothing: also where there are keys, and nothing is written at any of them."""

    def one(value: Any, path: KeyPath, problems: list[Problem]) -> Any:
        made = None if value is None else inner(value, path, problems)
        return None if isinstance(made, Model) and not made.given else made

    return one


def _either(kinds: tuple[type, ...], of_those: Reader, other: Reader) -> Reader:
    """Read data of those kinds with the one reader, and whatever else there is with the other."""

    def one(value: Any, path: KeyPath, problems: list[Problem]) -> Any:
        return (of_those if isinstance(value, kinds) else other)(value, path, problems)

    return one


def _choice(words: tuple[str, ...]) -> Reader:
    def one(value: Any, path: KeyPath, problems: list[Problem]) -> Any:
        if isinstance(value, str) and value in words:
            return OwnText(value)
        return _lost(problems, Problem(path, Fault.NOT_A_CHOICE, choices=words))

    return one


def _list(item: Reader) -> Reader:
    def one(value: Any, path: KeyPath, problems: list[Problem]) -> Any:
        if not isinstance(value, (list, tuple)):
            return _lost(problems, Problem(path, Fault.WRONG_SHAPE, A_LIST))
        return tuple(_inside(item, inner, (*path, number), problems) for number, inner in enumerate(value))

    return one


def _keys_of_ones_own(item: Reader) -> Reader:
    def one(value: Any, path: KeyPath, problems: list[Problem]) -> Any:
        if not isinstance(value, dict):
            return _lost(problems, Problem(path, Fault.WRONG_SHAPE, KEYS))
        return {key: _inside(item, inner, (*path, key), problems) for key, inner in value.items()}

    return one


def _inside(item: Reader, value: Any, path: KeyPath, problems: list[Problem]) -> Any:
    """An item, or the value of a key of one's own: it is there, so something must be written."""
    if _is_blank(value):
        return _lost(problems, Problem(path, Fault.MISSING_KEY))
    return item(value, path, problems)


def _whole_number(value: Any, path: KeyPath, problems: list[Problem]) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return OwnNumber(value)
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", value):
        return OwnNumber(value)
    return _lost(problems, Problem(path, Fault.WRONG_SHAPE, A_WHOLE_NUMBER))


@cache
def _keys(model: type[Model]) -> Reader:
    return _Keys(model)


class _Keys:
    """The keys of a model, or the text that stands for them."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        self.readers = {name: _reader(field.annotation) for name, field in model.fields.items()}
        self.required = [name for name in model.fields if name in model.required]

    def __call__(self, value: Any, path: KeyPath, problems: list[Problem]) -> Any:
        if isinstance(value, self.model):
            return value
        if isinstance(value, str):
            return self._alone(value, path, problems)
        if not isinstance(value, dict):
            return _lost(problems, Problem(path, Fault.WRONG_SHAPE, KEYS))
        before = len(problems)
        given = self._given(value, path, problems)
        return self.model(**given) if len(problems) == before else LOST

    def _alone(self, text: str, path: KeyPath, problems: list[Problem]) -> Any:
        key = self.model.alone
        if refused := self.model.refuse_text(text):
            return _lost(problems, Problem(path, Fault.REFUSED, refused=refused))
        if not key:
            return _lost(problems, Problem(path, Fault.WRONG_SHAPE, KEYS))
        value = self.readers[key](text, path, problems)
        return value if value is LOST else self.model(**{key: value})

    def _given(self, data: Mapping[str, Any], path: KeyPath, problems: list[Problem]) -> dict[str, Any]:
        """The values of the keys that have one: an empty key, text, list or mapping is a missing one."""
        given: dict[str, Any] = {}
        for key, value in data.items():
            if key not in self.readers:
                problems.append(Problem((*path, key), Fault.UNKNOWN_KEY))
            elif not _is_blank(value):
                made = self.readers[key](value, (*path, key), problems)
                given |= {} if made in NOTHING else {key: made}
        problems += [Problem((*path, key), Fault.MISSING_KEY) for key in self.required if key not in given]
        one_of = self.model.one_of
        if one_of and not any(key in given for key in one_of):
            problems.append(Problem((*path, one_of[0]), Fault.MISSING_KEY, choices=one_of))
        sound = {key: value for key, value in given.items() if value is not LOST}
        problems += [Problem((*path, key), Fault.REFUSED, refused=refused)
                     for key, refused in self.model.contradictions(sound)]  # fmt: skip
        return given


def _is_blank(value: Any) -> bool:
    """Tell if nothing is written, or only space, such as a `|` with no lines below it yet."""
    return value is None or (isinstance(value, str) and not value.strip())


def _lost(problems: list[Problem], problem: Problem) -> Any:
    problems.append(problem)
    return LOST
