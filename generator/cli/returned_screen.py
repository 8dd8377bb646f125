"""Screen of `aftale return FILE.docx`: what came of a document, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from generator.authoring.edits import Set
from generator.base.language import later, say, say_count

if TYPE_CHECKING:
    from generator.compare.returned import Returned, Told
    from generator.compare.returned.changes import Change
    from generator.compare.returned.into_now import Taken
    from generator.compare.returned.wording import Worded

MOST_WORDS = 70
"""Characters of a passage that are shown whole."""
PARAGRAPH = re.compile(r"\n{2,}")
AROUND = 4
"""Words before and after those that differ."""
NEXT = later("Now `aftale check {plan}` says whether it holds together, and `aftale diff` what has changed.")


class Way(NamedTuple):
    """Manner of taking documents back.

    Is anything written, are comments only told, on which branch, is the form's text taken too, and what is
    unclear.
    """

    dry_run: bool = False
    list_comments: bool = False
    branch: str = ""
    wording: bool = False
    force: bool = False


def told(
    back: Returned, taken: Taken, guesses: Sequence[Change], words: Worded | None, plan: str, way: Way
) -> Iterator[str]:
    """The lines that tell what came of the document."""
    for one in taken.changes:
        unclear = one in guesses
        pieces = list(stretches(*_sides(one)))
        several = say_count("{n} place", "{n} places", len(pieces))
        line = f"{one.key}: {several if len(pieces) > 1 else both(*_sides(one))}"
        if others := sum(len(edits) for _, edits in one.also):
            line = say_count("{change} (and at {n} other place)", "{change} (and at {n} other places)",
                             others, change=line)  # fmt: skip
        yield "  " + (say("{change} (unclear, and written all the same)", change=line) if unclear else line)
        yield from (f"      {piece}" for piece in pieces if len(pieces) > 1)
    for block, one_told in words.taken if words else ():
        yield "  " + say("the block `{block}` of the plan's own wording: {change}",
                         block=block, change=both(one_told.old, one_told.new))
    for one in taken.there:
        yield "  " + say("{key}: stands in the YAML already", key=one.key)
    yield from _comments(back, way)
    yield from _listed(say("Not taken back:"), (*taken.conflicts, *back.told))
    yield from _listed(say("The document will say otherwise too:"), back.follows, with_hints=False)
    yield ""
    yield _counted(taken, len(back.told) + len(taken.conflicts), way)
    if taken.texts and way.branch and not way.dry_run:
        yield say("It stands on the branch {branch}; `git diff HEAD {branch}` shows it.", branch=way.branch)
    elif taken.texts and not way.dry_run:
        yield say(NEXT, plan=plan)


def _sides(change: Change) -> tuple[str, str]:
    """The words that stood and stand; as they are typed where only their look or their paragraphs differ."""
    match change.edits:
        case [Set(value=str(new), expected=str(old))] if change.old.split() == change.new.split():
            return PARAGRAPH.sub(" ¶ ", old), PARAGRAPH.sub(" ¶ ", new)
        case _:
            return change.words


def _comments(back: Returned, way: Way) -> Iterator[str]:
    for one in back.remarks:
        if way.list_comments:
            yield "  " + say("{key}: {comment}", key=one.key, comment=one.line)
        else:
            yield "  " + say("{key}: the comment {comment}", key=one.key, comment=f"`{one.line}`")


def _listed(title: str, told: Iterable[Told], *, with_hints: bool = True) -> Iterator[str]:
    found = list(told)
    if not found:
        return
    yield f"\n{title}"
    heading = None
    for one in found:
        if one.heading != heading:
            heading = one.heading
            yield from [f"  {heading}"] if heading else []
        yield f"    {both(one.old, one.new)}"
        yield f"      {one.why}"
        if one.hint and with_hints:
            yield f"      {one.hint}"


def _counted(taken: Taken, kept: int, way: Way) -> str:
    number = len(taken.changes)
    if way.dry_run:
        return say_count(
            "{n} key would be changed, {kept} not taken back",
            "{n} keys would be changed, {kept} not taken back",
            number, kept=kept,
        )  # fmt: skip
    return say_count("{n} key changed, {kept} not taken back", "{n} keys changed, {kept} not taken back",
                     number, kept=kept)  # fmt: skip


def short(words: str) -> str:
    """The words on a line, of which some may lack at its end; nothing is a dash."""
    line = " ".join(words.split())
    return (line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…") or "–"


def both(old: str, new: str) -> str:
    """Both on a line: of long ones the words that differ, with some of those around them."""
    before, after = old.split(), new.split()
    if max(len(" ".join(before)), len(" ".join(after))) <= MOST_WORDS or not (before and after):
        return f"{short(old)} → {short(new)}"
    same = _alike(before, after)
    first = max(same - AROUND, 0)
    rest = min(_alike(before[same:][::-1], after[same:][::-1]), len(before) - same, len(after) - same)
    last = max(rest - AROUND, 0)
    return " → ".join(f"{'… ' * bool(first)}{_within(side[first : len(side) - last])}{' …' * bool(last)}"
                      for side in (before, after))


def stretches(old: str, new: str) -> Iterator[str]:
    """Each stretch of words that differ, both sides of it, with some around; of short texts the whole."""
    before, after = old.split(), new.split()
    if max(len(old), len(new)) <= MOST_WORDS or not (before and after):
        yield both(old, new)
        return
    around = SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(AROUND)
    for stretch in around:
        (_, a, _, c, _), (_, _, b, _, d) = stretch[0], stretch[-1]
        yield both(_cut(before, a, b), _cut(after, c, d))


def _cut(words: list[str], start: int, end: int) -> str:
    return f"{'… ' * (start > 0)}{' '.join(words[start:end])}{' …' * (end < len(words))}"


def _within(words: list[str]) -> str:
    """The words, those in the middle left out where there are too many."""
    line = " ".join(words)
    half = MOST_WORDS // 2
    if len(line) <= 2 * MOST_WORDS:
        return line
    return f"{line[:half].rpartition(' ')[0]} … {line[-half:].partition(' ')[2]}"


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Number of the first words that are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
