"""Changes of the program itself between two revisions, where it lives in the repository of the plans."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.base.border.files import resolved
from generator.workspace.folders import Workspace
from generator.workspace.git import Commit, Repository, working_files

PROGRAM = Path(__file__).resolve().parent.parent
_VERSION = re.compile(rb'__version__ = "([^"]+)"')


def program_changes(
    repository: Repository, since: Commit, until: Commit | None
) -> tuple[tuple[str, ...], tuple[str, str]]:
    """The program's files that have changed, and its version then and now; nothing where it is elsewhere."""
    top = resolved(repository.top)
    if not PROGRAM.is_relative_to(top):
        return (), ("", "")
    home = Workspace(PROGRAM.parent)
    parts = (PROGRAM.name,)
    inside = PROGRAM.parent.relative_to(top).as_posix()
    here = Repository(repository.top, "" if inside == "." else f"{inside}/")
    old = here.files(since.ident, parts)
    new = here.files(until.ident, parts) if until else working_files(home, parts)
    changed = tuple(path for path in sorted({*old, *new})
                    if path.endswith(".py") and old.get(path) != new.get(path))
    return changed, (_version(old), _version(new))


def _version(files: Mapping[str, bytes]) -> str:
    match = _VERSION.search(files.get(f"{PROGRAM.name}/__init__.py", b""))
    return match[1].decode() if match else ""

