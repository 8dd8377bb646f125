"""A model as YAML to be filled in: every key, what belongs there, and an example.

A key that nothing is known of stands empty. What holds several things (a list, or keys of one's own)
shows one of them as a comment; without its `#` it is valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.base import Mangel
from generator.model.values import Periode, Tekst

PLAIN = re.compile(r"[0-9A-Za-zÀ-ɏ](?:[ 0-9A-Za-zÀ-ɏ.,;()/+&'´§%-]*[0-9A-Za-zÀ-ɏ.)%])?")
"""Text that is a YAML scalar without quotes, whatever it means to other readers of YAML."""
EXAMPLE_OF_A_PERIOD = "{fra: 1.8.2025, til: 31.7.2029}"
SOMETHING = "…"


class Kind(Enum):
    """What a field holds."""

    WORD = "one value on a line"
    PROSE = "prose"
    LIST = "a list"
    KEYS = "keys that the writer chooses"
    MODEL = "keys that the model has"


@dataclass(frozen=True, slots=True)
class Shape:
    """The kind of a field; `inner` is what its items, keys or model are; `choices` the words it can be."""

    kind: Kind
    inner: Any = None
    choices: tuple[str, ...] = ()


def skeleton(model: type[BaseModel], known: Mapping[str, Any], *, comment: str = "# ") -> str:
    """The model as YAML with what is known of it: text, mappings and lists of them, by key.

    `comment` stands in front of every line of an example.
    """
    fields = [_field(name, field, known.get(name), comment) for name, field in model.model_fields.items()]
    return "\n\n".join("\n".join(lines) for lines in fields) + "\n"


def scalar(text: str) -> str:
    """The text as a YAML scalar that is read as the same text."""
    if PLAIN.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def shape_of(annotation: Any) -> Shape:
    """What a field with that annotation holds."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(args[0])
    if origin in (Union, UnionType):
        return _of_choices([shape_of(arg) for arg in args if arg is not NoneType])
    if origin is Literal:
        return Shape(Kind.WORD, choices=args)
    if origin is tuple:
        return Shape(Kind.LIST, args[0])
    if origin is dict:
        return Shape(Kind.KEYS, args[1])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not Periode:
        return Shape(Kind.MODEL, annotation)
    return Shape(Kind.PROSE if annotation is Tekst else Kind.WORD, annotation)


def _of_choices(shapes: Sequence[Shape]) -> Shape:
    """The first that is not a known gap, which may stand in place of any text."""
    return next(shape for shape in shapes if shape.inner is not Mangel or len(shapes) == 1)


def _field(name: str, field: FieldInfo, value: Any, comment: str) -> list[str]:
    """The field's comment, its key and what is known or shown of it."""
    shape = shape_of(field.annotation)
    value = field.default if value is None and isinstance(field.default, str) else value
    lines = [f"# {_about(field, shape)}"]
    if shape.kind in (Kind.WORD, Kind.PROSE):
        return [*lines, f"{name}: {_written(value)}" if value else f"{name}:"]
    if shape.kind is Kind.MODEL and (value is not None or not _requires(shape.inner)):
        return [*lines, f"{name}:", *_indented(_live(shape.inner, value or {}, comment))]
    example = [comment + line for line in _example(shape, field, (shape.inner,))]
    return [*lines, f"{name}:", *_known(shape, value, comment), *([] if isinstance(value, dict) else example)]


def _written(value: str | Mapping[str, str]) -> str:
    """A text, or the keys of a period in braces."""
    return scalar(value) if isinstance(value, str) else f"{{{', '.join(_pairs(value))}}}"


def _pairs(values: Mapping[str, str]) -> list[str]:
    return [f"{key}: {scalar(text)}" for key, text in values.items()]


def _live(model: type[BaseModel], known: Mapping[str, Any], comment: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield from _field(name, field, known.get(name), comment)


def _known(shape: Shape, value: Any, comment: str) -> Iterator[str]:
    """The items or keys that are known."""
    for item in value if isinstance(value, list) else ():
        yield from _as_item(_pairs(item) if isinstance(item, dict) else [scalar(item)])
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield f"  {scalar(key)}:"
        yield from _indented(_live(shape.inner, inner, comment), 4)


def _example(shape: Shape, field: FieldInfo, inside: tuple[Any, ...]) -> Iterator[str]:
    """One item of a list, one key of one's own with its value, or the keys of a model."""
    if shape.kind is Kind.MODEL:
        yield from _indented(_example_keys(shape.inner, inside))
        return
    inner = shape_of(shape.inner)
    given = str(field.examples[0]).strip("[]{}") if field.examples else SOMETHING
    lines = list(_example_keys(inner.inner, (*inside, inner.inner))) if inner.kind is Kind.MODEL else [given]
    if shape.kind is Kind.LIST:
        yield from _as_item(lines)
    elif inner.kind is Kind.MODEL:
        yield from (*([f"  {given}"] if field.examples else []), "  Navn:", *_indented(lines, 4))
    else:
        yield f"  {given}" if field.examples else f"  Navn: {SOMETHING}"


def _example_keys(model: type[BaseModel], inside: tuple[Any, ...]) -> Iterator[str]:
    """Every key of the model, with an example where it has one, and what belongs there behind it."""
    for name, field in model.model_fields.items():
        shape = shape_of(field.annotation)
        value = _example_value(shape, field)
        nested = value == "" and shape.kind not in (Kind.WORD, Kind.PROSE) and not _within(shape, inside)
        yield f"{f'{name}: {value}'.rstrip():<36} # {_about(field, shape, example=False)}"
        if nested:
            yield from _example(shape, field, (*inside, shape.inner))


def _example_value(shape: Shape, field: FieldInfo) -> str:
    if _holds_a_model(shape):
        return ""
    if field.examples:
        return str(field.examples[0]).strip()
    if shape.choices:
        return shape.choices[0]
    if shape.inner is Periode:
        return EXAMPLE_OF_A_PERIOD
    return SOMETHING if field.is_required() else ""


def _holds_a_model(shape: Shape) -> bool:
    """Whether there are keys of a model to show in place of an example in one line."""
    items = shape_of(shape.inner) if shape.kind in (Kind.LIST, Kind.KEYS) else shape
    return items.kind is Kind.MODEL


def _within(shape: Shape, inside: tuple[Any, ...]) -> bool:
    inner = shape.inner if shape.kind is Kind.MODEL else shape_of(shape.inner).inner
    return inner in inside


def _about(field: FieldInfo, shape: Shape, example: bool = True) -> str:
    """What belongs in the field, the words to choose from, and an example unless it follows."""
    parts = [(field.description or "").strip()]
    if shape.choices:
        parts.append(f"Vælg mellem: {', '.join(shape.choices)}".rstrip(".") + ".")
    elif shape.kind is Kind.PROSE:
        parts.append("Tekst.")
    elif example and shape.kind is Kind.WORD and (shown := _example_value(shape, field)):
        parts.append(f"Eksempel: {shown}")
    return " ".join(parts)


def _requires(model: type[BaseModel]) -> bool:
    """Whether the model cannot be there with all its keys empty."""
    return any(field.is_required() for field in model.model_fields.values())


def _as_item(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield ("    " if number else "  - ") + line


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + line for line in lines)
