"""A source → a model of it, or a finding for everything in it that the model cannot take."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator import codes
from generator.findings import Finding, Place, Rejected, Severity
from generator.model import hints
from generator.source import Source
from generator.yaml_tree import KeyPath

M = TypeVar("M", bound=BaseModel)
WRONG_SHAPES = {
    "model_type": "keys", "model_attributes_type": "keys", "dict_type": "keys", "mapping_type": "keys",
    "tuple_type": "a list", "list_type": "a list",
    "string_type": "text", "int_type": "a whole number", "int_parsing": "a whole number",
    codes.WRONG_TYPE: "text",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """A model together with the source it was read from."""

    value: M
    source: Source

    def place(self, *path: str | int) -> Place:
        """Where the value of the path (keys, and positions from 0) stands.

        A value that is missing has the place of the nearest thing that would hold it.
        """
        known = tuple(unicodedata.normalize("NFC", e) if isinstance(e, str) else e for e in path)
        return self.source.places.get(known) or holder(self.source, known)


def load(source: Source, model: type[M]) -> Loaded[M]:
    """The model that the source holds. Raises Rejected with a finding for each error, in file order.

    Errors of the source itself are among them; what only follows from one of those is not told.
    """
    findings = _unknown_empty_keys(source, model)
    try:
        value = model.model_validate(source.data)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            findings += _findings(dict(one), source, model)
    told = {finding.place for finding in source.findings}
    findings = [*source.findings, *(finding for finding in findings if finding.place not in told)]
    if findings:
        raise Rejected(sorted(dict.fromkeys(findings), key=lambda finding: finding.place))
    return Loaded(value, source)


def holder(source: Source, path: KeyPath) -> Place:
    """The place of the nearest key or item above the path; of the file's first key when there is none."""
    while path:
        path = path[:-1]
        if path in source.places:
            return source.key_places.get(path) or source.places[path]
    return source.places[()]


def value_at(source: Source, path: KeyPath) -> Any:
    """What the source holds at a path that its places know."""
    value: Any = source.data
    for element in path:
        value = value[element]
    return value


def key_path(path: KeyPath) -> str:
    """The path as people read it, items counted from 1: budget.finansiering[1].beløb."""
    words = ""
    for element in path:
        if isinstance(element, int):
            words += f"[{element + 1}]"
        elif "." in element or "[" in element:
            words += f'["{element}"]'
        else:
            words += f".{element}" if words else element
    return words


def _findings(error: dict[str, Any], source: Source, model: type[BaseModel]) -> Iterator[Finding]:
    kind, context = error["type"], error.get("ctx", {})
    path = _known_path(error["loc"], source)
    value = value_at(source, path)
    if kind == "extra_forbidden":
        yield _unknown_key(source, model, path)
    elif kind == "missing" or (value is None and kind in WRONG_SHAPES):
        yield _missing(source, model, path, error["loc"] if kind == "missing" else path)
    elif kind in WRONG_SHAPES:
        wanted = WRONG_SHAPES[kind]
        message = f"{wanted} {'are' if wanted == 'keys' else 'is'} wanted, not {hints.shape(value)}"
        yield _finding(codes.WRONG_TYPE, path, message, hints.wrong_shape(model, path, wanted, value), source)
    elif kind in ("literal_error", "enum"):
        yield _not_a_choice(source, path, value, str(context.get("expected", "")))
    elif context.get("complaints"):
        yield from _complaints(source, path, context["complaints"])
    else:
        yield _refused(source, path, kind, error["msg"], context)


def _unknown_empty_keys(source: Source, model: type[BaseModel]) -> list[Finding]:
    """Keys that no model knows and that have no value: a model passes over them as if missing.

    They matter most where a comma cut a text in two: `{beløb: 14,600}` has the empty key `600`.
    """
    empty = (path for path in source.key_places if value_at(source, path) is None)
    return [_unknown_key(source, model, path) for path in empty if hints.is_unknown(model, path)]


def _known_path(loc: tuple[str | int, ...], source: Source) -> KeyPath:
    """The part of pydantic's location that the source has; the rest names branches of unions."""
    path: KeyPath = ()
    for element in loc:
        if (*path, element) in source.places:
            path = (*path, element)
    return path


def _finding(
    code: str, path: KeyPath, message: str, hint: str, source: Source, place: Place | None = None
) -> Finding:
    words = key_path(path)
    where = place or source.places.get(path) or holder(source, path)
    return Finding(code, Severity.ERROR, f"{words}: {message}" if words else message, hint, where)


def _unknown_key(source: Source, model: type[BaseModel], path: KeyPath) -> Finding:
    key = str(path[-1])
    hint = hints.after_comma(source.data, path) or hints.unknown_key(model, path)
    above = f"under `{path[-2]}`" if len(path) > 1 and isinstance(path[-2], str) else "here"
    message = f"there is no key `{key}` {above}"
    return _finding(codes.UNKNOWN_KEY, path, message, hint, source, source.key_places.get(path))


def _missing(source: Source, model: type[BaseModel], path: KeyPath, loc: KeyPath) -> Finding:
    missing = path if path and path[-1] == loc[-1] else (*path, loc[-1])
    example = hints.example(model, missing)
    if missing in source.places:
        hint = hints.after_comma(source.data, missing) or f"write something after the colon{example}"
        return _finding(codes.MISSING_KEY, missing, "nothing is written here", hint, source)
    hint = f"write `{missing[-1]}:`{example}"
    return _finding(codes.MISSING_KEY, path, f"the key `{missing[-1]}` is missing", hint, source, (
        source.key_places.get(path) or source.places[path]
    ))  # fmt: skip


def _not_a_choice(source: Source, path: KeyPath, value: Any, expected: str) -> Finding:
    choices = hints.choices(expected)
    if not isinstance(value, str):
        message = f"a word is wanted, not {hints.shape(value)}"
        return _finding(codes.WRONG_TYPE, path, message, f"write one of: {', '.join(choices)}", source)
    message = f"`{value}` is not one of the words that can stand here"
    return _finding(codes.NOT_A_CHOICE, path, message, hints.choice(value, choices), source)


def _complaints(
    source: Source, path: KeyPath, complaints: list[tuple[int, int, str, str]]
) -> Iterator[Finding]:
    block = source.blocks.get(path)
    for line, column, message, hint in complaints:
        place = Place(block.file, block.line + line - 1, block.column + column - 1) if block else None
        yield _finding(codes.PROSE, path, message, hint, source, place)


def _refused(source: Source, path: KeyPath, kind: str, words: str, context: dict[str, Any]) -> Finding:
    """What a validator refused: ours bring their code, message and hint; others only their words."""
    message = str(context.get("message") or words)
    if "hint" in context:
        return _finding(kind, path, message, str(context["hint"]), source)
    hint = "see the guide for what can stand here"
    return _finding(codes.OTHER_SHAPE, path, message.removeprefix("Value error, "), hint, source)
