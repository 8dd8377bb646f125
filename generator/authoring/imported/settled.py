"""Headings of a document and the form's that begin sections: each with the one that it is most like."""

from __future__ import annotations

from collections.abc import Mapping

GIVES_WAY = 0.06
"""Likeness that a heading loses at most when it leaves its place to one that has no other."""


def settled(prices: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """For each heading of the form the one of the document, by the likeness of each two that may be one.

    The surest first. One that finds its place taken has it where the other has another that is nearly as
    good.
    """
    likely: dict[str, list[str]] = {}
    for said, form in sorted(prices, key=lambda one: -prices[one]):
        likely.setdefault(said, []).append(form)
    owners: dict[str, str] = {}

    def placed(said: str, least: float, seen: frozenset[str]) -> bool:
        for form in likely[said]:
            if prices[said, form] < least or form in seen:
                continue
            owner = owners.get(form)
            free = owner is None or placed(owner, prices[owner, form] - GIVES_WAY, seen | {form})
            if free:
                owners[form] = said
                return True
        return False

    for said in likely:
        placed(said, 0.0, frozenset())
    return owners
