"""What may stand in a field is read from its annotation, and what cannot be read is refused."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from msgspec.structs import astuple

from generator.plan import kinds
from generator.plan.model.base import Led, Mangel, Prosa, ProsaIAfsnit
from generator.plan.model.parter import Part
from generator.plan.model.record import Field, Model
from generator.plan.model.shape import (
    Choice,
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
    asked_for,
    choices_of,
    example_at,
    model_below,
    models_in,
    shape_of,
    shapes_at,
)
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.model.values import Dato, Linje, Periode, Tekst, ÅrTal
from tests.conftest import ROOT

SHAPES = (Text, Prose, WholeNumber, Choice, ListOf, KeysOf, Keys, OrList, OrKeys, Maybe)


def fields(model: type[Model]) -> Iterator[Field]:
    """The fields of the model and of all that it may hold."""
    for field in model.fields.values():
        yield field
        for inner in models_in(shape_of(field.annotation)):
            yield from fields(inner)


def names(shape: Shape) -> str:
    """The shape in words, so that two of different kinds are told apart."""
    inside = [names(part) for part in astuple(shape) if isinstance(part, Shape)]
    return f"{type(shape).__name__}({', '.join(inside)})" if inside else type(shape).__name__


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        (Linje, "Text"), (ÅrTal, "Text"), (Dato, "Text"), (Tekst, "Prose"), (int, "WholeNumber"),
        (Literal["ja", "nej"], "Choice"), (Periode, "Keys"), (Linje | None, "Maybe(Text)"),
        (tuple[Linje, ...], "ListOf(Text)"), (dict[str, dict[str, Linje]], "KeysOf(KeysOf(Text))"),
        (ProsaIAfsnit, "OrKeys(OrList(Prose, ListOf(Keys)), Keys)"),
        (Tekst | tuple[Mangel, ...], "OrList(Prose, ListOf(Keys))"),
        (Prosa, "OrKeys(Prose, Keys)"), (Led | None, "Maybe(OrKeys(ListOf(Text), Keys))"),
    ],
)  # fmt: skip
def test_an_annotation_has_the_shape_of_what_may_stand_there(annotation: Any, wanted: str) -> None:
    assert names(shape_of(annotation)) == wanted


@pytest.mark.parametrize(
    "annotation",
    [
        float, str, bytes, list[str], tuple[Linje, Linje], dict[int, Linje], set[Linje], Any,
        Linje | Tekst, Periode | Mangel, dict[str, Linje] | Mangel, Linje | Tekst | Mangel,
    ],
)  # fmt: skip
def test_an_annotation_that_no_shape_is_for_is_refused(annotation: Any) -> None:
    with pytest.raises(TypeError):
        shape_of(annotation)


def test_every_field_of_every_file_has_a_shape_and_every_shape_is_in_use() -> None:
    met = [shape_of(field.annotation) for kind in kinds.files() for field in fields(kind.model)]
    assert {name for shape in met for name in all_names(shape)} == {shape.__name__ for shape in SHAPES}


def all_names(shape: Shape) -> Iterator[str]:
    """The kind of the shape and of the shapes in it."""
    yield type(shape).__name__
    for part in astuple(shape):
        if isinstance(part, Shape):
            yield from all_names(part)


def matches_on_shapes() -> Iterator[ast.Match]:
    """Every match of the program with a case for a shape."""
    for path in (ROOT / "generator").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "generator.plan.model.shape" in text or path.name == "shape.py":
            matches = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Match))
            yield from (match for match in matches if any(is_for_a_shape(c.pattern) for c in match.cases))


def is_for_a_shape(pattern: ast.pattern) -> bool:
    """Tell if a pattern is a shape, or one of several."""
    if isinstance(pattern, ast.MatchOr):
        return any(map(is_for_a_shape, pattern.patterns))
    return isinstance(pattern, ast.MatchClass) and ast.unparse(pattern.cls) in {s.__name__ for s in SHAPES}


def test_the_type_checker_names_whoever_tells_shapes_apart_and_forgets_a_new_one() -> None:
    last = [ast.unparse(match.cases[-1]).split() for match in matches_on_shapes()]
    assert len(last) > 5
    assert all(words == ["case", "never:", "assert_never(never)"] for words in last)


def test_a_writer_is_asked_for_the_text_and_not_for_the_gap_that_may_stand_in_its_place() -> None:
    assert names(asked_for(shape_of(Prosa | None))) == "Prose"
    assert names(asked_for(shape_of(Mangel | None))) == "Keys"
    assert model_below(shape_of(Prosa | None)) is None
    assert list(models_in(shape_of(Prosa | None))) == [Mangel]


def test_the_model_below_is_found_through_lists_and_keys() -> None:
    assert model_below(shape_of(tuple[Part, ...])) is Part
    assert model_below(shape_of(dict[str, Part])) is Part
    assert model_below(shape_of(tuple[Linje, ...])) is None


def test_the_words_of_a_choice_are_known_also_where_it_may_be_left_out() -> None:
    assert choices_of(shape_of(Literal["ja", "nej"] | None)) == ("ja", "nej")
    assert choices_of(shape_of(Linje)) == ()


def test_the_shapes_of_a_path_are_all_that_may_stand_there() -> None:
    def at(*path: str | int) -> list[str]:
        return [names(shape) for shape in shapes_at(StrategiskSamarbejdsaftale, path)]

    assert at("problemkompleks", "indsatsområder") == ["KeysOf(OrKeys(OrList(Prose, ListOf(Keys)), Keys))"]
    assert at("problemkompleks", "indsatsområder", "tryghed") == ["Prose", "ListOf(Keys)", "Keys"]
    assert at("problemkompleks", "indsatsområder", "tryghed", 0, "overskrift") == ["Text"]
    assert at("problemkompleks", "indsatsområder", 0) == at("problemkompleks", "hat") == []
    assert at("formål") == ["ListOf(Text)", "Keys"]
    assert at("formål", 3) == at("formål", "mangler") == ["Text"]


def test_only_a_key_has_an_example() -> None:
    assert example_at(StrategiskSamarbejdsaftale, ("bilag", 0, "status")) == "vedlagt"
    assert example_at(StrategiskSamarbejdsaftale, ("bilag", 0)) == ""
    assert example_at(StrategiskSamarbejdsaftale, ()) == ""
