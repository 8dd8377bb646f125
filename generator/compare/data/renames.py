"""Names that have changed: one renamed thing is one change, wherever its name is typed or is a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from generator.compare.data.change import Change, Kind, Side
from generator.compare.data.matching import match
from generator.compare.data.things import SAME_THING, same_named
from generator.plan.model.base import Navngivet, samme
from generator.plan.model.plan import Plan
from generator.plan.rules.gathered import fields
from generator.plan.rules.texts_of_plan import sources


class Renames(Struct, frozen=True):
    """Names of the areas and parties of two versions of a plan: any of a thing's names → the newest."""

    old: Mapping[str, str] = field(default_factory=dict)
    new: Mapping[str, str] = field(default_factory=dict)

    def was(self, name: str) -> str:
        """The name of an old thing, as it is known by now."""
        return self.old.get(samme(name), samme(name))

    def is_(self, name: str) -> str:
        """The name of a new thing, by whichever of its names."""
        return self.new.get(samme(name), samme(name))


def renames(before: Plan, after: Plan) -> Renames:
    """Find the areas and parties of both, whatever they are called.

    One that shares no name with what it was is known by its figures: the same ones stand under the new name.
    """
    found = Renames({}, {})
    old, new = before.helhedsplan, after.helhedsplan
    figures = _figures(before), _figures(after)

    def alike(one: Navngivet, other: Navngivet) -> float:
        its = figures[0].get(samme(one.navn))
        return 1.0 if its and its == figures[1].get(samme(other.navn)) else same_named(one, other)

    lists: Sequence[tuple[Sequence[Navngivet], Sequence[Navngivet]]] = (
        (old.boligområder, new.boligområder), (old.parter, new.parter),
    )  # fmt: skip
    for was, is_ in lists:
        for pair in match(was, is_, lambda thing: samme(thing.navn), alike, SAME_THING):
            if pair.old and pair.new:
                now = samme(pair.new.navn)
                found.old.update({samme(name): now for name in pair.old.alle_navne})  # type: ignore[attr-defined]
                found.new.update({samme(name): now for name in pair.new.alle_navne})  # type: ignore[attr-defined]
    return found


def _figures(plan: Plan) -> dict[str, list[object]]:
    """The values in the plan's files under each name that is a key, in their order."""
    found: dict[str, list[object]] = {}
    for source in sources(plan):
        for path, value in fields(source.kilde.value):
            if isinstance(path[-1], str):
                found.setdefault(samme(path[-1]), []).append(value)
    return found


def folded(changes: Iterable[Change], primary: Sequence[Change]) -> dict[int, Change]:
    """Changes that are nothing but a renaming again, by their `id`, with the change that each repeats."""
    found = {}
    for change in changes:
        for one in primary:
            if change is not one and _is_again(change, one):
                found[id(change)] = one
                break
    return found


def renamed(changes: Iterable[Change]) -> list[Change]:
    """Changes that give a thing another name, the first of each."""
    first: dict[tuple[str, str], Change] = {}
    for change in changes:
        if change.kind is Kind.RENAMED and isinstance(change.was, str):
            first.setdefault((change.old, change.new), change)
    return list(first.values())


def _is_again(change: Change, renaming: Change) -> bool:
    """Tell whether the new name for the old one is all that the change does."""
    if change.kind is Kind.ADDED and not change.words:  # an alias, so that the old name is still known
        return change.new == renaming.old and change.crumbs[-1].casefold() == "andet navn"
    old, new = change.old, change.new
    if change.words:
        old, new = ("".join(p.text for p in change.words if p.side is not left)
                    for left in (Side.NEW, Side.OLD))  # fmt: skip
    is_one = change.kind in (Kind.CHANGED, Kind.RENAMED)
    return is_one and old != new and old.replace(renaming.old, renaming.new) == new


