"""Signature blocks: paragraphs with tab leaders, kept together on one page.

A table would read as data to a screen reader; the rules are tab leaders of the reference's styles.
"""

from __future__ import annotations

import re

from generator.document.model import Signature
from generator.formats.word import codes
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.reference import styles
from generator.formats.word.state import Ledger
from generator.formats.word.xml_text import run_content

_ANCHOR = re.compile("[A-Za-z][A-Za-z0-9_]{0,39}")
_TAB = "<w:r><w:tab/></w:r>"


def signature_paragraphs(block: Signature, ledger: Ledger) -> str:
    """The label with its bookmark, room for date and signature, name and title."""
    def part(style: str, content: str, last: bool = False) -> str:
        return paragraph(style, content, ledger, keep_next=not last, keep_lines=True)

    def same(runs: str) -> str:
        return ledger.revisions.runs(ledger.mark, runs)

    def changed(was: str, now: str) -> str:
        return same(now) if was == now else ledger.revisions.change(was, now)

    was = block.was or block
    return "".join((
        part(styles.PARTY, _bookmark(block.anchor, changed(_text(was.label), _text(block.label)), ledger)),
        part(styles.SIGN_LINE, same(_TAB * 3)),
        part(styles.SIGN_CAPTION, same(_text("Dato") + _TAB + _text("Underskrift"))),
        part(styles.SIGN_FIELD, same(_text("Navn") + _TAB) + changed(_value(was.name), _value(block.name))),
        part(styles.SIGN_FIELD, same(_text("Titel") + _TAB) + changed(_value(was.title), _value(block.title)),
             last=True),
    ))


def _value(value: str) -> str:
    """What is known; else a second tab, whose leader is the rule to write on."""
    return _text(value) or _TAB


def _text(text: str) -> str:
    return f"<w:r>{run_content(text)}</w:r>" if text else ""


def _bookmark(name: str, content: str, ledger: Ledger) -> str:
    if not _ANCHOR.fullmatch(name):
        ledger.complain(codes.ANCHOR, f"the anchor '{name}' cannot be a bookmark",
                        "begin it with a letter; up to 40 ASCII letters, digits and _")
        return content
    if ledger.mark is not None and ledger.mark.is_old:
        return ledger.revisions.old_bookmark(name, content)
    if name in ledger.anchors:
        ledger.complain(codes.ANCHOR, f"the anchor '{name}' stands at two signatures",
                        "give each signature an anchor of its own")
    ledger.anchors.add(name)
    ident = len(ledger.anchors)
    return f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{ident}"/>'
