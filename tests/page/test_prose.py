"""Prose of a page: what she sees is what is written, in our own markup and a sentence a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.edits import Refused
from generator.document.markup import parse
from generator.page.application import Application
from generator.page.fields import NoSuchField
from generator.page.prose import typed
from generator.plan.source.prose import to_markup
from tests.page.test_pages import FULL, asked, main_of, shown

TEXT = ["medarbejderressourcer"]


@pytest.mark.parametrize(("html", "text"), [
    ("<p>Et afsnit.</p><p>Et til.</p>", "Et afsnit.\n\nEt til."),
    ("<p>Et <strong>fedt</strong> og <em>skråt</em> ord.</p>", "Et **fedt** og *skråt* ord."),
    ("<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>", "- a\n  - b\n- c"),
    ('<ol class="letters"><li><p>a</p></li></ol>', "a) a"),
    ("<p>2 * 3 og [x] og **ikke fed</p>", "2 * 3 og \\[x] og \\*\\*ikke fed"),
    ("<p>- er en streg</p>", "\\- er en streg"),
    ("<p>{{ plan }} &lt;b&gt; &amp; #1</p>", "{{ plan }} <b> & #1"),
    ("", ""),
])  # fmt: skip
def test_what_is_seen_is_typed_in_our_markup_and_its_signs_are_text_where_they_were_text(
    html: str, text: str
) -> None:
    assert to_markup(typed(html, ())) == to_markup(text)


@given(st.lists(st.text(st.sampled_from("ab *_-#[]()\\`>1.|=+~"), min_size=1).filter(str.strip), min_size=1))
def test_signs_of_the_markup_that_she_types_are_text(paragraphs: list[str]) -> None:
    html = "".join(f"<p>{text.strip().replace('>', '&gt;')}</p>" for text in paragraphs)
    try:
        text = typed(html, ())
    except Refused:
        return
    assert "<strong>" not in to_markup(text)
    assert len(parse(to_markup(text))) == len(paragraphs)


@pytest.mark.parametrize("html", [
    "<table><tr><td>x</td></tr></table>", "<h2>x</h2>", "<pagebreak/>",
    "<ul><li>" * 30 + "x" + "</li></ul>" * 30,
])  # fmt: skip
def test_what_prose_cannot_have_is_no_text_of_a_page(html: str) -> None:
    with pytest.raises((NoSuchField, Refused)):
        typed(html, ())


@pytest.mark.parametrize("html", ["<p>x", "<script>x</script>", "<p onclick='x'>a</p>", "tekst", "<p>\0</p>"])
def test_other_markup_is_refused_with_a_reason(html: str) -> None:
    with pytest.raises(Refused) as refused:
        typed(html, ())
    assert refused.value.reason


def test_a_text_is_shown_as_it_prints_and_written_a_sentence_a_line(app: Application, file: Path) -> None:
    known = asked(app, "field", file=FULL, path=TEXT)[1]
    assert known["kind"] == "prose"
    was = file.read_bytes()
    new = "<p>En sætning. Den <strong>næste</strong>.</p><ul><li><p>et punkt</p></li></ul>"
    for html in (known["html"], new):
        answer = asked(app, "save", file=FULL, path=TEXT, html=html, expected=known["value"])
        assert answer[0] == 200
        assert (file.read_bytes() == was) == (html == known["html"])
    text = file.read_text(encoding="utf-8")
    assert "En sætning.\n" in text
    assert "Den **næste**.\n" in text
    assert "- et punkt\n" in text
    assert "<strong>" in main_of(shown(app, "plan", app.workspace.plan_names()[-1], FULL))
