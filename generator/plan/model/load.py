"""A source → a model of it, or a finding for everything in it that the model cannot take."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct

from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.language import listed, say
from generator.base.nearest import offered, suggestion
from generator.plan.model import hints, reader, wrong_shapes
from generator.plan.model.as_typed import findings_as_typed, is_spoilt
from generator.plan.model.problems import Fault, Problem
from generator.plan.model.reader import A_WORD
from generator.plan.model.record import Model
from generator.plan.model.refusal import Refused
from generator.plan.model.round_keys import EVERY_KEY, Key, RoundKeys
from generator.plan.source import codes
from generator.plan.source.read import Source
from generator.plan.source.tree import KeyPath

M = TypeVar("M", bound=Model)


class Loaded(Struct, Generic[M], frozen=True):
    """A model together with the source it was read from."""

    value: M
    source: Source

    def place(self, *path: str | int) -> Place:
        """Place of the value at the path: keys, and positions from 0.

        A value that is missing has the place of the nearest thing that would hold it.
        """
        if found := self.source.places.get(path):
            return found
        known = tuple(unicodedata.normalize("NFC", e) if isinstance(e, str) else e for e in path)
        return self.source.places.get(known) or holder(self.source, known)


def load(source: Source, model: type[M], keys: RoundKeys = EVERY_KEY) -> Loaded[M]:
    """Make the model that the source holds. Raises Rejected with a finding for each error, in file order.

    `keys` are those that the file may have. Errors of the source itself are among the findings; what only
    follows from one of those, or stands below a key that is refused, is not told.
    """
    foreign = keys.foreign(source, model)
    findings = [_of_another_round(source, path, key, keys) for path, key in foreign.items()]
    try:
        value = reader.model_of(model, source.data)
    except reader.Unreadable as unreadable:
        for problem in unreadable.problems:
            if any(problem.path[: len(path)] == path for path in foreign) or _is_spoilt(problem, source):
                continue
            findings += _findings(problem, source, model, keys)
    findings += findings_as_typed(source, model)
    told = {finding.place for finding in source.findings}
    findings = [*source.findings, *(finding for finding in findings if finding.place not in told)]
    if findings:
        raise Rejected(sorted(dict.fromkeys(findings), key=lambda finding: finding.place))
    return Loaded(value, source)


def _is_spoilt(problem: Problem, source: Source) -> bool:
    """Tell whether it follows from a character that nobody can see; prose tells of its own itself."""
    if problem.refused and problem.refused.code == codes.PROSE:
        return False
    value = value_at(source, problem.path) if problem.path in source.places else None
    return is_spoilt(problem.path[-1] if problem.path else None) or is_spoilt(value)


def holder(source: Source, path: KeyPath) -> Place:
    """Place of the nearest key or item above the path; of the file's first key when there is none."""
    while path:
        path = path[:-1]
        if path in source.places:
            return source.key_places.get(path) or source.places[path]
    return source.places[()]


def value_at(source: Source, path: KeyPath) -> Any:
    """Value of the source at a path that its places know."""
    value: Any = source.data
    for element in path:
        value = value[element]
    return value


def key_path(path: KeyPath) -> str:
    """Write a path as people read it, items counted from 1: budget.finansiering[1].beløb."""
    words = ""
    for element in path:
        if isinstance(element, int):
            words += f"[{element + 1}]"
        elif "." in element or "[" in element:
            words += f'["{element}"]'
        else:
            words += f".{element}" if words else element
    return words


def _findings(
    problem: Problem, source: Source, model: type[Model], keys: RoundKeys
) -> Iterator[Finding]:
    path = problem.path
    if problem.refused:
        yield from _refused(source, path, problem.refused)
    elif problem.fault is Fault.UNKNOWN_KEY:
        yield _unknown_key(source, model, path, keys)
    elif problem.fault is Fault.MISSING_KEY or value_at(source, path) is None:
        yield _missing(source, model, path, problem.choices)
    elif problem.fault is Fault.NOT_A_CHOICE:
        yield _not_a_choice(source, path, problem.choices)
    else:
        yield _wrong_shape(source, model, path, problem.wanted, keys)


def _finding(
    code: Code, path: KeyPath, message: str, hint: str, source: Source, place: Place | None = None
) -> Finding:
    words = key_path(path)
    where = place or source.places.get(path) or holder(source, path)
    return Finding(code, f"{words}: {message}" if words else message, hint, where)


def _unknown_key(source: Source, model: type[Model], path: KeyPath, keys: RoundKeys) -> Finding:
    hint = hints.after_comma(source.data, path) or hints.unknown_key(model, path, keys.fields, source.data)
    above = _above(path)
    message = say("there is no key `{key}` here", key=path[-1]) if above is None else say(
        "there is no key `{key}` under `{above}`", key=path[-1], above=above
    )
    return _finding(codes.UNKNOWN_KEY, path, message, hint, source, source.key_places.get(path))


def _of_another_round(source: Source, path: KeyPath, key: Key, keys: RoundKeys) -> Finding:
    above, rounds = _above(path), listed(keys.who_has(key))
    message = say("there is no key `{key}` here in the round {midler}", key=path[-1], midler=keys.midler)
    if above is not None:
        message = say("there is no key `{key}` under `{above}` in the round {midler}",
                      key=path[-1], above=above, midler=keys.midler)  # fmt: skip
    hint = say("leave it out")
    if rounds:
        hint = say("it is a key of {rounds}; leave it out, or mend `midler`", rounds=rounds)
    return _finding(codes.KEY_OF_ANOTHER_ROUND, path, message, hint, source, source.key_places[path])


def _above(path: KeyPath) -> str | None:
    """Key that the path stands right under; None for the file, and for an item of a list."""
    return path[-2] if len(path) > 1 and isinstance(path[-2], str) else None


def _missing(
    source: Source, model: type[Model], path: KeyPath, one_of: tuple[str, ...] = ()
) -> Finding:
    """Finding for a key that is missing, or for all of those of which one is wanted."""
    if path in source.places:
        hint = hints.after_comma(source.data, path) or hints.empty_key(model, path)
        return _finding(codes.MISSING_KEY, path, say("nothing is written here"), hint, source)
    above, message = path[:-1], say("the key `{key}` is missing", key=path[-1])
    place = source.key_places.get(above) or source.places[above]
    hint = hints.missing_key(model, path, one_of)
    return _finding(codes.MISSING_KEY, above, message, hint, source, place)


def _wrong_shape(
    source: Source, model: type[Model], path: KeyPath, wanted: str, keys: RoundKeys
) -> Finding:
    value = value_at(source, path)
    hint = wrong_shapes.hint(model, path, wanted, value, keys.fields)
    return _finding(codes.WRONG_TYPE, path, wrong_shapes.message(wanted, value), hint, source)


def _not_a_choice(source: Source, path: KeyPath, choices: tuple[str, ...]) -> Finding:
    value = value_at(source, path)
    if not isinstance(value, str):
        hint = say("write one of: {words}", words=offered(choices))
        return _finding(codes.WRONG_TYPE, path, wrong_shapes.message(A_WORD, value), hint, source)
    message = say("`{typed}` is not one of the words that can stand here", typed=value)
    return _finding(codes.NOT_A_CHOICE, path, message, suggestion(value, choices), source)


def _refused(source: Source, path: KeyPath, refused: Refused) -> Iterator[Finding]:
    """Yield the refusal of a value; where it has several complaints, each at its line of a text block."""
    if not refused.complaints:
        hint = hints.in_brackets(refused.hint) if _stands_in_brackets(source, path) else refused.hint
        yield _finding(refused.code, path, refused.message, hint, source)
    block = source.blocks.get(path)
    for line, column, message, hint in refused.complaints:
        place = Place(block.file, block.line + line - 1, block.column + column - 1) if block else None
        yield _finding(refused.code, path, message, hint, source, place)


def _stands_in_brackets(source: Source, path: KeyPath) -> bool:
    """Tell whether the value is in { } or [ ]: those begin before the first key in them."""
    keys = value_at(source, path[:-1]) if path else None
    if not isinstance(keys, dict):
        return False
    first = source.key_places.get((*path[:-1], next(iter(keys))))
    return first != source.places.get(path[:-1])
