"""We make many documents in one process, or one with each stage timed; prints JSON.

`python -m tests.benchmarks.ours sources|documents|stages FOLDER TIMES`: `sources` goes from YAML to a
file each time, `documents` reads the plan once, as docxtpl is given its data.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

PLAN = "viborg-2017-2021"
ROOT = Path(__file__).resolve().parents[2]
STAGES = {
    "source.read": "load", "reading.load": "validate", "rules.check": "check",
    "render.Templates.render": "render", "render.parse": "parse", "word.Reference.open": "reference",
    "build.word.write": "write", "word.writer.pack": "zip",
    "build.described": "describe",
}  # fmt: skip


def save(path: Path, data: bytes) -> None:
    """Write the document whether or not it differs: docxtpl is not spared that either."""
    from generator.word import replace_file

    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, data)


class Clock:
    """Seconds spent in each stage, without those of stages inside it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._inner = [0.0]

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time told to the stage."""

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                whole, inner = time.perf_counter() - start, self._inner.pop()
                self._inner[-1] += whole
                self.spent[stage] = self.spent.get(stage, 0.0) + whole - inner

        return run


def stages(folder: Path, times: int) -> dict[str, dict[str, float]]:
    """Milliseconds of each stage: of the first document, with imports, and the median of the others."""
    clock, begin = Clock(), time.perf_counter()
    import generator.cli  # noqa: F401
    from generator import build
    from generator.workspace import Workspace

    clock.spent["imports before the first stage"] = time.perf_counter() - begin
    workspace = Workspace(ROOT)
    with ExitStack() as stack:
        for name, stage in STAGES.items():
            *owner, attribute = f"generator.{name}".split(".")
            real = _resolve(owner, attribute)
            replacement = clock.timed(stage, real)
            wrapped = staticmethod(replacement) if attribute == "open" else replacement
            stack.enter_context(patch(".".join((*owner, attribute)), wrapped))
        runs = []
        plan = workspace.plan(PLAN)
        one_run = build.Run(workspace, clock.timed("save", save), folder)
        whole = clock.timed("the rest", lambda: list(one_run.plan(plan, ())))
        for _ in range(times + 1):
            whole()
            runs.append(clock.spent)
            clock.spent = {}
    warm = {stage: median(run.get(stage, 0.0) for run in runs[1:]) for stage in runs[0]}
    return {"first": _milliseconds(runs[0]), "others": _milliseconds(warm)}


def many(folder: Path, times: int, read_each_time: bool) -> float:
    """Seconds for that many documents, after one that is not counted."""
    from generator.build import Run
    from generator.word import write
    from generator.workspace import Workspace

    workspace = Workspace(ROOT)
    plan_folder = workspace.plan(PLAN)
    run = Run(workspace, save, folder)
    plan, _ = run._reader.plan(plan_folder)
    assert plan is not None
    (file,), (aftale,) = plan_folder.aftaler(), plan.aftaler
    path = plan_folder.output(file.name, folder)

    def once() -> None:
        if read_each_time:
            list(run.plan(plan_folder, ()))
        else:
            save(path, write(run.render(plan_folder, file, plan, aftale), run.reference(plan_folder)))

    once()
    start = time.perf_counter()
    for _ in range(times):
        once()
    return time.perf_counter() - start


def _resolve(owner: list[str], attribute: str) -> Callable[..., Any]:
    import pkgutil

    return getattr(pkgutil.resolve_name(".".join(owner)), attribute)  # type: ignore[no-any-return]


def _milliseconds(spent: dict[str, float]) -> dict[str, float]:
    return {stage: seconds * 1000 for stage, seconds in spent.items()}


if __name__ == "__main__":
    mode, into, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    result = stages(into, count) if mode == "stages" else many(into, count, mode == "sources")
    sys.stdout.write(json.dumps(result))
