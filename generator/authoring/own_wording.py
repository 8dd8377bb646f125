"""A plan's own wording of a form: blocks of its template, with some words otherwise, or an element gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from jinja2 import Environment
from msgspec import Struct

from generator.authoring.edits.block import Cut
from generator.authoring.merging.carried import carried
from generator.base.values import replace
from generator.plan.model.refusal import HARD_SPACES

_TAG = re.compile(r"<[^<>]*>")
_JINJA = re.compile(r"\{[{%#]")
_ELEMENT = r"(?<![ \t])[ \t]*+<(p|h[1-6]|li)(?: [^<>]*)?>{}</\1>\n?"
"""An element that holds a text and nothing else."""


class NotThere(Exception):
    """Raised where the words do not stand in the block in one piece, or hold signs of a template."""


class Piece(Struct, frozen=True):
    """Text of a block between two tags: its place in the block's source, and the line that it begins on."""

    start: int
    end: int
    line: int

    def moved(self, by: int) -> Piece:
        """The same elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)


class Body(Struct, frozen=True):
    """Source of a block, where it starts in its template, and the pieces of its own text."""

    source: str
    start: int
    pieces: tuple[Piece, ...]

    def text(self, piece: Piece) -> str:
        """The words of a piece as a reader sees them."""
        return _seen(self.source[piece.start : piece.end])

    def reworded(self, line: int, old: str, new: str) -> Cut:
        """The cut that puts other words into the piece that begins on the line. Raises NotThere."""
        piece = self._piece(line, old)
        raw = self.source[piece.start : piece.end]
        if _JINJA.search(new):
            raise NotThere
        words = carried(escape(self.text(piece), quote=False), raw.strip(), escape(new, quote=False))
        return Cut(piece.start, piece.end, raw.replace(raw.strip(), words, 1))

    def without(self, line: int, old: str) -> Cut:
        """The cut that takes out the element that holds the words and nothing else. Raises NotThere."""
        piece = self._piece(line, old)
        text = re.escape(self.source[piece.start : piece.end])
        for found in re.finditer(_ELEMENT.format(text), self.source):
            if found.start() < piece.start < found.end():
                return Cut(found.start(), found.end(), "")
        raise NotThere

    def _piece(self, line: int, old: str) -> Piece:
        found = [one for one in self.pieces if one.line == line and self.text(one) == _seen(escape(old))]
        if len(found) != 1:
            raise NotThere
        return found[0]


def body_of(template: str, block: str) -> Body | None:
    """The block of that name in the text of a template; what other blocks in it hold is theirs."""
    begins = ends = opened = 0
    inside: list[str] = []
    statement: list[str] = []
    pieces: list[Piece] = []
    for line, kind, value in Environment(autoescape=True).lex(template):
        begins = template.index(value, ends)
        ends = begins + len(value)
        if kind == "block_begin":
            statement, last = [], begins
        elif kind == "name":
            statement.append(value)
        elif kind == "block_end" and statement[:1] == ["block"]:
            inside.append(statement[1])
            opened = ends if statement[1] == block else opened
        elif kind == "block_end" and statement[:1] == ["endblock"] and inside.pop() == block:
            return Body(template[opened:last], opened, tuple(piece.moved(-opened) for piece in pieces))
        elif kind == "data" and inside[-1:] == [block]:
            pieces += _pieces(value, begins, line)
    return None


def with_block(own: str, extends: str, block: str, source: str) -> str:
    """The plan's own template with the block in it, in place of one that is there; a new one extends that."""
    there = body_of(own, block)
    if there is None:
        whole = f"{{% block {block} %}}{source}{{% endblock %}}\n"
        return (own or f'{{% extends "{extends}" %}}\n') + whole
    return own[: there.start] + source + own[there.start + len(there.source) :]


def _pieces(data: str, at: int, line: int) -> Iterator[Piece]:
    """The texts between the tags of some data, each with the line of its first word."""
    done = 0
    for start, end in (*((tag.start(), tag.end()) for tag in _TAG.finditer(data)), (len(data), len(data))):
        text = data[done:start]
        if text.strip():
            first = line + data.count("\n", 0, done + len(text) - len(text.lstrip()))
            yield Piece(at + done, at + start, first)
        done = end


def _seen(text: str) -> str:
    return " ".join(unescape(text).translate(HARD_SPACES).split())
