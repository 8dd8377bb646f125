"""Processes timed from outside: how long each took and how much memory it needed at most."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_IMPORT = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|\s*(\S+)")


@dataclass(frozen=True)
class Cost:
    """Seconds from start to end, those that a core worked, and the most memory at one time in MB."""

    seconds: float
    worked: float
    megabytes: float


def cost(*words: str) -> Cost:
    """What it costs to run Python with these words; fails when the process does."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, words
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def answer(*words: str) -> Any:
    """The JSON that Python prints when it is run with these words."""
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each."""
    return Cost(*(median(each) for each in zip(*map(astuple, costs), strict=True)))


def imports(*words: str) -> dict[str, float]:
    """Milliseconds spent on importing each package (its modules together) when Python runs these words."""
    command = [sys.executable, "-X", "importtime", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    spent: dict[str, float] = {}
    for microseconds, module in _IMPORT.findall(done.stderr):
        package = module.split(".")[0]
        spent[package] = spent.get(package, 0) + int(microseconds) / 1000
    return dict(sorted(spent.items(), key=lambda item: -item[1]))
