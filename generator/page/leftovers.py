"""Passages that an import has left over, beside the page until each is put where it belongs, or let go."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.base.border import files
from generator.page.whole_texts import Texts
from generator.workspace.folders import PlanFolder
from generator.workspace.left_over import LARGEST, LEFT_OVER, PASSAGE


class Passage(Struct, frozen=True):
    """A passage: the heading that it stood under, why it was left over, and its words."""

    heading: str
    why: str
    words: str


def passages(folder: PlanFolder) -> list[Passage]:
    """The passages in the plan's folder, in their order; none where nothing was left over."""
    return [passage for passage, _, _ in _found(_text(folder))]


def without(folder: PlanFolder, words: object) -> Texts | None:
    """The file without the first passage of those words; None where there is none."""
    text = _text(folder)
    for passage, start, end in _found(text):
        if passage.words == words:
            parts = (text[:start].rstrip("\n"), text[end:].strip("\n"))
            after = "\n\n".join(filter(None, parts)) + "\n"
            return Texts({folder.path / LEFT_OVER: (text.encode(), after.encode())})
    return None


def _text(folder: PlanFolder) -> str:
    path = folder.path / LEFT_OVER
    return files.read(path, LARGEST).decode(errors="replace") if files.is_there(path) else ""


def _found(text: str) -> Iterator[tuple[Passage, int, int]]:
    """Yield each passage, and where what tells of it begins and it ends."""
    heading, position = "", 0
    for match in PASSAGE.finditer(text):
        start = position
        about: list[str] = []
        for line in text[position : match.start()].splitlines(keepends=True):
            position += len(line)
            if line.startswith("#"):
                heading, start, about = line.lstrip("#").strip(), position, []
            else:
                about.append(line.strip())
        words = "\n".join(line.removeprefix(">").strip() for line in match[0].splitlines())
        yield Passage(heading, "\n".join(filter(None, about)), words), start, match.end()
        position = match.end()
