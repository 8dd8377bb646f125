"""The Danish catalogue says all that the code says, and nothing else; what is compiled is what is written."""

from __future__ import annotations

import re
import string

import pytest

from tests.catalogue import DANISH, as_mo, as_po, danish, extracted, forms, updated
from tests.support.both_languages import english_in

VALUE = re.compile(r"\{\w+\}")


def _values(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_has_a_danish_one() -> None:
    assert not [m.id for m in updated(danish()) if m.id and not all(forms(m))]


def test_no_danish_sentence_is_left_over_or_uncertain() -> None:
    said = {(m.id, m.context) for m in extracted() if m.id}
    assert not [m.id for m in danish() if m.id and ((m.id, m.context) not in said or m.fuzzy)]


def test_both_languages_put_in_the_same_values() -> None:
    wrong = []
    for message in danish():
        translated = [text for text in forms(message) if text]
        if message.id and "python-brace-format" in message.flags:
            wanted = [_values(text) | {"n"} for text in forms(message, "id")]
            wrong += [message.id for text in translated if _values(text) | {"n"} not in wanted]
    assert not wrong


def test_no_english_is_left_in_the_danish() -> None:
    texts = [text for message in danish() if message.id for text in forms(message)]
    assert not [text for text in texts if english_in(VALUE.sub("", text))]


@pytest.mark.parametrize("ending", [".po", ".mo"])
def test_the_catalogue_is_as_the_code_and_the_translator_left_it(ending: str) -> None:
    catalogue = updated(danish())
    made = as_po(catalogue) if ending == ".po" else as_mo(catalogue)
    assert DANISH.with_suffix(ending).read_bytes() == made, "run python -m tests.catalogue"
