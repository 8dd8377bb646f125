"""Comments and blank lines → the entries that they belong to.

A comment at the end of a line belongs to what stands there. One on a line of its own belongs to what
follows it, unless it is indented under what came before, or stands close under it with a blank line after.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import pairwise

from generator.authoring.format.comments import Comment
from generator.authoring.format.entries import Entry, Leaf

BLANK = ""

Line = tuple[int, str]
"""The column and the text of a comment; a blank line has no text."""


def attach(root: Entry, leaves: list[Leaf], masked: list[str], comments: list[Comment]) -> None:
    """Give every comment and every blank line between entries to an entry of the tree."""
    waiting = deque(comments)
    first = Leaf((-1, 0), (-1, 0), root, 0)
    for before, after in pairwise([first, *leaves, None]):
        assert before is not None
        gap = _beside(before, _until(after, waiting))
        end = after.start[0] if after else len(masked)
        lines = _lines(before.end[0] + 1, end, masked, gap)
        if before.flow or (after and not _next_entry(before, after)):
            _among_brackets(before, after, [text for _, text in lines if text])
        else:
            _between(root, before, after, lines)


def _until(after: Leaf | None, waiting: deque[Comment]) -> list[Comment]:
    found = []
    while waiting and (after is None or (waiting[0].line, waiting[0].column) < after.start):
        found.append(waiting.popleft())
    return found


def _beside(before: Leaf, comments: Iterable[Comment]) -> dict[int, Comment]:
    """Give the leaf what stands at the end of its lines; the rest, each by its line."""
    rest = {}
    for comment in comments:
        known = before.end[0] >= 0
        if known and (not comment.alone or comment.line <= before.end[0]):
            before.entry.beside.append(comment)
        else:
            rest[comment.line] = comment
    return rest


def _lines(start: int, end: int, masked: list[str], comments: dict[int, Comment]) -> list[Line]:
    """The comments and the blank lines from a line to before another."""
    found: list[Line] = []
    for number in range(start, max(end, start)):
        if number in comments:
            found.append((comments[number].column, comments[number].text))
        elif not masked[number].strip():
            found.append((0, BLANK))
    return found


def _next_entry(before: Leaf, after: Leaf | None) -> Entry | None:
    """The outermost entry that begins between the two."""
    known = {id(entry) for entry in before.entry.lineage()}
    lineage = after.entry.lineage() if after else []
    return next((entry for entry in lineage if id(entry) not in known), None)


def _among_brackets(before: Leaf, after: Leaf | None, comments: list[str]) -> None:
    """Give comments between a key and its value, or among { } and [ ], where columns mean nothing."""
    assert after is not None
    following = _next_entry(before, after)
    if following is None and after.closes:
        after.entry.inside += comments
    else:
        (following or after.entry).above += comments


def _between(root: Entry, before: Leaf, after: Leaf | None, lines: list[Line]) -> None:
    """Give comments between two entries, or after the last one, by their columns, which tell the level."""
    following = _next_entry(before, after)
    lineage = before.entry.lineage()
    holder = following.parent if following else root
    assert holder is not None
    closing = lineage[lineage.index(holder) + 1 :]
    rest, close = _indented(closing, lines)
    texts = [text for _, text in rest]
    if before.end[0] < 0:
        head = len(texts) - texts[::-1].index(BLANK) - 1 if BLANK in texts else 0
        root.above, texts = texts[:head], texts[head:]
    elif closing and close and texts and texts[0] and (BLANK in texts or after is None):
        until = texts.index(BLANK) if BLANK in texts else len(texts)
        closing[0].below += texts[:until]
        texts = texts[until:]
    if following:
        following.above += texts
    else:
        root.inside += texts


def _indented(closing: list[Entry], lines: list[Line]) -> tuple[list[Line], bool]:
    """Give the entries that end here what is indented under them. The rest; True if it follows closely."""
    level, close, done = len(closing) - 1, True, 0
    for number, (column, text) in enumerate(lines):
        if not text:
            continue
        owners = [at for at in range(level + 1) if closing[at].column < column]
        if not owners:
            break
        level = owners[-1]
        blanks = [BLANK for _ in lines[done:number]]
        close = close and not blanks
        if close and level + 1 < len(closing):
            closing[level + 1].below.append(text)
        else:
            closing[level].inside += [*blanks, text]
        done = number + 1
    return lines[done:], close
