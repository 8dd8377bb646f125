"""A plan's own wording of a form: blocks of its template, with other words, or an element more or less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from jinja2 import Environment
from msgspec import Struct

from generator.authoring.edits.block import Cut
from generator.authoring.merging.carried import carried
from generator.base.values import replace
from generator.plan.model.refusal import soft

_TAG = re.compile(r"<[^<>]*>")
_JINJA = re.compile(r"\{[{%#]")
_ELEMENT = r"(?<![ \t])[ \t]*+<(p|h[1-6]|li)(?: [^<>]*)?>{}</\1>\n?"
"""An element that holds a text and nothing else."""
_SHORT = re.compile(r'<h[1-6]( short="([^"<>{}]*)")[^<>]*>$')
"""A heading that begins here, with what stands for it in the list of contents."""
_OUTER = re.compile(r"<(/?)(p|h[1-6]|ul|ol|li|table|signature)(?=[ >/])[^<>]*?(/?)>")
_AROUND = re.compile(r"<(p|li)>$")


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
    """Source of a block, where it starts in its template, and the pieces of its own text.

    `around` is the tag of the element that holds the block and nothing else, if one does.
    """

    source: str
    start: int
    pieces: tuple[Piece, ...]
    around: str = ""

    def text(self, piece: Piece) -> str:
        """The words of a piece as a reader sees them."""
        return _seen(self.source[piece.start : piece.end])

    def reworded(self, line: int, old: str, new: str) -> list[Cut]:
        """The cuts that put other words into the piece that begins on the line. Raises NotThere."""
        piece = self._piece(line, old)
        raw = self.source[piece.start : piece.end]
        if _JINJA.search(new):
            raise NotThere
        words = carried(escape(self.text(piece), quote=False), raw.strip(), escape(new, quote=False))
        return [*self._short(piece, new), Cut(piece.start, piece.end, raw.replace(raw.strip(), words, 1))]

    def _short(self, piece: Piece, new: str) -> list[Cut]:
        """The cut of what the list of contents has for a heading that began with it, and does no more."""
        tag = _SHORT.search(self.source, 0, piece.start)
        short, old = _seen(tag[2]) if tag else "", self.text(piece)
        if not tag or not old.startswith(short) or new.startswith(short):
            return []
        rest = old[len(short) :]
        if rest and new.endswith(rest) and len(new) > len(rest):
            return [Cut(*tag.span(2), escape(new[: -len(rest)]))]
        return [Cut(*tag.span(1), "")]

    def with_more(self, line: int, words: str, element: str, *, after: bool) -> Cut:
        """The cut that puts an element behind, or before, the one that holds the words. Raises NotThere.

        An item of a list stands beside an item, anything else beside the whole list or table.
        """
        piece = self._piece(line, words)
        if _JINJA.search(element):
            raise NotThere
        is_item = element.startswith("<li>")
        around = self._around(piece, "li") if is_item else None
        if is_item and not around:
            element = f"<ul><li>{element[4:-5]}</li></ul>"
        if around := around or self._around(piece, ""):
            start, end = around
            indent = self.source[self.source.rfind("\n", 0, start) + 1 : start]
            between = "\n" + indent if not indent.strip() else "\n"
            return Cut(end, end, between + element) if after else Cut(start, start, element + between)
        if not self.around or not element.startswith(f"<{self.around}>"):
            raise NotThere
        text = element[len(self.around) + 2 : -len(self.around) - 3]
        ends, begins = f"</{self.around}>", f"<{self.around}>"
        last = len(self.source.rstrip())
        return Cut(last, last, f"{ends}\n{begins}{text}") if after else Cut(0, 0, f"{text}{ends}\n{begins}")

    def _around(self, piece: Piece, wanted: str) -> tuple[int, int] | None:
        """Start and end of the outermost element around the piece, or of the innermost of that tag."""
        opened: list[tuple[str, int]] = []
        found: list[tuple[int, int]] = []
        for tag in _OUTER.finditer(self.source):
            if not tag[1]:
                opened += [] if tag[3] else [(tag[2], tag.start())]
            elif opened and opened[-1][0] == tag[2]:
                name, start = opened.pop()
                if start < piece.start < tag.end() and wanted in ("", name):
                    found.append((start, tag.end()))
        return (found[0] if wanted else found[-1]) if found else None

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
    begins = ends = begun = opened = 0
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
            begun, opened = (last, ends) if statement[1] == block else (begun, opened)
        elif kind == "block_end" and statement[:1] == ["endblock"] and inside.pop() == block:
            tag = _AROUND.search(template, 0, begun)
            around = tag[1] if tag and template.startswith(f"</{tag[1]}>", ends) else ""
            moved = tuple(piece.moved(-opened) for piece in pieces)
            return Body(template[opened:last], opened, moved, around)
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
    return " ".join(soft(unescape(text)).split())
