"""Content of a paragraph: text in different looks, with white space folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never, cast

from generator.document.markup.vocabulary import RUN_STYLES, InlineTag
from generator.document.markup.xhtml import Element
from generator.document.model import Inline, LineBreak, Run

SPACE = " \t\r\n"
_SPACES = re.compile(r"[ \t\r\n]+")
_SCHEME = re.compile(r"\A(?:https?://|mailto:)", re.IGNORECASE)
BREAK = LineBreak()


class Look(NamedTuple):
    """The fields of a Run, apart from its text."""

    bold: bool = False
    italic: bool = False
    style: str | None = None
    link: str | None = None


PLAIN = Look()


def inlines(children: Iterable[Element | str]) -> tuple[Inline, ...]:
    """The text and the tags within a paragraph as runs; no space at its ends or around a `br`.

    Every run of blanks, tabs and newlines is one space. A hard space stays what it is.
    """
    pieces = list(children)
    if len(pieces) == 1 and isinstance(pieces[0], str):
        return plain(pieces[0])
    return tuple(_runs(_joined(_pieces(pieces, PLAIN))))


def plain(text: str) -> tuple[Inline, ...]:
    """Text without any tag as at most one run."""
    text = fold(text)
    return (Run(text),) if text else ()


def fold(text: str) -> str:
    """The text with every run of blanks, tabs and newlines as one space, and none at the ends."""
    return _single(text).strip(" ")


def _single(text: str) -> str:
    """The text with every run of blanks, tabs and newlines as one space; most texts are so already."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        return _SPACES.sub(" ", text)
    return text


def _pieces(children: Iterable[Element | str], look: Look) -> Iterator[tuple[str, Look] | None]:
    """Text with its look, in order; None is a line break."""
    for child in children:
        if isinstance(child, str):
            yield child, look
            continue
        match cast(InlineTag, child.tag):
            case "br":
                yield None
            case "strong":
                yield from _pieces(child.children, look._replace(bold=True))
            case "em":
                yield from _pieces(child.children, _emphasis(child, look))
            case "a":
                yield from _link(child, look)
            case unknown:
                assert_never(unknown)


def _link(element: Element, around: Look) -> Iterator[tuple[str, Look] | None]:
    """The text of a link, and after it the address that paper would not show."""
    address = element.attributes["href"]
    pieces = list(_pieces(element.children, around._replace(link=address)))
    yield from pieces
    if printed := address_after("".join([piece[0] for piece in pieces if piece]), address):
        yield printed, around


def address_after(text: str, address: str) -> str:
    """The address in parentheses, as it is printed behind a text that leads there; nothing if it says it."""
    text = _single(text)
    if not text.strip(" ") or _bare(address) in text:
        return ""
    printed = f"({address.removeprefix('mailto:')})"
    return f"{printed} " if text.endswith(" ") else f" {printed}"


def _bare(address: str) -> str:
    """The address as people write it."""
    return _SCHEME.sub("", address).removesuffix("/")


def _emphasis(element: Element, around: Look) -> Look:
    if "class" in element.attributes:
        return around._replace(style=RUN_STYLES[element.attributes["class"]])
    return around._replace(italic=True)


def _joined(pieces: Iterable[tuple[str, Look] | None]) -> list[tuple[str, Look] | None]:
    """The pieces with white space folded across them, and neighbours of one look made one."""
    joined: list[tuple[str, Look] | None] = []
    after_space = True
    for piece in pieces:
        if piece is None:
            _drop_last_space(joined)
            joined.append(None)
            after_space = True
            continue
        text, look = _single(piece[0]), piece[1]
        text = text.removeprefix(" ") if after_space else text
        if text:
            _append(joined, text, look)
            after_space = text.endswith(" ")
    _drop_last_space(joined)
    return joined


def _append(joined: list[tuple[str, Look] | None], text: str, look: Look) -> None:
    last = joined[-1] if joined else None
    if last and last[1] == look:
        joined[-1] = (last[0] + text, look)
    else:
        joined.append((text, look))


def _drop_last_space(joined: list[tuple[str, Look] | None]) -> None:
    last = joined[-1] if joined else None
    if last and last[0].endswith(" "):
        if last[0] == " ":
            joined.pop()
        else:
            joined[-1] = (last[0][:-1], last[1])


def _runs(pieces: Iterable[tuple[str, Look] | None]) -> Iterator[Inline]:
    for piece in pieces:
        yield BREAK if piece is None else Run(piece[0], *piece[1])
