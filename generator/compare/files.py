"""Files of two revisions: which of them are forms, which have changed, and the old data in the new forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.workspace.folders import AGREEMENTS, TEMPLATES

Files = Mapping[str, bytes]


def changed_forms(old: Files, new: Files) -> tuple[str, ...]:
    """The files about the look and the words of forms that have changed, in order; also a plan's own."""
    return tuple(path for path in _changed(old, new) if _is_form(path))


def changed_plans(old: Files, new: Files, forms: Iterable[str]) -> tuple[str, ...]:
    """The plans of which a file has changed; where a form of all has, every plan there is."""
    shared = any(path.startswith(f"{TEMPLATES}/") for path in forms)
    split = (path.split("/") for path in ((*old, *new) if shared else _changed(old, new)))
    return tuple(sorted({parts[1] for parts in split if parts[0] == AGREEMENTS and len(parts) > 2}))


def plans_named(names: Iterable[str], moves: Mapping[str, str]) -> tuple[str, ...]:
    """The plans of those names by what they are called now; `moves` has the old name of each that moved."""
    now = {was: name for name, was in moves.items()}
    return tuple(dict.fromkeys(now.get(name, name) for name in names))


def hybrid(old: Files, new: Files) -> dict[str, bytes]:
    """The old data in the new forms."""
    data = {path: content for path, content in old.items() if not _is_form(path)}
    return data | {path: content for path, content in new.items() if _is_form(path)}


def _changed(old: Files, new: Files) -> list[str]:
    return sorted(path for path in {*old, *new} if old.get(path) != new.get(path))


def _is_form(path: str) -> bool:
    """Tell whether the file is about the look and not the data: `templates/`, also a plan's own."""
    parts = path.split("/")
    return parts[0] == TEMPLATES or (len(parts) > 3 and parts[2] == TEMPLATES)
