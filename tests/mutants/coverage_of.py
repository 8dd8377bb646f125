"""Which tests run which line, as coverage.py sees it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

SETTINGS = "[run]\ndynamic_context = test_function\nsource = generator\n"


def tests_of_lines(folder: Path) -> dict[tuple[str, int], list[str]]:
    """The tests that run each line of generator/, by file and line: names for pytest's command line.

    `folder` is a copy of the repository; all its tests are run there once.
    """
    import coverage

    settings, data = folder / ".coveragerc", folder / ".coverage"
    settings.write_text(SETTINGS, encoding="utf-8")
    watch = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", f"--data-file={data}"]
    tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--deselect", "tests/test_quality.py"]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    subprocess.run([*watch, *tests], cwd=folder, stdout=subprocess.DEVNULL, check=True, env=environment)
    found = coverage.CoverageData(str(data))
    found.read()
    lines: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name in found.measured_files():
        for line, contexts in found.contexts_by_lineno(name).items():
            at = (Path(name).relative_to(folder.resolve()).as_posix(), line)
            lines[at] = sorted({test for context in contexts if (test := _test(context, folder))})
    return lines


def _test(context: str, folder: Path) -> str:
    """`tests/plan/test_x.py::test_y` for coverage's `tests.plan.test_x.test_y`; nothing for a helper."""
    module, _, name = context.rpartition(".")
    path = f"{module.replace('.', '/')}.py"
    is_test = re.fullmatch(r"test_\w+", name) and (folder / path).is_file()
    return f"{path}::{name}" if is_test else ""
