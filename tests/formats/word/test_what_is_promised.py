"""Limits and guarantees that docs/word and the docstrings of the writer state, each at its edge."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.values import replace
from generator.compare.documents import redline
from generator.document.model import Block, Mark, Paragraph, Run, Signature
from generator.formats.word import write
from generator.formats.word.package.seal import CUSTOM, digest
from generator.formats.word.page_estimate import is_tall
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.reference.headers import read
from generator.formats.word.reference.slots import cut, slot
from generator.formats.word.state import WriterState
from generator.formats.word.xml_text import attribute, run_content
from tests.support.package_reading import Docx, W, text
from tests.support.word_samples import cell, document, findings_of, items, p, reference, row, table, written

HEAD = row("Organisation", "Beløb", header=True)
STATE = WriterState(reference())
NAMESPACE = f'xmlns:w="{W[1:-1]}"'


def kept(*rows: Any) -> list[bool]:
    """Tell for each row of a table whether it stays with the next."""
    found = written(table(HEAD, *rows)).body.iter(f"{W}tr")
    return [one.find(f"{W}tc/{W}p/{W}pPr/{W}keepNext") is not None for one in found]


def test_a_table_of_seven_rows_of_a_line_stays_whole_and_one_of_eight_does_not() -> None:
    assert kept(*[row("a", "b")] * 6) == [True] * 6 + [False]
    long = kept(*[row("a", "b")] * 7)
    assert long == [True, True, *[False] * 4, True, False]  # no row is alone above or below the break


def test_a_table_of_few_rows_with_much_text_does_not_stay_whole() -> None:
    assert kept(row("ord og " * 70, "b"), row("ord", "b")) == [True, True, False]
    assert kept(row("ord og " * 80, "b"), row("ord", "b")) == [True, False, False]


UNKNOWN = 10**9


def test_a_row_may_split_when_a_cell_is_longer_than_a_quarter_of_the_lines_of_the_page() -> None:
    column, page = 94 * 100, 260 * 80
    edges: list[tuple[list[Block], list[Block]]] = [
        ([p("linje")] * 20, [p("linje")] * 21),
        ([p("")] * 20, [p("")] * 21),
        ([p("x" * 100 * 20)], [p("x" * (100 * 20 + 1))]),
        ([items(*["punkt"] * 20)], [items(*["punkt"] * 21)]),
    ]
    for whole, tall in edges:
        assert not is_tall(tuple(whole), column, page, UNKNOWN)
        assert is_tall(tuple(tall), column, page, UNKNOWN)


@given(st.lists(st.integers(0, 400), max_size=40), st.integers(50, 9000), st.integers(2600, 20000))
def test_looking_at_the_length_first_changes_no_answer(sizes: list[int], width: int, height: int) -> None:
    cells = tuple([p("x" * size) for size in sizes])
    written_as = len("".join(str(paragraph("Table Text", f"<w:r><w:t>{'x' * size}</w:t></w:r>", STATE))
                             for size in sizes))
    assert is_tall(cells, width, height, written_as) == is_tall(cells, width, height, UNKNOWN)


def test_an_anchor_of_forty_signs_is_a_bookmark_and_one_of_forty_one_is_not() -> None:
    label = written(Signature("x", "a" * 40)).paragraphs[0]
    assert label.find(f"{W}bookmarkStart").get(f"{W}name") == "a" * 40
    assert [finding.code for finding in findings_of(Signature("x", "a" * 41))] == ["W8"]


def test_even_pages_have_the_header_of_the_others_as_long_as_the_reference_gives_them_none() -> None:
    assert written(p("x")).part("word/settings.xml").find(f"{W}evenAndOddHeaders") is None


def test_a_move_without_a_date_says_the_first_day_of_a_zip_and_other_revisions_none() -> None:
    away, here = Mark("moved-from", "move1"), Mark("moved-to", "move1")
    blocks = (replace(p("tekst"), mark=away), p("bliver"), replace(p("tekst"), mark=here), p("slut"))
    body = Docx(write(document(*blocks), reference())).body
    for name in ("moveFromRangeStart", "moveToRangeStart"):
        [start] = body.iter(f"{W}{name}")
        assert start.get(f"{W}date") == "1980-01-01T00:00:00Z"
    assert all(mark.get(f"{W}date") is None for name in ("ins", "del") for mark in body.iter(f"{W}{name}"))


def test_relations_of_ours_have_ids_that_word_never_gives() -> None:
    links = [Paragraph((Run("x", link=f"https://{name}.dk"),)) for name in "aba"]
    ids = set(written(*links).relations("word/document.xml")) - {one.ident for one in reference().relations}
    assert ids == {"rIdLists", "rIdSettings", "rIdLink1", "rIdLink2"}


def test_the_estimate_of_pages_is_never_nothing_and_says_that_it_is_one() -> None:
    for blocks, shown in (((), "1"), ([p("ord og mere " * 42)] * 36, "5")):
        footers = "".join(text(root) for root in written(*blocks).margins())
        assert f"ca.\u00a0{shown}" in footers


def test_the_seal_is_the_last_property_and_holds_for_the_page_and_the_others() -> None:
    plain, sealed = (Docx(write(document(p("x")), reference(), seal=seal)) for seal in ("", "Segl"))
    assert {name for name in plain.names if plain.bytes[name] != sealed.bytes[name]} == {CUSTOM}
    *own, last = sealed.part(CUSTOM)
    assert [one.get("name") for one in own] == [one.get("name") for one in plain.part(CUSTOM)]
    assert (last.get("name"), last.get("pid")) == ("Segl", str(len(own) + 2))
    assert "".join(last.itertext()) == digest(sealed.bytes, lambda name: name != "Segl")


def test_white_space_at_the_edge_of_a_text_is_kept_and_only_there_said_to_be() -> None:
    assert run_content(" a") == '<w:t xml:space="preserve"> a</w:t>'
    assert run_content("a ") == '<w:t xml:space="preserve">a </w:t>'
    assert run_content("a b") == "<w:t>a b</w:t>"
    assert run_content("a ", gone=True) == '<w:delText xml:space="preserve">a </w:delText>'


def test_a_new_line_in_an_attribute_is_a_space() -> None:
    assert attribute("a\nb & c") == "a b &amp; c"


def test_a_text_that_looks_like_xml_stays_text_when_it_is_taken_out() -> None:
    sly = "</w:t><w:t>x</w:pPr>"
    doc = Docx(write(document(Paragraph((Run("a "), Run(sly, mark=Mark("deleted"))))), reference()))
    assert doc.body.findtext(f".//{W}delText") == sly


def test_a_header_without_a_value_for_one_of_its_fields_is_an_error() -> None:
    from lxml import etree

    paragraph = '<w:p><w:fldSimple w:instr=" PAGE "/></w:p>'
    margin = read(etree.fromstring(f"<w:hdr {NAMESPACE}>{paragraph}</w:hdr>"), "Draft")
    assert list(margin.fields()) == ["PAGE"]
    with pytest.raises(KeyError):
        margin.fill({}, draft=False)


def test_a_field_inside_a_field_is_left_alone() -> None:
    from lxml import etree

    def run(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = f"{run('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{run('end')}"
    content = f"{run('begin')}<w:r><w:instrText> IF </w:instrText></w:r>{inner}{run('end')}"
    margin = read(etree.fromstring(f"<w:hdr {NAMESPACE}><w:p>{content}</w:p></w:hdr>"), "Draft")
    assert list(margin.fields()) == []
    assert len(list(etree.fromstring(margin.fill({}, draft=True)).iter(f"{W}fldChar"))) == 4


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), max_size=4))
def test_slots_are_found_by_their_names_whatever_these_are(names: list[str]) -> None:
    from lxml import etree

    root = etree.fromstring(f"<a>{'-'.join(f'<b>{slot(name)}</b>' for name in names)}</a>")
    first, *rest = cut(root)
    assert rest[::2] == names
    around = "-".join("<b></b>" for _ in names)
    assert "".join([first, *rest[1::2]]) == (f"<a>{around}</a>" if names else "<a/>")


def test_the_same_paragraph_twice_in_a_cell_is_at_the_top_only_once() -> None:
    label = p("Sct. Jørgen", "Table Subhead")
    first, second = written(table(row(cell(label, label), "b"))).body.find(f".//{W}tc").findall(f"{W}p")
    assert first.find(f"{W}pPr/{W}spacing") is not None
    assert second.find(f"{W}pPr/{W}spacing") is None


def test_a_cell_whose_only_text_went_or_came_has_one_paragraph() -> None:
    for before, after in ((cell("ud"), cell()), (cell(), cell("ind"))):
        old, new = (document(table(HEAD, row("a", one))) for one in (before, after))
        *_, last = Docx(write(redline(old, new), reference())).body.iter(f"{W}tc")
        [one] = last.findall(f"{W}p")
        assert one.find(f"{W}pPr/{W}rPr") is None, "its end can neither come nor go"
