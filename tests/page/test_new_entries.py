"""New entries: what each must have is asked for, checked one at a time, and written when all is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.page.application import Application
from generator.page.fields import Spot
from generator.page.new_entries import NewEntry, new_entry
from generator.plan.kinds import DOCUMENTS, HELHEDSPLAN
from generator.plan.model.record import Model
from generator.plan.model.shape import Keys, KeysOf, ListOf, models_at, shapes_at
from generator.plan.source.tree import KeyPath
from tests.page.test_pages import FULL, asked

PARTIES = ["parter"]


def every_list(
    model: type[Model], path: KeyPath = (), seen: frozenset[type[Model]] = frozenset()
) -> Iterator[tuple[KeyPath, NewEntry | None]]:
    """Every list and every set of own keys of a kind of file, with the entry that it may get."""
    for holder in {*models_at(model, path)} - seen:
        for key in holder.fields:
            here = (*path, key)
            for shape in shapes_at(model, here):
                if isinstance(shape, (ListOf, KeysOf)):
                    is_list = isinstance(shape, ListOf)
                    yield here, new_entry(Spot(Path("x"), model, here), [] if is_list else {})
                    yield from every_list(model, (*here, 0 if is_list else "x"), seen | {holder})
                elif isinstance(shape, Keys):
                    yield from every_list(model, here, seen | {holder})


@pytest.mark.parametrize("kind", [HELHEDSPLAN, *DOCUMENTS], ids=lambda kind: str(kind.name))
def test_every_list_has_a_new_entry_and_each_thing_asked_for_says_what_it_is(kind: type[Model]) -> None:
    found = dict(every_list(kind.model))  # type: ignore[attr-defined]
    assert found
    for path, entry in found.items():
        assert entry, path
        assert entry.asked, path
        assert all(one.label or one.path in ((), ("",)) for one in entry.asked), path
        assert all(one.choices for one in entry.asked if one.way == "choice"), path


def test_a_choice_is_chosen_and_a_nested_entry_is_asked_for_what_it_must_have(app: Application) -> None:
    new = asked(app, "field", file="helhedsplan", path=PARTIES)[1]["new"]
    assert [(one["kind"], bool(one["choices"])) for one in new] == [("line", False), ("choice", True)]
    assert asked(app, "add", file="helhedsplan", path=PARTIES, answers=["Kommunen NN", "kommune"])[0] == 200
    added = asked(app, "field", file="helhedsplan", path=PARTIES)[1]["value"][-1]
    assert added == {"navn": "Kommunen NN", "type": "kommune"}


@pytest.mark.parametrize(("answers", "number", "words"), [
    (["", "kommunen"], 1, "is not one of the words"), (["Kommunen", ""], 0, ""), (["", "kommune"], 1, ""),
    (["a\nb", ""], 0, "line"), (["\x07", ""], 0, ""),
])  # fmt: skip
def test_an_answer_is_checked_by_itself_and_nothing_is_written(
    app: Application, workspace: Path, answers: list[str], number: int, words: str
) -> None:
    was = {path: path.read_bytes() for path in workspace.rglob("*.yaml")}
    status, told = asked(app, "check", file="helhedsplan", path=PARTIES, answers=answers, number=number)
    assert (status == 422 and told["why"]) or (words in told["why"] and bool(told["why"]) == bool(words))
    assert {path: path.read_bytes() for path in workspace.rglob("*.yaml")} == was


def test_what_is_refused_when_all_is_there_is_not_written(app: Application, file: Path) -> None:
    was = file.read_bytes()
    path = ["delmål", 0, "baseline", "områder"]
    status, told = asked(app, "check", file=FULL, path=path, answers=["Toften", "mange"], number=1)
    assert (status, bool(told["why"]), bool(told["hint"])) == (200, True, True)
    assert asked(app, "add", file=FULL, path=path, answers=["Toften", "mange"])[0] == 422
    assert file.read_bytes() == was


@pytest.mark.parametrize("answers", [None, [], ["a"], ["a", "b", "c"], [1, 2], "ab", [["x"], {"a": 1}]])
def test_other_answers_than_were_asked_for_are_none(app: Application, answers: object) -> None:
    for what in ("add", "check"):
        body = {"file": "helhedsplan", "path": PARTIES, "answers": answers, "number": 0}
        assert asked(app, what, **body)[0] in (404, 422)
    body = {"file": "helhedsplan", "path": PARTIES, "answers": ["a", "kommune"]}
    assert asked(app, "check", **body, number=2)[0] == 404
    assert asked(app, "check", **body, number="0")[0] == 404
    assert asked(app, "check", file="helhedsplan", path=["navn"], answers=["a"], number=0)[0] == 404
