"""A document as HTML: each thing is what it is, everything is escaped, and nothing of the text is lost."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.document.model import Bar, LineBreak, Mark, Paragraph, Part, Run
from generator.document.numbering import numbered
from generator.document.reading import text_of
from generator.document.revision_marks import accepted
from generator.formats.html import fragment, page
from generator.workspace import stamp
from tests.support.built import SOURCES, build
from tests.support.word_samples import document, every_block, h, row, table

PRINTABLE = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029"))


def read(data: bytes) -> html.HtmlElement:
    return html.fromstring(data.decode())


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_page_has_a_language_a_title_one_main_and_no_style_of_an_element() -> None:
    found = read(page(every_block()))
    assert found.get("lang") == "da" and found.findtext("head/title") == every_block().title
    assert len(found.findall("body/main")) == 1
    assert not found.xpath("//*[@style] | //script | //link | //img")


def test_every_text_of_every_kind_of_block_is_there_in_its_order() -> None:
    (body,), position = read(page(every_block())).xpath("body"), 0
    found = words("".join(map(str, body.itertext())))
    for line in text_of(accepted(every_block())).splitlines():
        for word in line.split():
            position = found.find(word, position) + len(word)
            assert position >= len(word), word


@given(PRINTABLE)
def test_whatever_a_text_holds_it_is_text_on_the_page(text: str) -> None:
    made = fragment(document(Paragraph((Run(f"a{text}z", link="https://x.dk/?a=1&b=\"2\""),))))
    (link,) = html.fromstring(f"<div>{made}</div>").iter("a")
    assert words("".join(map(str, link.itertext()))) == words(f"a{text}z") and link.get("href") == 'https://x.dk/?a=1&b="2"'


def test_the_title_is_the_one_h1_and_headings_begin_below_it() -> None:
    made = fragment(document(Paragraph((Run("Titlen"),), style="Title"), *numbered((h(1, "Et"), h(2, "To")))))
    found = html.fromstring(f"<div>{made}</div>")
    assert [(e.tag, e.text) for e in found] == [("h1", "Titlen"), ("h2", "Et"), ("h3", "To")]
    assert [bool(e.get("id")) for e in found] == [False, True, True]


def test_the_heads_of_a_table_say_what_they_are_the_heads_of() -> None:
    rows = row("Område", "Tal", header=True), row("Elmely", "12")
    made = fragment(document(table(*rows, caption="Tallene")))
    found = html.fromstring(made)
    assert [e.get("scope") for e in found.iter("th")] == ["col", "col"]
    assert found.findtext("caption") == "Tallene" and found.get("aria-label") is None
    assert [e.text for e in found.iter("td")] == ["Elmely", "12"]


def test_a_bar_is_drawn_to_scale_and_told_in_words() -> None:
    block = Bar((Part("Fonden 75 %", Decimal(75)), Part("Byen 25 %", Decimal(25))), "Fonden 75 %, byen 25 %")
    found = html.fromstring(fragment(document(block)))
    assert [e.get("aria-label") for e in found.iter("svg")] == [block.description]
    assert [(e.get("x"), e.get("width")) for e in found.iter("rect")] == [("0", "75"), ("75", "25")]


def test_of_a_revision_the_new_text_stands() -> None:
    made = fragment(document(Paragraph((
        Run("før", mark=Mark("deleted")), Run("nu", bold=True, mark=Mark("inserted")), LineBreak(),
        Run("med", italic=True),
    ))))  # fmt: skip
    assert made == "<p><strong>nu</strong><br><em>med</em></p>"


def test_a_real_page_says_what_it_was_made_from_and_whether_anybody_has_changed_it() -> None:
    source = next(source for source in SOURCES if source.file.kind.for_web)
    document = build(source).document
    data = page(document)
    assert data == page(document)
    assert stamp.read(data).intact and stamp.read(data).properties == dict(document.properties)
    assert not stamp.read(data.replace(b"<p>", b"<p>x", 1)).intact
