"""Documents as people see them: nothing that no file may have, and all else as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.imported.seen import as_seen
from generator.document.model import Document, Heading, List, ListItem, Paragraph, Run
from generator.document.reading import text_of
from generator.plan.source.characters import unwanted


def document(said: str) -> Document:
    line = (Run(said),)
    return Document("", (Heading(1, line), Paragraph(line), List((ListItem((Paragraph(line),)),))))


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_no_character_is_left_that_a_file_may_not_have(said: str) -> None:
    assert [*unwanted(text_of(as_seen(document(said))), in_prose=False)] == []


@given(st.text(st.sampled_from("aæ Å1.–»«\u00a0\u2011"), max_size=30))
def test_what_people_can_see_stays(said: str) -> None:
    assert as_seen(document(said)) == document(said)
