"""The JSON Schema (2020-12) of every kind of file, for editors that complete and underline YAML.

It is made from the models: their keys, descriptions, examples and words to choose from. It is never
stricter than the model, so that what an editor underlines is wrong; `aftale check` says the rest. For each
round there are schemas with its own keys, and the words of its form; those beside them are for any round.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, assert_never

from msgspec import Struct

from generator.authoring.examples import ANY, ROUND, words_of
from generator.base.to_ascii import to_ascii
from generator.plan import kinds
from generator.plan.kinds import FileKind
from generator.plan.model.form import Form
from generator.plan.model.patterns import PLACE_IN_A_ROW, Schema
from generator.plan.model.record import Field, Model
from generator.plan.model.round_keys import Key, RoundKeys
from generator.plan.model.shape import (
    Choice,
    Fields,
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
    all_fields,
    models_in,
    shape_of,
)
from generator.plan.source.read import read_yaml_bytes

DIALECT = "https://json-schema.org/draft/2020-12/schema"

EMPTY: Schema = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}
"""Nothing after the colon. It is null, but where a schema says so editors offer the word `null`, a text."""


def schema_files(rounds: Sequence[str], forms: Iterable[Form]) -> dict[str, str]:
    """The text of every schema by the name of its file, those of the forms' rounds in a folder a round.

    `rounds` are all that a plan can be of.
    """
    files = {file_name(kind): _text(schema(kind, rounds)) for kind in kinds.files()}
    for form in forms:
        of_plans = (kinds.HELHEDSPLAN, *kinds.DOCUMENTS)
        files |= {file_name(kind, form): _text(schema(kind, rounds, form)) for kind in of_plans}
    return files


def file_name(kind: FileKind, form: Form | None = None) -> str:
    """`helhedsplan.schema.json`, or `2019-26/helhedsplan.schema.json` of one round."""
    return f"{form.midler}/{kind.name}.schema.json" if form else f"{kind.name}.schema.json"


def schema(kind: FileKind, rounds: Sequence[str], form: Form | None = None) -> Schema:
    """The schema of that kind of file in the form's round, or in any of the rounds."""
    model = kind.model
    words = {ROUND: rounds} | (words_of(form) if form else {})
    keys = _Keys(RoundKeys.of(form, kind).fields if form else all_fields, words)
    inner = {definition(one): keys.model(one) for one in keys.inside(model)}
    head = {"$schema": DIALECT, "title": f"{kind.name}.yaml", "description": kind.about}
    return head | {"$defs": dict(sorted(inner.items()))} | keys.of(model)


def definition(model: type[Model]) -> str:
    """The name of the model within a schema: ASCII, since it stands in the links."""
    return to_ascii(model.__name__)


def shape(annotation: Any) -> Schema:
    """Everything that the annotation takes, as JSON Schema; the models in it by links."""
    return _schema_of(shape_of(annotation))


def _schema_of(shape: Shape) -> Schema:
    match shape:
        case Text(_, looks) | Prose(_, looks):
            return dict(looks)
        case Choice(words):
            return {"enum": list(words), "type": "string"}
        case WholeNumber():
            return dict(PLACE_IN_A_ROW)
        case ListOf(item):
            return {"items": _schema_of(item), "type": "array"}
        case KeysOf(value):
            return {"additionalProperties": _schema_of(value), "type": "object"}
        case Keys(model):
            return {"$ref": f"#/$defs/{definition(model)}"}
        case OrList(other, instead) | OrKeys(other, instead):
            choice = _schema_of(other)
            return {"anyOf": [*choice.get("anyOf", [choice]), _schema_of(instead)]}
        case Maybe(inner):
            choice = _schema_of(inner)
            return {"anyOf": [*choice.get("anyOf", [choice]), dict(EMPTY)]}
        case never:
            assert_never(never)


class _Keys(Struct, frozen=True):
    """The keys of models as a schema has them: which there are, and the words that are offered for some."""

    fields: Fields
    words: Mapping[Key, Sequence[str]]

    def inside(self, model: type[Model]) -> list[type[Model]]:
        """The models that the model's keys hold, and those in them."""
        found: dict[type[Model], None] = {}
        wanted = [model]
        while wanted:
            fields = self.fields(wanted.pop()).values()
            held = [one for field in fields for one in models_in(shape_of(field.annotation))]
            wanted += [one for one in held if one not in found]
            found.update(dict.fromkeys(held))
        return list(found)

    def model(self, model: type[Model]) -> Schema:
        """The model's keys, or the value of the one key that is enough alone."""
        keys = self.of(model) | {"title": model.__name__}
        return {"anyOf": [keys["properties"][model.alone], keys]} if model.alone else keys

    def of(self, model: type[Model]) -> Schema:
        """The model's keys."""
        fields = self.fields(model)
        required = [name for name, field in fields.items() if field.is_required]
        keys = {name: _field(field, self._offered(model, name)) for name, field in fields.items()}
        shape: Schema = {"type": "object", "additionalProperties": False, "properties": keys}
        one_of: Schema = {"anyOf": [{"required": [key]} for key in model.one_of]} if model.one_of else {}
        return shape | ({"required": required} if required else {}) | one_of

    def _offered(self, model: type[Model], name: str) -> Sequence[str]:
        return self.words.get((model, name)) or self.words.get((ANY, name), ())


def _field(field: Field, words: Sequence[str]) -> Schema:
    """The values of the field and an editor's words for it; a key may be empty unless it is required."""
    said: Schema = {"description": field.description}
    if isinstance(field.default, str):
        said["default"] = field.default
    if words or field.example:
        said["examples"] = list(words) or [value_of(field.example)]
    kind = shape_of(field.annotation)
    taken = kind if field.is_required or isinstance(kind, Maybe) else Maybe(kind)
    return said | _lists_first(_schema_of(taken))


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
