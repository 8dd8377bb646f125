"""Words of a cell that went with the look of their paragraph, and that LibreOffice leaves as if joined."""

from __future__ import annotations

from generator.base.values import replace
from generator.compare.returned.lost_marks import with_lost_marks
from generator.document.model import Block, Document, Inline, List, ListItem, Paragraph, Run
from generator.document.revision_marks import DELETED, INSERTED
from tests.support.word_samples import cell, document, p, row, table

KEPT, WENT = "4.200", "Talt op i maj."


def joined(text: str = WENT) -> Inline:
    return Run(text, mark=INSERTED)


def read(*blocks: Block) -> Document:
    return document(table(replace(row("Beløb", ""), cells=(cell(*blocks),))))


def made(*texts: str) -> Document:
    return read(*map(p, texts))


def test_words_that_went_and_stand_joined_to_those_before_them_are_gone() -> None:
    one = read(Paragraph((Run(KEPT), joined())), replace(p(WENT), mark=DELETED))
    found = with_lost_marks(one, made(KEPT))
    assert found == read(p(KEPT), replace(p(WENT), mark=DELETED))


def test_words_that_are_those_before_them_once_more_are_gone_too() -> None:
    twice = read(Paragraph((Run(KEPT), joined(KEPT))), replace(p(KEPT), mark=DELETED))
    assert with_lost_marks(twice, made(KEPT)) == read(p(KEPT), replace(p(KEPT), mark=DELETED))


def test_words_behind_the_last_item_of_a_list_are_gone() -> None:
    gone = replace(p(WENT), mark=DELETED)
    of_list = List((ListItem((Paragraph((Run(KEPT), joined())), gone)),))
    found = with_lost_marks(read(of_list), read(List((ListItem((p(KEPT),)),))))
    assert found == read(List((ListItem((p(KEPT), gone)),)))


def test_paragraphs_that_somebody_has_joined_stay_joined() -> None:
    one = read(Paragraph((Run(KEPT), joined())), replace(p(WENT), mark=DELETED))
    assert with_lost_marks(one, made(KEPT, WENT)) == one


def test_a_cell_that_is_made_as_it_was_read_stays_so() -> None:
    one = read(Paragraph((Run(KEPT), joined())), replace(p(WENT), mark=DELETED))
    assert with_lost_marks(one, made(f"{KEPT}{WENT}")) == one
