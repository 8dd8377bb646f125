"""Styles that LibreOffice loses behind what a redline takes out are those of the words as made."""

from __future__ import annotations

import pytest

from generator.compare.returned.lost_styles import with_lost_styles
from generator.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.document.revision_marks import DELETED

GONE = DELETED
MADE = Heading(1, (Run("Underskrifter"),))
TABLE = Table((Row((Cell((Paragraph(()),)),)),), columns=(1,), caption=(Run("Tabel 1. Timer"),))


def document(*blocks: Block) -> Document:
    return Document(title="", blocks=blocks)


def gone(style: str | None = "Label") -> Paragraph:
    return Paragraph((Run("Ud"),), style, mark=GONE)


@pytest.mark.parametrize("between", [(), (PageBreak(),)])
def test_a_paragraph_behind_one_that_went_looks_as_its_words_are_made(between: tuple[Block, ...]) -> None:
    read = document(gone(), *between, Paragraph((Run("Underskrifter"),), "Label"))
    assert with_lost_styles(read, document(MADE)).blocks[-1] == MADE


def test_a_caption_behind_a_list_whose_end_went_is_one_again() -> None:
    of_list = List((ListItem((Paragraph((Run("Punkt"),)), gone(None))),))
    read = document(of_list, Paragraph((Run("Tabel 1. Timer"),)), Table(TABLE.rows, columns=(1,)))
    assert with_lost_styles(read, document(TABLE)).blocks[-1] == TABLE


def test_words_that_are_made_in_that_look_too_keep_it() -> None:
    stands = Paragraph((Run("Underskrifter"),), "Label")
    assert with_lost_styles(document(gone(), stands), document(MADE, stands)).blocks[-1] == stands
