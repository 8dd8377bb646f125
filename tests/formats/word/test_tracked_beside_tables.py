"""Tables, drawings and lists that come and go, beside paragraphs whose ends no reader can take away there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from generator.compare.documents import redline
from generator.document.model import Block, Box, Diagram, Document, Edge, List, ListItem, Signature, Table
from generator.document.revision_marks import accepted, rejected
from generator.formats.word import write
from generator.formats.word.reading import read_document
from tests.compare.documents.test_redline import holds
from tests.support import documents_with_edits
from tests.support.package_reading import Docx, W, tags, text, val
from tests.support.word_assertions import assert_valid
from tests.support.word_samples import document, h, items, p, reference, row, table

BEFORE, AFTER = p("Bestyrelsen mødes fire gange om året."), h(1, "Aktiviteter")


def figures(caption: str, *said: str) -> Table:
    head = row(*(f"Kolonne {letter}" for letter in said), header=True)
    return table(head, row(*said), columns=(1,) * len(said), caption=caption)


def diagram(group: str) -> Diagram:
    boxes = Box("a", "Bestyrelsen"), Box("b", group, level=1)
    return Diagram(boxes, (Edge("b", "a", "refererer til"),), "Hvem leder hvem")


def revision(old: tuple[Block, ...], new: tuple[Block, ...]) -> Docx:
    """The redline of the two between a text and a heading that stay, found to hold both."""
    data = holds(document(BEFORE, *old, AFTER), document(BEFORE, *new, AFTER))
    assert_valid(data)
    return Docx(data)


def ends(doc: Docx) -> list[str]:
    """The mark of each paragraph's end in the body, a table as `table`."""
    return [_end(one) if one.tag == f"{W}p" else "table" for one in doc.body if one.tag != f"{W}sectPr"]


def _end(paragraph: Any) -> str:
    marks = [kind for kind in ("ins", "del") if paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None]
    return " ".join(marks)


@pytest.mark.parametrize("comes", [True, False])
def test_a_table_that_comes_or_goes_takes_the_end_of_the_text_before_it_and_leaves_its_caption_its_own(
    comes: bool,
) -> None:
    with_table = (figures("Baseline", "alfa", "beta"),)
    doc = revision((), with_table) if comes else revision(with_table, ())
    assert ends(doc) == ["ins" if comes else "del", "", "table", ""]
    [change] = tags(doc.body, "pPrChange")
    assert val(change, "pPr/pStyle") == ("BodyText" if comes else "Caption")


def test_all_that_comes_above_a_table_has_an_end_that_came_but_for_the_last() -> None:
    doc = revision((), (h(1, "Følgegruppen"), p("Gruppen har medlemmer."), figures("Medlemmer", "a", "b")))
    assert ends(doc) == ["ins", "ins", "ins", "", "table", ""]


def test_a_table_in_place_of_another_is_one_with_it_below_one_caption_and_remembers_what_it_was() -> None:
    old = (h(1, "Grupper"), figures("Gruppernes opgaver", "alfa", "beta"))
    new = (h(1, "Følgegruppen"), p("Den mødes."), figures("Medlemmer", "x", "y", "z"), p("Slut."))
    doc = revision(old, new)
    [one] = tags(doc.body, "tbl")
    assert [[kind for kind in ("ins", "del") if line.find(f"{W}trPr/{W}{kind}") is not None]
            for line in one.findall(f"{W}tr")] == [["del"], ["del"], ["ins"], ["ins"]]
    assert one.find(f"{W}tblPr/{W}tblPrChange/{W}tblPr") is not None
    [caption] = [part for part in doc.body if val(part, "pPr/pStyle") == "Caption"]
    assert _end(caption) == ""
    assert "Gruppernes opgaver" in "".join(caption.itertext())
    assert "Medlemmer" in text(caption)


def test_a_table_that_comes_beside_a_text_that_goes_stands_with_its_caption_before_that() -> None:
    doc = revision((p("Tallene kommer senere."),), (figures("Baseline", "alfa", "beta"),))
    assert ends(doc) == ["ins", "", "table", "del", ""]


def test_a_diagram_drawn_anew_stands_in_one_paragraph_with_the_old_one() -> None:
    doc = revision((diagram("Gruppen"),), (diagram("Rådet"),))
    assert ends(doc) == ["", "", ""]
    drawn = list(doc.body)[1]
    assert [len(tags(drawn.find(f"{W}{kind}"), "drawing")) for kind in ("del", "ins")] == [1, 1]


@pytest.mark.parametrize(("comes", "kind", "words"), [(True, "ins", "t"), (False, "del", "delText")])
def test_the_texts_in_a_drawing_that_came_or_went_are_marked_too_for_a_text_box_is_a_text_by_itself(
    comes: bool, kind: str, words: str,
) -> None:
    drawn = (diagram("Gruppen"),)
    doc = revision((), drawn) if comes else revision(drawn, ())
    for box in tags(doc.body, "txbxContent"):
        for line in box:
            assert _end(line) == kind
            assert [one.tag for one in line if one.tag != f"{W}pPr"] == [f"{W}{kind}"]
            assert tags(line, words)


def test_an_item_keeps_its_number_when_a_diagram_and_lines_to_sign_on_come_after_it() -> None:
    steps = List((ListItem((p("1. april"),)),), ordered=True)
    revision((steps,), (steps, diagram("Gruppen"), Signature("Bestyrelsen", "bestyrelsen")))


def test_an_item_after_the_last_is_typed_at_the_end_of_that_and_does_not_run_into_the_heading_below() -> None:
    few, more = items("Foråret", "Sommeren"), items("Foråret", "Sommeren", "Efteråret")
    assert ends(revision((few,), (more,))) == ["", "", "ins", "", ""]
    assert ends(revision((more,), (few,))) == ["", "", "del", "", ""]


def nested(*levels: int) -> List:
    """A list of three points at those levels, the first of which is 0."""
    texts = ("Foråret går med planer", "Sommeren går med Åben havn", "Efteråret går med kor")
    found: list[ListItem] = []
    for level, said in zip(levels, texts, strict=True):
        if level:
            first, *inner = found[-1].blocks
            below = inner[0].items if inner and isinstance(inner[0], List) else ()
            found[-1] = ListItem((first, List((*below, *items(said).items))))
        else:
            found += items(said).items
    return List(tuple(found))


@pytest.mark.parametrize(("before", "after"), [
    ((0, 0, 0), (0, 0, 1)), ((0, 0, 0), (0, 1, 1)), ((0, 0, 1), (0, 0, 0)), ((0, 1, 1), (0, 0, 0)),
    ((0, 1, 0), (0, 0, 0)),
], ids=str)
def test_an_item_that_was_indented_keeps_its_words_and_remembers_its_level(
    before: tuple[int, ...], after: tuple[int, ...],
) -> None:
    old, new = (document(BEFORE, nested(*levels), AFTER) for levels in (before, after))
    data = holds(old, new)
    doc = Docx(data)
    assert not tags(doc.body, "ins") and not tags(doc.body, "del")
    levels = [(val(change, "pPr/numPr/ilvl"), val(change.getparent(), "numPr/ilvl"))
              for change in tags(doc.body, "pPrChange")]
    assert levels == [(str(one), str(other)) for one, other in zip(before, after, strict=True)
                      if one != other]
    read = read_document(data).document
    assert (rejected(read).blocks, accepted(read).blocks) == (old.blocks, new.blocks)


@settings(max_examples=100)
@given(documents_with_edits.revised())
def test_no_end_that_came_or_went_stands_before_a_table_where_a_text_before_it_could_give_its_own(
    both: tuple[Document, Document],
) -> None:
    body = Docx(write(redline(*both), reference(), author="Ane", date="2026-03-31")).body
    blocks = [one for one in body if one.tag in (f"{W}p", f"{W}tbl")]
    for place, one in enumerate(blocks):
        marks = [_end(above) if above.tag == f"{W}p" else "table" for above in reversed(blocks[:place])]
        if one.tag == f"{W}tbl" and marks and marks[0] in ("ins", "del"):
            assert next((mark for mark in marks if mark != marks[0]), "table") != ""
