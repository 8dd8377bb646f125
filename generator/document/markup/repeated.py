"""Rows of one shape in markup: the first is read and checked, of the others the texts alone are taken.

A row is taken so where all that is between its tags is text, and its tags are, sign for sign, those of the
row before it. Whatever is otherwise, and whatever may be wrong, stays in the markup, and is read there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

Texts: TypeAlias = tuple[str, ...]

FEWEST = 16
"""Rows for which it is worth while to know their shape."""
_ROW = re.compile(
    r'<tr at="[^"<>]*">(?:<t[hd] at="[^"<>]*"(?: class="[^"<>]*")?>[^<>]*</t[hd]>)+</tr>\s*'
)
_TEXT = re.compile(r"(?<=>)[^<>]*(?=</t[hd]>)")
_ANY_TEXT = "([^<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]*)"
_ESCAPED = re.compile("&(amp|lt|gt|quot|apos|#34|#39);")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "#34": '"', "#39": "'"}


class Shortened(NamedTuple):
    """Markup without the rows that repeat the shape of one before them.

    `more` has their texts, by the position of that row in the markup.
    """

    markup: str
    more: Mapping[int, list[Texts]]


def shortened(markup: str) -> Shortened:
    """The markup with the first row alone of those of one shape that follow each other."""
    begins = Counter([row.partition(">")[0] for row in markup.split("<tr ")[1:]])
    if max(begins.values(), default=0) < FEWEST or "<!" in markup:
        return Shortened(markup, {})
    pieces: list[str] = []
    more: dict[int, list[Texts]] = {}
    done = length = 0
    for start, end, last, texts in _repetitions(markup):
        more[length + start - done] = texts
        pieces.append(markup[done:end])
        length += end - done
        done = last
    return Shortened("".join([*pieces, markup[done:]]), more)


def _repetitions(markup: str) -> Iterator[tuple[int, int, int, list[Texts]]]:
    """Rows that are repeated: start and end of the first, the end of the last, the texts of the others."""
    at = 0
    while row := _ROW.search(markup, at):
        at = row.end()
        begins = row[0].partition(">")[0]
        if markup.count(begins, at, at + 2 * FEWEST * len(row[0])) < FEWEST:
            continue
        texts, at = _texts_of(_matcher(row[0]), markup, at)
        if texts:
            yield row.start(), row.end(), at, texts


def _matcher(row: str) -> Callable[[str, int], re.Match[str] | None]:
    """Match a row with the tags of this one, and any texts."""
    return re.compile(_ANY_TEXT.join(map(re.escape, _TEXT.split(row)))).match


def _texts_of(
    match: Callable[[str, int], re.Match[str] | None], markup: str, at: int
) -> tuple[list[Texts], int]:
    """The texts of the rows that begin there and match, and where the last of them ends."""
    found: list[Texts] = []
    while row := match(markup, at):
        texts = row.groups()
        if "&" in row[0]:
            if "&" in _ESCAPED.sub("", row[0]):
                break
            texts = tuple(map(_read, texts))
        found.append(texts)
        at = row.end()
    return found, at


def _read(text: str) -> str:
    return _ESCAPED.sub(lambda sign: _SIGNS[sign[1]], text)
