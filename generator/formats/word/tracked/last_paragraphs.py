"""The end of a cell or of the document, where Word keeps a paragraph whatever is taken away.

A paragraph that came or went carries that in its own mark, and without the mark it runs into the next. The
last one's mark cannot come or go. So there the paragraph before it gives its mark instead, as Word itself
does it when somebody types at the end of a cell; or old and new share the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.document.model import Mark
from generator.formats.word.tracked.elements import DELETED, INSERTED, Revisions

_PIECE = re.compile(
    r"(?P<table><w:tbl>.*?</w:tbl>)"
    r"|<w:p><w:pPr>(?P<look>(?:(?!</w:pPr>|<w:rPr>|<w:pPrChange).)*)"
    r"(?P<mark><w:rPr><w:(?P<kind>ins|del) [^>]*/></w:rPr>)?"
    r"(?P<change><w:pPrChange [^>]*><w:pPr>(?P<was>.*?)</w:pPr></w:pPrChange>)?</w:pPr>"
    r"(?P<content>.*?)</w:p>(?P<after>(?:<w:move\w+RangeEnd [^>]*/>)*)", re.DOTALL)
_LAYOUT = re.compile(r"<w:(?:keepNext|keepLines|spacing)\b[^>]*/>")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph, or a table (with all its XML in `table`); `after` is what stands behind it.

    `look` are its properties, `was` those that it had before, if `change` says that they changed.
    """

    look: str = ""
    mark: str = ""
    change: str = ""
    was: str = ""
    content: str = ""
    after: str = ""
    table: str = ""
    is_old: bool | None = None

    def __str__(self) -> str:
        if self.table:
            return self.table
        return f"<w:p><w:pPr>{self.look}{self.mark}{self.change}</w:pPr>{self.content}</w:p>{self.after}"


def ends_marked(xml: str) -> bool:
    """Whether the last paragraph came or went."""
    last = _PIECE.match(xml, max(xml.rfind("<w:p>"), 0))
    return bool(last and last["mark"] and not xml.endswith("</w:tbl>"))


def settled(xml: str, revisions: Revisions, empty: Callable[[Mark], str] | None = None) -> str:
    """The XML of paragraphs and tables, its last paragraph one that stays.

    `empty` writes the paragraph that stands in a cell with nothing in it; a body with nothing in it has none.
    """
    pieces = [_piece(match) for match in _PIECE.finditer(xml)]
    last = pieces[-1]
    place = len(pieces) - 2
    while place >= 0 and pieces[place].is_old == last.is_old:
        place -= 1
    other = pieces[place] if place >= 0 else None
    if other is None:
        nothing = _PIECE.fullmatch(empty(INSERTED if last.is_old else DELETED)) if empty else None
        if nothing:
            pieces[-1] = _shared(_piece(nothing), last, revisions)
    elif not other.table and other.is_old is not None:
        pieces[-1] = _shared(other, last, revisions)
        del pieces[place]
    elif not other.table and place == len(pieces) - 2 - _count_same(pieces, last):
        _hand_on(pieces, place, revisions)
    return "".join(map(str, pieces))


def _count_same(pieces: list[_Piece], last: _Piece) -> int:
    """How many paragraphs right before the last came or went with it."""
    count = 0
    for piece in reversed(pieces[:-1]):
        if piece.table or piece.is_old != last.is_old:
            break
        count += 1
    return count


def _piece(match: re.Match[str]) -> _Piece:
    if match["table"]:
        return _Piece(table=match["table"], is_old=_age_of_table(match["table"]))
    is_old = match["kind"] == "del" if match["kind"] else None
    was = match["was"] if match["change"] else match["look"]
    return _Piece(match["look"], match["mark"] or "", match["change"] or "", was, match["content"],
                  match["after"], is_old=is_old)


def _age_of_table(xml: str) -> bool | None:
    """Whether all rows are old, or all new; None where some stay, or both stand in it."""
    rows = xml.count("<w:tr>")
    properties = re.findall(r"<w:trPr>(.*?)</w:trPr>", xml, re.DOTALL)
    old = sum("<w:del " in row for row in properties)
    new = sum("<w:ins " in row for row in properties)
    return None if rows not in (old, new) else old == rows


def _shared(other: _Piece, last: _Piece, revisions: Revisions) -> _Piece:
    """One paragraph for what stands last in the old document and what stands last in the new."""
    old, new = (other, last) if other.is_old else (last, other)
    return _Piece(look=_look(old.look, new.look, revisions), content=old.content + new.content,
                  after=other.after + last.after)


def _hand_on(pieces: list[_Piece], place: int, revisions: Revisions) -> None:
    """The paragraph that stays gives its mark, those after it theirs one further; the last keeps its own."""
    stays, last = pieces[place], pieces[-1]
    mark: Mark = DELETED if last.is_old else INSERTED
    pieces[place] = replace(stays, mark=revisions.paragraph_mark(mark), is_old=last.is_old)
    old, new = (last.look, stays.look) if last.is_old else (stays.was, last.look)
    pieces[-1] = replace(last, mark="", look=_look(old, new, revisions), is_old=None)


def _look(old: str, new: str, revisions: Revisions) -> str:
    """The new properties, with the old ones where style, list or place are not the same."""
    if _LAYOUT.sub("", old) == _LAYOUT.sub("", new):
        return new
    return new + revisions.look_change(old)
