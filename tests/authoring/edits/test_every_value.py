"""Edits of every plan there is: their own lines change and no other, and undone no byte has."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.edits import Add, Conflict, Edit, Move, Refused, Remove, Set, edited, together
from generator.authoring.edits.data import alike
from generator.authoring.edits.standing import Spot, data_of, standing
from generator.plan.model.record import Model
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.source.read import Data
from tests.authoring.format.test_format import FILES, model_of
from tests.conftest import ROOT
from tests.support.random_edits import items, paths, random_edit, some, texts
from tests.support.typist import PLANS, Typist

every_file = pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
MOST = 5


def read(path: Path) -> tuple[str, type[Model], Data, Random]:
    text = path.read_text(encoding="utf-8")
    return text, model_of(path), data_of(text), Random(path.name)


def lines_changed(old: str, new: str) -> set[int]:
    """The numbers of the old lines that are replaced, or stand before what is put in."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found: set[int] = set()
    for kind, start, end, _, _ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found.update(range(start, end) if end > start else [start - 1])
    return found


def made_and_undone(text: str, edit: Edit, model: type[Model]) -> str:
    made = edited(text, [edit], model)
    assert made.text != text
    assert edited(made.text, made.inverse, model).text == text
    return made.text


@every_file
def test_a_text_set_to_what_it_says_changes_no_byte(path: Path) -> None:
    text, model, data, _ = read(path)
    assert edited(text, [Set(at, value) for at, value in texts(data)], model).text == text


@every_file
def test_a_text_that_is_set_changes_its_own_lines_and_undone_none(path: Path) -> None:
    text, model, data, random = read(path)
    for at, value in some(random, texts(data), MOST):
        spot = standing(text).at(at)
        new = made_and_undone(text, Set(at, "Et andet ord. Kl. 7: #mere.", value), model)
        assert lines_changed(text, new) <= set(range(spot.first, spot.final + 1))


@every_file
def test_texts_that_are_set_at_once_stand_as_if_set_one_after_the_other(path: Path) -> None:
    text, model, data, random = read(path)
    edits = [Set(at, f"Et andet ord. Kl. {number}: #mere.", value)
             for number, (at, value) in enumerate(some(random, texts(data), MOST))]
    assert together(text, edits, model) == edited(text, edits, model).text


@every_file
def test_items_that_go_or_come_at_once_leave_the_text_as_if_one_after_the_other(path: Path) -> None:
    text, model, data, random = read(path)
    chosen = [(at, value) for at, value in some(random, items(data), MOST)
              if not any(at[: len(other)] == other for other, _ in items(data) if other != at)]
    went = [Remove(at, value) for at, value in sorted(chosen, key=lambda one: -int(one[0][-1]))]
    came = [Add((*at[:-1], int(at[-1]) + 1), value) for at, value in chosen]
    for edits in (went, came):
        assert together(text, edits, model) == edited(text, edits, model).text


@every_file
def test_an_item_that_is_removed_added_or_moved_changes_its_own_lines_and_undone_none(path: Path) -> None:
    text, model, data, random = read(path)
    for at, value in some(random, items(data), MOST):
        number = int(at[-1])
        spot = standing(text).at(at)
        assert spot.parent
        removed = made_and_undone(text, Remove(at, value), model)
        assert _filled(removed.splitlines()) == _filled(_without(text, spot)) or spot.among_brackets
        added = made_and_undone(text, Add((*at[:-1], number + 1), value), model)
        assert not set(text.splitlines()) - set(added.splitlines()) or spot.among_brackets
        to = random.randrange(len(spot.parent.inner))
        if to != number and spot.parent.inner[to].tree.value != value:
            moved = made_and_undone(text, Move(at, to, value), model)
            assert sorted(moved.splitlines()) == sorted(text.splitlines()) or spot.among_brackets


@every_file
def test_a_key_that_is_removed_and_added_again_stands_where_the_model_has_it(path: Path) -> None:
    text, model, data, random = read(path)
    keys = [(at, value) for at, value in paths(data) if isinstance(at[-1], str) and value is not None]
    for at, value in some(random, keys, MOST):
        without = made_and_undone(text, Remove(at), model)
        again = edited(without, [Add(at, value)], model).text
        assert alike(_unordered(data), _unordered(data_of(again)), model)


def _without(text: str, spot: Spot) -> list[str]:
    lines = text.splitlines()
    return lines[: spot.first] + lines[spot.last + 1 :]


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def _unordered(data: Data) -> Data:
    if isinstance(data, dict):
        return {key: _unordered(data[key]) for key in sorted(data)}
    return [_unordered(item) for item in data] if isinstance(data, list) else data


@every_file
def test_random_edits_one_after_the_other_are_undone_to_the_last_byte(path: Path) -> None:
    text, model, _, random = read(path)
    assert _refused_of(text, model, random, 8) <= 4


def _refused_of(text: str, model: type[Model], random: Random, count: int) -> int:
    """Number of so many random edits that are refused; the others are made and undone."""
    undoing: list[Edit] = []
    now, refused = text, 0
    for _ in range(count):
        edit = random_edit(data_of(now), random)
        try:
            made = edited(now, [edit], model)
        except (Refused, Conflict):
            refused += 1
            continue
        now, undoing = made.text, [*made.inverse, *undoing]
    assert edited(now, undoing, model).text == text
    return refused


@given(PLANS, st.integers(0, 2**32))
@settings(max_examples=60)
def test_a_file_typed_in_any_way_that_yaml_allows_is_edited_and_undone(plan: Any, seed: int) -> None:
    typed = Typist(seed).plan(plan)
    text = random_ends(typed, Random(seed))
    _refused_of(text, StrategiskSamarbejdsaftale, Random(seed), 5)


def random_ends(text: str, random: Random) -> str:
    """The text as another program saves it."""
    if random.random() < 0.2:
        text = text.removesuffix("\n")
    if random.random() < 0.2:
        text = re.sub("\n", "\r\n", text)
    return ("\ufeff" if random.random() < 0.2 else "") + text


def test_most_edits_of_files_typed_in_every_way_are_made() -> None:
    random, refused = Random(1), 0
    for seed in range(20):
        plan = {"revision": "En. To.", "formål": ["a", "b: c", "d"], "status": "udkast",
                      "bilag": [{"bilag": "x", "status": "vedlagt"}, {"bilag": "y", "note": "#1"}]}
        refused += _refused_of(Typist(seed).plan(plan), StrategiskSamarbejdsaftale, random, 10)
    assert refused < 50
