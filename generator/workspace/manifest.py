"""manifest.json: what a package holds, file by file, and whether that is still so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

NAME = "manifest.json"
SEAL = "seal"


def sealed(content: Mapping[str, Any]) -> bytes:
    """The manifest as JSON; its last key is the sha256 of the rest."""
    seal = hashlib.sha256(_text(content)).hexdigest()
    return _text({**content, SEAL: seal})


def seal_of(data: bytes) -> str:
    """The seal of a manifest, if it is the hash of the rest; else nothing."""
    content = _read(data)
    seal = content.pop(SEAL, "")
    return seal if isinstance(seal, str) and sealed(content) == data else ""


def unsealed(data: bytes) -> dict[str, Any]:
    """Content of a manifest; nothing where its seal is not the hash of it."""
    return _read(data) if seal_of(data) else {}


def seal_of_package(inside: Mapping[str, bytes]) -> str:
    """The seal of the manifest in a package, if it holds the files that the manifest names and no others."""
    here = {path.rpartition("/")[2]: data for path, data in inside.items()}
    data = here.pop(NAME, b"")
    named = dict(_named(_read(data)))
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in here.items()}
    return seal_of(data) if len(here) == len(inside) - 1 and hashes == named else ""


def _named(value: Any) -> Iterable[tuple[str, str]]:
    """The files that a manifest names, each with its sha256, wherever in it they stand."""
    if isinstance(value, dict):
        if isinstance(value.get("file"), str) and isinstance(value.get("sha256"), str):
            yield value["file"], value["sha256"]
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from _named(inner)


def _read(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _text(content: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
