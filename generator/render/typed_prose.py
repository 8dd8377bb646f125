"""Blocks of a document → the prose that is typed for them: the way of `plan/source/prose`, turned round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from generator.document.model import Block, Inline, LineBreak, List, ListItem, Paragraph, Run, Split
from generator.plan.model.refusal import soft
from generator.plan.source import prose

_SIGNS = re.compile(r"[\\*\[]")
_BEGINS = re.compile(r"\A(?:([-+#=|])|([0-9]{1,9}|[a-z])(?=\)))")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HARD_BREAK = "\\\n"
_PARAGRAPH_END = "\n\n"


def prose_of(blocks: Iterable[Block]) -> str:
    """The prose of paragraphs and lists; a block that prose has no words for, as a table, is left out."""
    return "\n\n".join(filter(None, map(_block, blocks)))


def escaped(text: str) -> str:
    """A line as prose that means just that: a backslash stands before a sign that would be a mark."""
    if prose.to_markup(text) == f"<p>{escape(text, quote=False)}</p>" and not prose.complaints(text):
        return text
    return _begun(_SIGNS.sub(r"\\\g<0>", text))


def _begun(line: str) -> str:
    """The line, which begins no list and no heading."""
    return _BEGINS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", line)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _line(block.content)
    if isinstance(block, List):
        return "\n".join(_point(mark, item) for mark, item in zip(_marks(block), block.items, strict=False))
    return ""


def _marks(block: List) -> Iterator[str]:
    """The marks of the points of a list, in their order."""
    for number in range(len(block.items)):
        yield f"{_LETTERS[number % 26]}) " if block.letters else f"{number + 1}) " if block.ordered else "- "


def _point(mark: str, item: ListItem) -> str:
    """A point with all that it holds, under its first letter; a list follows its text line by line."""
    pieces: list[str] = []
    for block in item.blocks:
        between = "\n" if isinstance(block, List) else "\n\n"
        pieces += (between if pieces else "", _block(block))
    return mark + "".join(pieces).replace("\n", "\n" + " " * len(mark))


def _line(content: Iterable[Inline]) -> str:
    """The text of a paragraph with its marks; the address that is printed after a link is not typed."""
    pieces: list[str] = []
    before = ""
    for address, together in groupby(content, key=_address):
        words = "".join(map(_inline, together))
        words = words.removeprefix(f" ({before.removeprefix('mailto:')})") if before else words
        pieces.append(f"[{words}]({address})" if address else words)
        before = address
    whole = "".join(pieces).strip()
    is_text = prose.to_markup(whole).startswith("<p>") and not prose.complaints(whole)
    return whole if is_text else _begun(whole)


def _address(inline: Inline) -> str:
    return (inline.link or "") if isinstance(inline, Run) else ""


def _inline(inline: Inline) -> str:
    if isinstance(inline, LineBreak):
        return _HARD_BREAK
    if isinstance(inline, Split):
        return _PARAGRAPH_END
    signs = "**" * inline.bold + "*" * inline.italic
    text = _SIGNS.sub(r"\\\g<0>", soft(inline.text))
    words = text.strip()
    if not signs or not words:
        return text
    begin = text.index(words)
    return f"{text[:begin]}{signs}{words}{signs[::-1]}{text[begin + len(words):]}"
