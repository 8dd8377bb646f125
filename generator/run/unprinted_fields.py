"""U2: keys of a plan that no document prints.

Nobody keeps a list of what is printed: a rendering notes the values that came to the page, by identity, and
those that went into what was computed. A key that steers need not be printed; its model declares it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from msgspec import Struct

from generator.base.findings import Accepted, Finding
from generator.base.language import say
from generator.plan import kinds
from generator.plan.model.identity import Held, below
from generator.plan.model.load import key_path
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Field, Model, is_nothing
from generator.plan.rules import settle
from generator.plan.rules.accepted import U2
from generator.plan.rules.gathered import Path
from generator.plan.rules.texts_of_plan import sources
from generator.render import Rendering

Printed = Set[int]
"""The identity (`id`) of every value that was printed."""


def unprinted(plan: Plan, documents: Mapping[str, Rendering], whole: bool) -> list[Finding | Accepted]:
    """Find what none of the documents printed, and what of it the plan has accepted.

    `documents` has the rendering of each agreement that was rendered. Of an agreement that was not, nothing
    is told; of helhedsplan.yaml nothing unless they are the `whole` of the plan, and the plan has those that
    print what is in it.
    """
    there = {aftale.kind for aftale in plan.aftaler}
    whole = whole and all(kind in there for kind in kinds.DOCUMENTS if kind.includes_shared)
    printed = frozenset().union(*(rendering.printed() for rendering in documents.values()))
    told = []
    for source in sources(plan):
        if source.navn in documents if isinstance(source, Aftale) else whole:
            file = Held((), source.kilde.value, source.kilde.source.data)
            paths = () if _is_printed(file.value, printed) else _seen(file, printed).unprinted
            told += [_finding(source, path) for path in paths]
    checked = settle(plan, told, whole=False)
    return [*checked.findings, *checked.accepted]


def _finding(source: Plan | Aftale, path: Path) -> Finding:
    message = say("no document prints `{path}`", path=key_path(path))
    hint = say("move it to a key that is printed, or print it in a template of the plan's own")
    at = source.kilde.source
    place = at.key_places.get(path) or source.place(*path)
    return Finding(U2, message, hint, place)


def _is_printed(value: object, printed: Printed) -> bool:
    """Tell whether all of a value was: then nobody needs to know the path of anything in it."""
    if id(value) in printed:
        return True
    if isinstance(value, Model):
        inside: Iterable[object] = (
            getattr(value, name) for name in value.given
            if name not in value.rests and not _steers(value, value.fields[name])
        )  # fmt: skip
    elif isinstance(value, Mapping):
        inside = value.values()
    elif isinstance(value, tuple):
        inside = value
    else:
        return False
    return all(_is_printed(inner, printed) for inner in inside)


class _Seen(Struct, frozen=True):
    """Paths of what was not printed, and `some` if anything beside it was."""

    unprinted: tuple[Path, ...]
    some: bool


def _seen(held: Held, printed: Printed) -> _Seen:
    """Look through a value; it is told as a whole where nothing in it was printed."""
    if id(held.value) in printed:
        return _Seen((), some=True)
    if not isinstance(held.value, (Model, Mapping, tuple)):
        return _Seen((held.path,), some=False)
    inside = [_seen(inner, printed) for inner in _to_be_printed(held)]
    some = any(seen.some for seen in inside)
    paths = tuple(dict.fromkeys(told for seen in inside for told in seen.unprinted))
    return _Seen((held.path,) if held.path and paths and not some else paths, some)


def _to_be_printed(held: Held) -> Iterator[Held]:
    """Items of what was written there; of a model the keys that are there to be printed."""
    model = held.value if isinstance(held.value, Model) else None
    for inner in below(held.value, held.path, held.typed):
        if model is None or not _steers(model, type(model).fields[inner.key]):
            yield inner


def _steers(model: Model, field: Field) -> bool:
    """Tell if the key decides what is printed, and has something to decide."""
    if isinstance(field.steers, str):
        return not is_nothing(getattr(model, field.steers))
    return field.steers
