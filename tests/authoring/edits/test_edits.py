"""Single edits in YAML as people type it: what becomes of the text, and what is refused and why."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.authoring.edits import Add, Conflict, Edit, Move, Refused, Remove, Rename, Set, edited
from generator.plan.model.helhedsplan import Helhedsplan
from tests.authoring.format.test_format import MODELS
from tests.conftest import ROOT
from tests.support.both_languages import english_in, speaking

CASES = sorted((ROOT / "tests" / "cases" / "edits").glob("*.txt"))
KINDS: dict[str, Any] = {"set": Set, "add": Add, "remove": Remove, "move": Move, "rename": Rename}
TWO_PARTIES = "parter:\n  - navn: A\n  - navn: B\n"


def edit_of(line: str) -> Edit:
    """The edit of a case: `{"set": [keys…], "value": …}`."""
    told = json.loads(line)
    kind = next(kind for kind in KINDS if kind in told)
    made: Edit = KINDS[kind](tuple(told.pop(kind)), **told)
    return made


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_case_comes_out_as_written_below_it_and_goes_back(path: Path) -> None:
    head, typed, wanted = re.split(r"^====\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    kind, *lines = head.splitlines()
    edits = [edit_of(line) for line in lines]
    try:
        made = edited(typed, edits, MODELS[kind])
    except (Refused, Conflict) as told:
        assert f"{type(told).__name__}: {told}\n" == wanted
        with speaking("da"), pytest.raises((Refused, Conflict)) as in_danish:
            edited(typed, edits, MODELS[kind])
        assert not english_in(str(in_danish.value))
        return
    assert made.text == wanted
    assert edited(made.text, made.inverse, MODELS[kind]).text == typed


@pytest.mark.parametrize(
    ("typed", "edit", "wanted"),
    [
        ("navn: X\r\nmidler: y\r\n", Set(("navn",), "Z"), "navn: Z\r\nmidler: y\r\n"),
        ("\ufeffnavn: X\n", Set(("navn",), "Z"), "\ufeffnavn: Z\n"),
        ("\ufeffnavn: X", Add(("midler",), "y"), "\ufeffnavn: X\nmidler: y"),
        ("a: X\r\nparter:\r\n", Add(("parter", 0), {"navn": "A"}), "a: X\r\nparter:\r\n  - navn: A\r\n"),
        (TWO_PARTIES[:-1], Move(("parter", 1), 0), "parter:\n  - navn: B\n  - navn: A"),
        (TWO_PARTIES[:-1], Remove(("parter", 1)), "parter:\n  - navn: A"),
        ("navn:\tX\t# a\tb\n", Set(("navn",), "Y\tZ"), 'navn:\t"Y\\tZ"\t# a\tb\n'),
        ("navn: X\t \nmidler: y \n", Set(("midler",), "z"), "navn: X\t \nmidler: z \n"),
        ("", Add(("navn",), "X"), "navn: X\n"),
        ("vision:", Set(("vision",), "En.\n\nTo."), "vision: |\n  En.\n\n  To."),
        ("# intet endnu\n", Add(("parter", 0, "navn"), "A"), "# intet endnu\nparter:\n  - navn: A\n"),
        ("{}\n", Add(("navn",), "X"), "navn: X\n"),
        ("navn: X\n", Remove(("navn",)), ""),
        ("navn: &a X\nmidler: *a\nstatus: q\n", Set(("status",), "z"), "navn: &a X\nmidler: *a\nstatus: z\n"),
    ],
)  # fmt: skip
def test_line_ends_a_mark_of_byte_order_tabs_and_an_empty_file_are_as_they_were(
    typed: str, edit: Edit, wanted: str
) -> None:
    made = edited(typed, [edit], Helhedsplan)
    assert made.text == wanted
    assert edited(made.text, made.inverse, Helhedsplan).text == typed


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("navn: X\nnavn: Y\n", "the file has an error in line 2: the key `navn` stands here again"),
        ("navn: [X\n", "the file has an error in line 1"),
        ("navn: &a X\nmidler: *a\n", "is used again elsewhere"),
        ("midler: &a X\nnavn: *a\n", "stands there for what stands elsewhere"),
    ],
)
def test_what_is_not_sure_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(Refused, match=re.escape(reason)):
        edited(typed, [Set(("navn",), "Z")], Helhedsplan)


def test_another_value_than_the_expected_one_is_a_conflict_that_tells_both() -> None:
    with pytest.raises(Conflict) as told:
        edited(TWO_PARTIES, [Set(("parter", 1, "navn"), "C", "A")], Helhedsplan)
    assert (told.value.expected, told.value.found) == ("A", "B")
    with pytest.raises(Conflict, match="None was expected, and 'A' stands there"):
        edited(TWO_PARTIES, [Add(("parter", 0, "navn"), "C")], Helhedsplan)


def test_an_edit_is_undone_where_it_stands_now_and_what_others_wrote_stays() -> None:
    typed = "navn:   X  # a\nparter:\n  # om A\n  - navn: A\n  - navn: B\n"
    edits: list[Edit] = [Set(("navn",), "Y"), Remove(("parter", 0)), Move(("parter", 0), 1)]
    for edit in (*edits, Add(("status",), "udkast")):
        made = edited(typed, [edit], Helhedsplan)
        others = edited("# ny\n\n" + made.text, [Add(("beboere",), "7")], Helhedsplan)
        undone = edited(others.text, made.inverse, Helhedsplan).text
        assert undone == edited("# ny\n\n" + typed, [Add(("beboere",), "7")], Helhedsplan).text


def test_an_edit_whose_value_another_has_changed_is_not_undone() -> None:
    made = edited(TWO_PARTIES, [Set(("parter", 0, "navn"), "C")], Helhedsplan)
    theirs = made.text.replace("C", "D")
    with pytest.raises(Conflict, match="'C' was expected, and 'D' stands there"):
        edited(theirs, made.inverse, Helhedsplan)


def test_of_several_edits_none_is_made_where_one_is_refused() -> None:
    with pytest.raises(Refused, match="nothing stands there"):
        edited(TWO_PARTIES, [Set(("parter", 0, "navn"), "C"), Remove(("navn",))], Helhedsplan)


def test_the_keys_of_a_value_may_come_in_any_order_and_are_written_in_the_models() -> None:
    text = "parter:\n  - navn: Boligselskabet\n    type: boligorganisation\n"
    made = edited(text, [Add(("parter", 1), {"type": "kommune", "navn": "Kommunen"})], Helhedsplan)
    assert made.text == f"{text}  - navn: Kommunen\n    type: kommune\n"
    assert edited(made.text, made.inverse, Helhedsplan).text == text
