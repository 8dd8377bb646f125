"""Plans whose folder has another name than before: known again by what is in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping

from generator.workspace.folders import AGREEMENTS

Files = Mapping[str, bytes]
_NAME = re.compile(rb"^navn:[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_SHARED = "helhedsplan.yaml"


def renamed(old: Files, new: Files) -> dict[str, str]:
    """The new name of each plan that has been given another → its old one.

    A plan that is gone is the one that arrived with the most files as they were, or with its name.
    """
    there, here = _names(old), _names(new)
    gone, arrived = there - here, here - there
    before, after = _plans(old, gone), _plans(new, arrived)
    likeness = {(came, went): _likeness(before[went], after[came]) for came in arrived for went in gone}
    found: dict[str, str] = {}
    for came, went in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if likeness[came, went] and came not in found and went not in found.values():
            found[came] = went
    return found


def outline(files: Files) -> dict[str, bytes]:
    """The files as git names what is in them; of each plan the one that all share as it is."""
    return {path: data if path.endswith(f"/{_SHARED}") else _blob(data.replace(b"\r\n", b"\n"))
            for path, data in files.items()}  # fmt: skip


def under(files: Files, old: str, new: str) -> dict[str, bytes]:
    """The files, those of the one plan under the name of the other."""
    start, to = f"{AGREEMENTS}/{old}/", f"{AGREEMENTS}/{new}/"
    return {to + path.removeprefix(start) if path.startswith(start) else path: data
            for path, data in files.items()}  # fmt: skip


def _blob(data: bytes) -> bytes:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest().encode()


def _names(files: Files) -> set[str]:
    """The plans that have a helhedsplan.yaml."""
    split = (path.split("/") for path in files)
    return {parts[1] for parts in split if parts[0] == AGREEMENTS and parts[2:] == [_SHARED]}


def _plans(files: Files, names: Collection[str]) -> dict[str, dict[str, bytes]]:
    """The files of each plan of those names, by their names in its folder."""
    plans: dict[str, dict[str, bytes]] = {name: {} for name in names}
    for path, data in files.items() if names else ():
        home, plan, inside = (*path.split("/", 2), "", "")[:3]
        if home == AGREEMENTS and plan in plans:
            plans[plan][inside] = data.replace(b"\r\n", b"\n")
    return plans


def _likeness(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> int:
    same = sum(new.get(name) == data for name, data in old.items())
    return 2 * same + (_named(old) == _named(new) != b"")


def _named(plan: Mapping[str, bytes]) -> bytes:
    match = _NAME.search(plan[_SHARED])
    return match[1] if match else b""
