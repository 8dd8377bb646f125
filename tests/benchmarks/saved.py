"""A save on the page: `python -m tests.benchmarks.saved WORKSPACE` prints the seconds of work as JSON.

A sentence is saved, and the page of its document shown again, as a browser asks for both; the page was open.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

from generator.cli import served
from generator.page.application import Application
from generator.workspace.folders import Workspace
from tests.page.test_pages import FULL, PLAN, asked, shown

PATH = ["delmål", 0, "indikator"]
TIMES = 5


def saved(app: Application, value: str) -> float:
    """Seconds of work that a save and the page after it take."""
    _, known = asked(app, "field", file=FULL, path=PATH)
    start = time.process_time()
    status, told = asked(app, "save", file=FULL, path=PATH, value=value, expected=known["value"])
    assert status == 200, told
    assert value in shown(app, "plan", PLAN, FULL)
    return time.process_time() - start


if __name__ == "__main__":
    page = Application(Workspace(Path(sys.argv[1])), served.changes)
    shown(page, "plan", PLAN, FULL)
    seconds = median(saved(page, f"Andelen af årlige fraflytninger, {turn}. gang") for turn in range(TIMES))
    sys.stdout.write(json.dumps({"seconds": seconds}))
