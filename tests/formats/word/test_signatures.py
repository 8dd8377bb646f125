"""The block that a party signs."""

from __future__ import annotations

import pytest

from generator.document.model import Signature
from tests.support.package_reading import W, text, val
from tests.support.word_samples import findings_of, h, written

BLANK = Signature("Viborg Kommune", "underskrift_viborg_kommune")


def test_a_blank_block_has_rules_for_date_signature_name_and_title() -> None:
    label, rules, captions, name, title = written(BLANK).paragraphs
    assert text(label) == "Viborg Kommune"
    assert len(list(rules.iter(f"{W}tab"))) == 3
    assert text(captions) == "DatoUnderskrift"
    for field, caption in ((name, "Navn"), (title, "Titel")):
        assert text(field) == caption
        assert len(list(field.iter(f"{W}tab"))) == 2


def test_a_known_name_and_title_stand_in_place_of_the_rules() -> None:
    block = Signature("Viborg Kommune", "a", "Ane Ø. Eksempel", "Direktør & chef")
    *_, name, title = written(block).paragraphs
    assert text(name) == "NavnAne Ø. Eksempel"
    assert text(title) == "TitelDirektør & chef"
    assert len(list(name.iter(f"{W}tab"))) == 1


def test_a_block_never_breaks_over_a_page_and_stays_with_its_heading() -> None:
    heading, *block = written(h(1, "Underskrifter"), BLANK, Signature("Sct. Jørgen", "b")).paragraphs
    assert heading.find(f"{W}pPr/{W}keepNext") is not None
    for one in (block[:5], block[5:]):
        assert all(paragraph.find(f"{W}pPr/{W}keepLines") is not None for paragraph in one)
        kept = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in one]
        assert kept == [True] * 4 + [False]


def test_the_rules_are_tab_leaders_of_the_style_and_no_typed_underscores() -> None:
    doc = written(BLANK)
    style = doc.styles.find(f"{W}style[@{W}styleId='{val(doc.paragraphs[1], 'pPr/pStyle')}']")
    assert style.find(f"{W}pPr/{W}tabs/{W}tab[@{W}leader='underscore']") is not None
    assert "_" not in "".join(text(paragraph) for paragraph in doc.paragraphs)


def test_the_anchor_is_a_bookmark_around_the_label() -> None:
    label = written(BLANK).paragraphs[0]
    inside = [child.tag.removeprefix(W) for child in label][1:]
    assert inside == ["bookmarkStart", "r", "bookmarkEnd"]
    assert label.find(f"{W}bookmarkStart").get(f"{W}name") == "underskrift_viborg_kommune"


@pytest.mark.parametrize("anchor", ["", "1a", "a-b", "å", "a" * 41, "a b"])
def test_an_anchor_that_cannot_be_a_bookmark_is_refused(anchor: str) -> None:
    [finding] = findings_of(Signature("x", anchor))
    assert finding.code == "W8"


def test_an_anchor_that_stands_twice_is_refused() -> None:
    [finding] = findings_of(BLANK, BLANK)
    assert "stands at two blocks" in finding.message
