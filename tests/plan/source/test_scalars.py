"""A text is written as YAML so that it is read as the same text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.source.characters import unwanted
from generator.plan.source.scalars import escaped, quoted, scalar
from tests.support.typist import LOADERS

Write = Callable[[str], str]
SIGNS = st.text(st.sampled_from(" ,[]{}#&*!|>'\"%@`-?:.<=\\~_aÅ1\n\t\u00a0«𝄞"), min_size=1, max_size=8)
TEXTS = SIGNS | st.text(min_size=1).filter(lambda text: not any(unwanted(text)))
"""Texts that a source can hold: all characters can be seen."""


@given(TEXTS)
@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("write", [scalar, escaped, quoted])
def test_a_text_is_read_as_it_was_below_a_key_and_in_a_list(write: Write, loader: Any, text: str) -> None:
    written = write(text)
    assert yaml.load(f"{written}: {written} # x\nk:\n  - {written}\n", loader) == {text: text, "k": [text]}


@given(TEXTS)
@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("write", [lambda text: scalar(text, in_brackets=True), escaped, quoted])
def test_a_text_is_read_as_it_was_within_brackets(write: Write, loader: Any, text: str) -> None:
    written = write(text)
    assert yaml.load(f"- [{written}, {written}]\n- {{{written}: {written}}}\n", loader) == [
        [text, text], {text: text},
    ]  # fmt: skip


@given(TEXTS)
@pytest.mark.parametrize("write", [scalar, escaped, quoted])
def test_whatever_the_text_is_it_stands_on_one_line(write: Write, text: str) -> None:
    assert "\n" not in write(text)
    assert "\r" not in write(text)


@pytest.mark.parametrize(
    ("text", "below_a_key", "in_brackets", "in_a_hint"),
    [
        ("Køge Kommune", "Køge Kommune", "Køge Kommune", '"Køge Kommune"'),
        ("afd. 1, øst", "afd. 1, øst", '"afd. 1, øst"', '"afd. 1, øst"'),
        ('Planen "Vi"', 'Planen "Vi"', 'Planen "Vi"', "'Planen \"Vi\"'"),
        ('"Vi" & de andre', r'"\"Vi\" & de andre"', r'"\"Vi\" & de andre"', "'\"Vi\" & de andre'"),
        ("mål: ro", '"mål: ro"', '"mål: ro"', '"mål: ro"'),
        ("a #b", '"a #b"', '"a #b"', '"a #b"'),
        ("- x", '"- x"', '"- x"', '"- x"'),
        ("~", '"~"', '"~"', '"~"'),
        ("14.600", "14.600", "14.600", '"14.600"'),
        ("a\\b's", "a\\b's", "a\\b's", "'a\\b''s'"),
        ("", '""', '""', '""'),
    ],
)
def test_quotes_stand_where_they_are_needed(
    text: str, below_a_key: str, in_brackets: str, in_a_hint: str
) -> None:
    assert (scalar(text), scalar(text, in_brackets=True), quoted(text)) == (
        below_a_key, in_brackets, in_a_hint,
    )  # fmt: skip
