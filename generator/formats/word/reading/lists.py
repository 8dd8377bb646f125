"""Lists, back from the paragraphs with a number or a bullet, and from those in line with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.base.values import replace
from generator.document.model import Block, List, ListItem, Mark
from generator.formats.word.reading.numbering import Listed
from generator.formats.word.reading.pieces import ReadParagraph
from generator.formats.word.reference.styles import CELL_BULLET, CELL_NUMBER, LIST_BULLET, LIST_NUMBER

_CLOSE = 2
"""Twips that another program may round by."""
_USUAL = (LIST_BULLET, LIST_NUMBER, CELL_BULLET, CELL_NUMBER)
AsBlock = Callable[[ReadParagraph, str], Block]
"""A writer of a paragraph as a block, where the style of this name is the one that needs no name."""


def belongs(paragraph: ReadParagraph, before: Sequence[ReadParagraph]) -> bool:
    """Tell whether the paragraph stands in line with one of the list's, without a bullet of its own."""
    return _depth(paragraph, before) is not None


def lists_of(paragraphs: Sequence[ReadParagraph], as_block: AsBlock, beneath: str) -> list[List]:
    """The lists that the paragraphs are; `beneath` names the usual style of those without a bullet."""
    found: list[List] = []
    place = 0
    while place < len(paragraphs):
        one, place = _Reader(paragraphs, as_block, beneath).read(place, _level(paragraphs[place]))
        found.append(one)
    return found


class _Reader:
    def __init__(self, paragraphs: Sequence[ReadParagraph], as_block: AsBlock, beneath: str) -> None:
        self.paragraphs, self.as_block, self.beneath = paragraphs, as_block, beneath

    def read(self, place: int, level: int) -> tuple[List, int]:
        """The list that begins at the place, and the place after it."""
        first, last = self.paragraphs[place], self.paragraphs[place]
        items: list[tuple[Mark | None, list[Block]]] = []
        while place < len(self.paragraphs):
            paragraph = self.paragraphs[place]
            listed = paragraph.look.listed
            if listed is None:
                if _depth(paragraph, self.paragraphs[:place]) != level:
                    break
                items[-1][1].append(self.as_block(paragraph, self.beneath))
                place += 1
            elif listed.level > level and items:
                inner, place = self.read(place, listed.level)
                items[-1][1].append(inner)
            elif listed.level < level or (items and not _same(last.look.listed, listed)):
                break
            else:
                style = paragraph.look.style
                text = self.as_block(replace(paragraph, mark=None), style if style in _USUAL else "")
                items.append((paragraph.mark, [text]))
                last = paragraph
                place += 1
        listed = first.look.listed
        ordered, letters = (listed.ordered, listed.letters) if listed else (False, False)
        found = _marked([_item(*item) for item in items], ordered, letters)
        return replace(found, origin=items[0][1][0].origin if items else None), place


def _level(paragraph: ReadParagraph) -> int:
    return paragraph.look.listed.level if paragraph.look.listed else 0


def _depth(paragraph: ReadParagraph, before: Sequence[ReadParagraph]) -> int | None:
    """The level of the list that a paragraph without a bullet stands in line with."""
    indent, deepest = paragraph.look.indent, None
    if not indent or paragraph.look.listed or paragraph.look.level:
        return None
    for one in reversed(before):
        listed = one.look.listed
        if listed and (deepest is None or listed.level < deepest):
            deepest = listed.level
            if abs(listed.indent - indent) <= _CLOSE:
                return deepest
            if deepest == 0:
                break
    return None


def _same(last: Listed | None, listed: Listed) -> bool:
    """Tell whether two paragraphs stand in one list; to LibreOffice the first has a number of its own."""
    if last is None or (last.ordered, last.letters) != (listed.ordered, listed.letters):
        return False
    return last.number == listed.number or (last.definition == listed.definition and not listed.starts)


def _item(mark: Mark | None, blocks: list[Block]) -> ListItem:
    bare = [replace(block, mark=None) if mark and block.mark == mark else block for block in blocks]
    return ListItem(tuple(bare), mark)


def _marked(items: list[ListItem], ordered: bool, letters: bool) -> List:
    """The list; a mark that all of its items have is its own."""
    mark = items[0].mark
    if mark and all(item.mark == mark for item in items):
        return List(tuple([replace(item, mark=None) for item in items]), ordered, letters, mark=mark)
    return List(tuple(items), ordered, letters)
