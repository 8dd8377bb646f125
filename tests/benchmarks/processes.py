"""Processes timed from outside: how long each took and how much memory it needed at most."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_LAUNCH = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")))
_IMPORT = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|\s*(\S+)")


@dataclass(frozen=True)
class Cost:
    """Seconds from start to end, those that cores worked, the most memory at one time in MB.

    `inside` is the seconds of work that the process itself counted, without its start; 0 where it did not.
    """

    seconds: float
    worked: float
    megabytes: float
    inside: float = 0.0


Way = Callable[[], Cost]


def cost(words: Sequence[str], folder: Path = ROOT, **environment: str) -> Cost:
    """What it costs to run the command in the folder; RuntimeError when it fails."""
    launched = (*_LAUNCH, *words)
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    given.pop("PYTHONDONTWRITEBYTECODE", None)  # who has installed the program has its bytecode
    done = subprocess.run(launched, cwd=folder, env=given, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stdout}")
    said, _, figures = done.stdout.rpartition("\n")
    seconds, worked, kilobytes = map(float, figures.split())
    inside = json.loads(said)["seconds"] if said.startswith('{"seconds"') else 0.0
    return Cost(seconds, worked, kilobytes / 1024, inside)


def python(*words: str) -> tuple[str, ...]:
    """The command that runs this Python with these words."""
    return (sys.executable, *words)


def answer(*words: str) -> Any:
    """The JSON that Python prints when it is run with these words."""
    done = subprocess.run(python(*words), cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def in_turns(name: str, ways: Mapping[str, Way], turns: int, rehearse: bool = True) -> dict[str, Cost]:
    """The median of each way; they take turns, after one that is not counted unless `rehearse` is off."""
    costs: dict[str, list[Cost]] = {way: [] for way in ways}
    for turn in range(0 if rehearse else 1, turns + 1):
        progress(f"{name}: {f'turn {turn} of {turns}' if turn else 'a turn that is not counted'}")
        for way, run in ways.items():
            result = run()
            costs[way] += [result] if turn else []
    return {way: middle(each) for way, each in costs.items()}


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    each = list(costs)
    figures = ("seconds", "worked", "megabytes", "inside")
    return Cost(*(median(getattr(one, figure) for one in each) for figure in figures))


def progress(text: str) -> None:
    """Tell on stderr how far the run is."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')}  {text}\n")
    sys.stderr.flush()


def imports(*words: str) -> dict[str, float]:
    """Milliseconds spent on importing each package (its modules together) when Python runs these words."""
    done = subprocess.run(
        python("-X", "importtime", *words), cwd=ROOT, capture_output=True, text=True, check=True
    )
    spent: dict[str, float] = {}
    for microseconds, module in _IMPORT.findall(done.stderr):
        package = module.split(".")[0]
        spent[package] = spent.get(package, 0) + int(microseconds) / 1000
    return dict(sorted(spent.items(), key=lambda item: -item[1]))
