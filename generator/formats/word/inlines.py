"""What stands in a paragraph: runs, links and line breaks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.document.model import Inline, LineBreak, Mark, Run
from generator.formats.word.reference import styles
from generator.formats.word.state import Ledger
from generator.formats.word.xml_text import run_content


def inlines(content: tuple[Inline, ...], ledger: Ledger) -> str:
    """The XML of a paragraph's content; runs side by side with one address become one link."""
    if len(content) == 1:
        inline = content[0]
        if isinstance(inline, Run) and inline.link is None and not ledger.revisions.active:
            return _inline(inline, ledger)
        return _linked(_address(content[0]), content, ledger)
    return "".join(_linked(address, group, ledger) for address, group in groupby(content, key=_address))


def _address(inline: Inline) -> str | None:
    return inline.link if isinstance(inline, Run) else None


def _linked(address: str | None, group: Iterable[Inline], ledger: Ledger) -> str:
    if not ledger.revisions.active:
        xml = "".join([_inline(inline, ledger) for inline in group])
    else:
        parts = groupby(group, key=lambda inline: inline.mark or ledger.mark)
        xml = "".join([_marked(mark, part, ledger) for mark, part in parts])
    if address is None:
        return xml
    return f'<w:hyperlink r:id="{ledger.link(address)}" w:history="1">{xml}</w:hyperlink>'


def _marked(mark: Mark | None, part: Iterable[Inline], ledger: Ledger) -> str:
    """Runs of one mark; a revision stands inside a link, never around it."""
    return ledger.revisions.runs(mark, "".join([_inline(inline, ledger) for inline in part]))


def _inline(inline: Inline, ledger: Ledger) -> str:
    if isinstance(inline, LineBreak):
        return "<w:r><w:br/></w:r>"
    if not inline.text:
        return ""
    style = inline.style or (styles.HYPERLINK if inline.link else None)
    if not (style or inline.bold or inline.italic):
        return f"<w:r>{run_content(inline.text)}</w:r>"
    return f"<w:r>{run_look(style, inline.bold, inline.italic, ledger)}{run_content(inline.text)}</w:r>"


def run_look(style: str | None, bold: bool, italic: bool, ledger: Ledger) -> str:
    """The `w:rPr` of a run, nothing for plain text; made once for each look."""
    key = (style, bold, italic)
    known = ledger.run_looks.get(key)
    if known is not None:
        return known
    look = _look(style, bold, italic, ledger)
    if not ledger.findings:  # an unknown style is to be noted wherever it stands
        ledger.run_looks[key] = look
    return look


def _look(style: str | None, bold: bool, italic: bool, ledger: Ledger) -> str:
    parts = (f'<w:rStyle w:val="{ledger.style_id(style, styles.CHARACTER)}"/>' if style else "",
             "<w:b/><w:bCs/>" if bold else "",
             "<w:i/><w:iCs/>" if italic else "")
    look = "".join(parts)
    return f"<w:rPr>{look}</w:rPr>" if look else ""
