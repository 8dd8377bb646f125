"""The JSON Schema (2020-12) of every kind of file, for editors that complete and underline YAML.

It is made from the models: their keys, descriptions, examples and words to choose from. It is never
stricter than the model, so that what an editor underlines is wrong; `aftale check` says the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator.model.delaftale import Delaftale
from generator.model.form import Form
from generator.model.helhedsplan import Helhedsplan, ValgtIndsatsområde
from generator.model.maal import Områdeværdi
from generator.model.patterns import PLACE_IN_A_ROW
from generator.model.strategisk import StrategiskSamarbejdsaftale
from generator.source import read_bytes
from generator.workspace import DELAFTALE, HELHEDSPLAN, STRATEGISK

FORM = "form"
ASCII = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa", ord("Æ"): "Ae", ord("Ø"): "Oe", ord("Å"): "Aa"}
THE_REST = "Planens fælles oplysninger står i helhedsplan.yaml."
KINDS: Mapping[str, tuple[type[BaseModel], str]] = {
    HELHEDSPLAN: (Helhedsplan, "Det, som alle planens dokumenter er fælles om."),
    STRATEGISK: (StrategiskSamarbejdsaftale, f"Den strategiske samarbejdsaftale. {THE_REST}"),
    DELAFTALE: (Delaftale, f"Delaftalen for ét indsatsområde. {THE_REST}"),
    FORM: (Form, "En bevillingsrunde: dens indsatsområder, bilag, grænser og krævede felter."),
}
"""The model of each kind of file, and what the file is."""

ONE_IS_ENOUGH: Mapping[type[BaseModel], str] = {ValgtIndsatsområde: "indsatsområde", Områdeværdi: "værdi"}
"""The models that can be written as the value of one of their keys alone."""


def schema_files() -> dict[str, str]:
    """The text of every schema by the name of its file."""
    return {file_name(kind): _text(schema(kind)) for kind in KINDS}


def file_name(kind: str) -> str:
    """`helhedsplan.schema.json`."""
    return f"{kind}.schema.json"


def schema(kind: str) -> dict[str, Any]:
    """The schema of that kind of file."""
    model, about = KINDS[kind]
    made = model.model_json_schema(schema_generator=_Generator)
    inner = made["$defs"]
    for one in (made, *inner.values()):
        _as_editors_see_it(one)
    for short, key in ONE_IS_ENOUGH.items():
        if (name := definition(short)) in inner:
            inner[name] = _or_alone(key, inner[name])
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"{kind}.yaml", "description": about}
    return head | {key: value for key, value in made.items() if key not in head}


def definition(model: type[BaseModel]) -> str:
    """The name of the model within a schema: ASCII, since it stands in the links."""
    return model.__name__.translate(ASCII)


class _Generator(GenerateJsonSchema):
    """Pydantic's own, with whole numbers as YAML has them and without titles that repeat the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def normalize_name(self, name: str) -> str:
        return name.translate(ASCII)

    def int_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ARG002
        return dict(PLACE_IN_A_ROW)


def _as_editors_see_it(model: dict[str, Any]) -> None:
    """A key may be empty unless it is required; examples are values, not text; no English descriptions."""
    model.pop("description", None)
    required = model.get("required", ())
    for key, field in model.get("properties", {}).items():
        if field.get("default", "") in (None, [], {}):
            del field["default"]
        if "examples" in field:
            field["examples"] = [value_of(example) for example in field["examples"]]
        if key not in required:
            model["properties"][key] = _or_empty(field)


def _or_empty(field: dict[str, Any]) -> dict[str, Any]:
    """The field, which may also be a key with nothing after its colon."""
    around = {key: field[key] for key in ("description", "default", "examples") if key in field}
    shape = {key: value for key, value in field.items() if key not in around}
    choices = next(iter(shape.values())) if set(shape) <= {"anyOf", "oneOf"} else [shape]
    if len(one_of := choices[0].get("oneOf", ())) and set(choices[0]) == {"oneOf"}:
        choices = [*one_of, *choices[1:]]
    null = {"type": "null"}
    return around | {"anyOf": [*choices, *([] if null in choices else [null])]}


def _or_alone(key: str, model: dict[str, Any]) -> dict[str, Any]:
    """The model, or the value of its one key alone."""
    return {"anyOf": [model["properties"][key], model]}


def value_of(example: str) -> Any:
    """The example as the value that it is in YAML: text, a list or keys."""
    indented = example.replace("\n", "\n  ")
    data = read_bytes(f"x: {indented}\n".encode(), "example").data
    return data["x"] if isinstance(data, dict) else None


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
