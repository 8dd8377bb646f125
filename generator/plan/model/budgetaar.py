"""Money of a budget by year and contributor, as a picture shows it: each year a bar, beside the largest."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from generator.plan.model.reserved import added_up
from generator.plan.model.values import Beløb

SHOWN = 3
"""Contributors that have a part of their own; with more than one beyond them, those are one part together."""
_WHOLE = Decimal(100)
_LEAST = Decimal("0.001")


class Linje(Protocol):
    """A source of money with its amounts by year."""

    @property
    def kilde(self) -> str: ...
    @property
    def i_alt(self) -> Beløb | None: ...
    def i(self, år: int) -> Beløb | None: ...


class Del(NamedTuple):
    """Amount of one contributor in a year, and its percentage of that; `kilde` is None for the others."""

    kilde: str | None
    beløb: Beløb
    andel: Decimal


class Søjle(NamedTuple):
    """A year with its sum, which is `bredde` percent of the year with most, and the parts of it."""

    år: int
    i_alt: Beløb
    bredde: Decimal
    dele: tuple[Del, ...]


def søjler(linjer: Sequence[Linje], årene: Sequence[int]) -> tuple[Søjle, ...]:
    """Each year with its parts, contributors in the same order in all; none while an amount is not known.

    The contributors of most money stand first.
    """
    grupper = _grupper(linjer)
    beløb = {år: [_sum(gruppe, år) for _, gruppe in grupper] for år in årene}
    summer = {år: sum(tal, Decimal()) for år, tal in beløb.items()}
    størst = max(summer.values(), default=Decimal())
    if not størst or not _er_tal(linjer, årene):
        return ()
    return tuple(
        Søjle(år, Beløb(summer[år]), _procent(summer[år], størst), tuple(
            Del(navn, Beløb(tal), _procent(tal, summer[år]))
            for (navn, _), tal in zip(grupper, beløb[år], strict=True)
        ))
        for år in årene if summer[år]
    )  # fmt: skip


def _grupper(linjer: Sequence[Linje]) -> list[tuple[str | None, list[Linje]]]:
    """The lines by contributor, those of most money first; the last may be the others together."""
    navne: dict[str, list[Linje]] = {}
    for linje in linjer:
        navne.setdefault(linje.kilde, []).append(linje)
    i_rækkefølge = sorted(navne.items(), key=lambda gruppe: -_i_alt(gruppe[1]))
    if len(i_rækkefølge) <= SHOWN + 1:
        return [*i_rækkefølge]
    andre = [linje for _, gruppe in i_rækkefølge[SHOWN:] for linje in gruppe]
    return [*i_rækkefølge[:SHOWN], (None, andre)]


def _i_alt(linjer: Sequence[Linje]) -> Decimal:
    kendt = added_up(Beløb, (linje.i_alt for linje in linjer))
    return kendt.tal if kendt else Decimal()


def _sum(linjer: Sequence[Linje], år: int) -> Decimal:
    return sum((beløb.tal for linje in linjer if (beløb := linje.i(år))), Decimal())


def _er_tal(linjer: Sequence[Linje], årene: Sequence[int]) -> bool:
    """Tell whether every amount is given by year, and is one number."""
    beløb = [linje.i(år) for linje in linjer for år in årene]
    hele = [linje for linje in linjer if linje.i_alt and not any(linje.i(år) for år in årene)]
    return not hele and all(one is None or one.til is None for one in beløb)


def _procent(del_: Decimal, hele: Decimal) -> Decimal:
    """The percentage, to a thousandth; what is nearly nothing is still there to be seen."""
    return max((del_ * _WHOLE / hele).quantize(_LEAST), _LEAST) if del_ else Decimal()
