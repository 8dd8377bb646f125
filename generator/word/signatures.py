"""Signature blocks: paragraphs with tab leaders, kept together on one page.

A table would read as data to a screen reader; the rules are tab leaders of the reference's styles.
"""

from __future__ import annotations

import re

from generator.document import Signature
from generator.word import codes, styles
from generator.word.characters import run_content
from generator.word.ledger import Ledger
from generator.word.paragraphs import paragraph

_ANCHOR = re.compile("[A-Za-z][A-Za-z0-9_]{0,39}")
_TAB = "<w:r><w:tab/></w:r>"


def signature_paragraphs(block: Signature, ledger: Ledger) -> str:
    """The label with its bookmark, room for date and signature, name and title."""
    def part(style: str, content: str, last: bool = False) -> str:
        return paragraph(style, content, ledger, keep_next=not last, keep_lines=True)

    return "".join((
        part(styles.PARTY, _bookmark(block.anchor, _text(block.label), ledger)),
        part(styles.SIGN_LINE, _TAB * 3),
        part(styles.SIGN_CAPTION, _text("Dato") + _TAB + _text("Underskrift")),
        part(styles.SIGN_FIELD, _field("Navn", block.name)),
        part(styles.SIGN_FIELD, _field("Titel", block.title), last=True),
    ))


def _field(label: str, value: str) -> str:
    """The label and what is known; else a second tab, whose leader is the rule to write on."""
    return _text(label) + _TAB + (_text(value) if value else _TAB)


def _text(text: str) -> str:
    return f"<w:r>{run_content(text)}</w:r>" if text else ""


def _bookmark(name: str, content: str, ledger: Ledger) -> str:
    if not _ANCHOR.fullmatch(name):
        ledger.complain(codes.ANCHOR, f"the anchor '{name}' cannot be a bookmark",
                        "begin it with a letter; up to 40 ASCII letters, digits and _")
        return content
    if name in ledger.anchors:
        ledger.complain(codes.ANCHOR, f"the anchor '{name}' stands at two signatures",
                        "give each signature an anchor of its own")
    ledger.anchors.add(name)
    ident = len(ledger.anchors)
    return f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{ident}"/>'
