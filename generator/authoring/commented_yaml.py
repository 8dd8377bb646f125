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

from generator.plan.model.base import Mangel
from generator.plan.model.record import Field, Model
from generator.plan.model.shape import Fields, all_fields
from generator.plan.model.values import Periode, Tekst

PLAIN = re.compile(r"[0-9A-Za-zÀ-ɏ](?:[ 0-9A-Za-zÀ-ɏ.,;()/+&'´§%-]*[0-9A-Za-zÀ-ɏ.)%])?")
"""Text that is a YAML scalar without quotes, whatever it means to other readers of YAML."""
EXAMPLE_OF_A_PERIOD = "{fra: 1.8.2025, til: 31.7.2029}"
SOMETHING = "…"
COLUMN = 36


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


def skeleton(
    model: type[Model], known: Mapping[str, Any], *, comment: str = "# ", fields: Fields = all_fields
) -> str:
    """The model as YAML with what is known of it: text, mappings and lists of them, by key.

    `comment` stands in front of every line of an example.
    """
    written = _Skeleton(comment, fields).keys(model, known)
    return "\n\n".join("\n".join(lines) for lines in written) + "\n"


def scalar(text: str) -> str:
    """The text as a YAML scalar that is read as the same text."""
    return text if PLAIN.fullmatch(text) else _quoted(text)


def listed(text: str) -> str:
    """The text as the one item of a list on one line."""
    return f"[{_in_braces(scalar(text))}]"


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
    if isinstance(annotation, type) and issubclass(annotation, Model) and annotation is not Periode:
        return Shape(Kind.MODEL, annotation)
    return Shape(Kind.PROSE if annotation is Tekst else Kind.WORD, annotation)


def _of_choices(shapes: Sequence[Shape]) -> Shape:
    """The first that is not a known gap, which may stand in place of any text."""
    return next(shape for shape in shapes if shape.inner is not Mangel or len(shapes) == 1)


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """How a skeleton is written: what stands in front of an example, and which fields there are."""

    comment: str
    fields: Fields

    def keys(self, model: type[Model], known: Mapping[str, Any]) -> Iterator[list[str]]:
        """The lines of each field."""
        for name, field in self.fields(model).items():
            yield self._field(name, field, known.get(name))

    def _field(self, name: str, field: Field, value: Any) -> list[str]:
        """The field's comment, its key and what is known or shown of it."""
        shape = shape_of(field.annotation)
        value = field.default if value is None and isinstance(field.default, str) else value
        lines = [f"# {_about(field, shape)}"]
        if shape.kind in (Kind.WORD, Kind.PROSE):
            return [*lines, f"{name}: {_written(value)}" if value else f"{name}:"]
        if shape.kind is Kind.MODEL and (value is not None or not _requires(shape.inner)):
            return [*lines, f"{name}:", *_indented(self._live(shape.inner, value or {}))]
        example = (self.comment + line for line in self._shown(shape, field, value))
        return [*lines, f"{name}:", *self._known(shape, value), *example]

    def _live(self, model: type[Model], known: Mapping[str, Any]) -> Iterator[str]:
        for lines in self.keys(model, known):
            yield from lines

    def _known(self, shape: Shape, value: Any) -> Iterator[str]:
        """The items or keys that are known."""
        for item in value if isinstance(value, list) else ():
            yield from _as_item(_pairs(item) if isinstance(item, dict) else [scalar(item)])
        for key, inner in value.items() if isinstance(value, dict) else ():
            yield f"  {scalar(key)}:"
            yield from _indented(self._live(shape.inner, inner), 4)

    def _shown(self, shape: Shape, field: Field, value: Any) -> Iterator[str]:
        """What is shown as an example: of a list that has items, the other keys of the last of them."""
        if isinstance(value, list) and value and isinstance(value[-1], dict):
            model = shape_of(shape.inner).inner
            yield from _indented(self._example_keys(model, (model,), value[-1]), 4)
        elif not isinstance(value, dict):
            yield from self._example(shape, field, (shape.inner,))

    def _example(self, shape: Shape, field: Field, inside: tuple[Any, ...]) -> Iterator[str]:
        """One item of a list, one key of one's own with its value, or the keys of a model."""
        if shape.kind is Kind.MODEL:
            yield from _indented(self._example_keys(shape.inner, inside))
            return
        inner = shape_of(shape.inner)
        given = field.example.strip("[]{}")
        has_keys = inner.kind is Kind.MODEL
        keys = self._example_keys(inner.inner, (*inside, inner.inner)) if has_keys else iter(())
        if shape.kind is Kind.LIST:
            yield from _as_item(keys if has_keys else [given or SOMETHING])
        elif has_keys and (not given or given.endswith(":")):
            yield from (f"  {given or 'Navn:'}", *_indented(keys, 4))
        else:
            yield from self._entries(inner, given or f"Navn: {SOMETHING}")

    def _entries(self, inner: Shape, given: str) -> Iterator[str]:
        """Keys with a value each; behind the first, how the value is written with keys of its own."""
        first, *others = given.splitlines()
        if inner.kind is Kind.MODEL:
            shown = ((key, field.example) for key, field in self.fields(inner.inner).items())
            keys = (f"{key}: {_in_braces(example)}" for key, example in shown if example)
            first = f"{first:<{COLUMN - 2}} # Eller: {{{', '.join(keys)}}}"
        yield from _indented([first, *others])

    def _example_keys(
        self, model: type[Model], inside: tuple[Any, ...], known: Iterable[str] = ()
    ) -> Iterator[str]:
        """Every key that is not known, with an example where it has one, and what belongs there."""
        for name, field in self.fields(model).items():
            if name in known:
                continue
            shape = shape_of(field.annotation)
            value = _example_value(shape, field)
            nested = value == "" and shape.kind not in (Kind.WORD, Kind.PROSE) and not _within(shape, inside)
            yield f"{f'{name}: {value}'.rstrip():<{COLUMN}} # {_about(field, shape, example=False)}"
            if nested:
                yield from self._example(shape, field, (*inside, shape.inner))


def _written(value: str | Mapping[str, str]) -> str:
    """A text, or the keys of a period in braces."""
    return scalar(value) if isinstance(value, str) else f"{{{', '.join(_pairs(value))}}}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _in_braces(scalar: str) -> str:
    """The scalar as it is written in braces or brackets, where a comma would end it without quotes."""
    return _quoted(scalar) if "," in scalar and not scalar.startswith('"') else scalar


def _pairs(values: Mapping[str, str]) -> list[str]:
    return [f"{key}: {scalar(text)}" for key, text in values.items()]


def _example_value(shape: Shape, field: Field) -> str:
    if _holds_a_model(shape):
        return ""
    if field.example:
        return field.example.strip()
    if shape.choices:
        return shape.choices[0]
    if shape.inner is Periode:
        return EXAMPLE_OF_A_PERIOD
    return SOMETHING if field.is_required else ""


def _holds_a_model(shape: Shape) -> bool:
    """Whether there are keys of a model to show in place of an example in one line."""
    items = shape_of(shape.inner) if shape.kind in (Kind.LIST, Kind.KEYS) else shape
    return items.kind is Kind.MODEL


def _within(shape: Shape, inside: tuple[Any, ...]) -> bool:
    inner = shape.inner if shape.kind is Kind.MODEL else shape_of(shape.inner).inner
    return inner in inside


def _about(field: Field, shape: Shape, example: bool = True) -> str:
    """What belongs in the field, the words to choose from, and an example unless it follows."""
    parts = [field.description.strip()]
    if shape.choices:
        parts.append(f"Vælg mellem: {', '.join(shape.choices)}".rstrip(".") + ".")
    elif shape.kind is Kind.PROSE:
        parts.append("Tekst.")
    elif example and shape.kind is Kind.WORD and (shown := _example_value(shape, field)):
        parts.append(f"Eksempel: {shown}")
    return " ".join(parts)


def _requires(model: type[Model]) -> bool:
    """Whether the model cannot be there with all its keys empty."""
    return any(field.is_required for field in model.fields.values())


def _as_item(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield ("    " if number else "  - ") + line


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + line for line in lines)
