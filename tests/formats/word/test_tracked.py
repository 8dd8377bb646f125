"""Marks as Word's tracked changes: where the elements stand, whose they are, and what stays untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.base.values import replace
from generator.compare.documents import redline
from generator.document.model import Block, Document, List, Mark, Paragraph, Run, Signature, Table
from generator.formats.word import write
from tests.support.package_reading import Docx, R, W, tags, text, val
from tests.support.word_assertions import assert_valid, light_findings
from tests.support.word_samples import cell, document, every_block, h, items, p, reference, row, table

INS, DEL = Mark("inserted"), Mark("deleted")
WHO: dict[str, Any] = {"author": "Sekretariatet & co.", "date": "2026-03-31"}
HEAD = row("Organisation", "Beløb", header=True)


def marked(*blocks: Block, **who: Any) -> Docx:
    return Docx(write(document(*blocks), reference(), **(who or WHO)))


def revised() -> tuple[Document, Document]:
    """Every kind of block, and nearly each of them changed; the last signature moves to the end."""
    old = document(*map(without_caption, every_block().blocks))
    blocks = [changed(block) for block in old.blocks]
    last = max(place for place, block in enumerate(blocks) if isinstance(block, Signature))
    blocks.append(blocks.pop(last))
    return old, replace(old, blocks=tuple(blocks))


def without_caption(block: Block) -> Block:
    return replace(block, caption=(), description="Tal") if isinstance(block, Table) else block


def changed(block: Block) -> Block:
    if isinstance(block, Signature) and block.name:
        return replace(block, name="Bo Eksempel", title="")
    if isinstance(block, Table) and len(block.columns) == 2:
        return replace(block, rows=block.rows[:-1])
    if isinstance(block, Table):
        return replace(block, rows=(*block.rows, row("ny", "4", "5")))
    if isinstance(block, List) and not block.ordered:
        return replace(block, items=(*block.items, *items("Beboerrådet").items))
    return block


def test_words_that_came_and_went_tell_who_and_when() -> None:
    doc = marked(Paragraph((Run("a "), Run("ud", bold=True, mark=DEL), Run("ind", mark=INS))))
    [gone], [come] = tags(doc.body, "del"), tags(doc.body, "ins")
    for mark in (gone, come):
        assert mark.get(f"{W}author") == "Sekretariatet & co."
        assert mark.get(f"{W}date") == "2026-03-31T00:00:00Z"
    assert gone.findtext(f"{W}r/{W}delText") == "ud"
    assert gone.find(f"{W}r/{W}rPr/{W}b") is not None
    assert text(come) == "ind"


def test_a_moment_in_utc_stands_as_it_is_and_other_dates_are_refused() -> None:
    doc = marked(replace(p("x"), mark=INS), p("y"), date="2026-03-31T09:30:00Z")
    assert {mark.get(f"{W}date") for mark in tags(doc.body, "ins")} == {"2026-03-31T09:30:00Z"}
    with pytest.raises(ValueError, match="no day"):
        marked(replace(p("x"), mark=INS), date="31.3.2026")


def test_without_author_and_date_a_name_is_there_and_no_clock_is_read() -> None:
    data = write(document(replace(p("x"), mark=INS), p("y")), reference())
    for mark in tags(Docx(data).body, "ins"):
        assert mark.get(f"{W}author")
        assert mark.get(f"{W}date") is None


def test_a_paragraph_that_went_takes_its_end_along() -> None:
    gone, stays = marked(replace(p("ud"), mark=DEL), p("bliver")).paragraphs
    assert gone.find(f"{W}pPr/{W}rPr/{W}del") is not None
    assert gone.findtext(f"{W}del/{W}r/{W}delText") == "ud"
    assert stays.find(f"{W}pPr/{W}rPr") is None


def test_a_row_that_came_says_so_last_of_its_properties_and_so_do_its_cells() -> None:
    doc = marked(table(HEAD, row("a", "b"), replace(row("c", "d"), mark=INS)))
    *_, come = tags(doc.body, "tr")
    assert [child.tag for child in come.find(f"{W}trPr")] == [f"{W}cantSplit", f"{W}ins"]
    assert len(come.findall(f"{W}tc/{W}p/{W}pPr/{W}rPr/{W}ins")) == 2


def test_a_link_holds_its_revisions_and_is_never_held_by_one() -> None:
    doc = marked(Paragraph((Run("ny", link="https://lbf.dk/", mark=INS),
                            Run("gammel", link="https://old.dk/", mark=DEL))))
    new, old = tags(doc.body, "hyperlink")
    assert [child.tag for child in (*new, *old)] == [f"{W}ins", f"{W}del"]
    addresses = doc.relations("word/document.xml")
    assert addresses[old.get(f"{R}id")][1] == "https://old.dk/"


def test_a_move_is_two_ranges_of_one_name_around_what_moved() -> None:
    away, here = Mark("moved-from", "move1"), Mark("moved-to", "move1")
    doc = marked(replace(h(1, "A"), mark=away), replace(p("tekst"), mark=away), p("bliver"),
                 replace(h(1, "A"), mark=here), replace(p("tekst"), mark=here), h(1, "B"))
    starts = tags(doc.body, "moveFromRangeStart", "moveToRangeStart")
    assert [start.get(f"{W}name") for start in starts] == ["move1", "move1"]
    ends = tags(doc.body, "moveFromRangeEnd", "moveToRangeEnd")
    assert [end.get(f"{W}id") for end in ends] == [start.get(f"{W}id") for start in starts]
    assert [text(moved) for moved in tags(doc.body, "moveFrom")] == ["A", "tekst"]


def test_the_last_paragraph_of_a_cell_keeps_its_end() -> None:
    doc = marked(table(HEAD, row(cell(p("a"), replace(p("ny"), mark=INS)), "b")))
    above, last = tags(doc.body, "tr")[1].find(f"{W}tc").findall(f"{W}p")
    assert above.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    assert last.find(f"{W}pPr/{W}rPr") is None
    assert text(last.find(f"{W}ins")) == "ny"


def test_old_and_new_that_stand_last_in_a_cell_share_a_paragraph_that_remembers_its_style() -> None:
    both = cell(replace(p("ud", "Table Value"), mark=DEL), replace(p("ind"), mark=INS))
    doc = marked(table(HEAD, row(both, "b")))
    [shared] = tags(doc.body, "tr")[1].find(f"{W}tc").findall(f"{W}p")
    assert val(shared, "pPr/pStyle") == "TableText"
    assert val(shared, "pPr/pPrChange/pPr/pStyle") == "TableValue"
    assert shared.findtext(f"{W}del/{W}r/{W}delText") == "ud"


def test_an_old_table_and_the_new_one_in_its_place_are_one_with_the_columns_of_both() -> None:
    old = replace(table(HEAD, row("a", "b"), columns=(1, 1), caption=""), mark=DEL)
    new = replace(table(row("A", "B", "C", header=True), row("a", "b", "c"), columns=(1, 1, 2), caption="",
                        description="Tal"), mark=INS)
    doc = marked(p("Før"), old, new)
    [one] = tags(doc.body, "tbl")
    assert len(tags(one, "gridCol")) == 3
    assert [len(tags(found, "tc")) for found in tags(one, "tr")] == [2, 2, 3, 3]
    assert_valid(write(document(p("Før"), old, new), reference()))


def test_a_numbered_list_that_went_does_not_change_the_numbers_of_those_that_stay() -> None:
    stays = items("et", "to", ordered=True)
    doc = marked(replace(items("ud", ordered=True), mark=DEL), p("mellem"), stays)
    alone = marked(p("mellem"), stays)
    numbers = [val(paragraph, "pPr/numPr/numId") for paragraph in doc.paragraphs]
    assert numbers[2:] == [val(paragraph, "pPr/numPr/numId") for paragraph in alone.paragraphs][1:]
    assert numbers[0] not in numbers[1:]


def test_a_signature_that_moved_has_its_bookmark_where_it_stands_now() -> None:
    old, new = revised()
    names = [mark.get(f"{W}name") for mark in
             tags(Docx(write(redline(old, new), reference(), **WHO)).body, "bookmarkStart")]
    signed = [name for name in names if name.startswith("underskrift")]
    assert sorted(signed) == ["underskrift_sct_joergen", "underskrift_viborg_kommune"]


def test_paragraphs_that_are_untouched_are_those_of_the_new_document_to_the_byte() -> None:
    old, new = revised()
    xml = Docx(write(redline(old, new), reference(), **WHO)).bytes["word/document.xml"].decode()
    plain = Docx(write(new, reference())).bytes
    untouched = [part for part in xml.split("<w:p>") if "w:author" not in part]
    assert len(untouched) > 40
    assert all(part.split("</w:p>")[0] in plain["word/document.xml"].decode() for part in untouched)


def tall(*texts: Block) -> Document:
    return document(table(HEAD, row("a", "b"), row("Bilag", cell(*texts)), row("c", "d"), caption="",
                          description="Tal"))


def whole_rows(data: Document, **who: Any) -> list[bool]:
    return [found.find(f"{W}trPr/{W}cantSplit") is not None
            for found in tags(Docx(write(data, reference(), **who)).body, "tr")]


@pytest.mark.parametrize(("before", "after"), [(29, 5), (5, 29), (29, 10)])
def test_a_row_that_stays_may_split_where_it_may_in_the_new_document(before: int, after: int) -> None:
    lines = [p(f"linje {number}") for number in range(29)]
    old, new = tall(*lines[:before]), tall(*lines[:after])
    assert whole_rows(redline(old, new), **WHO) == whole_rows(new)
    assert whole_rows(new)[2] == (after < 29)


@pytest.mark.parametrize(("before", "after"), [
    (range(10), range(3)), (range(3), range(10)), (range(10), range(7, 10)), (range(8, 10), range(10))])
def test_a_table_stays_whole_where_it_does_in_the_new_document(before: range, after: range) -> None:
    old, new = (document(table(HEAD, *[row(f"række {number}", "b") for number in numbers]))
                for numbers in (before, after))
    looks = [[found.find(f"{W}tc/{W}p/{W}pPr/{W}keepNext") is not None for found in tags(doc.body, "tr")
              if found.find(f"{W}trPr/{W}del") is None]
             for doc in (Docx(write(redline(old, new), reference(), **WHO)), Docx(write(new, reference())))]
    assert looks[0] == looks[1]
    assert looks[1][2] == (len(after) < 7)


def test_a_row_that_went_may_split_where_it_might_in_the_old_document() -> None:
    old = tall(p("ord og mere " * 200))
    new = document(table(HEAD, row("a", "b"), row("c", "d"), caption="", description="Tal"))
    assert whole_rows(redline(old, new), **WHO) == whole_rows(old) == [True, True, False, True]


def test_all_other_parts_are_those_of_the_new_document() -> None:
    old, new = revised()
    red, plain = Docx(write(redline(old, new), reference(), **WHO)), Docx(write(new, reference()))
    differ = {name for name in plain.names if red.bytes[name] != plain.bytes[name]}
    assert red.names == plain.names
    assert differ <= {"word/document.xml", "word/numbering.xml", "word/_rels/document.xml.rels"}


def test_a_redline_is_valid_and_the_light_checkers_find_no_error(tmp_path: Path) -> None:
    for number, both in enumerate((revised(), revised()[::-1])):
        data = write(redline(*both), reference(), **WHO)
        assert_valid(data)
        path = tmp_path / f"{number}.docx"
        path.write_bytes(data)
        assert light_findings(path) == []


def test_the_same_redline_has_the_same_bytes() -> None:
    old, new = revised()
    assert write(redline(old, new), reference(), **WHO) == write(redline(old, new), reference(), **WHO)
