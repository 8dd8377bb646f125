"""A source has limits, and is read up to each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Rejected
from generator.plan.source import codes, mistakes, read
from generator.plan.source.parse import DEEPEST, MOST_ALIASED, parse
from generator.plan.source.prose import complaints
from generator.plan.source.prose.about_lines import DEEPEST as DEEPEST_LISTS
from generator.plan.source.read import read_yaml, read_yaml_bytes
from generator.plan.source.tree import Tree


def told(text: str) -> list[str]:
    """The codes of what is wrong with the text."""
    try:
        return [finding.code for finding in read_yaml_bytes(text.encode(), "x.yaml").findings]
    except Rejected as rejected:
        return [finding.code for finding in rejected.findings]


def hint(text: str) -> str:
    """The hint for the one thing that is wrong with the text."""
    with pytest.raises(Rejected) as rejected:
        read_yaml_bytes(text.encode(), "x.yaml")
    [finding] = rejected.value.findings
    return f"{finding.message} | {finding.hint}"


def nested(levels: int, inside: str = "") -> str:
    """Lists in lists."""
    return "[" * levels + inside + "]" * levels


def test_a_file_of_five_megabytes_is_read_and_no_larger_one(tmp_path: Path) -> None:
    assert read.LARGEST == 5_000_000
    largest = b"navn: x #".ljust(5_000_000, b"#")
    assert read_yaml_bytes(largest, "x.yaml").data == {"navn": "x"}
    for size, codes_told in ((5_000_000, []), (5_000_001, [codes.TOO_LARGE])):
        (tmp_path / "x.yaml").write_bytes(largest.ljust(size, b"#"))
        try:
            found = read_yaml(tmp_path / "x.yaml", "x.yaml").findings
        except Rejected as rejected:
            found = rejected.findings
        assert [finding.code for finding in found] == codes_told


def test_what_stands_fifty_deep_is_read_and_nothing_deeper() -> None:
    assert DEEPEST == 50
    assert told(nested(50)) == []
    assert told(nested(51)) == told(nested(50, "x")) == [codes.TOO_DEEP]


def test_an_alias_is_as_deep_as_what_it_stands_for() -> None:
    assert told(f"a: &a {nested(24)}\nb: {nested(24, '*a')}\n") == []
    assert told(f"a: &a {nested(24)}\nb: {nested(25, '*a')}\n") == [codes.TOO_DEEP]


@pytest.mark.parametrize("large", [
    f"[{', '.join('x' * (MOST_ALIASED // 2 - 1))}]",
    "x" * (100 * (MOST_ALIASED // 2 - 1)),
], ids=["many values", "a long text"])  # fmt: skip
def test_aliases_may_stand_for_so_much_and_no_more(large: str) -> None:
    assert told(f"a: &a {large}\nb: *a\nc: *a\n") == []
    assert told(f"a: &a {large}\nb: *a\nc: *a\nd: &d x\ne: *d\n") == [codes.ALIAS]


def test_of_many_characters_that_nobody_sees_the_first_twenty_are_told() -> None:
    assert told("a: \a" + "\a" * 18) == [codes.CONTROL_CHARACTER] * 19
    assert told("a: \a" + "\a" * 40) == [codes.CONTROL_CHARACTER] * read.MOST_STRANGE


def test_a_hint_shows_a_text_in_quotes_unless_it_is_long() -> None:
    assert mistakes.LONGEST_SHOWN == 80
    short, long = ("a: ".ljust(length, "x") for length in (80, 81))
    assert f'put the text in quotes: navn: "{short}"' in hint(f"navn: {short}")
    assert hint(f"navn: {long}").endswith("put the text in quotes")


def test_a_message_shows_the_beginning_of_a_line_that_is_no_key() -> None:
    assert mistakes.LONGEST_NAMED == 40
    text = "x" * mistakes.LONGEST_NAMED
    assert f"`{text}` is neither a key" in hint(f"navn: x\n{text}y\nmidler: x\n")


def test_lists_stand_four_deep_in_prose_and_no_deeper() -> None:
    assert DEEPEST_LISTS == 4
    assert complaints("- " * 4 + "dybt") == []
    assert len(complaints("- " * 5 + "dybt")) == 1


def test_the_events_of_a_tree_are_kept_only_where_they_are_asked_for() -> None:
    for with_events in (False, True):
        tree, _ = parse("a: &x [1, {b: c}]\nd: *x\n", "x.yaml", with_events=with_events)
        assert tree
        assert {one.events is not None for one in values(tree)} == {with_events}


def values(tree: Tree) -> list[Tree]:
    """The value and all in it, keys and aliases too."""
    inner: list[Tree] = []
    if isinstance(tree.value, list):
        inner = tree.value
    elif isinstance(tree.value, dict):
        inner = [one for pair in tree.value.values() for one in pair]
    return [tree, *(value for one in inner for value in values(one))]
