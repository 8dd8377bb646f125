"""Results kept for the next run: templates, the look, what is known of each plan, what was made of prose.

It lies in the user's cache folder, or in the one that AFTALE_CACHE names; where that is empty, nothing is
kept. An entry is named by a hash of all that it was made from and by, so that it is never out of date, only
unused. One that is missing, cut off, spoilt or not ours is as good as none, and what cannot be written is
made again next time. There are entries of bytes (`read`, `write`), and `Answers`: one entry of many small
results.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar, cast

from msgspec import json

from generator import __version__
from generator.base.border import environment, installed, own_folder
from generator.base.language import Language, spoken

A = TypeVar("A")

VARIABLE = "AFTALE_CACHE"
MOST = 200
"""Number of entries above which the older half goes; a workspace with all its forms makes about twenty."""
LARGEST = 64_000_000
"""Bytes of one entry."""
_DIGEST = hashlib.sha256().digest_size
_LETTERS = 40
_ENTRY = re.compile(rf"\.?[a-z]+-[0-9a-f]{{{_LETTERS}}}(\.\w+\.tmp)?")
"""The name of an entry, or of one that `replace_file` did not come to the end of."""


def name(kind: str, packages: tuple[str, ...], *inputs: bytes) -> str:
    """The name of what these packages make of these inputs; it differs by version, Python and language.

    Empty, under which nothing is kept, where they were replaced while this process runs: it is still the old
    one, and what it makes is no work of theirs.
    """
    try:
        made_by = [_made_by(package) for package in packages]
    except installed.Replaced:
        return ""
    total = hashlib.sha256(f"{kind} {__version__} {sys.version} {spoken()}".encode())
    for part in (*made_by, *inputs):
        total.update(len(part).to_bytes(8, "big") + part)
    return f"{kind}-{total.hexdigest()[:_LETTERS]}"


def read(entry: str) -> bytes | None:
    """The data that was kept under the name, to the byte; None where there is nothing to be trusted."""
    folder = _folder() if entry else None
    if folder is None:
        return None
    try:
        found = own_folder.read(folder, entry, LARGEST)
    except OSError:
        return None
    digest, data = found[:_DIGEST], found[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None


def write(entry: str, *data: bytes | memoryview) -> None:
    """Keep the data, in one part or in many, under the name, whole or not at all.

    Where that is not possible, nothing happens.
    """
    folder = _folder() if entry else None
    if folder is None:
        return
    with suppress(OSError):
        total = hashlib.sha256()
        for part in data:
            total.update(part)
        own_folder.write(folder, entry, (total.digest(), *data))
        own_folder.thin_out(folder, _ENTRY, MOST)


class Answers(Generic[A]):
    """Answers to questions that are text, at most so many; those asked for longest ago go first.

    `kind` and `packages` say what answers them, as `name` wants it. An answer follows from its question, from
    those, and from the language that is spoken: in another one nothing is known yet. They are kept `as_data`
    (JSON) where that can hold them.
    """

    def __init__(self, kind: str, packages: tuple[str, ...], most: int, *, as_data: bool = False) -> None:
        self._kind, self._packages, self._most, self._as_data = kind, packages, most, as_data
        self._known: dict[str, A] = {}
        self._language: Language | None = None
        self._entry = ""
        self._has_more = False

    def recall(self, question: str, find: Callable[[], A]) -> A:
        """The answer that is known, else what `find` finds."""
        if self._language != spoken():
            self._begin(spoken())
        if question in self._known:
            answer = self._known.pop(question)
        else:
            answer, self._has_more = find(), True
        self._known[question] = answer
        if len(self._known) > self._most:
            del self._known[next(iter(self._known))]
        return answer

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the answers for the next run when the block ends, also by an error, if there are new ones."""
        try:
            yield
        finally:
            if self._has_more:
                write(self._entry, self._packed())
                self._has_more = False

    def _begin(self, language: Language) -> None:
        """Take up what was kept in that language."""
        self._language, self._has_more = language, False
        self._entry = name(self._kind, self._packages)
        data = read(self._entry)
        self._known = self._unpacked(data) if data else {}

    def _packed(self) -> bytes:
        if self._as_data:
            return json.encode(self._known)
        import pickle

        return pickle.dumps(self._known)

    def _unpacked(self, data: bytes) -> dict[str, A]:
        if self._as_data:
            return cast(dict[str, A], json.decode(data))
        import pickle

        return cast(dict[str, A], pickle.loads(data))


def _folder() -> Path | None:
    wanted = environment.variable(VARIABLE)
    if wanted is not None:
        return Path(wanted) if wanted else None
    if sys.platform == "win32":
        base = environment.variable("LOCALAPPDATA") or ""
    elif sys.platform == "darwin":
        base = str(environment.home() / "Library/Caches")
    else:
        base = environment.variable("XDG_CACHE_HOME") or str(environment.home() / ".cache")
    return Path(base) / "aftale" if Path(base).is_absolute() else None


@cache
def _made_by(package: str) -> bytes:
    """Names, sizes and times of the package's files, by which Python too sees that a .pyc is out of date."""
    return "\n".join(sorted(installed.files_of(package))).encode()
