"""Comments: who says what, of which words, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.values import replace
from generator.formats.word.reading.names import W14, W15, W, plain
from generator.formats.word.reading.story import Seen, Spot, Story

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Comment(Struct, frozen=True):
    """A comment: its author and date (as the file has it, or nothing), its text, and the words it is about.

    It is about all between `start` and `end`; both are None where it stands nowhere. `answers` is the place
    among all comments, from 0, of the one that it answers. `resolved` says that it was marked as done.
    """

    author: str
    date: str
    text: str
    words: str
    start: Spot | None
    end: Spot | None
    answers: int | None = None
    resolved: bool = False


def comments_of(story: Story) -> tuple[Comment, ...]:
    """The comments of a document that has been read, in the order of its part."""
    part = story.package.of_kind("comments")
    elements = [] if part is None else part.findall(f"{W}comment")
    extended = story.package.of_kind("commentsExtended")
    more = {} if extended is None else {one.get(f"{W15}paraId", ""): one for one in extended}
    idents = {_ident(one): place for place, one in enumerate(elements)}
    return _beside([_comment(one, story, more.get(_ident(one)), idents) for one in elements])


def _beside(comments: list[Comment]) -> tuple[Comment, ...]:
    """The comments; an answer without a place of its own stands where what it answers does."""
    return tuple([one if one.start or one.answers is None else replace(
        one, start=comments[one.answers].start, end=comments[one.answers].end,
        words=comments[one.answers].words) for one in comments])


def _ident(comment: Element) -> str:
    """The id of a comment's last paragraph, by which others name it."""
    paragraphs = comment.findall(f"{W}p")
    return paragraphs[-1].get(f"{W14}paraId", "") if paragraphs else ""


def _comment(element: Element, story: Story, more: Element | None, idents: Mapping[str, int]) -> Comment:
    found = story.ranges.get(element.get(f"{W}id", ""))
    start, end = (found.start, found.end) if found else (None, None)
    start, end = start or end, end or start
    parent = "" if more is None else more.get(f"{W15}paraIdParent", "")
    done = more is not None and more.get(f"{W15}done") in ("1", "true", "on")
    text = "\n".join(filter(None, map(plain, element.iter(f"{W}p"))))
    return Comment(element.get(f"{W}author", ""), element.get(f"{W}date", ""), text,
                   _between(story.seen, start, end), start, end, idents.get(parent) if parent else None, done)


def _between(seen: list[Seen], start: Spot | None, end: Spot | None) -> str:
    if start is None or end is None:
        return ""
    lines = []
    for one in seen[start.paragraph - 1:end.paragraph]:
        first = start.letters if one.number == start.paragraph else 0
        last = end.letters if one.number == end.paragraph else len(one.text)
        lines.append(one.text[first:last])
    return "\n".join(filter(None, lines))
