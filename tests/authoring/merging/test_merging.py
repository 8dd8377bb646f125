"""Two people change one plan at once: what merges, what is a conflict, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.merging import conflict, merged
from generator.plan.source.read import read_yaml_bytes
from tests.conftest import ROOT

CASES = ROOT / "tests/cases/merging"
PLAN = (CASES / "plan.yaml").read_text(encoding="utf-8")
Case = dict[str, list[str]]
CHANGES: dict[str, dict[str, Case]] = yaml.safe_load((CASES / "changes.yaml").read_text("utf-8"))
BOTH_SURVIVE, CLASHES = CHANGES["both survive"], CHANGES["a conflict"]

def _with(*changes: Sequence[str]) -> bytes:
    text = PLAN
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.encode()


def _changes(case: Case, turned: bool) -> tuple[list[str], list[str]]:
    one, other = case["one"], case["other"]
    return (other, one) if turned else (one, other)


def _data(text: bytes) -> Any:
    return read_yaml_bytes(text, "plan.yaml").data


@pytest.mark.parametrize("name", BOTH_SURVIVE)
@pytest.mark.parametrize("turned", [False, True])
def test_changes_that_are_not_of_the_same_thing_both_survive(name: str, turned: bool) -> None:
    one, other = _changes(BOTH_SURVIVE[name], turned)
    done = merged(PLAN.encode(), _with(one), _with(other), "plan.yaml")
    assert done.conflicts == 0, done.text.decode()
    assert _data(done.text) in list(_one_after_the_other(one, other))


def _one_after_the_other(one: Sequence[str], other: Sequence[str]) -> Iterator[Any]:
    """Data of the plan with both changes, in either order, as far as the second still finds its place."""
    for first, second in ((one, other), (other, one)):
        text = PLAN.replace(first[0], first[1])
        if second == first:
            yield _data(text.encode())
        elif second[0] in text:
            yield _data(text.replace(second[0], second[1]).encode())


@pytest.mark.parametrize("name", CLASHES)
@pytest.mark.parametrize("turned", [False, True])
def test_what_both_changed_is_a_conflict_at_its_lines_alone(name: str, turned: bool) -> None:
    one, other = _changes(CLASHES[name], turned)
    apart = ("navn: Værested", "navn: Værestedet")
    done = merged(PLAN.encode(), _with(one), _with(other, apart), "plan.yaml")
    assert done.conflicts == 1
    text = done.text.decode()
    assert text.count("<<<<<<< ours\n") == text.count("=======\n") == text.count(">>>>>>> theirs\n") == 1
    if name != "a key that both added at two places":
        between = text[text.index("<<<<<<<") : text.index(">>>>>>>")]
        assert between.count("\n") <= 12, text
        assert "navn: Værestedet" in text


@dataclass(frozen=True)
class _Leaf:
    line: int
    old: str


LEAVES = [_Leaf(n, line) for n, line in enumerate(PLAN.splitlines()) if line.strip() and "#" not in line]


@given(st.lists(st.tuples(st.sampled_from(LEAVES), st.booleans(), st.integers(0, 9)), min_size=1, max_size=6))
def test_no_change_of_a_line_is_lost_and_no_merge_is_silently_another(
    edits: list[tuple[_Leaf, bool, int]],
) -> None:
    sides = [PLAN.splitlines(), PLAN.splitlines()]
    for leaf, is_mine, number in edits:
        lines = sides[0 if is_mine else 1]
        end = "." if leaf.old.endswith(".") else ""
        if leaf.old.rstrip().endswith(("|", ":", "}", "]")):
            continue
        lines[leaf.line] = f"{leaf.old.rstrip('.')}{number}{end}"
    mine, theirs = (("\n".join(lines) + "\n").encode() for lines in sides)
    done = merged(PLAN.encode(), mine, theirs, "plan.yaml")
    base = PLAN.splitlines()
    both = [n for n, line in enumerate(base) if line != sides[0][n] != sides[1][n] != line]
    text = done.text.decode()
    for side in sides:
        assert all(line in text for line, old in zip(side, base, strict=True) if line != old)
    if not done.conflicts:
        assert not both
        wanted = [m if m != b else t for b, m, t in zip(base, *sides, strict=True)]
        assert _data(done.text) == _data(("\n".join(wanted) + "\n").encode())


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_what_is_no_yaml_is_never_merged_in_silence(base: str, mine: str, theirs: str) -> None:
    first, second, third = (text.encode("utf-8", "replace") for text in (base, mine, theirs))
    done = merged(first, second, third, "plan.yaml")
    if not done.conflicts:
        read_yaml_bytes(done.text, "plan.yaml")


def test_a_file_with_the_line_ends_of_windows_keeps_them() -> None:
    mine = _with(("beboere: 3.220", "beboere: 3.230")).replace(b"\n", b"\r\n")
    done = merged(PLAN.encode(), mine, _with(("lejemål: 1.630", "lejemål: 1.640")), "plan.yaml")
    assert not done.conflicts
    assert b"beboere: 3.230\r\n" in done.text and b"1.640\r\n" in done.text and b"\n\n" not in done.text


def test_a_file_that_cannot_be_read_is_one_conflict_that_says_why() -> None:
    done = merged(PLAN.encode(), b"navn: [\n", PLAN.encode(), "plan.yaml")
    assert done.conflicts == 1
    assert done.trouble
    assert done.text.startswith(b"<<<<<<< ours\nnavn: [\n=======\n# Helhedsplanen")


def test_a_file_that_both_made_anew_merges_where_it_says_the_same() -> None:
    assert merged(b"", PLAN.encode(), PLAN.encode(), "plan.yaml").text == PLAN.encode()
    assert merged(b"", PLAN.encode(), _with(("beboere: 3.220", "beboere: 9")), "plan.yaml").conflicts == 1


def test_what_has_no_line_at_its_end_is_whole_in_a_conflict() -> None:
    assert conflict(b"a: 1", b"b: 2\n") == b"<<<<<<< ours\na: 1\n=======\nb: 2\n>>>>>>> theirs\n"
