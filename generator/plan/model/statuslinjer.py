"""Lines of a status: what the plan has agreed on beside what came of it, this year and the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from generator.base import danish
from generator.plan.model.base import Navngivet, find, samme
from generator.plan.model.budgetbilag import Budgetkilde, Post
from generator.plan.model.delaftale import Aktivitet
from generator.plan.model.maal import Baseline, Delmål, Områdeværdi
from generator.plan.model.reserved import Number, added_up
from generator.plan.model.statusdele import Aktivitetsstatus, Indikatorstatus, Indtægt, Nu, Udgift
from generator.plan.model.values import Beløb, Måltal, Timer

T = TypeVar("T")
UKENDT = "–"
"""Mark of a difference that is not known."""
Figures = Mapping[str, Områdeværdi]


class Indikatorlinje(NamedTuple):
    """A delmål with its indicator: where it started, where it was a year ago, where it is, where it goes."""

    indsatsområde: str
    delmål: Delmål
    status: Indikatorstatus | None
    sidst: Indikatorstatus | None
    nu: Nu | None
    """Figures now; those of its målepunkt where it names one."""
    før: Nu | None

    @property
    def navn(self) -> str:
        """Name of the indicator; that of the delmål while it has none."""
        return indikatornavn(self.delmål)

    @property
    def baseline(self) -> Baseline | None:
        """Starting point that the delaftale agrees on."""
        return self.delmål.baseline

    @property
    def mål(self) -> Måltal | None:
        """Goal of the indicator: that of this status, else that of the one before."""
        return next((s.mål for s in (self.status, self.sidst) if s and s.mål), None)

    @property
    def savnes(self) -> bool:
        """True where nothing is said of it, nor why."""
        return self.nu is None or self.nu.is_empty()

    @property
    def fra(self) -> Figures:
        """Figures that it starts from."""
        return {**self.baseline.områder, **self.baseline.andre} if self.baseline else {}

    @property
    def til(self) -> Figures:
        """Figures that it has come to."""
        return self.nu.alle if self.nu else {}

    @property
    def til_sammenligning(self) -> frozenset[str]:
        """Names of figures that the goal does not hold for."""
        return frozenset(navn for tal in (self.baseline, self.nu) if tal for navn in tal.andre)

    @property
    def sidste(self) -> Figures:
        """Figures of a year ago."""
        return self.før.alle if self.før else {}


class Aktivitetslinje(NamedTuple):
    """An activity with the hours that were agreed on and what came of it."""

    indsatsområde: str
    aktivitet: Aktivitet
    status: Aktivitetsstatus | None
    sidst: Aktivitetsstatus | None

    @property
    def nu(self) -> Timer | None:
        """Hours a week this year."""
        return self.status.timer_pr_uge if self.status else None

    @property
    def før(self) -> Timer | None:
        """Hours a week the year before."""
        return self.sidst.timer_pr_uge if self.sidst else None


class Økonomilinje(NamedTuple):
    """A post or a source of the budget: its amount of the year, and what came of it."""

    navn: str
    budget: Beløb | None
    brugt: Beløb | None
    årsag: str | None = None

    @property
    def rest(self) -> str:
        """Amount of the budget that is left, with a minus for what is too much; `–` while it is unknown."""
        if not (self.budget and self.brugt and self.budget.er_præcis and self.brugt.er_præcis):
            return UKENDT
        return _forskel(self.budget.tal - self.brugt.tal, fortegn=False)


def indikatornavn(delmål: Delmål) -> str:
    """Name that a status calls a delmål by: its indicator, else the delmål itself."""
    return delmål.indikator or delmål.mål


def postnavn(post: Post) -> str:
    """Name that a status calls a post by: its own, else its kind."""
    return post.navn or post.post


def linjenavn(linje: Post | Budgetkilde) -> str:
    """Name that a status calls a line of the budget by."""
    return postnavn(linje) if isinstance(linje, Post) else linje.kilde


def forbrugsnavn(forbrug: Udgift | Indtægt) -> str:
    """Name that a status calls a line of the budget by."""
    return forbrug.post if isinstance(forbrug, Udgift) else forbrug.kilde


def økonomilinjer(
    budget: Sequence[Post | Budgetkilde], forbrug: Sequence[Udgift | Indtægt], år: int
) -> list[Økonomilinje]:
    """A line for each name in the budget of that year, then for what the budget does not have."""
    budgetteret = _efter_navn([linje for linje in budget if linje.i(år)], linjenavn)
    brugt = _efter_navn(forbrug, forbrugsnavn)
    navne = dict.fromkeys((*budgetteret, *brugt))
    return [_økonomilinje(budgetteret.get(navn, []), brugt.get(navn, []), år) for navn in navne]


def _efter_navn(linjer: Iterable[T], navn: Callable[[T], str]) -> dict[str, list[T]]:
    """Lines by their names, folded for comparing."""
    fundet: dict[str, list[T]] = {}
    for linje in linjer:
        fundet.setdefault(samme(navn(linje)), []).append(linje)
    return fundet


def _økonomilinje(budget: list[Post | Budgetkilde], brugt: list[Udgift | Indtægt], år: int) -> Økonomilinje:
    navn = linjenavn(budget[0]) if budget else forbrugsnavn(brugt[0])
    årsag = next((linje.årsag for linje in brugt if linje.årsag), None)
    beløb = brugt[0].beløb if len(brugt) == 1 else added_up(Beløb, (linje.beløb for linje in brugt))
    return Økonomilinje(navn, added_up(Beløb, (linje.i(år) for linje in budget)), beløb, årsag)


def i_alt(linjer: Iterable[Økonomilinje], navn: str) -> Økonomilinje:
    """Sum of the lines; of what came of them None while one is unknown."""
    alle = list(linjer)
    budget = added_up(Beløb, (linje.budget for linje in alle if linje.budget))
    return Økonomilinje(navn, budget, added_up(Beløb, (linje.brugt for linje in alle)))


def ændring(før: Områdeværdi | Number | None, nu: Områdeværdi | Number | None) -> str:
    """`+0,5 procentpoint`, `−3`, `uændret`; `–` where the two cannot be compared."""
    a, b = _tal(før), _tal(nu)
    if a is None or b is None or type(a) is not type(b) or not (a.er_præcis and b.er_præcis):
        return UKENDT
    points = isinstance(nu, Områdeværdi) and nu.værdi.er_procent
    return _forskel(Decimal(b.tal) - Decimal(a.tal), "procentpoint" if points else "")


def _forskel(number: int | Decimal, enhed: str = "", *, fortegn: bool = True) -> str:
    """`+0,5 procentpoint`, `−3`, `uændret`; without `fortegn` what is left of something: `3`, `0`."""
    if fortegn and not number:
        return "uændret"
    sign = "−" if number < 0 else "+" if fortegn else ""
    unit = f"{danish.HARD_SPACE}{enhed}" if enhed else ""
    return f"{sign}{danish.antal(-number if number < 0 else number)}{unit}"


def _tal(tal: Områdeværdi | Number | None) -> Number | None:
    return tal.værdi.værdi if isinstance(tal, Områdeværdi) else tal


def om(aktivitet: Navngivet, statusser: Iterable[Aktivitetsstatus]) -> Aktivitetsstatus | None:
    """Part about the activity, under any of its names."""
    return next((status for status in statusser if find((aktivitet,), status.aktivitet)), None)
