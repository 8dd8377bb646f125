"""Content of a hole → what is typed at its key: the filters turned round, and the typist's ways kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.authoring.merging.carried import carried
from generator.base import danish
from generator.base.values import replace
from generator.compare.returned.holes import LIST, PROSE, Content
from generator.compare.returned.leaves import Leaf, plain, text_of
from generator.compare.returned.occurrences import Occurrence
from generator.document.model import Block, Document, List, Paragraph, Run, Table
from generator.render.typed_again import typed
from generator.render.typed_prose import prose_of

_DIGITS = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
_DAY = re.compile(rf"([0-9]{{1,2}})\. ({danish.MONTH}) ([0-9]{{4}})")


class LookIsTheForms(Exception):
    """Raised where bold, italic or a link is new in what is no prose."""


def typed_new(one: Occurrence, was: str, made: Document, read: Document, like: str = "") -> str:
    """The text to be typed at the key of the occurrence, where `was` is typed now. Raises LookIsTheForms.

    Where nothing is, `like` shows how such a text is typed.
    """
    if _is_prose(one):
        before = _prose(one, one.old, made)
        after = _prose(one, one.new, read)
    else:
        _expect_no_new_look(one)
        before, after = (typed(_text(side), one.source.filters, was or like) for side in (one.old, one.new))
    if one.source.reference:  # of the names of a thing the one that is typed is no matter
        return after
    return _dated(carried(before, was, after), was)


def _dated(text: str, was: str) -> str:
    """A day in digits where one was typed in digits."""
    day = _DAY.fullmatch(text) if _DIGITS.fullmatch(was) else None
    return f"{day[1]}.{danish.MONTHS.index(day[2]) + 1}.{day[3]}" if day else text


def _is_prose(one: Occurrence) -> bool:
    return one.source.filters[-1:] in ((PROSE,), (LIST,), ("punkt",))


def _text(side: Iterable[tuple[Leaf, Content]]) -> str:
    return " ".join(filter(None, (text_of(content).strip() for _, content in side)))


def _prose(one: Occurrence, side: Iterable[tuple[Leaf, Content]], document: Document) -> str:
    chosen = {id(leaf.block): plain(content) for leaf, content in side}
    blocks = list(_only(document.blocks, chosen))
    if one.source.filters[-1] != PROSE and len(blocks) == 1 and isinstance(blocks[0], List):
        blocks = [block for item in blocks[0].items for block in item.blocks]
    return prose_of(map(_trimmed, blocks))


def _trimmed(block: Block) -> Block:
    """A paragraph without space at its ends, which a label or a typist leaves there."""
    if not isinstance(block, Paragraph) or not block.content:
        return block
    first, *more = block.content
    content = [replace(first, text=first.text.lstrip()) if isinstance(first, Run) else first, *more]
    last = content[-1]
    content[-1] = replace(last, text=last.text.rstrip()) if isinstance(last, Run) else last
    return replace(block, content=tuple(content))


def _only(blocks: Iterable[Block], chosen: Mapping[int, Content]) -> Iterator[Block]:
    """The chosen paragraphs with their content, in the lists that they stand in, out of all tables."""
    for block in blocks:
        if id(block) in chosen and isinstance(block, Paragraph):
            yield replace(block, content=chosen[id(block)])
        elif isinstance(block, List):
            items = [replace(item, blocks=tuple(_only(item.blocks, chosen))) for item in block.items]
            kept = tuple([item for item in items if item.blocks])
            yield from (replace(block, items=kept),) if kept else ()
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _only(cell.blocks, chosen)


def _expect_no_new_look(one: Occurrence) -> None:
    old, new = ({(run.bold, run.italic, run.link) for _, content in side for run in plain(content)
                 if isinstance(run, Run) and run.text.strip()} for side in (one.old, one.new))
    if old and new - old:
        raise LookIsTheForms
