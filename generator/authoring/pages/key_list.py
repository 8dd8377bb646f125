"""docs/noegler.md: every key of a plan's files, made from the models, the forms and example plans.

What belongs in a key is the model's own description. The example is the model's own too, or else the
shortest thing that one of the examples says there. Which rounds have the key, and require it, stands in
each form.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from generator.authoring.examples import ROUND
from generator.authoring.pages.key_examples import ENTRY, ITEM, Files, KeyPath, said_at
from generator.authoring.pages.key_groups import Group, groups, shape_in_list
from generator.authoring.pages.key_list_texts import COLUMNS, GAP, HEAD, NOT_YOURS, SECTIONS
from generator.plan import kinds
from generator.plan.model.base import Afsnit, Mangel
from generator.plan.model.form import IF_THERE, Form
from generator.plan.model.record import Field, Model
from generator.plan.model.round_keys import RoundKeys
from generator.plan.model.shape import (
    Choice,
    Keys,
    KeysOf,
    ListOf,
    OneShape,
    Prose,
    Text,
    WholeNumber,
    choices_of,
    model_below,
)

NAME = "noegler.md"
WHERE = {ITEM: "Hvert punkt på listen har disse nøgler.", ENTRY: "Under hvert navn står disse nøgler."}


class File(Struct, frozen=True):
    """A kind of file as the list tells of it."""

    of: kinds.FileKind

    @property
    def kind(self) -> str:
        """The name of the kind."""
        return self.of.name

    @property
    def name(self) -> str:
        """The name of such a file: `delaftale-….yaml`."""
        return re.sub(r"<\w+>", "…", self.of.pattern)

    @property
    def model(self) -> type[Model]:
        """The model that has its keys."""
        return self.of.model

    @property
    def about(self) -> str:
        """Description of it."""
        return f"{self.of.about} {NOT_YOURS}" if self.of == kinds.FORM else self.of.about


BESIDE = (
    (GAP, Group(Mangel, (("problemkompleks", "indsatsområder", ENTRY),))),
    (SECTIONS, Group(Afsnit, (("problemkompleks", "hovedudfordringer", ITEM),))),
)
"""Model that may stand in place of a text, with a path where it does, and what is told of it."""


def files() -> tuple[File, ...]:
    """Every kind of file, in the order of the page."""
    return tuple(map(File, kinds.files()))


class KeyList(Struct, frozen=True):
    """The list of keys for the rounds of these forms, with what the examples say, the first before others."""

    forms: Sequence[Form]
    examples: Sequence[Files]

    def page(self) -> str:
        """The whole page as it should be."""
        beside = (f"{about}{COLUMNS}{self._rows_of(group)}" for about, group in BESIDE)
        return "\n".join([HEAD, *beside, *map(self._section, files())])

    def example(self, file: File, group: Group, name: str) -> str:
        """Example of a value of the key, as YAML on one line; nothing when the key has keys of its own."""
        field = group.model.fields[name]
        said = said_at(self.examples, file.kind, group.paths, name)
        inherited = name not in group.model.__annotations__
        if field.example and not (inherited and said):
            return field.example
        shape = shape_in_list(field)
        if words := choices_of(shape):
            return words[0]
        if model_below(shape):
            return ""
        if not said:
            others = _with_the_same_field(group, name)
            said = [text for other, same in others
                    for text in said_at(self.examples, other.kind, same.paths, name)]  # fmt: skip
        return min(said, key=len, default="")

    def required(self, file: File, group: Group, name: str) -> str:
        """Say when the key must be filled in: `altid`, `endelig`, `endelig 2015-18`, or never."""
        if group.model.fields[name].is_required:
            return "altid"
        if name in group.model.one_of:
            return "en af dem"
        rounds = [form.midler for form in self.forms
                  if any((*path, name) in _required(form, file) for path in group.paths)]  # fmt: skip
        return "" if not rounds else " ".join(["endelig", *self._unless_all(rounds)])

    def only_in(self, file: File, group: Group, name: str) -> Sequence[str]:
        """The rounds that have the key, where not all of them do."""
        keys = (RoundKeys.of(form, file.of) for form in self.forms)
        return self._unless_all([one.midler for one in keys if name in one.fields(group.model)])

    def _unless_all(self, rounds: list[str]) -> list[str]:
        return [] if len(rounds) == len(self.forms) else rounds

    def _rows_of(self, group: Group) -> str:
        """The keys of what stands in place of a text, with examples from a kind of file that has one."""
        keys = group.model.fields.items()
        rows = ((self._with_example(group, name), name, field) for name, field in keys)
        return "".join(f"{self._row(file, group, name, field)}\n" for file, name, field in rows)

    def _with_example(self, group: Group, name: str) -> File:
        """The first kind of file in which the key has an example, or else the first of all."""
        return next((file for file in files() if self.example(file, group, name)), files()[0])

    def _section(self, file: File) -> str:
        tables = [self._table(file, group) for group in groups(file.model)]
        return "\n".join([f"## {file.name}\n\n{file.about}\n", *tables])

    def _table(self, file: File, group: Group) -> str:
        lines = COLUMNS.splitlines()
        lines += [self._row(file, group, name, field) for name, field in group.model.fields.items()]
        return "\n".join([*_heading(file, group), *lines, ""])

    def _row(self, file: File, group: Group, name: str, field: Field) -> str:
        shape, shown = shape_in_list(field), self.example(file, group, name)
        if (group.model, name) == ROUND:
            shape = Choice(tuple(form.midler for form in self.forms))
        about = _about(field, shape, self.only_in(file, group, name))
        cells = [f"`{name}`", about, "", self.required(file, group, name)]
        cells[2] = f"`{name}: {shown}`" if shown else _link(file, shape, "se tabellen")
        if field.description.strip() and shown and model_below(shape):
            cells[1] += f" {_link(file, shape, 'Nøglerne')}."
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _with_the_same_field(group: Group, name: str) -> Iterator[tuple[File, Group]]:
    """The other groups whose models have inherited the field from the same model, or passed it on."""
    mine = {base for base in group.model.__mro__ if name in getattr(base, "fields", {})} - {Model}
    return ((f, g) for f in files() for g in groups(f.model) if mine & set(g.model.__mro__))


def _heading(file: File, group: Group) -> list[str]:
    first, *others = group.paths
    if not first:
        return []
    also = " og ".join(f"`{_dotted(path)}`" for path in others)
    where = WHERE.get(first[-1], "Her er disse nøgler.")
    return [f"### {_title(file, first)}\n", f"{where}{f' Det samme gælder under {also}.' if also else ''}\n"]


def _about(field: Field, shape: OneShape, rounds: Iterable[str]) -> str:
    only = "".join(f" ({midler})" for midler in rounds)
    parts = [re.sub(r"\.$", f"{only}.", field.description.strip())]
    if words := _form_of(shape):
        parts.append(words)
    return " ".join(parts)


def _form_of(shape: OneShape) -> str:
    match shape:
        case Choice(words):
            return f"Vælg mellem: {', '.join(f'`{word}`' for word in words)}."
        case Prose():
            return "Tekst."
        case ListOf():
            return "Liste."
        case KeysOf():
            return "Et navn og et kolon for hver."
        case Keys() | Text() | WholeNumber():
            return ""
        case never:
            assert_never(never)


def _link(file: File, shape: OneShape, words: str) -> str:
    inner = model_below(shape)
    if inner is Mangel:
        return f"[{words}](#kendt-mangel)"
    first = next((g.paths[0] for g in groups(file.model) if g.model is inner), ())
    return f"[{words}](#{slug(_title(file, first))})" if first else ""


def _title(file: File, path: KeyPath) -> str:
    return f"{file.kind}: {_dotted(path)}"


def _dotted(path: KeyPath) -> str:
    return ".".join(step for step in path if step not in (ITEM, ENTRY))


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower())
    return kept.replace(" ", "-")


def _required(form: Form, file: File) -> frozenset[KeyPath]:
    """The paths that the form requires of the file, without a step to each at their end."""
    fields = form.krævede_felter.get(file.kind, {})
    paths = (tuple(path.replace("{valgte}", ENTRY).replace(IF_THERE, "").split(".")) for path in fields)
    return frozenset(path[:-1] if path[-1] == ENTRY else path for path in paths)
