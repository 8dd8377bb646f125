"""Measure, print the report, and with --write put it in docs/benchmarks.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.processes import ROOT, answer, cost, imports, middle
from tests.benchmarks.table import machine, table, top

PLAN = "viborg-2017-2021"
REPORT = ROOT / "docs" / "benchmarks.md"
RIVAL = "tests/benchmarks/rival_run.py"
DOCUMENTS, TIMES_IN_ONE_STAGE_RUN = 100, 30
INTRODUCTION = """# Benchmarks

How long `aftale` takes beside docxtpl on a document of the same size: the strategisk samarbejdsaftale of
Viborg 2017-2021, {words} words.
docxtpl fills a template with the same paragraphs and tables, in a plain look; it is given its data as JSON
and checks nothing.
The two take turns, and each figure is the median of the turns; a busy machine shows in the time that
passed, not in the time that a core worked.
Made by `python -m tests.benchmarks --write` (extra `bench`).

Measured {machine}
"""


def main(arguments: Sequence[str]) -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(ROOT).as_posix()}")
    parser.add_argument("--turns", type=int, default=7, help="how many times each is measured")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        report = measured(folder, options.turns)
    sys.stdout.write(report)
    if options.write:
        REPORT.write_text(report, encoding="utf-8", newline="\n")


def measured(folder: str, turns: int) -> str:
    """The whole report; `folder` is for the documents that are made."""
    make = [sys.executable, "-m", "tests.benchmarks.rival", folder]
    words = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    parts = [
        INTRODUCTION.format(words=words, machine=machine()),
        "## One document, a process of its own\n", _cold(folder, turns),
        f"\n## {DOCUMENTS} documents in one process\n", _many(folder, turns),
        "\n## Where our time goes\n", _stages(folder),
        "\n## Imports\n", _imports(folder),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _cold(folder: str, turns: int) -> str:
    build = ("-m", "generator", "build", PLAN, "--out", folder)
    check, help_ = ("-m", "generator", "check", PLAN), ("-m", "generator", "--help")
    ways = {"docxtpl": (RIVAL, folder), "aftale build": build, "aftale check": check, "aftale --help": help_}
    each = _in_turns({way: _call(cost, *words) for way, words in ways.items()}, turns)
    costs = {way: middle(results) for way, results in each.items()}
    base = costs["docxtpl"]
    rows = [
        (way, f"{1000 * c.seconds:.0f}", f"{c.seconds / base.seconds:.2f}", f"{1000 * c.worked:.0f}",
         f"{c.worked / base.worked:.2f}", f"{c.megabytes:.0f}", f"{c.megabytes / base.megabytes:.2f}")
        for way, c in costs.items()
    ]  # fmt: skip
    beside = "× docxtpl"
    return table(("", "passed, ms", beside, "worked, ms", beside, "peak memory, MB", beside), rows)


def _many(folder: str, turns: int) -> str:
    ours = ("-m", "tests.benchmarks.ours")
    ways = {
        "docxtpl, data in memory": (RIVAL, folder, str(DOCUMENTS)),
        "aftale, plan in memory": (*ours, "documents", folder, str(DOCUMENTS)),
        "aftale, from YAML, with all checks": (*ours, "sources", folder, str(DOCUMENTS)),
    }
    each = _in_turns({way: _call(answer, *words) for way, words in ways.items()}, max(3, turns // 2))
    seconds = {way: median(times) for way, times in each.items()}
    base = seconds["docxtpl, data in memory"]
    rows = [(way, f"{1000 * s / DOCUMENTS:.1f}", f"{DOCUMENTS / s:.0f}", f"{base / s:.1f}")
            for way, s in seconds.items()]  # fmt: skip
    return table(("", "ms a document", "documents a second", "times docxtpl's speed"), rows)


def _stages(folder: str) -> str:
    spent = answer("-m", "tests.benchmarks.ours", "stages", folder, str(TIMES_IN_ONE_STAGE_RUN))
    first, others = spent["first"], spent["others"]
    rows = [(stage, f"{first[stage]:.1f}", f"{others[stage]:.1f}") for stage in first]
    rows.append(("in all", f"{sum(first.values()):.1f}", f"{sum(others.values()):.1f}"))
    said = "Milliseconds; the first document pays for what its stages import, compile and open.\n\n"
    return said + table(("stage", "first document", "each of the next"), rows)


def _imports(folder: str) -> str:
    commands = {"--help": ("--help",), "check": ("check", PLAN), "build": ("build", PLAN, "--out", folder)}
    spent = {name: imports("-m", "generator", *words) for name, words in commands.items()}
    rows = [(f"aftale {name}", f"{sum(times.values()):.0f}", top(times)) for name, times in spent.items()]
    said = "Milliseconds under `-X importtime`, which itself costs time; a package with all its modules.\n\n"
    return said + table(("", "in all", "the ten longest"), rows)


def _in_turns(ways: dict[str, Callable[[], Any]], turns: int) -> dict[str, list[Any]]:
    """The results of each way; they take turns, after one that is not counted."""
    results: dict[str, list[Any]] = {way: [] for way in ways}
    for turn in range(turns + 1):
        for way, run in ways.items():
            result = run()
            results[way] += [result] if turn else []
    return results


def _call(function: Callable[..., Any], *arguments: str) -> Callable[[], Any]:
    return lambda: function(*arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
