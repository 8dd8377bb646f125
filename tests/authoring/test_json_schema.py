"""The schemas that editors use: valid, as strict as the model about keys, and never stricter about values."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.authoring.json_schema import definition, schema, schema_files, shape
from generator.plan import kinds
from generator.plan.kinds import FileKind
from generator.plan.model import reader
from generator.plan.model.base import Afsnit, Mangel
from generator.plan.model.form import Form
from generator.plan.model.load import load
from generator.plan.model.record import Model
from generator.plan.model.round_keys import RoundKeys
from generator.plan.model.shape import keys_at, model_below, shape_of
from generator.plan.model.values import (
    Antal,
    Beløb,
    Dato,
    Linje,
    Måltal,
    Periode,
    Procent,
    Tekst,
    Timer,
    ÅrTal,
)
from generator.plan.source.read import read_yaml
from tests.conftest import ROOT, Aftale
from tests.support.as_editors_read import as_editors_read
from tests.support.rounds import FORMS, ROUNDS

KINDS = {kind.name: kind.model for kind in kinds.files()}
SCHEMAS = {kind.name: schema(kind, [*ROUNDS.files]) for kind in kinds.files()}
VALIDATORS = {kind: Draft202012Validator(one) for kind, one in SCHEMAS.items()}
FILES = sorted(
    path
    for pattern in ("agreements/*/*.yaml", "tests/plans/agreements/*/*.yaml", "templates/*/form.yaml")
    for path in ROOT.glob(pattern)
)
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
OF_PLANS = [path for path in FILES if path.name != "form.yaml"]


def kind_of(path: Path) -> str:
    """The kind of the file."""
    document = kinds.of_file(path.name)
    return document.name if document else path.stem


def every_file() -> dict[str, str]:
    """The schemas that are written where there are no forms but those that came with the program."""
    return schema_files([*ROUNDS.files], FORMS)


def complaints(kind: str, data: Any) -> list[str]:
    """What an editor underlines."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[kind].iter_errors(data)]


def models(model: type[Model]) -> Iterator[type[Model]]:
    """The model and all that its fields hold."""
    yield model
    for field in model.fields.values():
        if below := model_below(shape_of(field.annotation)):
            yield from models(below)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_and_has_a_title(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[kind]["title"] == f"{kind}.yaml"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_file_of_the_repository_is_valid(path: Path) -> None:
    assert complaints(kind_of(path), as_editors_read(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", OF_PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_a_plan_is_valid_in_the_schema_of_its_round(path: Path) -> None:
    shared = as_editors_read(path.with_name("helhedsplan.yaml").read_text(encoding="utf-8"))
    of_its_round = schema(kinds.of_file(path.name) or kinds.HELHEDSPLAN, [], ROUNDS.form(shared["midler"]))
    data = as_editors_read(path.read_text(encoding="utf-8"))
    assert list(Draft202012Validator(of_its_round).iter_errors(data)) == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.midler)
@pytest.mark.parametrize("kind", [kinds.HELHEDSPLAN, *kinds.DOCUMENTS], ids=lambda kind: kind.name)
def test_a_schema_of_a_round_has_the_keys_of_the_round_and_no_others(form: Form, kind: FileKind) -> None:
    of_round, keys = schema(kind, [], form), RoundKeys.of(form, kind)
    by_name = {definition(model): model for model in (*models(kind.model), Afsnit, Mangel, Periode)}
    shown: list[tuple[type[Model], Any]] = [(kind.model, of_round)]
    shown += [(by_name[name], one) for name, one in of_round["$defs"].items()]
    for model, one in shown:
        of_model = one["anyOf"][1] if model.alone else one
        assert list(of_model["properties"]) == list(keys.fields(model))
    linked = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(of_round)))
    assert linked == set(of_round["$defs"])


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_key_that_is_misspelt_is_underlined(path: Path) -> None:
    model = KINDS[kind_of(path)]
    loaded = load(read_yaml(path, path.name), model)
    data = as_editors_read(path.read_text(encoding="utf-8"))
    known = [p for p in loaded.source.key_places if p[-1] in keys_at(model, p[:-1])]
    assert known
    for *above, key in known[:: max(1, len(known) // 40)]:
        spoilt = copy.deepcopy(data)
        holder = spoilt
        for step in above:
            holder = holder[step]
        holder[f"{key}x"] = holder.pop(key)
        assert complaints(kind_of(path), spoilt), (above, key)


@pytest.mark.parametrize("midler", ["2015-18", "2019-26"])
def test_what_new_makes_is_valid_and_names_its_schema(
    tmp_path: Path, aftale: Aftale, monkeypatch: pytest.MonkeyPatch, midler: str
) -> None:
    monkeypatch.chdir(tmp_path)
    area = {"2015-18": "tryghed-og-trivsel", "2019-26": "beskæftigelse"}[midler]
    words = ("--område", "Ellemarken", "--part", "Køge Kommune:kommune", "--indsatsområde", area)
    assert aftale("new", "koege", "--midler", midler, *words).exit_code == 0
    made = sorted((tmp_path / "agreements/koege").glob("*.yaml"))
    assert len(made) == 3
    for path in made:
        text = path.read_text(encoding="utf-8")
        assert complaints(kind_of(path), as_editors_read(text)) == []
        _, _, place = text.splitlines()[0].partition("# yaml-language-server: $schema=")
        written = (path.parent / place).read_text(encoding="utf-8")
        assert written == every_file()[place.removeprefix("../../.aftale/")]
        assert list(Draft202012Validator(json.loads(written)).iter_errors(as_editors_read(text))) == []
        assert place.startswith(f"../../.aftale/{midler}/")


@pytest.mark.usefixtures("workspace")
def test_schemas_are_written_where_files_look_for_them_or_where_they_are_asked_for(aftale: Aftale) -> None:
    for words, folder in ((), ".aftale"), (("--out", "elsewhere"), "elsewhere"):
        Path(folder).mkdir(exist_ok=True)
        Path(folder, "delaftale.schema.json").write_text("{}", encoding="utf-8")
        result = aftale("schema", *words)
        assert result.exit_code == 0
        assert f"  {folder}/delaftale.schema.json" in result.output
        written = [path for path in Path(folder).rglob("*") if path.is_file()]
        texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in written}
        assert texts == every_file()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_told_of_in_danish_with_its_example(kind: str) -> None:
    for model in models(KINDS[kind]):
        one = SCHEMAS[kind] if model is KINDS[kind] else SCHEMAS[kind]["$defs"][definition(model)]
        one = one["anyOf"][1] if model.alone else one
        assert one["additionalProperties"] is False
        assert list(one["properties"]) == list(model.fields)
        for key, field in model.fields.items():
            assert one["properties"][key]["description"] == field.description
            assert bool(one["properties"][key].get("examples")) == bool(field.example)


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_valid_where_it_stands(kind: str) -> None:
    seen = 0
    for one in [SCHEMAS[kind], *SCHEMAS[kind]["$defs"].values()]:
        for field in one.get("properties", {}).values():
            for example in field.get("examples", ()):
                here = Draft202012Validator({**field, "$defs": SCHEMAS[kind]["$defs"]})
                assert list(here.iter_errors(example)) == []
                seen += 1
    assert seen > 5


def test_the_words_to_choose_from_are_offered() -> None:
    status = SCHEMAS["helhedsplan"]["properties"]["status"]
    assert status["anyOf"][0]["enum"] == ["udkast", "endelig"]
    assert status["default"] == "udkast"


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_may_be_empty_and_no_editor_offers_the_word_null(kind: str) -> None:
    assert '"null"' not in every_file()[f"{kind}.schema.json"]
    model = KINDS[kind]
    empty = {name: None for name, field in model.fields.items() if not field.is_required}
    said = [words for words in complaints(kind, empty) if "is a required property" not in words]
    assert said == []


def test_what_is_in_a_list_stands_where_editors_begin_one() -> None:
    for key in ("parter", "boligområder", "indsatsområder"):
        assert "$ref" in SCHEMAS["helhedsplan"]["properties"][key]["items"]
    assert complaints("helhedsplan", {"navn": "A", "midler": "2019-26", "parter": [{"navn": "B"}]})


@pytest.mark.parametrize("kind", KINDS)
def test_a_model_that_takes_one_value_alone_says_so(kind: str) -> None:
    for model in models(KINDS[kind]):
        try:
            reader.model_of(model, "12 %")
        except reader.Unreadable:
            assert not model.alone
        else:
            assert model.alone


VALUES: list[tuple[Any, list[str]]] = [
    (Beløb, ["14.600", "14600", "14.600,50", "13,709", "ca. 14.600", "CIRKA 3"]),
    (Procent, ["21,5 %", "21,5%", "ca. 75 %", "-2 %", " 1.000  %"]),
    (Antal, ["3.220", "0", "605-608", "omkring 40", "mindst 40", "op til 5", "mere end 7"]),
    (Timer, ["17", "17,5", " 1.200 "]),
    (Måltal, ["21,5 %", "34", "ca. 40", "ikke opgjort", "Ikke  opgjort", "2,5", "under 5", "20-25 %"]),
    (Dato, ["1.4.2017", "01. 04. 2017", "1. april 2017", "2017-04-01", "APRIL 2017", "2017", "1 maj. 2017",
            "ultimo 2017", "Primo maj 2018"]),
    (ÅrTal, ["2017", " 1990 ", "2100"]),
    (Linje, ["Viborg Kommune", "10", "§ 6"]),
    (Tekst, ["En sætning.\nOg en til.", "- et punkt"]),
]
IDS = ["Beløb", "Procent", "Antal", "Timer", "Måltal", "Dato", "ÅrTal", "Linje", "Tekst"]
WRONG = ["", " ", "14.6 t.kr.", "1,234.50", "nej", "31/4/2017", "april 1, 2017", "17:30", "1989", "x %"]


def taken_by(kind: Any, text: str) -> bool:
    """Whether the model takes the text."""
    try:
        reader.value_of(kind, text)
    except reader.Unreadable:
        return False
    return True


def underlined(kind: Any, value: object) -> bool:
    """Whether an editor underlines the value."""
    return not Draft202012Validator(shape(kind)).is_valid(value)


@pytest.mark.parametrize(("kind", "texts"), VALUES, ids=IDS)
def test_a_value_that_is_taken_is_never_underlined(kind: Any, texts: list[str]) -> None:
    for text in texts:
        assert taken_by(kind, text), text
        assert not underlined(kind, text), text
        assert not underlined(kind, as_editors_read(f"x: {text}" if kind is not Tekst else "x: y")["x"]), text


@pytest.mark.parametrize("kind", [kind for kind, _ in VALUES[:7]], ids=IDS[:7])
def test_a_value_that_is_refused_is_underlined(kind: Any) -> None:
    for text in WRONG:
        assert taken_by(kind, text) == (not underlined(kind, text)), text
    assert underlined(kind, ["17"])
    assert underlined(kind, {"a": "17"})
    assert shape(kind)["patternErrorMessage"].startswith("Skriv ")


@given(st.sampled_from([kind for kind, _ in VALUES[:7]]), st.text("0123456789.,% -caprilmj", max_size=14))
def test_no_text_that_is_taken_is_underlined(kind: Any, text: str) -> None:
    if taken_by(kind, text):
        assert not underlined(kind, text)


@given(st.sampled_from([Beløb, Procent, Antal, Timer, Måltal, ÅrTal]).flatmap(
    lambda kind: st.tuples(st.just(kind), st.from_regex(shape(kind)["pattern"]))
))  # fmt: skip
def test_what_an_editor_takes_is_taken(case: tuple[Any, str]) -> None:
    kind, text = case
    digits = sum(map(str.isdigit, text))
    if digits <= 15 and text.isascii():
        assert taken_by(kind, text), text
