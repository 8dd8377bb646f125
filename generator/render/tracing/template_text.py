"""Jinja extension that marks the text of a template with its file, its line and the block it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.lexer import Token, TokenStream

from generator.render.line_stamps import Stamping
from generator.render.tracing.marks import SEP, around
from generator.render.tracing.source import Kind, Source

_QUOTED, _TAG, _TEXT = re.compile('[^"]*("?)'), re.compile('[^">]*([">]?)'), re.compile("[^<]*(<?)")
_AFTER = {'"': {_TAG: _QUOTED, _QUOTED: _TAG}, ">": {_TAG: _TEXT}, "<": {_TEXT: _TAG}}
"""States that follow a sign, by the state before it."""


class Marking(Stamping):
    """Stamps tags as for any rendering, and marks the text between them.

    A tag may go on over several pieces of a template, so where it stands is kept from one to the next.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        file = stream.filename or stream.name or ""
        blocks, statement, within = [""], [""], _TEXT
        for token in super().filter_stream(stream):
            if token.type == "data":
                data, within = _marked(token.value, within, (file, token.lineno, blocks[-1]))
                yield Token(token.lineno, token.type, data)
                continue
            statement = [] if token.type == "block_begin" else [*statement, token.value]
            if statement[:1] == ["block"] and len(statement) == 2:
                blocks.append(token.value)
            elif statement == ["endblock"]:
                blocks.pop()
            yield token


def place_in_template(source: Source) -> str:
    """The payload of a mark around text of a template."""
    return f"{source.file}:{source.line}:{source.block}"


def in_block(marked: str, name: str) -> str:
    """The text, in which what stands in no block of its own is of the one that prints it, as of a macro."""
    return marked.replace(f":{SEP}", f":{name}{SEP}")


def of_template(payload: str) -> Source:
    """The source that the payload of such a mark stands for."""
    file, line, block = payload.rsplit(":", 2)
    return Source(Kind.TEMPLATE, file, line=int(line), block=block)


def _marked(
    data: str, within: re.Pattern[str], begin: tuple[str, int, str]
) -> tuple[str, re.Pattern[str]]:
    """The data with its text marked, and what it leaves open."""
    file, line, block = begin
    pieces: list[str] = []
    done = 0
    while done < len(data):
        match = within.match(data, done)
        assert match is not None
        text, sign = match[0].removesuffix(match[1]), match[1]
        if within is _TEXT:
            first = line + data.count("\n", 0, done + len(text) - len(text.lstrip()))
            text = around(text, f"{file}:{first}:{block}")
        pieces += (text, sign)
        done = match.end()
        within = _AFTER[sign][within] if sign else within
    return "".join(pieces), within
