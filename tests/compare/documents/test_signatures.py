"""Redlines of what parties sign: whoever comes, goes, moves, or signs otherwise."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.compare.documents import redline
from generator.document.model import Block, Document, Signature
from generator.formats.word import write
from tests.compare.documents.test_redline import holds
from tests.support.package_reading import Docx, W, text
from tests.support.word_samples import document, h, p, reference

NAMES = [f"Part {letter}" for letter in "abcdefgh"]


def block(party: str, name: str = "", title: str = "", organisation: str = "",
          digital: bool = False) -> Signature:
    return Signature(party, party.lower().replace(" ", "_"), name, title, organisation, digital=digital)


blocks = st.lists(st.sampled_from(NAMES), unique=True, max_size=8).flatmap(
    lambda parties: st.tuples(*[
        st.builds(block, st.just(party), st.sampled_from(["", "Ane"]), st.sampled_from(["", "leder"]),
                  st.sampled_from([party, "Et andet navn"]), st.booleans()) for party in parties]))


def agreement(signatures: tuple[Signature, ...]) -> Document:
    around: tuple[Block, ...] = (h(1, "Underskrifter"), p("Parterne tiltræder aftalen."))
    return document(*around, *signatures, h(1, "Aftaledokumenter"), p("Efter."))


@settings(max_examples=60)
@given(blocks, blocks)
@example(tuple(map(block, NAMES[:4])), tuple(map(block, NAMES[:5])))
@example(tuple(map(block, NAMES[:6])), tuple(map(block, NAMES[1:6])))
def test_the_redline_of_any_two_rows_of_signatures_holds_both(
        old: tuple[Signature, ...], new: tuple[Signature, ...]) -> None:
    holds(agreement(old), agreement(new))


def test_a_party_that_comes_last_leaves_the_pairs_before_it_as_they_are() -> None:
    old, new = (agreement(tuple(map(block, NAMES[:number]))) for number in (6, 7))
    doc = Docx(write(redline(old, new), reference()))
    assert [text(row)[:4] for row in doc.body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}ins") is not None] == [
        "Part", "Dato", "Unde", "Navn", "Tite"]
    assert not list(doc.body.iter(f"{W}del"))


def test_a_new_signer_of_a_party_is_a_change_of_the_name_in_its_own_cell() -> None:
    changed = [block(party, name="Bo" if party == "Part c" else "Ane") for party in NAMES[:5]]
    old = agreement(tuple(block(party, name="Ane") for party in NAMES[:5]))
    doc = Docx(write(redline(old, agreement(tuple(changed))), reference()))
    assert [text(one) for one in doc.body.iter(f"{W}ins")] == ["Bo"]
    assert ["".join(one.itertext()) for one in doc.body.iter(f"{W}del")] == ["Ane"]
