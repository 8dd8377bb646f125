"""Paths in data, and edits at random ones of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from generator.authoring.edits import Add, Edit, Move, Remove, Rename, Set
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

SENTENCES = ("Et nyt ord.", "Se § 6: #nej.", "- et punkt", "**Vigtigt** for alle", "Kl. 8", "{x}", "*a")


def paths(data: Data, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Data]]:
    """Every path with its value, those of keys and items that hold others too, the file as a whole apart."""
    inner = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for step, value in inner:
        yield (*path, step), value
        yield from paths(value, (*path, step))


def texts(data: Data) -> list[tuple[KeyPath, str]]:
    """The paths at which texts stand."""
    return [(path, value) for path, value in paths(data) if isinstance(value, str)]


def items(data: Data) -> list[tuple[KeyPath, Data]]:
    """The paths of items of lists."""
    return [(path, value) for path, value in paths(data) if isinstance(path[-1], int)]


def some(random: Random, known: Sequence[tuple[KeyPath, Data]], most: int) -> list[tuple[KeyPath, Data]]:
    """So many of them at most."""
    return random.sample(list(known), min(most, len(known)))


def random_edit(data: Data, random: Random) -> Edit:
    """An edit that may be made in the data, or have to be refused."""
    path, value = random.choice(list(paths(data)) or [(("revision",), None)])
    text = random.choice(("", "Først.\n", "Først. Så.\n\n")) + random.choice(SENTENCES)
    kinds = ["set", "set", "remove", "add", "move", "rename"]
    match random.choice(kinds):
        case "remove":
            return Remove(path, value)
        case "move" if isinstance(path[-1], int):
            return Move(path, random.randint(0, 3), value)
        case "rename":
            return Rename(path, random.choice(("Ny nøgle", "note", "Ja: nej", text)))
        case "add" if isinstance(path[-1], int):
            return Add((*path[:-1], path[-1] + random.randint(0, 1)), random.choice((text, value)))
        case "add":
            return Add((*path[:-1], random.choice(("note", "mangler", "Ny nøgle", "revision"))), text)
    new: tuple[Data, ...] = (text, None, [text, "b"], {"mangler": text})
    return Set(path, random.choice(new), value)
