"""The list of contents, and the names of the headings that it leads to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.base.values import replace
from generator.compare.documents import redline
from generator.document.markup import parse
from generator.document.model import Heading
from generator.formats.word import write
from tests.support.package_reading import Docx, W, tags, text, val
from tests.support.word_samples import document, reference

PLAN = """<contents title="Indhold"/><h1>Underskrifter:</h1><p>x</p><h1>1. Formål</h1><p>x</p>
<h2>Kommissorium</h2><p>x</p><h1>2. Organisering</h1><h2>Kommissorium</h2><h3>Møder</h3><p>x</p>"""
TYPED = st.text(st.characters(categories=["L", "N"], include_characters=" .-"), min_size=1).map(
    lambda said: f"x{said}")


def docx(markup: str) -> Docx:
    return Docx(write(document(*parse(markup)), reference()))


def names_of(markup: str) -> list[str]:
    return [block.anchor for block in parse(markup) if isinstance(block, Heading)]


def test_every_entry_is_a_link_to_the_heading_that_it_names() -> None:
    made = docx(PLAN)
    links = [(link.get(f"{W}anchor"), text(link)) for link in tags(made.body, "hyperlink")]
    places = {mark.get(f"{W}name"): text(mark.getparent()) for mark in tags(made.body, "bookmarkStart")}
    assert [said for _, said in links] == [
        "Underskrifter", "1Formål", "Kommissorium", "2Organisering", "Kommissorium"]
    leads = [places[name].removesuffix(":").replace(". ", "") for name, _ in links]
    assert leads == [said for _, said in links]


def test_entries_stand_in_the_styles_of_their_levels_and_print_no_pages() -> None:
    title, *entries = docx(PLAN).paragraphs[:6]
    assert (val(title, "pPr/pStyle"), text(title)) == ("TOCHeading", "Indhold")
    assert [val(entry, "pPr/pStyle") for entry in entries] == ["TOC1", "TOC1", "TOC2", "TOC1", "TOC2"]
    assert not [one for entry in entries for one in tags(entry, "fldChar")]


def test_a_document_without_a_list_of_contents_has_names_for_its_headings_too() -> None:
    assert names_of("<h1>1. Formål</h1>")[0].startswith("afsnit_1_formaal_")


def test_the_name_of_a_heading_is_the_same_whatever_comes_before_it() -> None:
    before = names_of("<h1>Formål</h1><h2>Kommissorium</h2>")
    _, formål, _, kommissorium = names_of(
        "<h1>Nyt</h1><h1>Formål</h1><h2>Endnu et</h2><h2>Kommissorium</h2>")
    assert [formål, kommissorium] == before


@given(st.lists(st.tuples(st.integers(1, 2), TYPED), max_size=8))
def test_no_two_headings_have_one_name_and_word_can_have_every_name(drawn: list[tuple[int, str]]) -> None:
    markup = "<h1>a</h1>" + "".join(f"<h{level}>{said}</h{level}>" for level, said in drawn)
    names = names_of(markup)
    assert len(set(names)) == len(names) and max(map(len, names)) <= 40
    docx(markup)


def test_a_redline_marks_the_entries_that_came_and_went_and_no_other() -> None:
    old = document(*parse(PLAN))
    new = replace(old, blocks=parse(PLAN.replace("Formål", "Formål og mål")))
    body = Docx(write(redline(old, new), reference())).body
    entries = [one for one in tags(body, "p") if str(val(one, "pPr/pStyle")).startswith("TOC")]
    marked = [text(one) for one in entries if tags(one, "ins") or tags(one, "del")]
    assert marked == ["", "1Formål og mål"]
    assert [gone.text for one in entries for gone in tags(one, "delText")] == ["1", "Formål"]
    assert not [link for one in entries for link in tags(one, "hyperlink") if tags(link, "del")]
