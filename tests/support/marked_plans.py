"""A plan with a word of its own at every place that can be printed, and whether a document shows it.

Words go at the end of texts; a number or a date becomes one that nothing else in the plan is. Names stay
known by what they were, so that what refers to them still does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from generator.base import danish
from generator.base.findings import Finding
from generator.base.values import replace
from generator.document.model import Document
from generator.document.reading import text_of
from generator.plan.model.base import Navngivet
from generator.plan.model.boligomraade import Boligområde
from generator.plan.model.load import Loaded, key_path
from generator.plan.model.own import OwnNumber, OwnText
from generator.plan.model.plan import Plan
from generator.plan.model.record import Field, Model
from generator.plan.model.shape import alternatives
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Procent, Tekst, Timer
from generator.plan.rules.gathered import Path, fields
from generator.render import Rendered
from generator.run.unprinted_fields import unprinted

Leaf = tuple[str, Path]
"""The name of an agreement, or nothing for what all share, and a path in it."""
NUMBERS = (Beløb, Procent, Antal, Timer)


@dataclass
class MarkedPlan:
    """A plan whose every leaf is marked; `words` has what a document shows of each."""

    plan: Plan
    words: dict[Leaf, str]


def marked(plan: Plan) -> MarkedPlan:
    """The plan with a mark at every text, number and date, but for those that steer."""
    marks = _Marks()
    return MarkedPlan(_copied(plan, marks), marks.words)


def changeable(plan: Plan) -> list[Leaf]:
    """The places of the plan's numbers, dates and choices, but for those that steer."""
    leaves = _Leaves()
    _copied(plan, leaves)
    return leaves.found


def with_change(plan: Plan, leaf: Leaf) -> Plan:
    """The plan with another number, date or choice at that place."""
    return _copied(plan, _Change(wanted=leaf))


def not_shown(words: Mapping[Leaf, str], documents: Iterable[Document]) -> set[Leaf]:
    """The leaves whose word stands in none of the documents, nor in a header."""
    shown = "\n".join(
        line for document in documents for line in (text_of(document), *dict(document.properties).values())
    )
    said = set(re.findall(r"\w+(?:\.\w+)*", shown))
    said |= {word.replace(".", "") for word in said}  # a number that is no year has its thousands apart
    return {leaf for leaf, word in words.items() if word not in said}


def told_of(leaves: Iterable[Leaf], plan: Plan, rendered: Mapping[str, Rendered]) -> set[Leaf]:
    """The leaves that U2 tells of, by themselves or with what they stand in."""
    found = unprinted(plan, {name: one.rendering for name, one in rendered.items()}, whole=True)
    files = {a.place().file: a.navn for a in plan.aftaler}
    told = {(files.get(one.place.file, ""), one.message.split("`")[1])
            for one in found if isinstance(one, Finding)}  # fmt: skip
    return {(name, path) for name, path in leaves if any((name, key) in told for key in _around(path))}


def steering(plan: Plan) -> Iterator[tuple[str, object]]:
    """Every value whose key steers without regard to another, and that key with its model."""
    for source in plan.helhedsplan, *(a.indhold for a in plan.aftaler):
        for value in source, *(inner for _, inner in fields(source)):
            keys = type(value).fields.items() if isinstance(value, Model) else ()
            for key in (key for key, about in keys if about.steers is True):
                yield f"{type(value).__name__}.{key}", getattr(value, key)


def _copied(plan: Plan, values: _Values) -> Plan:
    shared = values.file(plan.kilde, "")
    own: list[Any] = [replace(a, kilde=values.file(a.kilde, a.navn)) for a in plan.aftaler]
    return replace(plan, kilde=shared, aftaler=tuple(own))


def _around(path: Path) -> Iterator[str]:
    return (key_path(path[:end]) for end in range(1, len(path) + 1))


def _below(at: Leaf, step: str | int) -> Leaf:
    return at[0], (*at[1], step)


@dataclass
class _Values:
    """Copies a model; what it does with the values is said by those that inherit it."""

    renamed: dict[str, str] = field(default_factory=dict)

    def leaf(self, value: object, at: Leaf) -> object:
        """What stands in the copy for a text, a number or a date."""
        raise NotImplementedError

    def choice(self, value: str, _at: Leaf, _words: tuple[str, ...]) -> str:
        """What stands in the copy for a word of those that the model knows."""
        return value

    def file(self, kilde: Loaded[Any], name: str) -> Loaded[Any]:
        value = self.model(kilde.value, (name, ()))
        return replace(kilde, value=value, source=replace(kilde.source, data=self.typed(kilde.source.data)))

    def typed(self, data: Any) -> Any:
        """What is typed in the file, with the names that are keys as they are in the copy."""
        if isinstance(data, dict):
            return {self.renamed.get(key, key): self.typed(inner) for key, inner in data.items()}
        return [*map(self.typed, data)] if isinstance(data, list) else data

    def model(self, model: Model, at: Leaf) -> Any:
        about = type(model).fields
        values: dict[str, Any] = {key: self.of_key(getattr(model, key), about[key], (at[0], (*at[1], key)))
                                  for key in about if key in model.given}  # fmt: skip
        if isinstance(model, Navngivet):
            values["aliaser"] = model.alle_navne
        if isinstance(model, Boligområde):
            self.renamed[model.navn] = values["navn"]
        return type(model)(**values)

    def of_key(self, value: Any, about: Field, at: Leaf) -> Any:
        choices = [kind for kind in alternatives(about.annotation) if get_origin(kind) is Literal]
        if about.steers or value is None:
            return value
        return self.choice(value, at, get_args(choices[0])) if choices else self.value(value, at)

    def value(self, value: Any, at: Leaf) -> Any:
        if isinstance(value, Model):
            return self.model(value, at)
        if isinstance(value, tuple):
            return tuple(self.value(inner, _below(at, number)) for number, inner in enumerate(value))
        if isinstance(value, Mapping):
            named = {OwnText(self.renamed.get(str(key), str(key))): inner for key, inner in value.items()}
            return {key: self.value(inner, _below(at, key)) for key, inner in named.items()}
        return self.leaf(value, at)


@dataclass
class _Marks(_Values):
    """A word, or a number, of its own at every leaf."""

    words: dict[Leaf, str] = field(default_factory=dict)

    def leaf(self, value: object, at: Leaf) -> object:
        number = len(self.words) + 1
        changed, self.words[at] = _marked(value, number)
        return changed


@dataclass
class _Leaves(_Values):
    """Changes nothing, and gathers what is no text of the writer's own."""

    found: list[Leaf] = field(default_factory=list)

    def leaf(self, value: object, at: Leaf) -> object:
        self.found += [] if isinstance(value, str) else [at]
        return value

    def choice(self, value: str, at: Leaf, _words: tuple[str, ...]) -> str:
        self.found.append(at)
        return value


@dataclass
class _Change(_Values):
    """Another value at one place, and all else as it was."""

    wanted: Leaf = ("", ())

    def leaf(self, value: object, at: Leaf) -> object:
        return _marked(value, 1)[0] if at == self.wanted else value

    def choice(self, value: str, at: Leaf, words: tuple[str, ...]) -> str:
        other = words[words.index(value) - 1]
        return OwnText(other) if at == self.wanted else value


def _marked(value: object, number: int) -> tuple[object, str]:
    """The value as another one that has the number, and what a document shows of that."""
    if isinstance(value, str):
        kind = Tekst if isinstance(value, Tekst) else OwnText
        return kind(f"{value.rstrip()} mærke{number}"), f"mærke{number}"
    if isinstance(value, Dato):
        return Dato(3000 + number), str(3000 + number)
    if isinstance(value, int):
        return OwnNumber(7000 + number), str(7000 + number)
    amount = Decimal(1_000_000 + number)
    if isinstance(value, Måltal):
        return Måltal(Procent(amount) if value.er_procent else Antal(int(amount))), danish.beløb(amount)
    assert isinstance(value, NUMBERS), f"{value!r} cannot be marked"
    return type(value)(amount), danish.beløb(amount)
