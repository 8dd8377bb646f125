"""Screen of `aftale return FILE.docx`: what came of a document, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.base.language import later, say, say_count

if TYPE_CHECKING:
    from generator.compare.returned import Returned, Told
    from generator.compare.returned.changes import Change
    from generator.compare.returned.into_now import Taken
    from generator.compare.returned.wording import Worded

MOST_WORDS = 70
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
        line = f"{one.key}: {short(one.old)} → {short(one.new)}"
        yield "  " + (say("{change} (unclear, and written all the same)", change=line) if unclear else line)
    for block in words.taken if words else ():
        assert block.source
        yield "  " + say("the block `{block}` of the plan's own wording: {old} → {new}",
                         block=block.source.block, old=short(block.old), new=short(block.new))
    for one in taken.there:
        yield "  " + say("{key}: stands in the YAML already", key=one.key)
    yield from _comments(back, way)
    yield from _listed(say("Not taken back:"), (*taken.conflicts, *back.told))
    yield from _listed(say("The document will say otherwise too:"), back.follows)
    yield ""
    yield _counted(taken, len(back.told) + len(taken.conflicts), way)
    if taken.texts and way.branch and not way.dry_run:
        yield say("It stands on the branch {branch}; `git diff HEAD {branch}` shows it.", branch=way.branch)
    elif taken.texts and not way.dry_run:
        yield say(NEXT, plan=plan)


def _comments(back: Returned, way: Way) -> Iterator[str]:
    for one in back.remarks:
        if way.list_comments:
            yield "  " + say("{key}: {comment}", key=one.key, comment=one.line)
        else:
            yield "  " + say("{key}: the comment {comment}", key=one.key, comment=f"`{one.line}`")


def _listed(title: str, told: Iterable[Told]) -> Iterator[str]:
    found = list(told)
    if not found:
        return
    yield f"\n{title}"
    heading = None
    for one in found:
        if one.heading != heading:
            heading = one.heading
            yield f"  {heading}" if heading else ""
        yield f"    {short(one.old)} → {short(one.new)}"
        yield f"      {one.why}"
        if one.hint:
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
    """The words on a line, in the middle of which some may lack; nothing is a dash."""
    line = " ".join(words.split())
    return (line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…") or "–"
