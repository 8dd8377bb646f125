"""Passages of a traced document under their headings, each with the lines of the file that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from generator.document.model import Heading
from generator.document.reading import texts_of, walk
from generator.document.texts import own_texts
from generator.plan.model.identity import Key
from generator.plan.model.load import holder, value_at
from generator.plan.source.read import Source as YamlFile
from generator.render.tracing import Kind, Source, Traced

_HEARD = ("short", "description")
"""Fields whose texts no page shows."""
_WORD = re.compile(r"\w{3}")
"""Shorter words of the form, between values, say nothing by themselves."""
_BLANK = str.maketrans({"\u00a0": " "})


class Passage(NamedTuple):
    """Words of a document that have one source, and the last heading above them."""

    heading: str
    words: str
    source: Source


class Lines(NamedTuple):
    """Lines of a file (from 1), from the first to the last."""

    file: str
    first: int
    last: int


def passages(traced: Traced) -> Iterator[Passage]:
    """The passages of the page in their order; one goes on over paragraphs and cells of the same source."""
    for (heading, source), pieces in groupby(_pieces(traced), key=attrgetter("heading", "source")):
        words = " ".join(filter(None, (piece.words.strip() for piece in pieces)))
        if words and (source.kind is not Kind.TEMPLATE or _WORD.search(words)):
            yield Passage(heading, words.translate(_BLANK), source)


def _pieces(traced: Traced) -> Iterator[Passage]:
    heading = ""
    for block in walk(traced.document.blocks):
        if isinstance(block, Heading):
            heading = texts_of(block)[0].translate(_BLANK)
        for text in own_texts(block):
            spans = traced.sources(text.owner, text.field) if text.field not in _HEARD else ()
            for start, end, source in spans:
                if not isinstance(block, Heading) or source.kind is not Kind.TEMPLATE:
                    yield Passage(heading, text.words[start:end], source)


def lines_of(passage: Passage, key: Key, files: Mapping[str, YamlFile]) -> Lines:
    """The lines at which a key is typed: of a long text those that the passage is of."""
    return lines_of_words(passage.words, key, files)


def lines_of_words(words: str, key: Key, files: Mapping[str, YamlFile]) -> Lines:
    """The lines at which a key is typed: of a long text those that the words are of."""
    file = files[key.file]
    if key.path not in file.places:  # it is to be filled in
        first = holder(file, key.path).line
        return Lines(key.file, first, first)
    if key.is_name:
        first = file.key_places[key.path].line
        return Lines(key.file, first, first)
    value = value_at(file, key.path)
    begin = file.blocks.get(key.path) or file.places[key.path]
    typed = value.splitlines() if isinstance(value, str) else [""]
    shown = [at for at, line in enumerate(typed) if line.strip(" -*") and _plain(line) in words]
    first, last = (shown[0], shown[-1]) if shown and len(typed) > 1 else (0, len(typed) - 1)
    return Lines(key.file, begin.line + first, begin.line + last)


def _plain(line: str) -> str:
    """A line of prose without its marks, as far as one can tell without reading it."""
    return line.strip(" -").replace("**", "").replace("*", "")
