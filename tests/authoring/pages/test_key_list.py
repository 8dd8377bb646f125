"""The list of keys has every key of the models, with an example for each that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.authoring import pages
from generator.authoring.pages import key_groups, key_list
from generator.authoring.pages.key_examples import ENTRY
from generator.base.findings import Rejected
from generator.plan.model.base import Model
from generator.plan.model.load import load
from generator.plan.model.shape import model_below
from generator.plan.model.values import Periode
from generator.plan.source.codes import MISSING_KEY
from generator.plan.source.read import read_yaml_bytes
from generator.workspace.folders import Workspace
from tests.conftest import ROOT
from tests.support.rounds import FORMS

WORKSPACES = [Workspace(ROOT), Workspace(ROOT / "tests" / "plans")]
LIST = key_list.KeyList(FORMS, [pages.typed_files(workspace) for workspace in WORKSPACES])


def test_every_key_of_every_model_stands_in_the_list_and_no_other() -> None:
    listed = set(re.findall(r"^\| `(\w+)` \|", LIST.page(), re.MULTILINE))
    assert listed == {name for model in _all_models() for name in model.fields}


def test_every_key_of_the_list_has_an_example_that_can_be_read() -> None:
    for file, group, name in _keys():
        text = LIST.example(file, group, name)
        if not text:
            field = group.model.fields[name]
            assert model_below(key_groups.shape_in_list(field)), f"{file.name}: {name} has no example"
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
        if LIST.required(file, group, name)
    }
    for form in FORMS:
        for kind, fields in form.krævede_felter.items():
            names = {f"{kind}.{field}".removesuffix(".{valgte}") for field in fields}
            assert {tuple(n.replace("{valgte}", ENTRY).replace("?", "").split(".")) for n in names} <= marked


def test_a_key_that_only_some_rounds_have_names_them() -> None:
    assert "| `målinger` | Lokalt opstillede målinger (2015-18). Liste. |" in LIST.page()
    assert "| `overordnede_mål` | Overordnede mål (2019-26). Liste. |" in LIST.page()
    assert "| `formål` | Formålet med indsatsområdet, et led ad gangen. Liste. |" in LIST.page()


def test_examples_are_taken_from_later_plans_only_where_those_before_say_nothing() -> None:
    delaftale = next(file for file in key_list.files() if file.kind == "delaftale")
    group = key_groups.groups(delaftale.model)[0]
    said = [{}, {"delaftale": [{"revision": "Hvert år."}]}, {"delaftale": [{"revision": "Aldrig."}]}]
    assert key_list.KeyList(FORMS, said).example(delaftale, group, "revision") == "Hvert år."


def _keys() -> Iterator[tuple[key_list.File, key_groups.Group, str]]:
    for file in key_list.files():
        for group in key_groups.groups(file.model):
            yield from ((file, group, name) for name in group.model.fields)


def _all_models(model: type[Model] = Model) -> Iterator[type[Model]]:
    """Every model of a plan or a form, and the period; the mapping of a table has a page of its own."""
    if model is Model:
        yield Periode
    for below in model.__subclasses__():
        if below.__module__.startswith("generator.plan."):
            yield from (below, *_all_models(below))
