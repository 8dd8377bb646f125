"""Limits of the comparison that docs/word/redlines.md names, each at its edge; the rules of any redline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from generator.compare.documents import redline
from generator.compare.documents.blocks import _paired, _Unit, merged_body
from generator.compare.documents.matching import matches
from generator.compare.documents.words import compare
from generator.document.model import (
    Block,
    Document,
    Heading,
    Inline,
    LineBreak,
    List,
    Mark,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
)
from generator.document.reading import content_of, walk
from generator.document.revision_marks import DELETED, INSERTED
from tests.support import documents_with_edits
from tests.support.word_samples import document, h, items, p, row, table


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    """The kinds of the marks on the blocks, in their order; nothing for a block that stays."""
    return [block.mark.kind if block.mark else "" for block in blocks]


def test_words_stay_where_a_third_of_the_letters_is_shared_and_not_where_less_is() -> None:
    old = (Run("fælles mere vægt"),)
    assert not compare(old, (Run("fælles andet tekster"),)).replaced, "6 of 18 letters"
    assert compare(old, (Run("fælles andet teksters"),)).replaced, "6 of 19 letters"


def test_a_section_moves_if_it_has_six_words_to_say_and_not_with_five() -> None:
    six = "Første andet tredje fjerde femte sjette"
    for said, kind in ((six, "moved-from"), (six.rpartition(" ")[0], "deleted")):
        old = (p(said), p("Bliver her som den er nu"), p("Bliver også her hvor den står"))
        marked = merged_body(old, (*old[1:], old[0]))
        assert kinds(marked)[0] == kind


def test_of_two_that_changed_places_that_moves_which_says_less() -> None:
    long = p("Bestyrelsen godkender den årlige evaluering og sender resultaterne videre til kommunen")
    short = p("Sekretariatet samler tallene ind fra alle afdelinger hvert forår")
    assert kinds(merged_body((long, short), (short, long))) == ["moved-to", "", "moved-from"]
    assert kinds(merged_body((short, long), (long, short))) == ["moved-from", "", "moved-to"]


def test_words_that_two_texts_begin_and_end_with_stay_where_there_are_two() -> None:
    for old, new, out in (
        ("At flere er frivillige i bydelen", "At flere møder naboerne", "er frivillige i bydelen"),
        ("Antal frivillige i bydelen", "Antal beboermøder", "Antal frivillige i bydelen"),
    ):
        content = compare((Run(old),), (Run(new),)).content
        assert [one.text for one in content if isinstance(one, Run) and one.mark == DELETED] == [out]


def test_a_cell_of_one_text_is_compared_by_words_however_little_is_left_of_it() -> None:
    old, new = (table(row("Mål", said), columns=(1, 1), caption="")
                for said in ("At flere arbejder frivilligt i bydelen", "At flere møder naboerne"))
    [marked] = redline(document(old), document(new)).blocks
    assert isinstance(marked, Table)
    [block] = marked.rows[0].cells[1].blocks
    assert [inline.mark for inline in content_of(block)] == [None, DELETED, INSERTED]


def test_the_mark_of_a_draft_alone_is_no_change_of_what_is_agreed() -> None:
    draft, final = document(p("UDKAST", "Draft Mark"), p("Aftalen")), document(p("Aftalen"))
    assert redline(draft, final) is final
    assert redline(final, draft) is draft
    other = document(p("Aftalen gælder"))
    assert kinds(redline(draft, other).blocks) == ["deleted", ""]


def test_a_signature_is_known_elsewhere_however_few_words_it_has() -> None:
    old = (Signature("A", "a"), p("Bliver her som den er nu"), p("Bliver også her hvor den står"))
    assert kinds(merged_body(old, (*old[1:], old[0])))[0] == "moved-from"


def test_a_new_style_or_level_or_page_takes_a_block_out_and_puts_it_in_again() -> None:
    for old, new in ((p("Samme ord"), p("Samme ord", "Lead")), (h(1, "Samme ord"), h(2, "Samme ord")),
                     (h(1, "Samme ord"), h(1, "Samme ord", new_page=True))):
        assert kinds(redline(document(old, p("Slut")), document(new, p("Slut"))).blocks) == [
            "deleted", "inserted", ""]


def test_another_number_of_columns_takes_out_all_rows_and_puts_all_in() -> None:
    old = table(row("a", "b"), columns=(1, 1), caption="")
    new = table(row("a", "b", "c"), columns=(1, 1, 1), caption="")
    assert kinds(redline(document(p("x"), old), document(p("x"), new)).blocks) == ["", "deleted", "inserted"]


def test_columns_of_other_widths_mark_nothing() -> None:
    old, new = (table(row("a", "b"), columns=columns, caption="") for columns in ((1, 1), (2, 1)))
    assert redline(document(old), document(new)).blocks == (new,)


def test_a_block_cannot_become_one_of_another_kind() -> None:
    with pytest.raises(TypeError, match="a List cannot have been a Paragraph"):
        _paired(p("x"), items("x"), None)
    assert _Unit(p("x")) != _Unit(p("x"), new_page=True)


def test_documents_that_are_equal_give_the_new_one_itself() -> None:
    old, new = document(p("x"), title="En"), document(p("x"), title="To")
    assert redline(old, new) is new


def test_long_edits_without_anything_unique_are_matched_by_turns() -> None:
    old, new = list("ab" * 400), list("ba" * 100 + "bbaa" * 150)
    pairs = matches(old, new)
    assert len(pairs) > 300
    assert all(old[i] == new[j] for i, j in pairs)


def marks(blocks: tuple[Block, ...]) -> Iterator[tuple[Mark, list[object]]]:
    """Each mark, with all that is inside the thing which carries it."""
    for block in walk(blocks):
        if block.mark:
            yield block.mark, _inside(block)
        things = block.items if isinstance(block, List) else getattr(block, "rows", ())
        for thing in things:
            if thing.mark:
                parts = thing.cells if hasattr(thing, "cells") else (thing,)
                yield thing.mark, [one for part in parts for inner in part.blocks for one in _inside(inner)]


def _inside(block: Block) -> list[object]:
    return [thing for inner in walk((block,)) for thing in (
        *(() if inner is block else (inner,)), *content_of(inner), *getattr(inner, "items", ()),
        *getattr(inner, "rows", ()))]


@settings(max_examples=150)
@given(documents_with_edits.revised())
def test_a_mark_holds_for_all_inside_but_for_words_that_were_edited_in_what_moved(
    both: tuple[Document, Document],
) -> None:
    for mark, inside in marks(redline(*both).blocks):
        own = [thing for thing in inside if getattr(thing, "mark", None)]
        assert own == [] or mark.move
        assert all(isinstance(one, (Run, LineBreak)) and one.mark in (INSERTED, DELETED)
                   and one.mark.is_old == mark.is_old for one in own)


@settings(max_examples=150)
@given(documents_with_edits.revised())
def test_what_moved_says_the_same_in_both_places_without_what_was_edited(
    both: tuple[Document, Document],
) -> None:
    said: dict[str, dict[bool, str]] = {}
    for mark, inside in marks(redline(*both).blocks):
        if mark.move:
            text = "".join(one.text for one in inside if isinstance(one, Run) and one.mark is None)
            sides = said.setdefault(mark.move, {True: "", False: ""})
            sides[mark.is_old] += text
    assert all(sides[True] == sides[False] for sides in said.values())


@settings(max_examples=150)
@given(documents_with_edits.revised())
def test_a_name_of_a_move_is_that_of_one_stretch_that_went_and_one_that_came(
    both: tuple[Document, Document],
) -> None:
    stretches: Counter[Mark] = Counter()
    last: Mark | None = None
    for mark in _moves(redline(*both).blocks):
        if mark is not None:
            stretches[mark] += mark != last
        last = mark
    assert set(stretches.values()) <= {1}
    assert all({Mark("moved-from", mark.move), Mark("moved-to", mark.move)} <= set(stretches)
               for mark in stretches)


def _moves(blocks: tuple[Block, ...]) -> Iterator[Mark | None]:
    for block in blocks:
        if not isinstance(block, List) or block.mark:
            yield block.mark if block.mark and block.mark.move else None
            continue
        for item in block.items:
            yield item.mark if item.mark and item.mark.move else None


def test_a_line_break_is_a_word_of_its_own() -> None:
    old: tuple[Inline, ...] = (Run("Gruppen mødes hver uge"), LineBreak(), Run("på torvet"))
    new = (*old[:1], *old[2:])
    content = compare(old, new).content
    assert [inline for inline in content if isinstance(inline, LineBreak)] == [LineBreak(Mark("deleted"))]


def stays_between(word: str, before: str, after: str) -> bool:
    """Whether a word stays between a word that became `before` and one that became `after`."""
    old, new = (f"Begynder ens {one} {word} {other} og slutter ens med samme lange hale"
                for one, other in (("alfa", "beta"), (before, after)))
    content = compare((Run(old),), (Run(new),)).content
    return any(inline.mark is None and word in inline.text.split() for inline in content
               if isinstance(inline, Run))


def test_a_word_of_three_letters_between_two_long_changes_goes_with_them() -> None:
    long = "fem seks syv otte ni", "tolv tretten fjorten femten seksten"
    assert not stays_between("den", *long)
    assert stays_between("dens", *long)
    assert stays_between("den", "fem seks", "tolv tretten")
    assert stays_between("den", long[0], "tolv tretten")


def test_what_moves_does_not_end_with_a_heading() -> None:
    first = (h(1, "Første"), p("Første afsnits tekst har mange ord om indsatsen"), h(1, "Sidste"))
    last = p("Denne bliver stående efter dem begge, hvor alle kender den fra den gamle aftale")
    stay = (p("Bliver her som den er nu"), p("Bliver også her hvor den står"), last)
    marked = merged_body((*first, p("gammelt indhold"), *stay), (*stay, *first, p("nyere stof")))
    moved = [block for block in marked if block.mark and block.mark.kind == "moved-to"]
    assert [type(block) for block in moved] == [Heading, Paragraph]


def test_a_page_break_that_nothing_follows_changes_nothing() -> None:
    assert merged_body((p("x"),), (p("x"), PageBreak())) == (p("x"),)


def test_a_heading_opens_what_comes_rather_than_to_end_it() -> None:
    def section(number: int) -> tuple[Heading, Paragraph]:
        return h(2, "Aktivitet"), p(f"Beskrivelse nummer {number} af det der sker")

    old, new = (*section(1), *section(3)), (*section(1), *section(2), *section(3))
    assert kinds(redline(document(*old), document(*new)).blocks) == ["", "", "inserted", "inserted", "", ""]
