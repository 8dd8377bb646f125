"""What a build imports: `python -m tests.benchmarks.imported list WORKSPACE OUT` prints the modules.

`… imported load NAMES`, the names with commas between, imports them and does nothing else: what a process
holds before its first plan.
"""

from __future__ import annotations

import importlib
import json
import sys
from contextlib import suppress
from pathlib import Path


def listed(workspace: Path, out: Path) -> list[str]:
    """The modules that building the workspace imports."""
    from generator.run.build import build
    from generator.workspace.folders import Workspace

    place = Workspace(workspace)
    assert list(build(place, place.plans(), out=out))
    return [name for name in sorted(sys.modules) if not name.startswith(("__main__", "tests"))]


def load(names: list[str]) -> None:
    """Import them; what is no module of its own comes with another."""
    for name in names:
        with suppress(ImportError):
            importlib.import_module(name)


if __name__ == "__main__":
    if sys.argv[1] == "list":
        sys.stdout.write(json.dumps(listed(Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        load(sys.argv[2].split(","))
