"""A YAML file as the tree of what is typed in it, and the tree → data with places."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from generator.base.findings import Place
from generator.plan.source.folded import Folded

KeyPath = tuple[str | int, ...]
"""The keys (in NFC) and the positions in lists (from 0) that lead to a value."""


class Tree(Struct):
    """A value: a text or None, a list, or keys. What an alias stands for is shared.

    `size` counts the values in it (long texts count for more), `depth` the levels; `block` is where the text
    of one in a `|` block begins, `folded` the lines of a text that YAML has joined, and `cut` the place of a
    `#` that may have cut it short. Where they were asked for, `events` are the first and the last of PyYAML's
    that it was made from, which know its style, its name and where it ends; and that of an alias has its own,
    with the `original` that it stands for.
    """

    value: str | list[Tree] | Keys | None
    place: Place
    size: int = 1
    depth: int = 0
    block: Place | None = None
    folded: Folded | None = None
    cut: Place | None = None
    events: tuple[Any, Any] | None = None
    original: Tree | None = None


Keys = dict[str, tuple[Tree, Tree]]
"""A key as it is typed and its value, by the key in NFC."""


class Noted(Struct):
    """The places of values, of keys and of the texts in | blocks, and how others stand in the file."""

    values: dict[KeyPath, Place] = field(default_factory=dict)
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    blocks: dict[KeyPath, Place] = field(default_factory=dict)
    folded: dict[KeyPath, Folded] = field(default_factory=dict)
    cut: dict[KeyPath, Place] = field(default_factory=dict)


def flatten(tree: Tree, path: KeyPath, noted: Noted) -> Any:
    """The tree as strings, lists and dicts; its places are noted."""
    noted.values[path] = tree.place
    if tree.block:
        noted.blocks[path] = tree.block
    if tree.folded:
        noted.folded[path] = tree.folded
    if tree.cut:
        noted.cut[path] = tree.cut
    if isinstance(tree.value, list):
        return [flatten(item, (*path, at), noted) for at, item in enumerate(tree.value)]
    if isinstance(tree.value, dict):
        data = {}
        for key, (typed, inner) in tree.value.items():
            below = (*path, key)
            noted.keys[below] = typed.place
            data[key] = flatten(inner, below, noted)
        return data
    return tree.value
