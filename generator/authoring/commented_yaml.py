"""A model as YAML to be filled in: every key, what belongs there, and an example.

A key that nothing is known of stands empty. What holds several things (a list, or keys of one's own)
shows one of them as a comment; without its `#` it is valid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from msgspec import Struct

from generator.plan.model.record import Field, Model
from generator.plan.model.shape import (
    Choice,
    Fields,
    Keys,
    KeysOf,
    ListOf,
    OneShape,
    Prose,
    Text,
    WholeNumber,
    all_fields,
    asked_for,
    choices_of,
    model_below,
    shape_of,
)
from generator.plan.model.values import Periode
from generator.plan.source.scalars import scalar

EXAMPLE_OF_A_PERIOD = "{fra: 1.8.2025, til: 31.7.2029}"
SOMETHING = "…"
COLUMN = 36

Inside = tuple[type[Model] | None, ...]
"""The models that an example stands in: the keys of none of them are shown in itself again."""


def skeleton(
    model: type[Model], known: Mapping[str, Any], *, comment: str = "# ", fields: Fields = all_fields
) -> str:
    """The model as YAML with what is known of it: text, mappings and lists of them, by key.

    `comment` stands in front of every line of an example.
    """
    written = _Skeleton(comment, fields).keys(model, known)
    return "\n\n".join("\n".join(lines) for lines in written) + "\n"


def listed(text: str) -> str:
    """The text as the one item of a list on one line."""
    return f"[{scalar(text, in_brackets=True)}]"


class _Skeleton(Struct, frozen=True):
    """Writer of a skeleton: `comment` stands in front of an example, `fields` says which fields there are."""

    comment: str
    fields: Fields

    def keys(self, model: type[Model], known: Mapping[str, Any]) -> Iterator[list[str]]:
        """The lines of each field."""
        for name, field in self.fields(model).items():
            yield self._field(name, field, known.get(name))

    def _field(self, name: str, field: Field, value: Any) -> list[str]:
        """The field's comment, its key and what is known or shown of it."""
        shape = _asked_for(field)
        value = field.default if value is None and isinstance(field.default, str) else value
        about = f"# {_about(field, shape)}"
        if _is_one_value(shape):
            return [about, f"{name}: {_written(value)}" if value else f"{name}:"]
        if isinstance(shape, Keys) and (value is not None or shape.model.is_whole(())):
            return [about, f"{name}:", *_indented(self._live(shape.model, value or {}))]
        example = (self.comment + line for line in self._shown(shape, field, value))
        return [about, f"{name}:", *self._known(shape, value), *example]

    def _live(self, model: type[Model], known: Mapping[str, Any]) -> Iterator[str]:
        for lines in self.keys(model, known):
            yield from lines

    def _known(self, shape: OneShape, value: Any) -> Iterator[str]:
        """The items or keys that are known."""
        for item in value if isinstance(value, list) else ():
            keys = item.items() if isinstance(item, dict) else ()
            yield from _as_item([f"{key}: {_written(inner)}" for key, inner in keys] or [scalar(item)])
        for key, inner in value.items() if isinstance(value, dict) else ():
            yield f"  {scalar(key)}:"
            if model := model_below(shape):
                yield from _indented(self._live(model, inner), 4)

    def _shown(self, shape: OneShape, field: Field, value: Any) -> Iterator[str]:
        """Lines of the example: of a list that has items, the other keys of the last of them."""
        model = model_below(shape)
        if model and isinstance(value, list) and value and isinstance(value[-1], dict):
            yield from _indented(self._example_keys(model, (model,), value[-1]), 4)
        elif not isinstance(value, dict):
            yield from self._example(shape, field, (model,))

    def _example(self, shape: OneShape, field: Field, inside: Inside) -> Iterator[str]:
        """One item of a list, one key of one's own with its value, or the keys of a model."""
        given = field.example.strip("[]{}")
        match shape:
            case Keys(model):
                yield from _indented(self._example_keys(model, inside))
            case ListOf():
                below = _shown_below(shape)
                keys = self._example_keys(below, (*inside, below)) if below else [given or SOMETHING]
                yield from _as_item(keys)
            case KeysOf():
                below = _shown_below(shape)
                if below and (not given or given.endswith(":")):
                    keys = self._example_keys(below, (*inside, below))
                    yield from (f"  {given or 'Navn:'}", *_indented(keys, 4))
                else:
                    yield from self._entries(below, given or f"Navn: {SOMETHING}")
            case Text() | Prose() | WholeNumber() | Choice():
                return
            case never:
                assert_never(never)

    def _entries(self, model: type[Model] | None, given: str) -> Iterator[str]:
        """Keys with a value each; behind the first, how the value is written with keys of its own."""
        first, *others = given.splitlines()
        if model:
            shown = ((key, field.example) for key, field in self.fields(model).items())
            keys = (f"{key}: {_in_braces(example)}" for key, example in shown if example)
            first = f"{first:<{COLUMN - 2}} # Eller: {{{', '.join(keys)}}}"
        yield from _indented([first, *others])

    def _example_keys(
        self, model: type[Model], inside: Inside, known: Iterable[str] = ()
    ) -> Iterator[str]:
        """Every key that is not known, with an example where it has one, and what belongs there."""
        for name, field in self.fields(model).items():
            if name in known:
                continue
            shape = _asked_for(field)
            value = _example_value(shape, field)
            below = model_below(shape)
            nested = value == "" and not _is_one_value(shape) and below not in inside
            yield f"{f'{name}: {value}'.rstrip():<{COLUMN}} # {_about(field, shape, example=False)}"
            if nested:
                yield from self._example(shape, field, (*inside, below))


def _written(value: Any, *, in_brackets: bool = False) -> str:
    """A text, or on the same line keys in braces and a list in brackets."""
    if isinstance(value, str):
        return scalar(value, in_brackets=in_brackets)
    if isinstance(value, list):
        return f"[{', '.join(_written(item, in_brackets=True) for item in value)}]"
    return f"{{{', '.join(f'{key}: {_written(inner, in_brackets=True)}' for key, inner in value.items())}}}"


def _in_braces(example: str) -> str:
    """The example of a word as it is written in braces, where a comma would end it without quotes."""
    return example if example.startswith('"') else scalar(example, in_brackets=True)


def _asked_for(field: Field) -> OneShape:
    return asked_for(shape_of(field.annotation))


def _shown_below(shape: OneShape) -> type[Model] | None:
    """The model whose keys are shown a line each: a period stands on one line."""
    model = model_below(shape)
    return None if model is Periode else model


def _is_one_value(shape: OneShape) -> bool:
    """Tell whether the value is written behind its key, with nothing below."""
    match shape:
        case Keys(model):
            return model is Periode
        case ListOf() | KeysOf():
            return False
        case Text() | Prose() | WholeNumber() | Choice():
            return True
        case never:
            assert_never(never)


def _example_value(shape: OneShape, field: Field) -> str:
    if _shown_below(shape):
        return ""
    if field.example:
        return field.example.strip()
    if words := choices_of(shape):
        return words[0]
    if model_below(shape) is Periode:
        return EXAMPLE_OF_A_PERIOD
    return SOMETHING if field.is_required else ""


def _about(field: Field, shape: OneShape, example: bool = True) -> str:
    """Description of the field, the words to choose from, and an example unless it follows."""
    parts = [field.description.strip()]
    if words := choices_of(shape):
        parts.append(f"Vælg mellem: {', '.join(words)}".rstrip(".") + ".")
    elif isinstance(shape, Prose):
        parts.append("Tekst.")
    elif example and _is_one_value(shape) and (shown := _example_value(shape, field)):
        parts.append(f"Eksempel: {shown}")
    return " ".join(parts)


def _as_item(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield ("    " if number else "  - ") + line


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + line for line in lines)
