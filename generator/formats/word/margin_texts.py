"""Texts of the headers and footers that a document gets, a paragraph each."""

from __future__ import annotations

from generator.base.border import xml
from generator.document.model import Document
from generator.formats.word.package.properties import shown
from generator.formats.word.reading.names import W, standing
from generator.formats.word.reference.reference import Reference

ONE_PAGE = 1
"""The number of pages that is shown."""


def margin_texts(document: Document, reference: Reference) -> tuple[str, ...]:
    """The texts of the reference's headers and footers, filled for the document.

    Raises KeyError where they show a property that it has not.
    """
    values = shown(document, ONE_PAGE)
    filled = (xml.tree(margin.fill(values, document.draft)) for _, margin in reference.margins)
    return tuple(text for root in filled for one in root.iter(f"{W}p") if (text := standing(one)))
