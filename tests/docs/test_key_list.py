"""The list of keys is that of the models, with an example for each that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.findings import Rejected
from generator.plan.model.base import Model
from generator.plan.model.form import Form
from generator.plan.model.load import load
from generator.plan.model.values import Periode
from generator.plan.source.codes import MISSING_KEY
from generator.plan.source.read import read_yaml, read_yaml_bytes
from tests.support import key_list
from tests.support.key_examples import ENTRY

ROOT = Path(__file__).resolve().parents[2]


def test_the_list_of_keys_is_made_from_the_models(request: pytest.FixtureRequest) -> None:
    made = key_list.page()
    if request.config.getoption("--accept"):
        key_list.PAGE.write_text(made, encoding="utf-8", newline="\n")
    written = key_list.PAGE.read_text(encoding="utf-8")
    assert written == made, "pytest tests/test_key_list.py --accept writes docs/noegler.md anew"


def test_every_key_of_every_model_stands_in_the_list_and_no_other() -> None:
    listed = set(re.findall(r"^\| `(\w+)` \|", key_list.PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == {name for model in _all_models() for name in model.fields}


def test_every_key_of_the_list_has_an_example_that_can_be_read() -> None:
    for file, group, name in _keys():
        text = key_list.example(file, group, name)
        if not text:
            field = group.model.fields[name]
            assert key_list.has_own_keys(field), f"{file.name}: {name} has no example"
            continue
        try:
            load(read_yaml_bytes(f"{name}: {text}\n".encode(), name), group.model)
        except Rejected as rejected:
            wrong = [f for f in rejected.findings if f.code != MISSING_KEY]
            assert not wrong, f"{file.name}: {name}: {wrong}"


def test_every_field_that_a_form_requires_is_marked_in_the_list() -> None:
    marked = {
        (file.kind, *path, name)
        for file, group, name in _keys()
        for path in group.paths
        if key_list.required(file, group, name)
    }
    for path in sorted((ROOT / "templates").glob("*/form.yaml")):
        for kind, fields in load(read_yaml(path, path.name), Form).value.krævede_felter.items():
            names = {f"{kind}.{field}".removesuffix(".{valgte}") for field in fields}
            assert {tuple(n.replace("{valgte}", ENTRY).split(".")) for n in names} <= marked


def _keys() -> Iterator[tuple[key_list.File, key_list.Group, str]]:
    for file in key_list.files():
        for group in key_list.groups(file.model):
            yield from ((file, group, name) for name in group.model.fields)


def _all_models(model: type[Model] = Model) -> Iterator[type[Model]]:
    """Every model of the program, and the period."""
    if model is Model:
        yield Periode
    for below in model.__subclasses__():
        if below.__module__.startswith("generator."):
            yield from (below, *_all_models(below))
