"""Sources laid over a document, character by character: from the same document with signs in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.document.markup.fitted import UNSEEN
from generator.document.model import Contents, Document, Heading, Origin
from generator.document.reading import runs, walk
from generator.document.texts import Text, texts
from generator.render.tracing.read_back import CLOSE
from generator.render.tracing.source import Kind, Source, Span, Spans

Place = tuple[int, str]
"""An object of a document by its `id`, and a field of it."""

_SIGN = re.compile(f"[{chr(UNSEEN.start)}-{chr(UNSEEN.stop - 1)}]")
_NUMBER_OF_TABLE = re.compile(r"\ATabel \d+\. ")
NUMBERING = Source(Kind.COMPUTED, filters=("nummer",))


def overlaid(document: Document, signed: Document, sources: list[Source]) -> Mapping[Place, Spans]:
    """The sources of every text of the document; `signed` is the same but for its signs."""
    found: dict[Place, list[Span]] = {}
    last, before = "", list[Span]()
    for text, other in zip(texts(document), texts(signed), strict=True):
        words, spans = _read(other.words, sources)
        if words != text.words:
            raise AssertionError(f"{text.words!r} is {words!r} where it is traced")
        now = found[id(text.owner), text.field] = list(_joined(_filled(text, spans)))
        _bridge(last, before, words, now)
        last, before = words, now if text.field == "text" else []
    whole = {place: tuple(spans) for place, spans in found.items()}
    return {**whole, **dict(_of_entries(document, whole))}


def _bridge(last: str, before: list[Span], words: str, after: list[Span]) -> None:
    """Give a space between two looks of one text to that text: `for **all**`."""
    ways = ((last, before, -1, -2, after[:1]), (words, after, 0, 1, before[-1:]))
    for text, spans, blank, of, other in ways:
        if len(spans) > 1 and other and spans[of].source == other[0].source:
            start, end, _ = spans[blank]
            if text[start:end].isspace():
                spans[blank] = Span(start, end, other[0].source)


def _read(signed: str, sources: list[Source]) -> tuple[str, list[Span]]:
    """A text without its signs, and the passages that they stood around."""
    pieces: list[str] = []
    spans: list[Span] = []
    length = begin = done = 0
    opened = ""
    for match in _SIGN.finditer(signed):
        pieces.append(signed[done : match.start()])
        length += match.start() - done
        done = match.end()
        if match[0] == CLOSE:
            spans.append(Span(begin, length, sources[ord(opened) - UNSEEN.start]))
        else:
            begin, opened = length, match[0]
    return "".join((*pieces, signed[done:])), spans


def _filled(text: Text, spans: list[Span]) -> Iterator[Span]:
    """The passages and what stands between them, so that no character is without a source."""
    origin = text.origin or Origin("", 0)
    here = Source(Kind.TEMPLATE, origin.template, line=origin.line)
    before = Span(0, 0, here)
    for span in (*spans, Span(len(text.words), len(text.words), here)):
        if span.start > before.end:
            yield from _between(text.words, before, span, here)
        if span.end > span.start:
            yield span
        before = span


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The passages, those of one place of a form that stand side by side as one."""
    before: Span | None = None
    for span in spans:
        if before and before.source == span.source and span.source.kind is Kind.TEMPLATE:
            before = before._replace(end=span.end)
        else:
            if before:
                yield before
            before = span
    if before:
        yield before


def _between(words: str, before: Span, after: Span, here: Source) -> Iterator[Span]:
    """The number of a table; space beside the form's words, which is theirs; or other words of the form."""
    start, end = before.end, after.start
    number = _NUMBER_OF_TABLE.match(words[:end]) if not start else None
    if number:
        yield Span(0, number.end(), NUMBERING)
        start = number.end()
    near = [one.source for one in (before, after) if one.source.kind is Kind.TEMPLATE]
    if start < end:
        yield Span(start, end, near[0] if near and words[start:end].isspace() else here)


def _of_entries(document: Document, found: Mapping[Place, Spans]) -> Iterator[tuple[Place, Spans]]:
    """The entries of a list of contents: each has the sources of its heading, whose end it is."""
    headings = {one.anchor: one for one in walk(document.blocks) if isinstance(one, Heading)}
    for block in walk(document.blocks):
        for entry in block.entries if isinstance(block, Contents) else ():
            words, spans = _of_heading(headings[entry.anchor], found)
            begin = max(words.rfind(entry.text), 0)
            yield (id(entry), "text"), tuple(cut(spans, begin, begin + len(entry.text)))


def _of_heading(heading: Heading, found: Mapping[Place, Spans]) -> tuple[str, list[Span]]:
    if heading.short:
        return heading.short, list(found[id(heading), "short"])
    return "".join(run.text for run in runs(heading)), list(
        side_by_side((run.text, found[id(run), "text"]) for run in runs(heading)))


def side_by_side(parts: Iterable[tuple[str, Spans]]) -> Iterator[Span]:
    """The sources of texts that stand one after another."""
    length = 0
    for words, spans in parts:
        yield from (Span(length + start, length + end, source) for start, end, source in spans)
        length += len(words)


def cut(spans: Iterable[Span], begin: int, end: int) -> Iterator[Span]:
    """The sources of a part of a text."""
    for span in spans:
        first, last = max(span.start, begin), min(span.end, end)
        if first < last:
            yield Span(first - begin, last - begin, span.source)
