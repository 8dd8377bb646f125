"""Signature blocks: a label, and a table in which one signs; never split over two pages."""

from __future__ import annotations

from generator.document.model import Signature
from generator.formats.pdf.inlines import plain
from generator.formats.pdf.look.values import ParagraphLook
from generator.formats.pdf.source import call, length, sequence
from generator.formats.pdf.state import Setting, TableTags, paragraph
from generator.formats.word.reference import styles

_HEADS = ("Dato", "Underskrift", "Navn", "Titel")
_SHARES = (1, 2, 2, 2)


def signature_code(block: Signature, setting: Setting) -> str:
    """The code of the block: who signs, and below it room for date and signature, name and title."""
    party, caption = setting.paragraph(styles.PARTY), setting.paragraph(styles.SIGN_CAPTION)
    label = paragraph(setting, party, plain(block.label, setting, party.style), sticky=True)
    setting.tables.append(TableTags("", ((True,) * len(_HEADS), (False,) * len(_HEADS))))
    field = setting.paragraph(styles.SIGN_FIELD)

    def cell(text: str, look: ParagraphLook) -> str:
        shown = plain(text, setting, look.style)
        return call("c", call("line-of-text", setting.named(look), shown) if shown else "none")

    heads = [cell(head, caption) for head in _HEADS]
    cells = [cell(text, field) for text in ("", "", block.name, block.title)]
    columns = sequence([f"{share}fr" for share in _SHARES])
    code = call("table", call("table.header", *heads), *cells, columns=columns,
                stroke="(x, y) => if y == 1 { (bottom: 0.5pt) }", rows="(auto, 40pt)")
    setting.after_table, setting.owed, setting.last_style = True, 0.0, ""
    return f"{label}; {call('grid-of-data', length(4), code, whole='true')}"
