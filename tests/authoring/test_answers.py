"""What is said of an answer that cannot be taken."""

from __future__ import annotations

import re

import pytest

from generator.authoring import answers
from generator.workspace.folders import NotFound


@pytest.mark.parametrize("text", ["A Kommune", ":kommune", "A Kommune:", ""])
def test_a_party_without_a_name_or_a_type_is_told_how_to_write_one_with_nobodys_name(text: str) -> None:
    with pytest.raises(NotFound) as refused:
        answers.party(text)
    shown = re.match(r"write as (.+?);", refused.value.hint)
    assert shown and answers.party(shown[1]) == ("Kommunen NN", "kommune")
