"""A plan's own wording: an element more in a block, and what the list of contents has for a heading."""

from __future__ import annotations

import pytest

from generator.authoring.edits.block import cut_out
from generator.authoring.own_element import element
from generator.authoring.own_wording import Body, NotThere, body_of
from generator.document.model import Heading, Paragraph, Run

TABLE = "<table><tr><th>Navn</th></tr></table>"


def block(inside: str) -> Body:
    body = body_of(f"{{% block a %}}{inside}{{% endblock %}}", "a")
    assert body
    return body


@pytest.mark.parametrize(
    ("inside", "words", "after", "made"),
    [
        ("<p>Et.</p>\n<p>To.</p>", "Et.", True, "<p>Et.</p>\n<p>Ny.</p>\n<p>To.</p>"),
        ("<p>Et.</p>\n<p>To.</p>", "Et.", False, "<p>Ny.</p>\n<p>Et.</p>\n<p>To.</p>"),
        (TABLE, "Navn", True, f"{TABLE}\n<p>Ny.</p>"),
        ("<ul><li>Et</li></ul>", "Et", True, "<ul><li>Et</li></ul>\n<p>Ny.</p>"),
        ("<h1>{{ nummer }} Et</h1>", "Et", True, "<h1>{{ nummer }} Et</h1>\n<p>Ny.</p>"),
    ],
)
def test_an_element_stands_beside_the_one_that_holds_the_words(
    inside: str, words: str, after: bool, made: str
) -> None:
    body = block(inside)
    assert cut_out(inside, [body.with_more(1, words, "<p>Ny.</p>", after=after)]) == made


def test_an_item_stands_beside_an_item() -> None:
    inside = "<ul>\n  <li>Et</li>\n  <li>To</li>\n</ul>"
    made = cut_out(inside, [block(inside).with_more(2, "Et", "<li>Nyt</li>", after=True)])
    assert made == "<ul>\n  <li>Et</li>\n  <li>Nyt</li>\n  <li>To</li>\n</ul>"


def test_an_item_beside_what_is_none_is_a_list() -> None:
    made = cut_out("<p>Et.</p>", [block("<p>Et.</p>").with_more(1, "Et.", "<li>Nyt</li>", after=True)])
    assert made == "<p>Et.</p>\n<ul><li>Nyt</li></ul>"


def test_a_block_that_an_element_holds_becomes_two_elements() -> None:
    template = "<p>{% block a %}Et.{% endblock %}</p>"
    body = body_of(template, "a")
    assert body
    assert cut_out(body.source, [body.with_more(1, "Et.", "<p>Ny.</p>", after=True)]) == "Et.</p>\n<p>Ny."
    assert cut_out(body.source, [body.with_more(1, "Et.", "<p>Ny.</p>", after=False)]) == "Ny.</p>\n<p>Et."


def test_signs_of_a_template_are_put_into_none() -> None:
    with pytest.raises(NotThere):
        block("<p>Et.</p>").with_more(1, "Et.", "<p>{{ x }}</p>", after=True)


@pytest.mark.parametrize(
    ("heading", "new", "made"),
    [
        ('<h1 short="Revision">Revision (nu)</h1>', "Ændring (nu)", '<h1 short="Ændring">Ændring (nu)</h1>'),
        ('<h1 short="Revision">Revision (nu)</h1>', "Revision nu", '<h1 short="Revision">Revision nu</h1>'),
        ('<h1 short="Revision">Revision (nu)</h1>', "Noget andet", "<h1>Noget andet</h1>"),
        ('<h1 short="Kort">Revision (nu)</h1>', "Ændring", '<h1 short="Kort">Ændring</h1>'),
    ],
)
def test_what_stands_for_a_heading_in_the_list_of_contents_follows_it(
    heading: str, new: str, made: str
) -> None:
    assert cut_out(heading, block(heading).reworded(1, "Revision (nu)", new)) == made


def test_an_element_has_the_look_of_its_words() -> None:
    words = (Run("A & ", bold=True), Run("b", italic=True), Run("c", link="https://x.dk"))
    inside = '<strong>A &amp; </strong><em>b</em><a href="https://x.dk">c</a>'
    assert element(Paragraph(words)) == f"<p>{inside}</p>"
    assert element(Paragraph(words, "Lead")) == f'<p class="lead">{inside}</p>'
    assert element(Paragraph(words, "Normal (Web)"), "li") == f"<li>{inside}</li>"
    assert element(Heading(2, words)) == f"<h2>{inside}</h2>"
