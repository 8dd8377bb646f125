"""What the project set out to reach, each held against what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.peers import DOCXTPL, FLOOR

Figures = Mapping[str, Any]
MORE = 12
"""Megabytes that any number of plans may take beyond what one takes."""
LINEAR = 11.0
"""Times the cost that ten times the work may have."""


@dataclass(frozen=True)
class Goal:
    """A figure and its limit; `least` says that the figure is to be at least that, not at most."""

    name: str
    measured: float
    limit: float
    unit: str = "× docxtpl"
    least: bool = False

    @property
    def met(self) -> bool:
        return self.measured >= self.limit if self.least else self.measured <= self.limit

    @property
    def verdict(self) -> str:
        """`met`, or by how much it was missed."""
        off = abs(self.measured - self.limit) / self.limit
        return "met" if self.met else f"missed by {off:.0%}"

    def told(self) -> tuple[str, str, str, str]:
        """The row of the report."""
        sign = "≥" if self.least else "≤"
        return self.name, f"{sign} {self.limit:.3g} {self.unit}".strip(), f"{self.measured:.3g}", self.verdict


def goals(found: Mapping[str, Figures]) -> list[Goal]:
    """Those goals that what was measured says something of."""
    parts: dict[str, Callable[[Figures], Iterator[Goal]]] = {
        "warm": _warm, "cold": _cold, "growth": _growth, "waits": _waits, "plans": _plans,
    }  # fmt: skip
    return [goal for name, part in parts.items() if name in found for goal in part(found[name])]


def per_tenfold(sizes: Sequence[int], costs: Sequence[float]) -> list[float]:
    """How many times the cost each step up comes to for ten times the work."""
    steps = zip(sizes, sizes[1:], costs, costs[1:], strict=False)
    return [10 * (dearer / cost) / (larger / size) for size, larger, cost, dearer in steps]


def _warm(part: Figures) -> Iterator[Goal]:
    seconds = {name: figures["inside"] for name, figures in part["ways"].items() if name != FLOOR}
    for way, limit in (("from YAML", 3.0), ("from YAML, with all checks", 2.0)):
        yield Goal(f"warm, {way}", seconds[DOCXTPL] / seconds[f"aftale, {way}"], limit, least=True)


def _cold(part: Figures) -> Iterator[Goal]:
    base = part[DOCXTPL]
    limits = {"aftale build": 1.0, "aftale --help": 0.6, "aftale build, nothing changed": 1.0}
    for name, limit in limits.items():
        yield Goal(f"cold, {name}", part[name]["worked"] / base["worked"], limit)
    yield Goal("peak memory, one document", part["aftale build"]["megabytes"] / base["megabytes"], 1.3)


def _growth(part: Figures) -> Iterator[Goal]:
    sizes = [int(rows) for rows in part]
    ours = [ways["aftale"]["inside"] for ways in part.values()]
    most = part[str(sizes[-1])]
    yield Goal(f"a table of {sizes[-1]:,} rows", ours[-1] / most[DOCXTPL]["inside"], 0.5)
    yield _linear("rows", sizes, ours)


def _waits(part: Figures) -> Iterator[Goal]:
    count, among = part["plans"], {name: each["worked"] for name, each in part["among"].items()}
    limits = {"build, one edited": 0.06, "status, nothing changed": 0.04, "check, nothing changed": 0.04}
    for name, limit in limits.items():
        ratio = among[name] / among["build, all edited"]
        yield Goal(f"{count} plans, {name}", ratio, limit, "× all edited")
    for which, what in (("commits", ""), ("first", ", read for the first time")):
        (few, short), (many, long) = ((size, each["worked"]) for size, each in part[which].items())
        yield Goal(f"{many} commits since it was final{what}", long / short, 1.2, f"× {few}")
    one, all_of_them = (each["megabytes"] for each in part["diff"].values())
    yield Goal(f"memory beyond one plan's, diff over {count}", all_of_them - one, MORE, "MB")


def _plans(part: Figures) -> Iterator[Goal]:
    for what in ("built", "checked"):
        ways = {int(size): each for size, each in part[what].items() if not (what == "built" and size == "1")}
        yield _linear(f"plans {what}", list(ways), [each["inside"] for each in ways.values()])
    built = {int(size): each["megabytes"] for size, each in part["built"].items()}
    for most, each in part["most"].items():
        more = each["megabytes"] - built[1]
        yield Goal(f"memory beyond one plan's, {int(most):,} by the command", more, MORE, "MB")
    one, two = (part["jobs"][jobs]["passed"] for jobs in "12")
    yield Goal(f"{max(built):,} plans on two cores, by the clock", one / two, 1.7, "× one core", least=True)


def _linear(what: str, sizes: Sequence[int], costs: Sequence[float]) -> Goal:
    steepest = max(per_tenfold(sizes, costs))
    return Goal(f"growth, {what}, for ten times the work", steepest, LINEAR, "× the time")
