"""Ends of paragraphs that came or went, as whole paragraphs that did.

To Word a paragraph ends with a sign, which comes and goes like any other: without it two paragraphs are one.
A Document has paragraphs that come and go, and splits: ends that do, between words that stay. Where such
paragraphs are of two looks, the words are told twice, so that both documents can still be had back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from generator.base.values import replace
from generator.document.model import Mark, Split
from generator.document.revision_marks import DELETED, INSERTED
from generator.formats.word.reading.contents_lists import is_of_contents
from generator.formats.word.reading.pieces import Drawn, Piece, ReadParagraph, Token, unmarked
from generator.formats.word.reading.revision_stack import Standing
from generator.formats.word.reference.styles import CAPTION, PARTY


def settled(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, none of whose paragraphs has an end with a mark: each is marked as a whole, or not."""
    found: list[Piece] = []
    group: list[ReadParagraph] = []
    for piece in pieces:
        if not isinstance(piece, ReadParagraph):
            found += _settled(group)
            found.append(piece)
            group = []
            continue
        group.append(piece)
        if piece.end is None:
            found += _settled(group)
            group = []
    return _at_both_levels([*found, *_settled(group)])


def _at_both_levels(pieces: list[Piece]) -> list[Piece]:
    """The pieces, items that were indented or less so as those that went and those that came.

    The deeper ones stand first, so that they stay below the item that they are below.
    """
    found: list[Piece] = []
    for way, together in groupby(pieces, _indented):
        run = list(together)
        if way:
            items = [one for one in run if isinstance(one, ReadParagraph)]
            old = [_whole(replace(one, look=one.before or one.look), one.content, DELETED) for one in items]
            new = [_whole(one, one.content, INSERTED) for one in items]
            run = [*new, *old] if way > 0 else [*old, *new]
        found += run
    return found


def _indented(piece: Piece) -> int:
    """Tell whether an item stands further in than it did (1), or less so (-1); 0 for all else."""
    if not isinstance(piece, ReadParagraph) or piece.mark or any(token.mark for token in piece.content):
        return 0
    before, now = piece.before and piece.before.listed, piece.look.listed
    return (now.level > before.level) - (now.level < before.level) if before and now else 0


def _settled(group: Sequence[ReadParagraph]) -> list[ReadParagraph]:
    """The paragraphs of a group, of which the last alone may have an end that stays.

    What went is told before what came, as everywhere; the writer lets the last of both share a paragraph.
    Only a line that came to a list of contents stands with the list.
    """
    whole = [_whole(one, one.content, one.end) for one in takewhile(_is_whole, group)]
    left = group[len(whole):]
    if len(left) > 1:
        return [*whole, *_apart([*left[:-1], replace(left[-1], end=None)])]
    last = [one for paragraph in left for one in _alone(replace(paragraph, end=None))]
    if len(last) < 2:
        return [*whole, *last]
    if is_of_contents(last[1]) and not is_of_contents(last[0]):
        beyond = len(list(takewhile(lambda one: one.mark and one.mark.is_old and not is_of_contents(one),
                                    reversed(whole))))
        return [*whole[:len(whole) - beyond], last[1], *whole[len(whole) - beyond:], last[0]]
    came = len(list(takewhile(lambda one: one.mark and not one.mark.is_old, reversed(whole))))
    return [*whole[:len(whole) - came], *last[:1], *whole[len(whole) - came:], *last[1:]]


def _is_whole(paragraph: ReadParagraph) -> bool:
    """Tell whether the end has a mark, and every word has it; of what moved, some may be edited."""
    end = paragraph.end
    return isinstance(end, Mark) and all(
        token.mark == end or (end.move and token.mark and token.mark.is_old == end.is_old)
        for token in paragraph.content)


def _whole(paragraph: ReadParagraph, content: Iterable[Token], mark: Standing) -> ReadParagraph:
    """The paragraph with this content, all of which has the mark."""
    whole = mark if isinstance(mark, Mark) else None
    bare = unmarked(content, whole) if whole else tuple(content)
    return replace(paragraph, content=bare, end=None, mark=whole)


def _alone(paragraph: ReadParagraph) -> Iterator[ReadParagraph]:
    """A paragraph whose end stays; one whose words were all replaced is the old one, and the new one."""
    old = [token for token in paragraph.content if token.mark and token.mark.is_old]
    new = [token for token in paragraph.content if token.mark and not token.mark.is_old]
    look = paragraph.look
    kept = look.listed or look.style in (CAPTION, PARTY)
    if old and new and len(old) + len(new) == len(paragraph.content) and (paragraph.before or not kept):
        yield _whole(replace(paragraph, look=paragraph.before or look), old, _of(old, DELETED))
        yield _whole(paragraph, new, _of(new, INSERTED))
    else:
        yield paragraph


def _of(tokens: Sequence[Token], plain: Mark) -> Mark:
    """The one mark of all the tokens; where they have several, the plain one by the hand of the first."""
    marks = [token.mark for token in tokens if token.mark and token.mark.is_old == plain.is_old]
    if not marks:
        return plain
    one = marks[0] if len(set(marks)) == 1 else plain
    return replace(one, author=marks[0].author, date=marks[0].date)


def _apart(group: list[ReadParagraph]) -> Iterable[ReadParagraph]:
    """The paragraphs of both sides; one with splits where some words stand in others than on the other side.
    """
    tokens = [token for paragraph in group for token in paragraph.content]
    old, new = _parts(group, old=True), _parts(group, old=False)
    stays: set[int] = set()
    for one, other in _pairs(old, new, tokens):
        stays.update(set(old[one].tokens) & set(new[other].tokens))
    moved_over = any(token.mark is None and place not in stays for place, token in enumerate(tokens))
    return (_split(group),) if moved_over and _may_split(group) else _shared_out(group)


def _may_split(group: list[ReadParagraph]) -> bool:
    """Tell whether the paragraphs are texts of one look, and not heads or lines of something else."""
    look = group[-1].look
    return not look.level and look.style not in (CAPTION, PARTY) and all(
        one.look == look and one.before in (None, look) and not one.leads_to
        and not any(isinstance(token, Drawn) for token in one.content) for one in group)


def _split(group: list[ReadParagraph]) -> ReadParagraph:
    last = group[-1]
    content: list[Token] = []
    for one in group:
        content += one.content
        if isinstance(one.end, Mark):
            kind = DELETED if one.end.is_old else INSERTED
            mark = replace(kind, author=one.end.author, date=one.end.date)
            content.append(Split(mark, item=last.look.listed is not None))
    anchors = [anchor for one in group for anchor in one.anchors]
    return replace(group[0], content=tuple(content), end=None, before=None, anchors=tuple(anchors))


class _Part(NamedTuple):
    """A paragraph of one side: the places of its tokens, and the paragraph whose end it has."""

    tokens: tuple[int, ...]
    closed_by: int


def _shared_out(group: list[ReadParagraph]) -> Iterator[ReadParagraph]:
    """The paragraphs of both sides, those together that share words."""
    tokens = [token for paragraph in group for token in paragraph.content]
    old, new = _parts(group, old=True), _parts(group, old=False)
    pairs = dict(_pairs(old, new, tokens))
    turn = 0
    for place, part in enumerate(old):
        if place not in pairs:
            yield _one_sided(group, part, tokens, DELETED)
            continue
        while turn < pairs[place]:
            yield _one_sided(group, new[turn], tokens, INSERTED)
            turn += 1
        yield _both(group, part, new[turn], tokens)
        turn += 1
    for part in new[turn:]:
        yield _one_sided(group, part, tokens, INSERTED)


def _parts(group: list[ReadParagraph], old: bool) -> list[_Part]:
    found: list[_Part] = []
    open_tokens: list[int] = []
    place = 0
    for turn, paragraph in enumerate(group):
        for token in paragraph.content:
            if token.mark is None or token.mark.is_old == old:
                open_tokens.append(place)
            place += 1
        if paragraph.end is None or (isinstance(paragraph.end, Mark) and paragraph.end.is_old == old):
            found.append(_Part(tuple(open_tokens), turn))
            open_tokens = []
    return found


def _pairs(old: list[_Part], new: list[_Part], tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The paragraphs of the two sides that share words, or that are both empty; in order."""
    start = 0
    for place, part in enumerate(old):
        for other in range(start, len(new)):
            shared = [at for at in set(part.tokens) & set(new[other].tokens) if tokens[at].mark is None]
            if shared or not (part.tokens or new[other].tokens):
                yield place, other
                start = other + 1
                break


def _one_sided(group: list[ReadParagraph], part: _Part, tokens: list[Token], plain: Mark) -> ReadParagraph:
    closing = group[part.closed_by]
    look = closing.before or closing.look if plain.is_old else closing.look
    content = [tokens[at] for at in part.tokens]
    marked = [token for token in content if token.mark]
    ends = [one.end for one in group if isinstance(one.end, Mark) and one.end.is_old == plain.is_old]
    mark = _of(marked, plain) if marked else (replace(plain, author=ends[0].author, date=ends[0].date)
                                              if ends else plain)
    return _whole(replace(closing, look=look), content, mark)


def _both(group: list[ReadParagraph], old: _Part, new: _Part, tokens: list[Token]) -> ReadParagraph:
    """A paragraph of both sides; words that it has on one side only, because an end came or went, are marked.
    """
    content = []
    for at in sorted({*old.tokens, *new.tokens}):
        token = tokens[at]
        if token.mark is None and not (at in old.tokens and at in new.tokens):
            token = replace(token, mark=DELETED if at in old.tokens else INSERTED)
        content.append(token)
    return replace(group[new.closed_by], content=tuple(content), end=None)
