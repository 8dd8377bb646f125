"""Builds in which nothing has changed: told again as they were, and not made again.

What a build says and writes follows from its inputs alone: the sources, the forms, git's history, the
program, and what was asked for. They name what is kept of it. It is told again only while every one of
them is what it was, and every document stands in output/ to the byte as that build left it.
"""

from __future__ import annotations

import functools
import hashlib
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from generator.base import cache
from generator.base.border import files, installed, writing
from generator.base.values import replace
from generator.run.outcomes import Outcome
from generator.workspace.folders import RECORDS, TEMPLATES, PlanFolder, Workspace, form_roots
from generator.workspace.standing import Standing, State

if TYPE_CHECKING:
    from generator.run.outcomes import Event

LARGEST = 2_000_000
"""Bytes; what a run of some thousand plans said is made anew rather than kept."""
CURRENT = Standing(State.CURRENT)
Contents: TypeAlias = dict[Path, str]


class Asked(Struct, frozen=True):
    """Request for a build."""

    workspace: Workspace
    plans: tuple[PlanFolder, ...]
    only: tuple[str, ...]
    out: Path | None
    epoch: int | None
    beside: tuple[str, ...] = ()

    def name(self) -> str:
        """Name of all that this build says and writes; empty where an input cannot be read."""
        from generator.workspace.git import Repository

        plans = [plan.name for plan in self.plans]
        asked = (self.workspace.root, plans, self.only, self.out, self.epoch, self.beside)
        try:
            history = Repository.state_of(self.workspace.root)
            contents = [line for plan in self.plans for line in _contents(plan.path, _is_source)]
            forms = [line for root in form_roots(self.workspace) for line in _contents(root, _is_file)]
        except OSError:
            return ""
        inputs = (repr(asked), history, *contents, *forms, "", *program())
        return cache.name("build", (), *map(_bytes, inputs))


def recall(name: str) -> list[Event] | None:
    """Events of the build of that name, all documents now up to date; None where it has to be made."""
    data = cache.read(name) if name else None
    if data is None:
        return None
    events, documents = pickle.loads(zlib.decompress(data))
    if not _as_they_were_left(documents):
        return None
    return [_left(event) if isinstance(event, Outcome) else event for event in events]


def _left(outcome: Outcome) -> Outcome:
    beside = tuple((suffix, CURRENT) for suffix, _ in outcome.beside)
    return replace(outcome, standing=CURRENT, beside=beside)


def remember(name: str, events: Iterable[Event]) -> None:
    """Keep the events of a build, when all of its documents are there."""
    said = list(events)
    outcomes = [event for event in said if isinstance(event, Outcome)]
    documents = {one.path: one.standing.digest for one in outcomes if one.standing and not one.reason}
    others = {one.path.with_suffix(suffix): stood.digest for one in outcomes for suffix, stood in one.beside}
    if name and len(documents) == len(outcomes):
        data = zlib.compress(pickle.dumps((said, {**documents, **others})), 1)
        if len(data) <= LARGEST:
            cache.write(name, data)


def _as_they_were_left(documents: Contents) -> bool:
    """Tell whether each document is to the byte as the build left it, with nothing unfinished beside it."""
    try:
        if any(map(writing.unfinished_in, {path.parent for path in documents})):
            return False
        return all(hashlib.sha256(files.read(path)).hexdigest() == was for path, was in documents.items())
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    return not files.is_folder(path)


def _is_source(path: Path) -> bool:
    """Tell whether a build may read it in a plan's folder: whatever else lies there may be large."""
    return _is_file(path) and (path.suffix.lower() in (".yaml", ".yml")
                               or TEMPLATES in path.parts or RECORDS in path.parts)  # fmt: skip


def _contents(folder: Path, is_read: Callable[[Path], bool]) -> Iterator[str]:
    """Yield the name of everything in the folder, and the hash of each file that a build may read.

    Raises OSError for a link to a folder: what is in it is not seen.
    """
    for path in files.below(folder):
        if files.is_link(path) and files.is_folder(path):
            raise files.Unfit("it is a link to a folder", "", path)
        yield f"{path} {hashlib.sha256(files.read(path)).hexdigest() if is_read(path) else ''}"


@functools.cache
def program() -> tuple[str, ...]:
    """Marks that tell this program, and those that it uses, from any other version of them."""
    return (*installed.programs(), *sorted(installed.code_below(installed.PACKAGE)))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # a name that is no text, on any system
