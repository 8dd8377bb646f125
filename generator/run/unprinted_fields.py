"""What a plan says and no document prints: fields with content that no template asked for.

What templates ask for is recorded while they are rendered, so that nobody keeps a list by hand. A field
is also read when a method of the model that a template uses reads it (`part.vist` reads `kortnavn`), or
when its own class does (`alle_navne` reads `aliaser`). A choice among words steers and is not printed.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_origin

from generator.base.findings import Accepted, Finding
from generator.plan import kinds
from generator.plan.model.base import Accept
from generator.plan.model.load import key_path
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model, is_nothing
from generator.plan.model.shape import alternatives
from generator.plan.rules import settle
from generator.plan.rules.accepted import U2
from generator.plan.rules.texts_of_plan import Path, sources
from generator.render import Read
from generator.render.filters import OURS

Documents = Mapping[str, frozenset[Read]]


def unprinted(plan: Plan, documents: Documents, whole: bool) -> list[Finding | Accepted]:
    """U2: what none of the documents printed, and what of it the plan has accepted.

    `documents` has for each agreement that was rendered what its templates read. Of an agreement that
    was not, nothing is told; of helhedsplan.yaml nothing unless they are the `whole` of the plan, and the
    plan has those that print what is in it.
    """
    there = {aftale.kind for aftale in plan.aftaler}
    whole = whole and all(kind in there for kind in kinds.DOCUMENTS if kind.includes_shared)
    read = frozenset().union(*documents.values())
    names = _names(read)
    told = []
    for source in sources(plan):
        if source.navn in documents if isinstance(source, Aftale) else whole:
            told += [_finding(source, path) for path in _unread(source.kilde.value, (), read, names)]
    checked = settle(plan, told, whole=False)
    return [*checked.findings, *checked.accepted]


def _finding(source: Plan | Aftale, path: Path) -> Finding:
    message = f"no document prints `{key_path(path)}`"
    hint = "move it to a key that is printed, or print it in a template of the plan's own"
    at = source.kilde.source
    place = at.key_places.get(path) or source.place(*path)
    return Finding(U2, message, hint, place)


def _unread(value: object, path: Path, read: frozenset[Read], names: frozenset[str]) -> Iterator[Path]:
    """The paths of the fields below the value that hold something and were not read."""
    if isinstance(value, (Accept, *_handled_by_filters())):
        return
    if isinstance(value, Model):
        kind: Any = type(value)
        through = names | _read_by(kind)
        for name, inner in _filled(value):
            if (id(value), name) in read or name in through:
                yield from _unread(inner, (*path, name), read, names)
            else:
                yield (*path, name)
    for step, inner in _items(value):
        yield from _unread(inner, (*path, step), read, names)


def _filled(model: Model) -> Iterator[tuple[str, object]]:
    """The fields that somebody has filled in with something to print."""
    kind: Any = type(model)
    for name, value in model.items():
        nothing_to_print = name in _choices(kind) or is_nothing(value) or _only_accepts(value)
        if name in model.given and not nothing_to_print:
            yield name, value


def _items(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from enumerate(value)


def _only_accepts(value: object) -> bool:
    """Whether it is `accepter`, which is for the checks and not for the documents."""
    return isinstance(value, tuple) and all(isinstance(item, Accept) for item in value)


@cache
def _handled_by_filters() -> tuple[type[Model], ...]:
    """The models that a filter takes whole, such as a period."""
    kinds = {kind for ours in OURS.values() for kind in ours.takes}
    return tuple(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Model))


@cache
def _choices(model: Any) -> frozenset[str]:
    """The model's fields that steer or are one of some words: they decide, and need not be printed."""
    fields = model.fields.items()
    return frozenset(name for name, field in fields if field.steers or _is_a_choice(field.annotation))


def _is_a_choice(annotation: Any) -> bool:
    """Whether the field is one of some words, or nothing."""
    return any(get_origin(part) is Literal for part in alternatives(annotation))


@cache
def _read_by(model: Any) -> frozenset[str]:
    """The names that the model's own methods and properties use."""
    return frozenset(name for code in _codes(model).values() for name in _names_in(code))


def _names(read: frozenset[Read]) -> frozenset[str]:
    """What the methods that templates asked for read of other objects, and what those that they use do."""
    wanted, found, codes = {name for _, name in read}, set[str](), _names_by_method()
    while wanted:
        used = {name for want in wanted for name in codes.get(want, ())}
        wanted = used - found
        found |= used
    return frozenset(found)


@cache
def _names_by_method() -> Mapping[str, set[str]]:
    """What the methods of each name read of other objects, whichever model has them."""
    codes: dict[str, set[str]] = {}
    for model in _models(Model):
        for name, code in _codes(model).items():
            codes.setdefault(name, set()).update(_names_in(code) - set(model.fields))
    return codes


def _models(model: type[Model]) -> Iterator[type[Model]]:
    for inner in model.__subclasses__():
        if inner.__module__.startswith("generator.plan.model"):
            yield inner
        yield from _models(inner)


def _codes(model: type[Model]) -> dict[str, types.CodeType]:
    """The public methods and properties of the model's classes that are ours."""
    found: dict[str, types.CodeType] = {}
    for kind in model.__mro__:
        for name, member in vars(kind).items() if kind.__module__.startswith("generator.plan.model") else ():
            function = member.fget if isinstance(member, property) else member
            if isinstance(function, types.FunctionType) and not name.startswith("_"):
                found.setdefault(name, function.__code__)
    return found


def _names_in(code: types.CodeType) -> set[str]:
    inner = (const for const in code.co_consts if isinstance(const, types.CodeType))
    return set(code.co_names).union(*(_names_in(const) for const in inner))
