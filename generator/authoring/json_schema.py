"""The JSON Schema (2020-12) of every kind of file, for editors that complete and underline YAML.

It is made from the models: their keys, descriptions, examples and words to choose from. It is never
stricter than the model, so that what an editor underlines is wrong; `aftale check` says the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from generator.plan import kinds
from generator.plan.kinds import FileKind
from generator.plan.model.patterns import PLACE_IN_A_ROW, Schema
from generator.plan.model.record import Field, Model
from generator.plan.model.shape import alternatives
from generator.plan.source.read import read_yaml_bytes

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ASCII = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa", ord("Æ"): "Ae", ord("Ø"): "Oe", ord("Å"): "Aa"}

EMPTY: Schema = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}
"""Nothing after the colon. It is null, but where a schema says so editors offer the word `null`, a text."""


def schema_files() -> dict[str, str]:
    """The text of every schema by the name of its file."""
    return {file_name(kind): _text(schema(kind)) for kind in kinds.files()}


def file_name(kind: FileKind) -> str:
    """`helhedsplan.schema.json`."""
    return f"{kind.name}.schema.json"


def schema(kind: FileKind) -> Schema:
    """The schema of that kind of file."""
    model = kind.model
    inner = {definition(one): _model(one) for one in _inside(model)}
    head = {"$schema": DIALECT, "title": f"{kind.name}.yaml", "description": kind.about}
    return head | {"$defs": dict(sorted(inner.items()))} | _keys(model)


def definition(model: type[Model]) -> str:
    """The name of the model within a schema: ASCII, since it stands in the links."""
    return model.__name__.translate(ASCII)


def shape(annotation: Any) -> Schema:
    """What the annotation takes, as JSON Schema; the models in it by links."""
    choices = [_one(part) for part in alternatives(annotation)]
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _one(annotation: Any) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return dict(arguments[1].looks)
    if origin is Literal:
        return {"enum": list(arguments), "type": "string"}
    if origin is tuple:
        return {"items": shape(arguments[0]), "type": "array"}
    if origin is dict:
        return {"additionalProperties": shape(arguments[1]), "type": "object"}
    if annotation is int:
        return dict(PLACE_IN_A_ROW)
    if annotation is NoneType:
        return dict(EMPTY)
    if issubclass(annotation, Model):
        return {"$ref": f"#/$defs/{definition(annotation)}"}
    return dict(annotation.looks)


def _inside(model: type[Model]) -> list[type[Model]]:
    """The models that the model's keys hold, and those in them."""
    found: dict[type[Model], None] = {}
    wanted = [model]
    while wanted:
        held = [one for field in wanted.pop().fields.values() for one in _models(field.annotation)]
        wanted += [one for one in held if one not in found]
        found.update(dict.fromkeys(held))
    return list(found)


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _model(model: type[Model]) -> Schema:
    """The model's keys, or the value of the one key that is enough alone."""
    keys = _keys(model) | {"title": model.__name__}
    return {"anyOf": [keys["properties"][model.alone], keys]} if model.alone else keys


def _keys(model: type[Model]) -> Schema:
    required = [name for name, field in model.fields.items() if field.is_required]
    keys = {name: _field(field) for name, field in model.fields.items()}
    shape: Schema = {"type": "object", "additionalProperties": False, "properties": keys}
    return shape | ({"required": required} if required else {})


def _field(field: Field) -> Schema:
    """What the field takes, and what an editor says of it; a key may be empty unless it is required."""
    said: Schema = {"description": field.description}
    if isinstance(field.default, str):
        said["default"] = field.default
    if field.example:
        said["examples"] = [value_of(field.example)]
    return said | _lists_first(shape(field.annotation if field.is_required else field.annotation | None))


def _lists_first(choice: Schema) -> Schema:
    """The choice with what is in its list beside it, where editors look when they begin a list."""
    choices = choice.get("anyOf", ())
    items = next((one["items"] for one in choices if "items" in one), None)
    if items is None:
        return choice
    return {"items": items, "anyOf": [{"type": "array"} if "items" in one else one for one in choices]}


def value_of(example: str) -> Any:
    """The example as the value that it is in YAML: text, a list or keys."""
    indented = example.replace("\n", "\n  ")
    data = read_yaml_bytes(f"x: {indented}\n".encode(), "example").data
    return data["x"] if isinstance(data, dict) else None


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
