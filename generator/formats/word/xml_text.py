"""Text as XML: escaped, its white space kept, and never a character that XML cannot hold.

Two hyphens are elements of their own to Word: the soft one (U+00AD), and the one where no line ends (U+2011).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION_NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\"\t\n\r\u00ad\u2011\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_APART = re.compile("(\t|\r\n|\r|\n|\u00ad|\u2011)")
_ELEMENTS = {"\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>",
             **dict.fromkeys(("\n", "\r", "\r\n"), "<w:br/>")}  # fmt: skip
_EDGES = (" ", "\t", "\n", "\r")
_BETWEEN = "\x7f"


def escape(text: str) -> str:
    """The text as it may stand in an element or in a quoted attribute.

    Raises ValueError where a character is illegal in XML: the sources are checked for those, so one
    that comes this far is an error of the program.
    """
    if not _SPECIAL.search(text):
        return text
    illegal = _ILLEGAL.search(text)
    if illegal:
        raise ValueError(f"U+{ord(illegal.group()):04X} cannot stand in a Word file: {text[:60]!r}")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def attribute(text: str) -> str:
    """The text as the value of an attribute, where XML would fold a new line or a tab to a space."""
    return escape(" ".join(text.split("\n"))) if "\n" in text else escape(text)


def run_content(text: str, gone: bool = False) -> str:
    """The inside of a `w:r`: `w:t` elements, with elements of Word for tabs, new lines and hyphens.

    `gone` where the run stands in a `w:del`, whose text has an element of its own.
    """
    tag = "w:delText" if gone else "w:t"
    if not _SPECIAL.search(text):
        return _plain(text, tag)
    pieces = filter(None, _APART.split(text))
    return "".join(_ELEMENTS.get(piece) or _plain(escape(piece), tag) for piece in pieces)


def stand_as_they_are(texts: Iterable[str]) -> bool:
    """Tell whether each text is all that stands in its `w:t`: it has no attribute, and no other element."""
    all_of_them = _BETWEEN.join(("", *texts, ""))
    at_an_edge = f"{_BETWEEN} " in all_of_them or f" {_BETWEEN}" in all_of_them
    return not at_an_edge and not _SPECIAL.search(all_of_them)


def _plain(escaped: str, tag: str) -> str:
    """XML readers may drop white space at the edges of a text unless told otherwise."""
    keep = escaped.startswith(_EDGES) or escaped.endswith(_EDGES)
    return f'<{tag} xml:space="preserve">{escaped}</{tag}>' if keep else f"<{tag}>{escaped}</{tag}>"
