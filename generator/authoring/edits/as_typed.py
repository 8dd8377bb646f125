"""An edit at a path of the model → the edit at the path that is typed.

A text may stand in place of keys (`Ringparken: 21,5 %` for `{værdi: 21,5 %}`), a key may lack, with all
that stands above it, or be there with nothing behind it.
"""

from __future__ import annotations

import unicodedata

from generator.authoring.edits.data import NOTHING, holds
from generator.authoring.edits.edit import (
    UNTOLD,
    Add,
    Conflict,
    Edit,
    Expected,
    Move,
    Refused,
    Rename,
    Set,
)
from generator.base.language import say, say_count
from generator.base.values import replace
from generator.plan.model.record import Model
from generator.plan.model.shape import keys_at, models_at
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath


def as_typed(edit: Edit, data: Data, model: type[Model]) -> Edit:
    """The edit as it is made in that data. Raises Refused where it cannot be, and Conflict."""
    path = tuple(unicodedata.normalize("NFC", step) if isinstance(step, str) else step for step in edit.path)
    edit = replace(edit, path=path)
    if isinstance(edit, Rename):
        edit = replace(edit, to=unicodedata.normalize("NFC", edit.to.strip()))
    if not path and isinstance(edit, Set):
        return edit
    if not path:
        raise Refused(path, say("the file as a whole cannot be changed at once"), say("name a key"))
    above, here = data, data
    for depth, step in enumerate(path):
        if isinstance(here, str):
            return _beside_text(edit, here, depth, model)
        if isinstance(edit, Add) and depth + 1 == len(path) and isinstance(here, list) and here:
            return _in_list(edit, here)
        if not holds(here, step):
            return _absent(edit, here, depth, model)
        above, here = here, here[step]  # type: ignore[index]
    return _present(edit, above, here)


def _present(edit: Edit, above: Data, here: Data) -> Edit:
    """The edit of what is there, in what is above it."""
    match edit:
        case Move(path, to) if not 0 <= to < len(above or ()):
            reason = say_count("there is {n} entry", "there are {n} entries", len(above or ()))
            raise Refused(path, reason, say("choose the place of one of them"))
        case Set(path, None) if isinstance(path[-1], int):
            raise Refused(path, say("an item of a list cannot stand empty"), say("remove it instead"))
        case Rename(path) if not isinstance(path[-1], str):
            hint = say("change what stands in it")
            raise Refused(path, say("an item of a list has no name of its own"), hint)
        case Rename(path, name) if name != path[-1] and holds(above, name):
            reason = say("`{name}` stands there already", name=name)
            raise Refused(path, reason, say("choose another name"))
        case Add(path) if here not in NOTHING:
            raise Conflict(path, None, here)
        case Add(path, value):
            return Set(path, value, None, edit.stood)
    return edit


def _in_list(edit: Add, here: list[Data]) -> Edit:
    at = edit.path[-1]
    if not isinstance(at, int) or not 0 <= at <= len(here):
        reason = say_count("a list of {n} item stands there", "a list of {n} items stands there", len(here))
        raise Refused(edit.path, reason, say("give a position in it"))
    return replace(edit, at=at)


def _beside_text(edit: Edit, text: str, depth: int, model: type[Model]) -> Edit:
    """The edit of a key in whose place, or that of its neighbours, a text stands."""
    above, rest = edit.path[:depth], edit.path[depth:]
    alone = next((found.alone for found in models_at(model, above) if found.alone), None)
    if alone is None or rest[0] not in keys_at(model, above):
        reason = say("a text stands there, in place of what holds it")
        raise Refused(edit.path, reason, say("set the text instead"))
    if rest == (alone,):
        if isinstance(edit, Add):
            raise Conflict(edit.path, None, text)
        return replace(edit, path=above)
    if not isinstance(edit, (Set, Add)):
        raise Refused(edit.path, say("nothing stands there"), say("add it first"))
    _expect_nothing(edit)
    return Set(above, {alone: text, **_keys(rest, edit)}, text, edit.stood)


def _absent(edit: Edit, here: Data, depth: int, model: type[Model]) -> Edit:
    """The edit of what is not there: it is put in, with what lacks above it."""
    above, rest = edit.path[:depth], edit.path[depth:]
    if not isinstance(edit, (Set, Add)):
        raise Refused(edit.path, say("nothing stands there"), say("add it first"))
    _expect_nothing(edit)
    if here in NOTHING:
        return Set(above, _wrapped(rest, edit), here, edit.stood)
    if not isinstance(here, dict) or not isinstance(rest[0], str):
        reason = say("a list stands there, and has no such entry")
        if isinstance(here, dict):
            reason = say("keys stand there, and have no such entry")
        raise Refused(edit.path, reason, say("look at what the file holds now"))
    at = edit.at if isinstance(edit, Add) and len(rest) == 1 else None
    at = _place_of(rest[0], here, keys_at(model, above)) if at is None else min(at, len(here))
    return Add((*above, rest[0]), _wrapped(rest[1:], edit), at, edit.stood)


def _expect_nothing(edit: Set | Add) -> None:
    expected: Expected = edit.expected if isinstance(edit, Set) else UNTOLD
    if expected is not UNTOLD and expected not in NOTHING:
        raise Conflict(edit.path, expected, None)


def _wrapped(rest: KeyPath, edit: Set | Add) -> Data:
    """The value in all the keys and lists that lead to it."""
    value = edit.value
    for step in reversed(rest):
        if isinstance(step, int) and step:
            hint = say("begin a list with its first item, at 0")
            raise Refused(edit.path, say("nothing stands there yet"), hint)
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _keys(rest: KeyPath, edit: Set | Add) -> dict[str, Data]:
    wrapped = _wrapped(rest, edit)
    assert isinstance(wrapped, dict)
    return wrapped


def _place_of(key: str, here: dict[str, Data], order: list[str]) -> int:
    """The position among the keys: behind the last of those that the model has before it."""
    if key not in order:
        return len(here)
    before = set(order[: order.index(key)])
    known = [at for at, other in enumerate(here) if other in before]
    return known[-1] + 1 if known else 0
