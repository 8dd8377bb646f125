"""Each part of the report: what was measured, as a section with its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tests.benchmarks.goals import Figures, per_tenfold
from tests.benchmarks.peers import DOCXTPL, FLOOR
from tests.benchmarks.table import table, top

BESIDE = "× docxtpl"
STEPS = "ten times as many take, × the time"
GROWTH = """An annex of measures whose table has so many rows, made in a process that has made a small one.
Milliseconds are of work.
The last column is for each step up; 10 is linear, and less where something is paid once.

![Time against rows, for each tool](pictures/benchmarks.svg)
"""
PLANS = """Copies of the plan of 2017-2021 with names, figures and sentences of their own, in one process.
One that has imported what a build imports, and done nothing else, has {megabytes} MB.
"""
WAITS = """Copies of one plan, each command in a process of its own; a name is edited. The others are of one
document, of four agreements as a draft, and of a sentence saved with the page shown again.
"""
IMPORTS = "Milliseconds under `-X importtime`, which itself costs time; a package with all its modules."


def cold(part: Figures) -> str:
    """A process for each: time that passed, time that cores worked, memory."""
    base = part[DOCXTPL]
    rows = [
        (_name(name), *_beside(each, base, "passed", _ms), *_beside(each, base, "worked", _ms),
         *_beside(each, base, "megabytes", _whole))
        for name, each in part.items()
    ]  # fmt: skip
    head = ("", "passed, ms", BESIDE, "worked, ms", BESIDE, "peak memory, MB", BESIDE)
    return _section("One document, a process of its own", table(head, rows))


def warm(part: Figures) -> str:
    """Many documents in one process."""
    count, ways = part["documents"], part["ways"]
    base = ways[DOCXTPL]["inside"]
    peers = [each["inside"] for name, each in ways.items() if not name.startswith(("aftale", FLOOR))]
    rows = [
        (_name(name), f"{1000 * each['inside'] / count:.1f}", f"{count / each['inside']:.0f}",
         f"{base / each['inside']:.2f}", f"{min(peers) / each['inside']:.2f}", _whole(each["megabytes"]))
        for name, each in ways.items()
    ]  # fmt: skip
    head = ("", "ms a document", "documents a second", "times docxtpl's speed", "times the quickest peer's",
            "peak memory, MB")
    said = "Each has a name, figures and sentences of its own. Milliseconds are of work.\n"
    return _section(f"{count} agreements in one process", said, table(head, rows))


def growth(part: Figures) -> str:
    """One table of ever more rows."""
    sizes = [int(size) for size in part]
    most = part[str(sizes[-1])]
    rows = []
    for name in most:
        seconds = [ways[name]["inside"] for ways in part.values()]
        beside, memory = seconds[-1] / most[DOCXTPL]["inside"], most[name]["megabytes"]
        shown = (*map(_ms, seconds), f"{beside:.2f}", _whole(memory), _steps(sizes, seconds))
        rows.append((_name(name), *shown))
    counts = (f"{size:,} rows, ms" for size in sizes)
    head = ("", *counts, BESIDE, "peak memory, MB", STEPS)
    return _section("One table of ever more rows", GROWTH, table(head, rows))


def waits(part: Figures) -> str:
    """What people wait for."""
    rows = [(f"{part['plans']} plans: {name}", *_worked(each)) for name, each in part["among"].items()]
    rows += [(f"build of one edited, {size} commits since it was final", *_worked(each))
             for size, each in part["commits"].items()]  # fmt: skip
    rows += [(f"the same, {size} commits, nothing kept of them", *_worked(each))
             for size, each in part["first"].items()]  # fmt: skip
    rows += [(f"diff over {size}, all edited", *_worked(each)) for size, each in part["diff"].items()]
    rows += [(name, *_worked(each)) for name, each in part["others"].items()]
    head = ("", "worked, ms", "passed, ms", "peak memory, MB")
    return _section("What people wait for", WAITS, table(head, rows))


def _worked(each: Figures) -> tuple[str, str, str]:
    return _ms(each["worked"]), _ms(each["passed"]), _whole(each["megabytes"]) if each["megabytes"] else ""


def plans(part: Figures) -> str:
    """Ever more plans, built and checked, and shared among processes."""
    head = ("plans", "seconds", "ms a plan", STEPS, "peak memory, MB")
    said = PLANS.format(megabytes=_whole(part["imports, MB"]))
    tables = [said, table(head, _grown(part["built"])), "\nChecked, not built:\n"]
    tables.append(table(head, _grown(part["checked"])))
    tables += ["\nThe most of them by the command, and many more:\n", _jobs(part["jobs"], part["most"])]
    return _section("Many plans", *tables)


def floor(part: Figures) -> str:
    """What nobody can do without."""
    rows = [(name, _ms(each["passed"]), _whole(each["megabytes"])) for name, each in part.items()]
    said = "What a process costs before it does something of its own.\n"
    return _section("The floor", said, table(("", "ms", "peak memory, MB"), rows))


def stages(part: Figures) -> str:
    """Each stage of ours apart, and what is imported."""
    first, others = part["stages"]["first"], part["stages"]["others"]
    rows = [(stage, f"{first[stage]:.1f}", f"{others[stage]:.1f}") for stage in first]
    rows.append(("in all", f"{sum(first.values()):.1f}", f"{sum(others.values()):.1f}"))
    imports = part["imports"].items()
    imported = [(f"aftale {name}", f"{sum(each.values()):.0f}", top(each)) for name, each in imports]
    said = "Milliseconds; the first document pays for what its stages import, compile and open.\n"
    return _section(
        "Where our time goes",
        said, table(("stage", "first document", "each of the next"), rows),
        f"\n{IMPORTS}\n", table(("imports", "in all", "the ten longest"), imported),
    )  # fmt: skip


def _jobs(part: Figures, most: Figures) -> str:
    named = {f"--jobs {jobs}": each for jobs, each in part.items()}
    named |= {f"{int(plans):,} plans, --jobs 1": each for plans, each in most.items()}
    rows = [
        (name, f"{each['passed']:.1f}", f"{each['worked']:.1f}", _whole(each["megabytes"]))
        for name, each in named.items()
    ]
    return table(("aftale build", "passed, s", "worked, s", "peak memory of the largest process, MB"), rows)


def _grown(part: Figures) -> Iterator[tuple[str, ...]]:
    sizes, seconds = [int(size) for size in part], [each["inside"] for each in part.values()]
    steps = ["", *(f"{step:.1f}" for step in per_tenfold(sizes, seconds))]
    for size, step, each in zip(sizes, steps, part.values(), strict=True):
        passed, memory = each["inside"], _whole(each["megabytes"])
        yield f"{size:,}", f"{passed:.2f}", f"{1000 * passed / size:.1f}", step, memory


def _steps(sizes: Sequence[int], seconds: Sequence[float]) -> str:
    return ", ".join(f"{step:.1f}" for step in per_tenfold(sizes, seconds))


def _beside(each: Figures, base: Figures, key: str, shown: Callable[[float], str]) -> tuple[str, str]:
    return shown(each[key]), f"{each[key] / base[key]:.2f}"


def _section(title: str, *texts: str) -> str:
    return "\n".join((f"## {title}\n", *texts, ""))


def _name(name: str) -> str:
    return "Jinja2 into ready XML, and the zip" if name == FLOOR else name


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:,.0f}"


def _whole(figure: float) -> str:
    return f"{figure:,.0f}"


PARTS: Mapping[str, Callable[[Any], str]] = {
    "cold": cold, "warm": warm, "growth": growth, "waits": waits, "plans": plans, "floor": floor,
    "stages": stages,
}  # fmt: skip
