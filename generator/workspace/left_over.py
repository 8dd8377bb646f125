"""Passages that an import has left over for people to decide about, and pages beside the documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.base.border import files, writing
from generator.base.findings import Code, Finding, Place, Severity
from generator.base.language import say, say_count

LEFT_OVER = "rester.md"
"""Passages that an import has found no place for, marked as quotations."""
NOT_PLACED = Code("F12", Severity.WARNING)
CONTRADICTION = Code("F13", Severity.WARNING)
"""Stands in brackets at the end of the line before a passage that says otherwise than another document."""
LARGEST = 20_000_000
PASSAGE = re.compile(r"^>.*(?:\n>.*)*", re.MULTILINE)
KEY = re.compile(r"`([^`]+)`")
LONGEST = 80


def left_over(path: Path, name_of: Callable[[Path], str]) -> Iterator[Finding]:
    """Yield a finding for each contradiction in the file, and one while it holds any other passage."""
    if not files.is_there(path):
        return
    text = files.read(path, LARGEST).decode(errors="replace")
    passages = [*PASSAGE.finditer(text)]
    against = [one for one in passages if _reason(text, one).endswith(f"({CONTRADICTION})")]
    yield from (_contradiction(text, one, path, name_of) for one in against)
    if count := len(passages) - len(against):
        message = say_count(
            "{n} passage of the imported documents has no place yet",
            "{n} passages of the imported documents have no place yet", count,
        )  # fmt: skip
        hint = say("put each where it belongs, and delete it in {file}", file=path.name)
        yield Finding(NOT_PLACED, message, hint, Place(name_of(path)))


def _reason(text: str, passage: re.Match[str]) -> str:
    """The line before a passage, which says why it is left over."""
    return text[: passage.start()].rstrip().rpartition("\n")[2].rstrip()


def _contradiction(
    text: str, passage: re.Match[str], path: Path, name_of: Callable[[Path], str]
) -> Finding:
    key = KEY.search(_reason(text, passage))
    said = " ".join(passage[0].replace("\n>", " ").lstrip("> ").split())[:LONGEST]
    message = say("the imported documents contradict each other at `{key}`: one of them says {said}",
                  key=key[1] if key else "?", said=said)  # fmt: skip
    hint = say("decide which holds, write it at `{key}`, and delete the passage in {file}",
               key=key[1] if key else "?", file=path.name)  # fmt: skip
    line = text.count("\n", 0, passage.start()) + 1
    return Finding(CONTRADICTION, message, hint, Place(name_of(path), line, 1))


def save_page(path: Path, data: bytes, top: Path) -> Path:
    """Write a page about a plan, below `top`."""
    path = writing.no_link(path, top)
    writing.make_folder(path.parent, top)
    writing.replace_file(path, data)
    return path
