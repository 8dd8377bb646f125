"""What a reader of a .docx reads: its text, and where something stands in it."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from docx.oxml.ns import qn

from tests.support.package_reading import Docx

TYPED = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:noBreakHyphen"): "-"}


def text_in_word(data: bytes) -> str:
    """What a reader of the .docx reads, a line a paragraph: tables row by row, cell by cell."""
    return _text(docx.Document(io.BytesIO(data)).element.body)


def margins_in_word(data: bytes) -> str:
    """What stands in the headers and the footers, fields with what they show before Word counts."""
    return "\n".join(_text(root) for root in Docx(data).margins())


def plain(text: str) -> str:
    """The text with one ordinary space where there is any space."""
    return " ".join(text.split())


def find(fact: str, text: str, position: int = 0) -> re.Match[str] | None:
    """The fact from the position on, from the start of a word.

    A number is found whole, a word also inflected; a first letter is large where a line or a cell begins.
    """
    left = r"(?<!\w)(?<!\d[.,])" if fact[0].isdigit() else r"(?<!\w)"
    right = r"(?!\w)(?![.,]\d)" if fact[-1].isdigit() else ""
    first = f"(?:{re.escape(fact[0])}|{re.escape(fact[0].upper())})"
    return re.compile(left + first + re.escape(fact[1:]) + right).search(text, position)


def _text(element: Any) -> str:
    return "\n".join(plain(_paragraph(paragraph)) for paragraph in element.iter(qn("w:p")))


def _paragraph(paragraph: Any) -> str:
    elements = paragraph.iter(qn("w:t"), *TYPED)
    return "".join(TYPED.get(element.tag) or element.text or "" for element in elements)
