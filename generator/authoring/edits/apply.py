"""Edits → the text after them, each proven before the next is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import assert_never

from generator.authoring.edits.as_typed import as_typed
from generator.authoring.edits.block import Cut, cut_out
from generator.authoring.edits.data import alike, changed, in_order, position, texts_in, value_at
from generator.authoring.edits.edit import (
    UNTOLD,
    Add,
    Conflict,
    Edit,
    Edited,
    Move,
    Refused,
    Remove,
    Rename,
    Set,
)
from generator.authoring.edits.making import Making
from generator.authoring.edits.splice import Splice
from generator.authoring.edits.standing import BOM, Standing, data_of, standing
from generator.authoring.format.comments import comments_of
from generator.base.findings import Rejected
from generator.base.language import later, say
from generator.base.values import replace
from generator.plan.model.record import Model
from generator.plan.source.characters import unwanted
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

UNPROVEN = later("after the change the file would not say what it said before with this change alone")


def edited(text: str, edits: Iterable[Edit], model: type[Model]) -> Edited:
    """The text after the edits, one after the other, and what undoes them.

    Only the lines of the edits change. Raises Refused and Conflict; then nothing is changed.
    """
    inverse: list[Edit] = []
    for edit in edits:
        text, undo = _one(text, edit, model)
        inverse.append(undo)
    return Edited(text, tuple(reversed(inverse)))


def together(text: str, edits: Iterable[Edit], model: type[Model]) -> str:
    """The text after the edits, as `edited` makes it; those of a kind that follow each other are made as one.

    All of a batch is proven by one reading; where it is not, its halves are made one after the other.
    """
    for batch in _batches(edits):
        text = _all_of(text, batch, model)
    return text


def _batches(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Edits of a kind that follow each other, as far as each can be made beside those before it."""
    batch: list[Edit] = []
    for edit in edits:
        if batch and not (type(edit) is type(batch[0]) and _goes_with(edit, batch)):
            yield batch
            batch = []
        batch.append(edit)
    if batch:
        yield batch


def _goes_with(edit: Edit, batch: Iterable[Edit]) -> bool:
    """Tell whether none of the others decides what is at the path of the edit."""
    match edit:
        case Set() | Rename():
            return True
        case Remove(path):
            return not any(_shifts(one.path, path) for one in batch)
        case Add(path):
            return not any(_shifts(one.path, path) or one.path[:-1] == path[:-1] for one in batch)
        case Move():
            return False
        case never:
            assert_never(never)


def _shifts(other: KeyPath, path: KeyPath) -> bool:
    """Tell whether an item of a list that comes or goes there shifts what is at the path."""
    *above, at = other
    there = path[len(above)] if list(path[: len(above)]) == above and len(path) > len(above) else None
    return isinstance(at, int) and isinstance(there, int) and there >= at


def _all_of(text: str, batch: Sequence[Edit], model: type[Model]) -> str:
    if len(batch) == 1:
        return edited(text, batch, model).text
    made = _at_once(text, batch, model)
    if made is not None:
        return made
    half = len(batch) // 2
    return _all_of(_all_of(text, batch[:half], model), batch[half:], model)


def _at_once(text: str, edits: Iterable[Edit], model: type[Model]) -> str | None:
    """The text after all of the edits; None where that is not proven, or nothing would be left somewhere."""
    on = standing(text)
    typed = [as_typed(edit, on.data, model) for edit in edits]
    cuts: list[Cut] = []
    for one in typed:
        _expect(one, on, model)
    went = Counter(one.path[:-1] for one in typed if isinstance(one, Remove))
    if any(number == len(value_at(on.data, path) or ()) for path, number in went.items()):
        return None
    for one in typed:
        if not (isinstance(one, Set) and alike(value_at(on.data, one.path), one.value, model, one.path)):
            cuts += Making(on, model).cuts(one)
    in_order = sorted(cuts, key=lambda cut: (cut.start, cut.end))
    if any(cut.end > other.start for cut, other in pairwise(in_order)):
        return None
    made = cut_out(on.text, cuts)
    sure = not _lost(on, made) and _says(made, reduce(changed, typed, on.data), model)
    return made if sure else None


def _one(text: str, edit: Edit, model: type[Model]) -> tuple[str, Edit]:
    on = standing(text)
    typed = as_typed(edit, on.data, model)
    _expect(typed, on, model)
    if alike(on.data, changed(on.data, typed), model):
        return text, _undo(typed, on.data, None)
    for made in _candidates(on, typed, edit.stood, model):
        for meant in (typed, _as_written(typed, model)):
            if _says(made, changed(on.data, meant), model):
                return made, _undo(meant, on.data, Splice.between(made, text))
    raise Refused(edit.path, say(UNPROVEN), say("change it in an editor"))


def _as_written(edit: Edit, model: type[Model]) -> Edit:
    """The edit with the keys of its value in the order that they are written in."""
    if isinstance(edit, (Set, Add)):
        return replace(edit, value=in_order(edit.value, model, edit.path))
    return edit


def _candidates(on: Standing, edit: Edit, stood: Splice | None, model: type[Model]) -> Iterator[str]:
    """Texts that may be the one: as the lines stood before, else as they are written."""
    if stood:
        yield from stood.tried(on.text)
    made = cut_out(on.text, Making(on, model).cuts(edit))
    lost = _lost(on, made)
    if lost and not isinstance(edit, Remove):
        reason = say("the comment `{comment}` would be lost", comment=next(iter(lost)))
        raise Refused(edit.path, reason, say("move the comment"))
    yield made


def _lost(on: Standing, made: str) -> Counter[str]:
    """The comments that the text has no more."""
    return Counter(c.text for c in on.comments) - Counter(c.text for c in comments_of(made.removeprefix(BOM)))


def _says(text: str, wanted: Data, model: type[Model]) -> bool:
    """Tell whether the text is read without an error, and says what is wanted and nothing else."""
    try:
        return alike(wanted, data_of(text), model)
    except Rejected:
        return False


def _expect(edit: Edit, on: Standing, model: type[Model]) -> None:
    new = edit.value if isinstance(edit, (Set, Add)) else edit.to if isinstance(edit, Rename) else None
    if isinstance(new, str) and not new.strip():
        raise Refused(edit.path, say("the text is empty"), say("remove the key instead"))
    if new is not None:
        for text in texts_in(new):
            if bad := next(iter(unwanted(text)), None):
                raise Refused(edit.path, bad.message, bad.hint)
    if isinstance(edit, (Add, Rename)) or edit.expected is UNTOLD:
        return
    found = value_at(on.data, edit.path)
    if not alike(edit.expected, found, model, edit.path):
        raise Conflict(edit.path, edit.expected, found)


def _undo(edit: Edit, data: Data, stood: Splice | None) -> Edit:
    """The edit that undoes one that was made in the data."""
    match edit:
        case Set(path, value):
            return Set(path, value_at(data, path), value, stood)
        case Add(path, value):
            return Remove(path, value, stood)
        case Remove(path):
            held = value_at(data, path[:-1])
            return Add(path, value_at(data, path), position(held, path[-1]), stood)
        case Move(path, to):
            last = to if isinstance(path[-1], int) else path[-1]
            start = position(value_at(data, path[:-1]), path[-1])
            return Move((*path[:-1], last), start, value_at(data, path), stood)
        case Rename(path, name):
            return Rename((*path[:-1], name), str(path[-1]), stood)
        case never:
            assert_never(never)
