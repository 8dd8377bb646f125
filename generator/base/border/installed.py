"""The program's own files and those that it uses, as Python tells that a .pyc is out of date.

Made as one file, it is that file: what it unpacks into lies in another folder each time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from generator import STARTED
from generator.base.border.started import ONE_FILE

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
"""The folder of this program; pathlib takes twice as long."""


class Replaced(Exception):
    """Raised for a file that was put in its place after this process began: what runs here is another one."""


def files_of(package: str) -> Iterator[str]:
    """Each file of the package with its size and time, in no order. Raises Replaced."""
    if ONE_FILE:
        yield _told(Path(ONE_FILE).stat(), "")
        return
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        with os.scandir(folder) as found:
            for file in found:
                if file.is_file():
                    yield _told(file.stat(), file.name)


def code_below(package: str) -> Iterator[str]:
    """Each file of code or of data below the folder with its size and time, in no order. Raises Replaced."""
    if ONE_FILE:
        yield _told(Path(ONE_FILE).stat(), "")
        return
    with os.scandir(package) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".txt", ".mo", ".ttf", ".css")):
                yield _told(entry.stat(), entry.path)
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from code_below(entry.path)


def programs() -> Iterator[str]:
    """The other programs that can be imported, each with its version in its name. Raises Replaced."""
    for folder in map(Path, sys.path):
        for path in sorted(folder.glob("*.dist-info")) if folder.is_dir() else ():
            _is_older(path.stat())
            yield path.name


def _is_older(file: os.stat_result) -> None:
    """Raise Replaced unless the file was in its place before this process began, whatever its own time."""
    if file.st_ctime > STARTED:
        raise Replaced


def _told(file: os.stat_result, name: str) -> str:
    _is_older(file)
    return f"{name} {file.st_size} {file.st_mtime_ns}"
