"""`python -m tests.mutants`: change the program in small ways, one at a time, and see whether a test fails.

A seed draws the changes from all that could be made in generator/. Each is tried in a copy of the
repository by the tests that run the changed line, or by all where none is known to run it. It needs the
extra `bench`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.changing import Mutant, mutants
from tests.mutants.coverage_of import tests_of_lines

SLOWEST = 900
"""Seconds after which a mutant that does not end has been noticed."""
TOO_MANY = 400
"""More tests than that are not named on a command line: all are run."""
PYTEST = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--deselect", "tests/test_quality.py")


def main(words: Sequence[str] | None = None) -> None:
    """Print a line a mutant as it is tried, then how many were noticed and which were not."""
    asked = _arguments().parse_args(words)
    every = [mutant for path in sorted(Path("generator").rglob("*.py")) for mutant in mutants(path)]
    drawn = random.Random(asked.seed).sample(every, min(asked.count, len(every)))
    sys.stdout.write(f"{len(drawn)} of {len(every)} possible changes, seed {asked.seed}\n")
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        copies = [_copy(Path(folder) / str(number)) for number in range(asked.jobs)]
        covering = tests_of_lines(copies[0])
        for number, (mutant, failed) in enumerate(_tried(drawn, copies, covering), 1):
            sys.stdout.write(f"{number:4} {'noticed' if failed else 'SURVIVED'} {mutant}  {failed}\n")
            sys.stdout.flush()
            survivors += [] if failed else [mutant]
    sys.stdout.write(f"\n{len(drawn) - len(survivors)} of {len(drawn)} noticed\n")
    sys.stdout.writelines(f"survived: {mutant}\n" for mutant in survivors)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    return parser


def _copy(folder: Path) -> Path:
    """A clone of the repository with the files as they are in the working tree."""
    subprocess.run(["git", "clone", "-q", ".", folder], check=True)
    tracked = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True, text=True).stdout
    for name in filter(None, tracked.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(name, folder / name)
    return folder


def _tried(
    drawn: Sequence[Mutant], copies: Sequence[Path], covering: dict[tuple[str, int], list[str]]
) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with the first test that failed of it; an empty text for one that nothing noticed."""
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def one(mutant: Mutant) -> str:
        copy = free.get()
        try:
            return _failing(mutant, copy, covering.get((mutant.path.as_posix(), mutant.line), []))
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from zip(drawn, pool.map(one, drawn), strict=True)


def _failing(mutant: Mutant, copy: Path, nearest: Sequence[str]) -> str:
    """The first test that fails: of those that run the mutant's line, where they are known, else of all."""
    changed = copy / mutant.path
    kept = changed.read_bytes()
    changed.write_bytes(mutant.applied())
    try:
        if 0 < len(nearest) <= TOO_MANY:
            return _first_failure(copy, nearest)
        return _first_failure(copy, _mirror(mutant.path)) or _first_failure(copy, ["tests"])
    finally:
        changed.write_bytes(kept)


def _mirror(path: Path) -> list[str]:
    """The folder of tests that stands for the module's own: `tests/plan/rules` for generator/plan/rules."""
    folders = (Path("tests", *folder.parts[1:]) for folder in path.parents)
    return [str(next(folder for folder in folders if folder.is_dir()))]


def _first_failure(copy: Path, chosen: Sequence[str]) -> str:
    command = [sys.executable, *PYTEST, *chosen]
    environment = {**os.environ, "PYTHONPATH": str(copy), "CI": "1"}
    with tempfile.TemporaryFile("w+") as said:
        try:
            ran = subprocess.run(
                command, cwd=copy, stdout=said, timeout=SLOWEST, env=environment, check=False
            )
        except subprocess.TimeoutExpired:
            return "no end"
        if ran.returncode == 0:
            return ""
        said.seek(0)
        failed = [line for line in said if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split(" - ")[0].strip() if failed else "the tests do not begin"


if __name__ == "__main__":
    main()
