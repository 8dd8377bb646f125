"""Comments in the margin: each stands at its words, and nothing else of the document is another."""

from __future__ import annotations

import re

from generator.base.border import zips
from generator.document.model import Document, Paragraph, Run
from generator.formats.word import write
from generator.formats.word.comments import Comment
from generator.formats.word.reading import read_document
from tests.support.word_samples import document, reference

_OF_COMMENTS = re.compile(
    r'<w:commentRange(?:Start|End) w:id="[0-9]+"/>|<w:r><w:commentReference w:id="[0-9]+"/></w:r>'
)
FIRST, SECOND = Run("Bydelen skal være "), Run("tryg", bold=True)
ONE = document(Paragraph((FIRST, SECOND)), Paragraph((Run("Et link", link="https://lbf.dk"),)))
COMMENTS = {
    id(SECOND): (Comment(("D1: Der står < for lidt.", "Skriv mere.")), Comment(("L2: En pladsholder.",))),
    id(FIRST): (Comment(("K3: Et ord.",)),),
}


def _page(data: bytes) -> str:
    return zips.parts(data)["word/document.xml"].decode()


def _with_comments(one: Document = ONE) -> bytes:
    return write(one, reference(), comments=COMMENTS)


def test_comments_stand_at_their_words_with_all_that_they_say() -> None:
    found = read_document(_with_comments()).comments
    assert [(one.words.strip(), one.text.split("\n")) for one in found] == [
        ("Bydelen skal være", ["K3: Et ord."]),
        ("tryg", ["D1: Der står < for lidt.", "Skriv mere."]),
        ("tryg", ["L2: En pladsholder."]),
    ]
    assert {one.author for one in found} == {"aftale"}


def test_the_page_is_the_same_as_without_them() -> None:
    assert _OF_COMMENTS.sub("", _page(_with_comments())) == _page(write(ONE, reference()))


def test_the_same_comments_give_the_same_bytes() -> None:
    assert _with_comments() == _with_comments()


def test_a_document_without_comments_has_no_part_for_them() -> None:
    assert "word/comments.xml" not in zips.parts(write(ONE, reference()))
