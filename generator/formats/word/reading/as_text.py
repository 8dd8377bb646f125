"""The text of any .docx, a line a paragraph, so that `git diff` can show what has changed in one.

Headings stand after #, items after -, rows between |. What is tracked is marked as git marks words that came
and went, `{+so+}` and `[-so-]`; a comment, and what no line can show, stands in a line of its own after >.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from generator.base.language import later, say
from generator.document.model import (
    Bar,
    Block,
    Cell,
    Contents,
    Diagram,
    Heading,
    Inline,
    LineBreak,
    List,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Split,
    Table,
)
from generator.document.signatures import fields
from generator.formats.word.reading.comments import Comment
from generator.formats.word.reading.read import read_document
from generator.formats.word.reading.story import Told, What

TOLD: dict[What, str] = {
    "picture": later("picture: {text}"),
    "text box": later("text box: {text}"),
    "object": later("embedded object: {text}"),
    "equation": later("equation: {text}"),
    "footnote": later("footnote: {text}"),
    "endnote": later("endnote: {text}"),
    "nested table": later("table in a table: {text}"),
    "hidden text": later("hidden text: {text}"),
    "came and went": later("put in and taken out again: {text}"),
    "misplaced text": later("misplaced text: {text}"),
    "signature field": later("in a signature field: {text}"),
    "tracked cell": later("a cell that was put in, taken out or merged"),
    "legend": later("text box: {text}"),
    "highlight": later("highlighted: {text}"),
    "struck through": later("struck through: {text}"),
}
"""Things that a Document has no place for, in words."""


_LAST = 10**9


class _Line(NamedTuple):
    """A line, and the number of the paragraph that it begins with."""

    number: int
    text: str


def text_of_docx(data: bytes) -> str:
    """The text of the document, each line with its end. Raises Rejected where the bytes are no .docx."""
    read = read_document(data)
    beside = sorted([*_comments(read.comments), *_told(read.told)], key=lambda line: line.number)
    lines: list[str] = []
    place = 0
    blocks = list(_blocks(read.document.blocks))
    for line, after in zip(blocks, [*blocks[1:], None], strict=True):
        lines.append(line.text)
        while place < len(beside) and after and beside[place].number < after.number:
            lines.append(beside[place].text)
            place += 1
    return "".join([f"{text}\n" for text in (*lines, *(line.text for line in beside[place:]))])


def _comments(comments: Iterable[Comment]) -> Iterator[_Line]:
    for one in comments:
        who = " ".join(filter(None, (one.author, one.date.partition("T")[0])))
        words = f' "{_spaced(one.words)}"' if one.words.strip() else ""
        yield _Line(one.start.paragraph if one.start else _LAST, f"> {who}{words}: {_spaced(one.text)}")


def _told(told: Iterable[Told]) -> Iterator[_Line]:
    for one in told:
        yield _Line(one.paragraph, f"> {say(TOLD[one.what], text=one.text)}".rstrip())


def _blocks(blocks: Iterable[Block], indent: str = "") -> Iterator[_Line]:
    for block in blocks:
        yield from _block(block, indent)


def _block(block: Block, indent: str) -> Iterator[_Line]:
    number = block.origin.line if block.origin else 0
    if isinstance(block, List):
        yield from _list(block, indent)
    elif isinstance(block, Table):
        yield from (_Line(number, text) for text in _texts(block))
        for row in block.rows:
            yield _Line(row.origin.line if row.origin else number, _row(row, block.mark))
    else:
        yield from (_Line(number, f"{indent}{text}") for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    """The lines of a block that holds no others; of a table its caption."""
    match block:
        case Paragraph():
            texts = [_said(block.content)]
        case Table():
            texts = [_said(block.caption)]
        case Heading():
            said = _marked(_said(block.content), block.mark)
            yield from (f"\n{'#' * block.level} {text}" for text in (said,) if text)
            return
        case Signature():
            texts = [_spaced(block.label), _cells(fields(block)), _cells(fields(block).values())]
        case Contents():
            entries = [(_spaced(f"{entry.number} {entry.text}"), entry.mark) for entry in block.entries]
            texts = [_spaced(block.title), *(_marked(text, mark) for text, mark in entries)]
        case Diagram():
            texts = [_spaced(f"{box.label} {box.detail}") for box in block.boxes]
        case List() | PageBreak() | Bar():
            texts = []
        case _:
            assert_never(block)
    yield from (_marked(text, block.mark) for text in texts if text)


def _list(block: List, indent: str) -> Iterator[_Line]:
    for item in block.items:
        first, *more = _blocks(item.blocks, f"{indent}  ") if item.blocks else (_Line(0, ""),)
        mark = block.mark or item.mark
        yield _Line(first.number, f"{indent}- {_marked(first.text.strip(), mark)}")
        yield from (_Line(line.number, line.text) for line in more)


def _row(row: Row, mark: Mark | None) -> str:
    return _marked(_cells(map(_in_cell, row.cells)), mark or row.mark)


def _cells(texts: Iterable[str]) -> str:
    return f"| {' | '.join(map(_spaced, texts))} |"


def _in_cell(cell: Cell) -> str:
    return " / ".join([line.text.strip() for line in _blocks(cell.blocks)])


def _said(content: Iterable[Inline]) -> str:
    """The words of a paragraph in one line; neighbours with one mark stand in one pair of brackets."""
    found: list[tuple[Mark | None, str]] = []
    for inline in content:
        if isinstance(inline, Run):
            text = inline.text
        elif isinstance(inline, LineBreak):
            text = " "
        elif isinstance(inline, Split):
            text = "¶"
        else:
            assert_never(inline)
        if found and found[-1][0] == inline.mark:
            found[-1] = (inline.mark, found[-1][1] + text)
        else:
            found.append((inline.mark, text))
    return _spaced("".join([_marked(text, mark) for mark, text in found]))


def _marked(text: str, mark: Mark | None) -> str:
    if mark is None or not text.strip():
        return text
    return f"[-{text}-]" if mark.is_old else f"{{+{text}+}}"


def _spaced(text: str) -> str:
    return " ".join(text.split())
