"""Changes written into the texts of their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.authoring.edits import Edit, together
from generator.compare.returned.changes import Change
from generator.compare.returned.remarks import Remark, by_file, commented
from generator.compare.returned.state import State


def texts_of(state: State, taken: Iterable[Change], remarks: Iterable[Remark] = ()) -> dict[str, str]:
    """The texts of the files that the changes change, or that have remarks. Raises Refused and Conflict."""
    texts = {name: commented(state.files[name].text, of_file) for name, of_file in by_file(remarks)}
    return written(state, taken, texts)


def written(state: State, taken: Iterable[Change], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts, and those of other files that the changes change, with the changes in them.

    Raises Refused and Conflict.
    """
    edits: dict[str, list[Edit]] = {}
    for one in sorted(taken, key=_order):
        for name, of_file in one.by_file:
            edits.setdefault(name, []).extend(of_file)
    made = dict(texts)
    for name, wanted in edits.items():
        file = state.files[name]
        made[name] = together(texts.get(name, file.text), wanted, file.model)
    return made


def _order(change: Change) -> tuple[bool, int, bool]:
    """The order of writing: values before the keys that hold them and names, these before their lists."""
    return (change.is_list, -len(change.slot.path) if change.is_list else 0,
            bool(change.also) or change.slot.is_key)
