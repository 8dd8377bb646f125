"""Prose arrives as it was typed, and only what the format knows becomes form."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.plan.source.prose import SPECIAL, complaints, to_markup
from generator.plan.source.prose.about_lines import NOTABLE, about_line
from generator.plan.source.prose.parser import markup_of, parsed

WRITTEN = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], include_characters="\n\t"))
LETTERS = st.text(
    st.one_of(
        st.characters(categories=["L", "M", "Nd", "Sc", "Sm", "So"], exclude_characters="+"),
        st.sampled_from("_<>&\"'`{}()%$§#!.,;:?–—…»«”’ \n"),
    )
)
SIGNS = st.text(st.sampled_from("*_[]()!\\-+#1.)abæøå ~`>|<&\n\t•:/"), max_size=60)


def arrived(markup: str) -> str:
    """The text a reader sees, white space folded."""
    root = ElementTree.fromstring(f"<div>{markup.replace('</p>', ' </p>')}</div>")
    return " ".join("".join(root.itertext()).split())


@given(LETTERS)
@example("2017. Her\n1. april 2017\n31.12.")
@example("<b>fed</b> & {{ navn }} `kode` snake_case __x__ ~~y~~")
def test_letters_and_marks_arrive_as_they_were_typed(text: str) -> None:
    assert arrived(to_markup(text)) == " ".join(text.split())


PLAIN = st.text(
    st.one_of(
        st.sampled_from("-1). \n\tabæ#+>_"), st.characters(categories=["L", "P"], exclude_characters="*\\[")
    )
)


@given(PLAIN)
def test_plain_prose_is_the_same_with_and_without_the_parser(text: str) -> None:
    lines = text.expandtabs(4).splitlines()
    if not SPECIAL.search("\n".join(lines)):
        assert to_markup(text) == markup_of(parsed(lines))


@given(st.one_of(PLAIN, SIGNS))
def test_a_line_without_a_notable_sign_is_never_complained_of(text: str) -> None:
    for line in text.expandtabs(4).splitlines():
        assert NOTABLE.search(line) or not list(about_line(line))


@given(SIGNS)
def test_any_signs_give_strict_xhtml_of_the_known_tags(text: str) -> None:
    root = ElementTree.fromstring(f"<div>{to_markup(text)}</div>")
    assert {element.tag for element in root.iter()} <= {
        "div", "p", "ul", "ol", "li", "strong", "em", "a", "br",
    }  # fmt: skip


@given(SIGNS)
def test_no_letter_is_lost_whatever_the_signs(text: str) -> None:
    seen = arrived(to_markup(text))
    hrefs = ElementTree.fromstring(f"<div>{to_markup(text)}</div>").iter("a")
    wanted = [letter for letter in text if letter in "æøå"]
    assert [letter for letter in seen if letter in "æøå"] == wanted or list(hrefs)


@given(SIGNS)
def test_a_complaint_points_into_the_text(text: str) -> None:
    lines = text.expandtabs(4).splitlines()
    for line, column, message, hint in complaints(text):
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert message and hint


@pytest.mark.parametrize(("typed", "markup"), [
    ("Her er én.\nHer er to.", "<p>Her er én. Her er to.</p>"),
    ("En.\n\n\nTo.", "<p>En.</p><p>To.</p>"),
    ("1. april 2017\n2. maj", "<p>1. april 2017 2. maj</p>"),
    ("- 1. april\n- 2. maj", "<ul><li>1. april</li><li>2. maj</li></ul>"),
    ("2017. Her", "<p>2017. Her</p>"),
    ("1) en\n2) to", "<ol><li>en</li><li>to</li></ol>"),
    ("- a\n  - b\n- c", "<ul><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ul>"),
    ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("    indryk er ikke kode", "<p>indryk er ikke kode</p>"),
    ("**fed** og *kursiv*", "<p><strong>fed</strong> og <em>kursiv</em></p>"),
    ("\\*ikke kursiv\\*", "<p>*ikke kursiv*</p>"),
    ("\\- ingen liste", "<p>- ingen liste</p>"),
    ("linje\\\nskift", "<p>linje<br/>skift</p>"),
    ("to mellemrum  \ner intet", "<p>to mellemrum er intet</p>"),
    ("[her](https://a.dk?x=1&y=2)", '<p><a href="https://a.dk?x=1&amp;y=2">her</a></p>'),
    ("[skriv](mailto:a@b.dk)", '<p><a href="mailto:a@b.dk">skriv</a></p>'),
    ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>"),
    ("nbsp\u00a0her", "<p>nbsp\u00a0her</p>"),
    ("", ""),
])  # fmt: skip
def test_prose_becomes_markup(typed: str, markup: str) -> None:
    assert to_markup(typed) == markup


@pytest.mark.parametrize(("typed", "line", "column", "word"), [
    ("Tekst.\n\n ## Overskrift", 3, 2, "heading"),
    ("* punkt", 1, 1, "begins with *"),
    ("  + punkt", 1, 3, "begins with +"),
    ("- a\n- * b", 2, 3, "begins with *"),
    ("• punkt", 1, 1, "begins with •"),
    ("Titel\n=====", 2, 1, "line of signs"),
    ("se ![billede](x.png)", 1, 4, "picture"),
    ("se ![billede][1]", 1, 4, "picture"),
    ("![billede][1]", 1, 1, "picture"),
    ("se [det][1]", 1, 4, "elsewhere"),
    ("[1]: https://a.dk", 1, 1, "elsewhere"),
    ("se [det](ftp://a.dk)", 1, 4, "ftp://a.dk"),
    ('[det](https://a.dk "titel")', 1, 1, "more than an address"),
    ("tekst\n\n- ", 3, 1, "no text"),
    ("2) to", 1, 1, "out of order"),
    ("1) en\n3) tre", 2, 1, "out of order"),
    ("ja\nmen **fed: **tekst", 2, 5, "no partner"),
    ("- " * 12 + "dybt", 1, 1, "deep"),
    ("Se:\n" + " " * 61 + "dybt", 2, 1, "deep"),
])  # fmt: skip
def test_prose_is_complained_of_at_its_place(typed: str, line: int, column: int, word: str) -> None:
    (found,) = complaints(typed)
    assert found[:2] == (line, column)
    assert word in found[2]
    assert found[3]


@pytest.mark.parametrize(("typed", "hint"), [
    ("* punkt", "write - at the beginning of each point; where * belongs to the text write \\*"),
    ("+ punkt", "write - at the beginning of each point; where + belongs to the text write \\+"),
    ("• punkt", "write - at the beginning of each point"),
    ("2) to", "write 1), or 2\\) where it is no list"),
])  # fmt: skip
def test_a_hint_says_how_to_keep_the_sign_where_that_can_be_meant(typed: str, hint: str) -> None:
    assert [complaint[3] for complaint in complaints(typed)] == [hint]


@pytest.mark.parametrize("typed", [
    "Den 1. april.\n2. maj.", "#hashtag er ikke en overskrift", "5 * 3 = 15 og 5+3", "\\* stjerne",
    "a [b] c (d)",
    "- punkt\n- punkt", "\\*\\* to stjerner", "**fed** tekst", "område(t/r)ne",
    "jf. § 6, stk. 2 – og pkt. 3)",
])  # fmt: skip
def test_ordinary_prose_is_not_complained_of(typed: str) -> None:
    assert complaints(typed) == []


def test_plain_prose_does_not_import_the_parser() -> None:
    import subprocess
    import sys

    program = "import sys; from generator.plan.source.prose import *\n"
    program += "to_markup('1. april.\\n\\nJa.'); complaints('Ja.');"
    program += "sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@given(WRITTEN)
def test_complaints_never_fail(text: str) -> None:
    complaints(text)
