"""The keys that a kind of file has in a round: those of its model, without those that the form leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.plan.kinds import FileKind
from generator.plan.model.form import Form
from generator.plan.model.record import Field, Model
from generator.plan.model.shape import Fields, all_fields, models_at
from generator.plan.source.read import Source
from generator.plan.source.tree import KeyPath

Key = tuple[type[Model], str]
"""A model and the name of one of its keys."""

ANY_ITEM = "*"
"""The step of a path in a form that stands for every item of a list."""


def steps(path: str) -> KeyPath:
    """The steps of a dotted path in a form, with the first item of a list for any."""
    return tuple(0 if step == ANY_ITEM else step for step in path.split("."))


def keys_at_path(model: type[Model], path: str) -> frozenset[Key]:
    """The keys that a form means by a dotted path in files of that model; none where no such key exists."""
    *above, name = steps(path)
    holders = models_at(model, tuple(above))
    return frozenset((holder, str(name)) for holder in holders if name in holder.fields)


def _nobody(_: Key) -> Sequence[str]:
    return ()


class RoundKeys(Struct, frozen=True):
    """The keys of one kind of file in the round `midler`.

    A key that the form leaves out at one path is left out wherever its model stands in the file. `who_has`
    names the rounds that have such a key.
    """

    midler: str = ""
    left_out: frozenset[Key] = frozenset()
    who_has: Callable[[Key], Sequence[str]] = _nobody

    @classmethod
    def of(
        cls, form: Form, kind: FileKind, who_has: Callable[[Key], Sequence[str]] = _nobody
    ) -> RoundKeys:
        """The keys that the form has in files of that kind."""
        paths = form.udeladte_felter.get(kind.name, ())
        out = frozenset(key for path in paths for key in keys_at_path(kind.model, path))
        return cls(form.midler, out, who_has)

    @property
    def fields(self) -> Fields:
        """Tells the keys of a model that the round has, each with its field."""
        return self._of if self.left_out else all_fields

    def _of(self, model: type[Model]) -> Mapping[str, Field]:
        fields = model.fields.items()
        return {name: field for name, field in fields if (model, name) not in self.left_out}

    def foreign(self, source: Source, model: type[Model]) -> dict[KeyPath, Key]:
        """The keys of the source that the round lacks and its model has, by their paths."""
        return dict(self._foreign(source, model)) if self.left_out else {}

    def _foreign(self, source: Source, model: type[Model]) -> Iterator[tuple[KeyPath, Key]]:
        names = {name for _, name in self.left_out}
        for path in source.key_places:
            if path and path[-1] in names:
                here = {(holder, str(path[-1])) for holder in models_at(model, path[:-1])} & self.left_out
                yield from ((path, key) for key in here)


EVERY_KEY = RoundKeys()
"""The keys of all rounds, for a file whose round is not known."""
