"""Start of this process: from which folder, and whether the program is one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ONE_FILE = sys.executable if getattr(sys, "frozen", False) else ""
"""The program where it is one file, made with all that it needs; else nothing."""


def command() -> tuple[str, ...]:
    """Words that start this program again from any folder, with slashes as the shell of git has them."""
    if ONE_FILE:
        return (Path(ONE_FILE).as_posix(),)
    script = Path(sys.argv[0]).absolute()
    if script.stem == "aftale" and os.access(script, os.X_OK):
        return (script.as_posix(),)
    return (Path(sys.executable).as_posix(), "-m", __name__.partition(".")[0])


def folder() -> Path:
    """The folder that the process stands in."""
    return Path.cwd()


def go_to_the_program() -> Path:
    """Stand in the folder that the one file lies in, where a double click means to begin."""
    return go_to(Path(ONE_FILE).resolve().parent)


def go_to(there: Path) -> Path:
    """Stand in that folder."""
    os.chdir(there)
    return there.resolve()


def let_workers_begin() -> None:
    """Become a worker where this process was started as one: one file starts itself anew for each."""
    if ONE_FILE:
        import multiprocessing

        multiprocessing.freeze_support()
