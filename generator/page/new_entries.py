"""Entries that a list or keys may get: what each must have is asked for, checked by itself, put together.

What is asked for follows from the model: a line, a choice, prose, lines, the name of a key, and of a nested
entry what that must have in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.authoring.edits import Add, edited
from generator.authoring.edits.saving import decoded
from generator.authoring.edits.standing import source_of
from generator.base.border import files
from generator.base.findings import Rejected
from generator.base.language import spoken
from generator.page import fields
from generator.page.fields import NoSuchField, Spot
from generator.page.her_words import for_page
from generator.page.prose import typed
from generator.plan.model.load import load
from generator.plan.model.shape import Choice, Keys, KeysOf, ListOf, OneShape, asked_for, shapes_at
from generator.plan.source.read import LARGEST, Data
from generator.plan.source.tree import KeyPath

NAME = ""
"""Step of a path that the writer gives a name to; a thing asked for that ends with it is that name."""
MOST_NESTED = 4


class Asked(Struct, frozen=True):
    """One thing that a new entry must have: its path in the entry, and as what it is written."""

    path: KeyPath
    way: str
    label: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    is_name: bool = False

    def shown(self) -> dict[str, object]:
        """The field for the page."""
        return {"label": self.label, "kind": self.way, "example": self.example, "choices": self.choices,
                "is_name": self.is_name, "value": None, "html": ""}  # fmt: skip


class NewEntry(Struct, frozen=True):
    """Entry that is new: an item at the `path`, or a key below it that gets a name."""

    at: Spot
    path: KeyPath
    asked: tuple[Asked, ...]

    def edit(self, answers: Sequence[object]) -> Add:
        """The edit that puts it in. Raises NoSuchField where other things are answered, and Refused."""
        return self._edit(self._answered(answers))

    def fault(self, answers: Sequence[object], number: int) -> tuple[str, str]:
        """Tell what is wrong with one answer, and what helps; nothing of those that are still to come.

        Raises NoSuchField, Refused, Rejected and OSError.
        """
        answered = self._answered(answers)
        if not 0 <= number < len(answered):
            raise NoSuchField
        one = answered[number][0]
        if one.is_name:
            return "", ""
        edit = self._edit([pair for pair in answered if pair[0].is_name or pair[0] is one])
        made = edited(decoded(files.read(self.at.file, LARGEST)), [edit], self.at.model)
        source = source_of(made.text, spoken())
        here = (*self.path, *_resolved(one.path, _names(answered)))
        try:
            load(source, self.at.model)
        except Rejected as rejected:
            for finding in rejected.findings:
                if source.path_at(finding.place)[: len(here)] == here:
                    return for_page(finding.message, finding.hint, Spot(self.at.file, self.at.model, here))
        return "", ""

    def _answered(self, answers: Sequence[object]) -> list[tuple[Asked, Data]]:
        if len(answers) != len(self.asked):
            raise NoSuchField
        return [(one, typed(str(answer or ""), one.path) if one.way == fields.PROSE else fields.data(answer))
                for one, answer in zip(self.asked, answers, strict=True)]

    def _edit(self, answered: Sequence[tuple[Asked, Data]]) -> Add:
        names = _names(answered)
        value = _nested([(_resolved(one.path, names), data) for one, data in answered if not one.is_name])
        if (NAME,) in names:
            assert isinstance(value, dict)
            return Add((*self.path, names[NAME,]), value[names[NAME,]])
        return Add(self.path, value)


def new_entry(at: Spot, now: Data) -> NewEntry | None:
    """The entry that what stands at the spot may get; None where it may have none."""
    shapes = shapes_at(at.model, at.path)
    if isinstance(now, list) or (now is None and any(isinstance(one, ListOf) for one in shapes)):
        path: KeyPath = (*at.path, len(now or ()))
        return NewEntry(at, path, tuple(_asked(at, path, ())))
    if keys := next((one for one in shapes if isinstance(one, KeysOf)), None):
        return NewEntry(at, at.path, tuple(_below(at, keys, at.path, (), 0)))
    return None


def _asked(at: Spot, path: KeyPath, inside: KeyPath, depth: int = 0) -> Iterator[Asked]:
    """Yield what must be written at a path of the model, which is `inside` in the entry."""
    shapes = shapes_at(at.model, path)
    alone = (one.model.alone for one in shapes if isinstance(one, Keys) and one.model.alone)
    texts = [one for one in shapes if isinstance(one, fields.ONE_TEXT)]
    if not texts and (key := next(alone, None)):  # a text may stand there in place of the keys
        texts = [one for one in shapes_at(at.model, (*path, key)) if isinstance(one, fields.ONE_TEXT)]
    if texts:
        words = tuple(word for one in texts if isinstance(one, Choice) for word in one.words)
        here = Spot(at.file, at.model, path)
        yield Asked(inside, fields.way_of_text(texts), fields.label(here), fields.example(here), words)
    elif depth < MOST_NESTED and shapes:
        yield from _below(at, shapes[0], path, inside, depth + 1)


def _below(at: Spot, shape: OneShape, path: KeyPath, inside: KeyPath, depth: int) -> Iterator[Asked]:
    """Yield what must be written in lists and keys."""
    here = Spot(at.file, at.model, path)
    if isinstance(shape, ListOf) and isinstance(asked_for(shape.item), fields.ONE_TEXT):
        yield Asked(inside, fields.LINES, fields.label(here), fields.example(here))
    elif isinstance(shape, ListOf):
        yield from _asked(at, (*path, 0), (*inside, 0), depth)
    elif isinstance(shape, KeysOf):
        yield Asked((*inside, NAME), fields.LINE, fields.label(here) if inside else "", is_name=True)
        yield from _asked(at, (*path, "x"), (*inside, NAME), depth)
    elif isinstance(shape, Keys):
        model = shape.model
        required = [key for key, known in model.fields.items() if known.is_required]
        for key in required or list(model.one_of[:1]) or list(model.fields)[:1]:
            yield from _asked(at, (*path, key), (*inside, key), depth)


def _names(answered: Sequence[tuple[Asked, Data]]) -> dict[KeyPath, str]:
    """The names that were given, by the paths that ask for them."""
    return {one.path: str(data or "") for one, data in answered if one.is_name}


def _resolved(path: KeyPath, names: Mapping[KeyPath, str]) -> KeyPath:
    """The path with the names that were given."""
    return tuple(names[path[: at + 1]] if step == NAME else step for at, step in enumerate(path))


def _nested(values: list[tuple[KeyPath, Data]]) -> Data:
    """Values by their paths as one value."""
    if any(not path for path, _ in values):
        return values[0][1]
    groups: dict[str | int, list[tuple[KeyPath, Data]]] = {}
    for (step, *rest), value in values:
        groups.setdefault(step, []).append((tuple(rest), value))
    if all(isinstance(step, int) for step in groups):
        return [_nested(group) for group in groups.values()]
    return {str(step): _nested(group) for step, group in groups.items()}
