"""First sight of a run: what to mend, what to look at, what is empty; file by file, within the screen."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Code, Completeness, Finding, Place, Severity
from generator.base.language import speak
from generator.cli.reports.first_sight import FirstSight
from generator.cli.reports.screen import FULL, NARROWEST, WIDEST, Screen, broken
from generator.plan.rules.completeness import C1
from generator.run.outcomes import Done, Event, Outcome
from generator.workspace.folders import STRAY_FILE
from tests.conftest import Aftale, change

SHARED, OWN = "agreements/p/helhedsplan.yaml", "agreements/p/delaftale-x.yaml"
ERROR, WARNING, INFO = Code("V1"), Code("D5", Severity.WARNING), Code("K3", Severity.INFO)
OUTCOME = Outcome("p", "delaftale-x", Path("delaftale-x.docx"))


def finding(code: Code, line: int, file: str = OWN, message: str = "it is wrong") -> Finding:
    """A finding with a hint."""
    return Finding(code, message, "write it right", Place(file, line, 1 if line else 0))


def sight(*findings: Finding, screen: Screen | None = None, complete: tuple[Completeness, ...] = ()) -> str:
    """What is seen of them, without colours."""
    return re.sub(r"\033\[[0-9;]*m", "", coloured((OUTCOME, *findings, *complete), screen or Screen()))


def coloured(events: Iterable[Event], screen: Screen) -> str:
    sight = FirstSight(screen)
    for event in events:
        sight.add(event)
    return "".join(sight.parts())


def test_the_three_counts_come_first_also_when_there_is_nothing() -> None:
    assert sight() == "  To be mended   nothing\n  To look at     nothing\n  Still empty    nothing"


def test_each_count_says_how_much_there_is_of_it() -> None:
    seen = sight(finding(ERROR, 1), finding(WARNING, 2), finding(INFO, 3), finding(C1.milder, 4))
    assert seen.startswith(
        "  To be mended   1 error\n  To look at     1 warning, 1 info\n  Still empty    1 field\n\n"
    )


def test_a_finding_stands_under_the_name_of_its_file_with_its_line_alone() -> None:
    assert (
        f"To be mended\n\n{OWN}\n  line 7  V1  it is wrong\n              → write it right\n\n"
    ) in sight(finding(ERROR, 7))


def test_the_lines_and_the_codes_of_a_file_stand_in_columns() -> None:
    seen = sight(finding(ERROR, 7), finding(Code("Y14"), 120))
    assert "  line 7    V1   it is wrong\n" in seen and "  line 120  Y14  it is wrong\n" in seen


def test_what_many_documents_are_made_of_is_mended_first_and_what_stops_none_last() -> None:
    stray = finding(STRAY_FILE, 0, "agreements/p/notes.yaml")
    seen = sight(stray, finding(ERROR, 3), finding(ERROR, 9, "templates/x.j2"), finding(ERROR, 5, SHARED))
    files = ("templates/x.j2", SHARED, OWN, "agreements/p/notes.yaml")
    places = [seen.index(f"\n{file}\n") for file in files]
    assert places == sorted(places)
    assert "begin with templates/x.j2, line 9\n" in seen


def test_from_three_on_like_ones_are_told_once_with_their_number_and_their_lines() -> None:
    two = sight(finding(WARNING, 3), finding(WARNING, 8))
    assert two.count("it is wrong") == 2 and "more like it" not in two
    three = sight(*(finding(WARNING, line) for line in (3, 8, 12)))
    assert three.count("it is wrong") == 1
    assert "2 more like it: lines 8 and 12\n" in three
    assert three.endswith("`aftale check --verbose` tells each one by itself")


def test_of_many_like_ones_the_first_lines_are_named() -> None:
    many = sight(*(finding(WARNING, line) for line in range(1, 61)))
    assert "59 more like it: lines 2, 3, 4, 5, 6, 7, 8, 9 and 51 more\n" in many


def test_what_a_like_one_is_about_is_named_where_it_is_something_else() -> None:
    names = ("Elemarken", "Karlemosen", "Elemarken")
    found = (finding(WARNING, line, message=f"`{name}` is unknown") for line, name in enumerate(names, 4))
    assert "2 more like it: lines 5 (`Karlemosen`) and 6\n" in sight(*found)


def test_like_ones_of_two_files_or_of_two_weights_are_not_told_as_one() -> None:
    milder = Code("D5", Severity.INFO)
    found = [finding(WARNING, 1), finding(WARNING, 2), finding(WARNING, 3, SHARED), finding(milder, 4)]
    assert sight(*found).count("it is wrong") == 4


def test_the_other_place_is_named_by_its_line_and_by_its_file_where_that_is_another() -> None:
    here, there = Place(OWN, 7, 1), Place(SHARED, 6, 2)
    found = [Finding(ERROR, "no", "", Place(OWN, 2, 1), second) for second in (here, there)]
    seen = sight(*found)
    assert "see also line 7\n" in seen and f"see also {SHARED}, line 6\n" in seen


def test_an_empty_field_is_only_counted_with_the_next_one_of_its_file() -> None:
    complete = Completeness(OWN, 5, (("Formål", Place(OWN, 42, 8)),))
    seen = sight(finding(C1.milder, 42), complete=(complete,))
    assert f"Still empty\n\n{OWN}\n  5 of 6 fields filled; next: Formål, line 42\n" in seen
    assert "it is wrong" not in seen


def test_the_counts_are_told_again_after_more_than_a_screen() -> None:
    few = sight(finding(ERROR, 1))
    many = sight(*(finding(Code(f"V{number}"), number) for number in range(1, 20)))
    assert (few.count("To be mended   "), many.count("To be mended   ")) == (1, 2)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_line_is_broken_at_words_and_ends_within_the_screen(width: int) -> None:
    message = "De almene boligafdelinger i området har haft en stor fraflytning i de sidste fire år " * 3
    seen = sight(finding(ERROR, 7, message=message.strip()), screen=Screen(width))
    assert max(map(len, seen.splitlines())) <= width
    assert " ".join(seen.split()).count(message.strip()) == 1


@given(st.lists(st.text("abæ- ,.", min_size=1, max_size=12), max_size=20).map(" ".join), st.integers(5, 40))
def test_a_text_is_broken_where_pythons_own_library_breaks_it(text: str, width: int) -> None:
    assert broken(text, width, "  ") == textwrap.wrap(
        text, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def test_what_is_typed_or_read_as_one_is_not_broken() -> None:
    message = "der mangler `aftale add viborg-2025-2029` og 21,5 % af § 61 i alt hos linje 4"
    for width in range(NARROWEST, 100):
        lines = Screen(width).wrapped(message, 2)
        assert sum("`aftale add viborg-2025-2029`" in line for line in lines) == 1
        assert all(sum(word in line for line in lines) == 1 for word in ("21,5 %", "§ 61", "linje 4"))


def test_a_stream_that_cannot_show_the_signs_gets_plain_ones() -> None:
    seen = sight(finding(ERROR, 1), screen=Screen(signs=FULL._replace(instead=">")))
    assert "> write it right" in seen


def test_what_was_found_in_a_plan_that_is_done_is_let_go_and_told_in_its_place() -> None:
    one, shared = finding(WARNING, 7), finding(WARNING, 3, "templates/reference.docx")
    other = finding(INFO, 4, "agreements/q/delaftale-x.yaml")
    held, seen = sys.getrefcount(one), FirstSight(Screen())
    for event in (one, shared, Done("p"), other, shared, shared, Done("q")):
        seen.add(event)
    del event
    assert sys.getrefcount(one) == held + 1  # the first of all is told again where it says how to go on
    text = re.sub(r"\033\[[0-9;]*m", "", "".join(seen.parts()))
    files = re.findall(r"^\w+/\S+\.\w+$", text, re.MULTILINE)
    assert files == [OWN, "templates/reference.docx", "agreements/q/delaftale-x.yaml"]
    assert "2 more like it" in text


def test_the_words_say_what_the_colours_say() -> None:
    assert "\033[31m" in coloured((OUTCOME, finding(ERROR, 1)), Screen())
    assert "To be mended   1 error" in sight(finding(ERROR, 1))


@pytest.mark.usefixtures("workspace")
def test_no_color_prints_no_colour(aftale: Aftale, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\033[" in aftale("check", color=True).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033[" not in aftale("check", color=True).output


class Terminal:
    """A stream that is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_the_name_of_a_file_opens_it_where_the_terminal_can(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "ALACRITTY_WINDOW_ID", "FORCE_HYPERLINK",
                 "TERM_PROGRAM", "VTE_VERSION"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    stream, root = Terminal(), Path("/aftaler med æ")
    assert Screen.of(stream, root).root is None  # type: ignore[arg-type]
    monkeypatch.setenv("VTE_VERSION", "6003")
    screen = Screen.of(stream, root)  # type: ignore[arg-type]
    address = "file:///aftaler%20med%20%C3%A6/agreements/p/delaftale-x.yaml"
    assert f"\033]8;;{address}\033\\" in screen.file(OWN)
    assert OWN in sight(finding(ERROR, 1), screen=screen)


def test_a_screen_is_as_wide_as_its_terminal_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    widths = []
    for columns in ("20", "80", "101", "300"):
        monkeypatch.setenv("COLUMNS", columns)
        widths.append(Screen.of(Terminal(), Path()).width)  # type: ignore[arg-type]
    assert widths == [NARROWEST, 80, 101, WIDEST]


def test_in_danish_it_says_what_must_be_mended(workspace: Path, aftale: Aftale) -> None:
    change(workspace / "agreements/viborg-2017-2021/helhedsplan.yaml", "14.600", "14.6")
    try:
        output = aftale("--sprog", "da", "check", "viborg-2017-2021").output
    finally:
        speak("en")
    assert "\n  Skal rettes     1 fejl\n" in output
    assert "\nBegynd med agreements/viborg-2017-2021/helhedsplan.yaml, linje " in output
