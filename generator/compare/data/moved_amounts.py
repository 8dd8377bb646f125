"""Amounts of a budget that were moved, between posts or between years: its approver asks about those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.base import danish
from generator.base.language import say
from generator.compare.data.change import Change, Kind
from generator.compare.data.naming import plain
from generator.plan.model.budgetbilag import Post
from generator.plan.model.plan import Aftale
from generator.plan.model.values import Beløb
from generator.plan.rules.texts_of_plan import parts

SPENDING = "Udgifter"


def moved_amounts(old: Aftale, new: Aftale, unit: str) -> Iterator[Change]:
    """The amounts that one post, or one year, gave to others; what was only added or cut was not moved."""
    for name, sums in ((say("between posts"), _by_post), (say("between years"), _by_year)):
        if amount := _moved(sums(old), sums(new)):
            yield Change((SPENDING, name), Kind.MOVED, new=f"{plain(danish.beløb(amount))} {unit}".strip())


def _moved(old: Mapping[str, Decimal], new: Mapping[str, Decimal]) -> Decimal:
    """The less of all that was put on and all that was taken off."""
    apart = [new.get(name, Decimal()) - old.get(name, Decimal()) for name in {**old, **new}]
    return min(sum((max(one, Decimal()) for one in apart), Decimal()),
               sum((max(-one, Decimal()) for one in apart), Decimal()))  # fmt: skip


def _by_post(aftale: Aftale) -> Mapping[str, Decimal]:
    posts = [post for _, post in parts(aftale, Post)]
    names = [" ".join(filter(None, (p.post, p.navn, p.indsatsområde, p.aktivitet))) for p in posts]
    return _added(zip(names, (post.i_alt for post in posts), strict=True))


def _by_year(aftale: Aftale) -> Mapping[str, Decimal]:
    return _added(entry for _, post in parts(aftale, Post) for entry in post.år.items())


def _added(entries: Iterable[tuple[str, Beløb | None]]) -> Mapping[str, Decimal]:
    """The sum of the amounts of each name."""
    sums: dict[str, Decimal] = {}
    for name, amount in entries:
        sums[name] = sums.get(name, Decimal()) + (amount.tal if amount else 0)
    return sums
