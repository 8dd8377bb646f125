"""All that follows from a document as a whole, and what a redline makes of it."""

from __future__ import annotations

from generator.compare.documents import redline
from generator.document.markup import parse
from generator.document.model import Block, Table
from generator.document.reading import runs, text_of
from generator.document.revision_marks import accepted, rejected
from tests.support.word_samples import document


def a_table(caption: str, said: str = "x") -> str:
    head = f"<caption>{caption}</caption>" if caption else ""
    return f'<table columns="1">{head}<tr><td>{said} alene</td></tr></table>'


def captions(blocks: tuple[Block, ...]) -> list[str]:
    return ["".join(run.text for run in runs(block)) for block in blocks if isinstance(block, Table)]


def test_tables_with_a_caption_are_numbered_in_their_order_and_others_are_not() -> None:
    blocks = parse(a_table("Budget") + "<p>x</p>" + a_table("") + "<p>x</p>" + a_table("Nøgletal"))
    assert captions(blocks) == ["Tabel 1. Budget", "", "Tabel 2. Nøgletal"]


def test_a_table_put_in_before_another_changes_that_ones_number_and_nothing_else_of_it() -> None:
    old = document(*parse("<p>a</p>" + a_table("Nøgletal", "tal")))
    new = document(*parse("<p>a</p>" + a_table("Budget", "penge") + "<p>b</p>" + a_table("Nøgletal", "tal")))
    red = redline(old, new)
    assert (accepted(red), rejected(red)) == (new, old)
    stays = red.blocks[-1]
    assert isinstance(stays, Table) and stays.mark is None
    assert [run.text for run in runs(stays) if run.mark] == ["1", "2"]


def test_the_list_of_contents_is_text_of_the_document() -> None:
    made = document(*parse('<contents title="Indhold"/><h1>1. Formål</h1><h2>Organisering:</h2>'))
    assert text_of(made) == "Indhold 1 Formål Organisering\n1. Formål\nOrganisering:"
