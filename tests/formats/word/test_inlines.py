"""Runs, links and breaks: what is typed is what stands in Word."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.model import LineBreak, Paragraph, Run
from generator.formats.word import write
from tests.support.package_reading import R, W
from tests.support.word_samples import document, findings_of, p, reference, row, table, written

# Every character but control characters and halves of surrogate pairs; U+FFFE and U+FFFF are none.
# Two hyphens are elements to Word.
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff\u00ad\u2011")
ANY_TEXT = st.text(CHARACTERS, min_size=1)


@given(ANY_TEXT)
def test_any_text_arrives_as_it_was_typed(text: str) -> None:
    data = write(document(p(text), table(row(text, text))), reference())
    read = docx.Document(io.BytesIO(data))
    assert read.paragraphs[0].text == text
    assert [cell.text for cell in read.tables[0].rows[0].cells] == [text, text]


@given(ANY_TEXT)
def test_any_title_and_property_arrives_as_it_was_typed(text: str) -> None:
    properties = (("Plan", text), ("Dokument", text), ("Status", text))
    data = write(document(p("x"), title=text, properties=properties), reference())
    read = docx.Document(io.BytesIO(data))
    assert read.core_properties.title == text
    assert text in read.sections[0].header.paragraphs[0].text


def test_the_hyphens_that_word_has_of_its_own_are_written_as_its_own() -> None:
    doc = written(p("Bolig\u00adforeningens F\u201116-flag"))
    (run,) = doc.body.iter(f"{W}r")
    assert [child.tag.removeprefix(W) for child in run] == ["t", "softHyphen", "t", "noBreakHyphen", "t"]
    assert [child.text for child in run if child.text] == ["Bolig", "foreningens F", "16-flag"]


AWKWARD = ["A & B <C> \"D\" 'E'", "{{ navn }} {% if %}", "blåbærgrød", "bla\u030abær", "👩\u200d🏫",
           "  kanter  ", "14.600\u00a0kr."]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_arrives_as_it_was_typed(text: str) -> None:
    read = docx.Document(io.BytesIO(write(document(p(text)), reference())))
    assert read.paragraphs[0].text == text


def test_a_tab_and_a_new_line_in_a_run_become_words_own() -> None:
    run = written(p("a\tb\nc\r\nd")).body.find(f"{W}p/{W}r")
    assert [element.tag.removeprefix(W) for element in run] == ["t", "tab", "t", "br", "t", "br", "t"]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="U\\+"):
        written(p(f"a{character}b"))


def test_bold_italic_and_a_style_stand_in_words_order() -> None:
    look = written(Paragraph((Run("x", bold=True, italic=True, style="Gap"),))).body.find(f".//{W}rPr")
    assert [element.tag.removeprefix(W) for element in look] == ["rStyle", "b", "bCs", "i", "iCs"]


def test_plain_text_carries_no_properties() -> None:
    assert written(p("x")).body.find(f".//{W}rPr") is None


def test_a_line_break_stays_in_its_paragraph() -> None:
    doc = written(Paragraph((Run("a"), LineBreak(), Run("b"))))
    assert len(doc.paragraphs) == 1
    assert doc.body.find(f".//{W}br") is not None


def test_runs_of_one_link_are_one_link_with_one_relation() -> None:
    address = "https://lbf.dk/?a=1&b=2"
    doc = written(Paragraph((Run("Lands", link=address), Run("bygge", bold=True, link=address), Run(" og "),
                             Run("igen", link=address))))
    links = list(doc.body.iter(f"{W}hyperlink"))
    relations = {ident: found for ident, found in doc.relations("word/document.xml").items() if found[2]}
    assert [len(link.findall(f"{W}r")) for link in links] == [2, 1]
    assert {link.get(f"{R}id") for link in links} == set(relations)
    assert [target for _, target, _ in relations.values()] == [address]


def test_a_link_looks_like_a_link() -> None:
    doc = written(Paragraph((Run("lbf.dk", link="https://lbf.dk"),)))
    assert doc.body.find(f".//{W}rStyle").get(f"{W}val") == "Hyperlink"


def test_an_unknown_character_style_is_refused_with_a_suggestion() -> None:
    [finding] = findings_of(Paragraph((Run("x", style="Gab"),)))
    assert finding.code == "W3"
    assert "'Gab'" in finding.message
    assert "did you mean 'Gap'?" in finding.hint
