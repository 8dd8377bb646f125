"""Jinja extension that writes its file and line into every tag of a template.

`<p class="lead">` on line 12 becomes `<p at="templates/…:12" class="lead">`, when the template is
compiled; rendering costs no more for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_OPENING = re.compile(r"<[A-Za-z][^\s/<>\"'=]*")


class Stamping(Extension):
    """Stamps the tags in template data; tags that filters make have none of their own."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        file = stream.filename or stream.name or ""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, token.type, stamped(token.value, file, token.lineno))
            else:
                yield token


def stamped(data: str, file: str, line: int) -> str:
    """The data, which begins on that line of the file, with ` at="file:line"` in each opening tag."""
    name = escape(file).replace(" ", "&#32;")
    pieces, done = [], 0
    for match in _OPENING.finditer(data):
        line += data.count("\n", done, match.end())
        pieces.append(f'{data[done:match.end()]} at="{name}:{line}"')
        done = match.end()
    return "".join(pieces) + data[done:]
