"""Paragraphs, headings and items of lists as elements of a template."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generator.document.markup.vocabulary import PARAGRAPH_STYLES
from generator.document.model import Heading, Inline, Paragraph, Run

_CLASSES = {style: name for name, style in PARAGRAPH_STYLES.items()}


def element(block: Paragraph | Heading, tag: str = "") -> str:
    """The block as an element, or as one of that tag; a style that no template has is left out."""
    if isinstance(block, Heading):
        tag = f"h{block.level}"
    name = _CLASSES.get(block.style or "") if isinstance(block, Paragraph) else None
    opening = f'<{tag or "p"} class="{name}">' if name and not tag else f"<{tag or 'p'}>"
    return f"{opening}{_inlines(block.content)}</{tag or 'p'}>"


def _inlines(content: Iterable[Inline]) -> str:
    return "".join(_run(one) if isinstance(one, Run) else "<br/>" for one in content).strip()


def _run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\u00a0", "&#160;")
    if run.link:
        text = f'<a href="{escape(run.link)}">{text}</a>'
    text = f"<em>{text}</em>" if run.italic else text
    return f"<strong>{text}</strong>" if run.bold else text
