"""Changes inside a paragraph, in words: spaces, punctuation, and numbers with their unit, are tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from generator.base.values import replace
from generator.compare.documents.matching import differing
from generator.document.model import Inline, LineBreak, Mark, Run, Split
from generator.document.reading import runs_of
from generator.document.revision_marks import DELETED, INSERTED

_TOKEN = re.compile(
    r"\d+(?:[.,:/–-]\d+)*(?:\.(?=\u00a0))?"  # a number or a date, with the unit that a hard space ties to it
    r"(?:[ \u00a0]?%|(?:\u00a0[^\W\d_]+(?:\.[^\W\d_]+)*\.?)+)?"
    r"|[^\W_]+(?:['’./-][^\W_]+)*"  # a word
    r"|\s+|.", re.DOTALL)
_LEAST_SHARED = 1 / 3
_SHORT = 3
_FEW = 2
"""Words at the beginning and the end that are enough to keep them."""

Spans = list[tuple[int, int, int, int]]


class ComparedContent(Struct, frozen=True):
    """The new content with marks, and whether so little is shared that all of it was replaced."""

    content: tuple[Inline, ...]
    replaced: bool


def compare(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> ComparedContent:
    """The old content compared to the new; less than a third of the letters shared, and all is replaced.

    But for the words that both begin and end with, if there are some.
    """
    if old == new:
        return ComparedContent(new, replaced=False)
    before, after = list(tokens(old)), list(tokens(new))
    changes = _changes(before, after)
    kept = _weight(before) - sum(_weight(before[low:high]) for low, high, _, _ in changes)
    if kept < _LEAST_SHARED * max(_weight(before), _weight(after)):
        ends = _shared_ends(before, after)
        if ends is None:
            return ComparedContent((*marked(old, DELETED), *marked(new, INSERTED)), bool(old and new))
        changes = [ends]
    return ComparedContent(_joined(_spliced(before, after, changes)), replaced=False)


def marked(content: tuple[Inline, ...], mark: Mark) -> tuple[Inline, ...]:
    """The content, all of it with the mark."""
    return tuple(replace(inline, mark=mark) for inline in content)


def words(content: Iterable[Inline]) -> Iterator[str]:
    """The words and numbers of the content."""
    for token in runs_of(tokens(content)):
        if token.text[0].isalnum():
            yield token.text


def tokens(content: Iterable[Inline]) -> Iterator[Inline]:
    """The content with a run for every token, in the look of its run."""
    for inline in content:
        if isinstance(inline, Run):
            for text in _TOKEN.findall(inline.text):
                yield replace(inline, text=text)
        elif isinstance(inline, (LineBreak, Split)):
            yield inline
        else:
            assert_never(inline)


def _weight(tokens: Sequence[Inline]) -> int:
    """The letters and digits of the tokens; one for what has none, so that it counts a little."""
    return sum(len(token.text) if token.text[0].isalnum() else 1 for token in runs_of(tokens)
               if not token.text.isspace())


def _changes(before: Sequence[Inline], after: Sequence[Inline]) -> Spans:
    """Spans of both that differ; a shared piece between two that says nothing is taken in."""
    spans: Spans = []
    for low, high, start, end in differing(before, after):
        if spans and _is_chaff(before[spans[-1][1]:low], spans[-1], (low, high, start, end)):
            low, _, start, _ = spans.pop()
        spans.append((low, high, start, end))
    return [_trimmed(before, after, span) for span in spans]


def _is_chaff(between: Sequence[Inline], left: tuple[int, int, int, int],
              right: tuple[int, int, int, int]) -> bool:
    """Tell whether two changes share only spaces and signs, or one short word between two long changes."""
    inside = [token.text for token in runs_of(between) if token.text[0].isalnum()]
    if any(isinstance(token, (LineBreak, Split)) for token in between) or len(inside) > 1:
        return False
    large = all(high - low + end - start > 2 * _SHORT for low, high, start, end in (left, right))
    return not inside or (len(inside[0]) <= _SHORT and large)


def _trimmed(before: Sequence[Inline], after: Sequence[Inline],
             span: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    low, high, start, end = span
    while low < high and start < end and before[low] == after[start]:
        low, start = low + 1, start + 1
    while low < high and start < end and before[high - 1] == after[end - 1]:
        high, end = high - 1, end - 1
    return low, high, start, end


def _shared_ends(before: Sequence[Inline], after: Sequence[Inline]) -> tuple[int, int, int, int] | None:
    """The span between what both begin and end with; None where that is hardly a word."""
    low, high, start, end = _trimmed(before, after, (0, len(before), 0, len(after)))
    shared = sum(1 for _ in words((*before[:low], *before[high:])))
    return (low, high, start, end) if shared >= _FEW else None


def _spliced(before: Sequence[Inline], after: Sequence[Inline], changes: Spans) -> Iterator[Inline]:
    done = 0
    for low, high, start, end in changes:
        yield from after[done:start]
        yield from marked(tuple(before[low:high]), DELETED)
        yield from marked(tuple(after[start:end]), INSERTED)
        done = end
    yield from after[done:]


def _joined(tokens: Iterator[Inline]) -> tuple[Inline, ...]:
    """Tokens of one look and one mark become one run again."""
    runs: list[tuple[Run, list[str]] | LineBreak | Split] = []
    for token in tokens:
        last = runs[-1] if runs else None
        if isinstance(token, Run):
            look = replace(token, text="")
            if isinstance(last, tuple) and look == last[0]:
                last[1].append(token.text)
            else:
                runs.append((look, [token.text]))
        elif isinstance(token, (LineBreak, Split)):
            runs.append(token)
        else:
            assert_never(token)
    return tuple(replace(run[0], text="".join(run[1])) if isinstance(run, tuple) else run for run in runs)
