"""Lists are real lists, and a numbered one begins at 1."""

from __future__ import annotations

from generator.document.model import List, ListItem
from tests.support.package_reading import Docx, W, text, val
from tests.support.word_samples import cell, findings_of, items, p, row, table, written


def numbers(doc: Docx) -> list[tuple[str, str | None, str | None]]:
    """Text, level and number of each paragraph in a list."""
    return [(text(paragraph), val(paragraph, "pPr/numPr/ilvl"), val(paragraph, "pPr/numPr/numId"))
            for paragraph in doc.paragraphs if paragraph.find(f"{W}pPr/{W}numPr") is not None]


def test_a_bulleted_list_is_in_the_list_style() -> None:
    doc = written(items("en", "to"))
    assert {val(paragraph, "pPr/pStyle") for paragraph in doc.paragraphs} == {"ListBullet"}
    assert len({number for _, _, number in numbers(doc)}) == 1


def test_each_numbered_list_starts_over() -> None:
    doc = written(items("en", "to", ordered=True), p("og"), items("en", ordered=True))
    used = [number for _, _, number in numbers(doc)]
    assert used[0] == used[1] != used[2]
    for number in set(used):
        num = doc.part("word/numbering.xml").find(f"{W}num[@{W}numId='{number}']")
        assert num.find(f"{W}lvlOverride[@{W}ilvl='0']/{W}startOverride").get(f"{W}val") == "1"


def test_a_list_inside_an_item_stands_one_level_down_and_starts_over() -> None:
    first_item, second_item = (p("en"), items("a", ordered=True)), (p("to"), items("b", ordered=True))
    doc = written(items(first_item, second_item, ordered=True))
    (_, outer, first), (_, inner, second), (_, _, third), (_, _, fourth) = numbers(doc)
    assert (outer, inner) == ("0", "1")
    assert first == third and len({first, second, fourth}) == 3
    num = doc.part("word/numbering.xml").find(f"{W}num[@{W}numId='{second}']")
    assert num.find(f"{W}lvlOverride").get(f"{W}ilvl") == "1"


def test_a_list_with_letters_begins_every_point_with_a_letter_on_any_level() -> None:
    inner = List((ListItem((p("x"),)),), ordered=True, letters=True)
    doc = written(items((p("et"), inner), ordered=True), List((ListItem((p("y"),)),), True, letters=True))
    (_, _, numbered), (_, level, nested), (_, _, lettered) = numbers(doc)
    formats = {number: level_format(doc, number, at) for number, at in [
        (numbered, "0"), (nested, level), (lettered, "0"),
    ]}  # fmt: skip
    assert formats == {
        numbered: ("decimal", "%1."), nested: ("lowerLetter", "%2)"), lettered: ("lowerLetter", "%1)"),
    }  # fmt: skip
    assert {val(paragraph, "pPr/pStyle") for paragraph in doc.paragraphs} == {"ListNumber"}


def level_format(doc: Docx, number: str | None, level: str | None) -> tuple[str | None, str | None]:
    """How Word counts on that level of the list, and what it writes."""
    numbering = doc.part("word/numbering.xml")
    definition = val(numbering.find(f"{W}num[@{W}numId='{number}']"), "abstractNumId")
    at = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{definition}']/{W}lvl[@{W}ilvl='{level}']")
    return val(at, "numFmt"), val(at, "lvlText")


def test_a_document_without_letters_has_no_definition_of_them() -> None:
    plain, lettered = (
        written(List((ListItem((p("x"),)),), ordered=True, letters=letters)).part("word/numbering.xml")
        for letters in (False, True)
    )
    assert len(lettered.findall(f"{W}abstractNum")) == len(plain.findall(f"{W}abstractNum")) + 2
    tags = [child.tag for child in lettered]
    assert tags == sorted(tags), "Word wants the definitions before the numbers"


def test_the_second_paragraph_of_an_item_stands_under_its_text_without_a_bullet() -> None:
    first, second = written(items((p("en"), p("mere")))).paragraphs
    assert first.find(f"{W}pPr/{W}numPr") is not None
    assert second.find(f"{W}pPr/{W}numPr") is None
    assert int(second.find(f"{W}pPr/{W}ind").get(f"{W}left")) > 0


def test_lists_in_cells_are_in_the_compact_styles() -> None:
    doc = written(table(row(cell(items("a")), cell(items("1", ordered=True)))))
    cells = [val(paragraph, "pPr/pStyle") for paragraph in doc.body.iterfind(f".//{W}tc/{W}p")]
    assert cells == ["TableBullet", "TableNumber"]


def test_a_list_nested_deeper_than_its_style_is_refused() -> None:
    deep: List = items("bund")
    for _ in range(4):
        deep = List((ListItem((p("x"), deep)),))
    [finding] = findings_of(deep)
    assert finding.code == "W5"
    assert "5 levels" in finding.message


def test_an_item_that_does_not_begin_with_text_is_refused() -> None:
    assert {finding.code for finding in findings_of(List((ListItem((items("x"),)), ListItem(()))))} == {"W5"}


def test_a_table_inside_a_list_is_refused() -> None:
    [finding] = findings_of(List((ListItem((p("x"), table(row("a", "b")))),)))
    assert finding.code == "W9"


def kept(*points: str) -> list[bool]:
    """Tell of each point whether it stays on the page of the next."""
    return [found.find(f"{W}pPr/{W}keepNext") is not None for found in written(items(*points)).paragraphs]


def test_neither_the_first_point_nor_the_last_stands_alone_on_a_page() -> None:
    assert kept("a", "b", "c", "d", "e") == [True, False, False, True, False]
    assert kept("a", "b") == [True, False]
    assert kept("a") == [False]


def test_a_long_point_may_leave_the_next_one_for_the_page_after() -> None:
    assert kept("ord " * 100, "b", "ord " * 100, "d") == [False] * 4
