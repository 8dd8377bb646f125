"""A document as a value: its blocks in order, its texts, the two documents that marks hold, and its gaps."""

from __future__ import annotations

import pytest

from generator.base.values import replace
from generator.document import revision_marks
from generator.document.gaps import GAP, KNOWN_GAP, gaps, unexplained
from generator.document.model import (
    Block,
    Document,
    LineBreak,
    Mark,
    Origin,
    PageBreak,
    Paragraph,
    Run,
    Signature,
)
from generator.document.reading import text_of, walk
from generator.document.revision_marks import DELETED, INSERTED
from tests.support.word_samples import cell, document, h, items, p, row, table

GONE, CAME = p("ud"), p("ind")


def test_blocks_come_in_reading_order_each_before_those_inside_it() -> None:
    inner = items("b")
    whole = items((p("a"), inner))
    grid = table(row("c", cell("d", "e")))
    texts = [text_of(document(block)).partition("\n")[0] for block in walk((whole, grid, p("f")))]
    assert list(walk((whole,)))[:3] == [whole, p("a"), inner]
    assert texts == ["a", "a", "b", "b", "Tabel", "c", "d", "e", "f"]


def test_the_text_has_a_line_for_each_paragraph_and_for_a_signature() -> None:
    one = document(h(1, "Formål"), Paragraph((Run("a "), Run("b", bold=True), LineBreak(), Run("c"))),
                   PageBreak(), Signature("Viborg Kommune", "x", title="Direktør"), items("d"))
    assert text_of(one) == "Formål\na bc\nViborg Kommune Direktør\nd"


def test_a_mark_says_whether_it_stands_in_the_old_document_only() -> None:
    assert [Mark(kind).is_old for kind in ("inserted", "moved-to", "deleted", "moved-from")] == [
        False, False, True, True]


def test_a_mark_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(AssertionError):
        _ = Mark("omskrevet").is_old  # type: ignore[arg-type]


@pytest.mark.parametrize("thing", [
    replace(p("x"), mark=INSERTED),
    Paragraph((Run("x", mark=INSERTED),)),
    Paragraph((LineBreak(mark=INSERTED),)),
    replace(table(row("x", "y")), caption=(Run("x", mark=DELETED),)),
    table(replace(row("x", "y"), mark=DELETED)),
    table(row(cell(replace(p("x"), mark=DELETED)), "y")),
    replace(items("x"), items=(replace(items("x").items[0], mark=DELETED),)),
    items((p("x"), replace(p("y"), mark=DELETED))),
    Signature("x", "a", was=Signature("y", "a")),
    PageBreak(mark=INSERTED),
])
def test_a_mark_is_seen_wherever_it_stands(thing: Block) -> None:
    assert revision_marks.has_marks((p("før"), thing))
    for one in (revision_marks.accepted, revision_marks.rejected):
        assert not revision_marks.has_marks(one(document(thing)).blocks)


def test_a_document_without_marks_is_both_the_old_and_the_new() -> None:
    whole = document(h(1, "x"), items("a"), table(row("x", "y")), Signature("x", "a"), PageBreak())
    assert not revision_marks.has_marks(whole.blocks)
    assert revision_marks.accepted(whole) == revision_marks.rejected(whole) == whole


def test_accepting_gives_the_new_document_and_rejecting_the_old() -> None:
    was, now = Signature("gammel", "a"), Signature("ny", "a")
    both = document(replace(GONE, mark=DELETED), replace(CAME, mark=INSERTED), replace(now, was=was),
                    Paragraph((Run("a"), Run("b", mark=DELETED), Run("c", mark=INSERTED))))
    assert revision_marks.accepted(both).blocks == (CAME, now, p("ac"))
    assert revision_marks.rejected(both).blocks == (GONE, was, p("ab"))


def test_runs_of_one_look_that_follow_each_other_are_one_and_those_of_two_are_not() -> None:
    content = (Run("a"), Run("b"), Run("c", bold=True), LineBreak(), Run("d"))
    assert revision_marks.content_side(content, old=False) == (
        Run("ab"), Run("c", bold=True), LineBreak(), Run("d"))


def _with_gaps(draft: bool) -> Document:
    origin = Origin("delaftale.html.j2", 7)
    return document(Paragraph((Run("[Formål udfyldes]", style=GAP),), origin=origin),
                    Paragraph((Run("[Mangler]", style=KNOWN_GAP), Run("tekst")), origin=origin), draft=draft)


def test_gaps_are_told_in_order_with_their_place_and_whether_they_are_known() -> None:
    found = gaps(_with_gaps(draft=True))
    assert [(gap.text, gap.known, gap.origin and gap.origin.line) for gap in found] == [
        ("[Formål udfyldes]", False, 7), ("[Mangler]", True, 7)]


def test_a_gap_that_nobody_has_explained_is_an_error_in_a_final_agreement_and_not_in_a_draft() -> None:
    final, draft = _with_gaps(draft=False), _with_gaps(draft=True)
    [finding] = unexplained(final, gaps(final))
    assert (finding.code, finding.place.file, finding.place.line) == ("C3", "delaftale.html.j2", 7)
    assert unexplained(draft, gaps(draft)) == []
