"""Where our time goes: `python -m tests.benchmarks.stages OUT TIMES` times the stages, and prints JSON."""

from __future__ import annotations

import json
import pkgutil
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from tests.benchmarks.workspaces import PLAN, ROOT

STAGES = {
    "run.load_plan.read_yaml": "load", "run.load_plan.load": "validate", "plan.rules.examine": "check",
    "render.Templates._rendered": "render", "render.parse": "parse", "run.build.word.write": "write",
    "formats.word.Reference.open": "reference", "formats.word.writer.pack": "zip",
    "run.build.described": "describe",
}  # fmt: skip
"""What is timed, by its name within the package, and what the report calls it."""


class Clock:
    """Seconds of work in each stage, without those of stages inside it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._inner = [0.0]

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time told to the stage."""

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                whole, inner = time.process_time() - start, self._inner.pop()
                self._inner[-1] += whole
                self.spent[stage] = self.spent.get(stage, 0.0) + whole - inner

        return run


def stages(out: Path, times: int) -> dict[str, dict[str, float]]:
    """Milliseconds of each stage: of the first document, with imports, and the median of the others."""
    clock, begin = Clock(), time.process_time()
    import generator.cli  # noqa: F401
    from generator.run.build import Builder
    from generator.workspace.folders import Workspace

    clock.spent["imports before the first stage"] = time.process_time() - begin
    workspace, runs = Workspace(ROOT), []
    with ExitStack() as stack:
        for name, stage in STAGES.items():
            _replace(stack, clock, f"generator.{name}", stage)
        builder, plan = Builder(workspace, clock.timed("save", _save), out), workspace.plan(PLAN)
        whole = clock.timed("the rest", lambda: list(builder.plan(plan, ())))
        for _ in range(times + 1):
            whole()
            runs.append(clock.spent)
            clock.spent = {}
    unseen = set(STAGES.values()) - set(runs[0])
    if unseen:
        sys.stderr.write(f"not timed, because it is called otherwise now: {', '.join(sorted(unseen))}\n")
    others = {stage: median(run.get(stage, 0.0) for run in runs[1:]) for stage in runs[0]}
    return {"first": _milliseconds(runs[0]), "others": _milliseconds(others)}


def _replace(stack: ExitStack, clock: Clock, name: str, stage: str) -> None:
    """Put a timed function in place of that one."""
    replacement = clock.timed(stage, pkgutil.resolve_name(name))
    stack.enter_context(patch(name, staticmethod(replacement) if name.endswith(".open") else replacement))


def _save(path: Path, data: bytes) -> None:
    """Write the document whether or not it differs: the peers are not spared that either."""
    from generator.base.border.writing import replace_file

    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, data)


def _milliseconds(spent: dict[str, float]) -> dict[str, float]:
    return {stage: seconds * 1000 for stage, seconds in spent.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(stages(Path(sys.argv[1]), int(sys.argv[2]))))
