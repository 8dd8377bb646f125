"""Markup becomes the blocks that it says, or findings with a template and a line.

A case is a file in tests/cases/markup: markup, a line of `=`, and then the blocks as Python, or a line
`ERROR code place: message | words of the hint` for every finding. A place is a line, or file:line.
"""

from __future__ import annotations

import gc
import time
from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.findings import Finding, Rejected
from generator.document import drawings, model
from generator.document.markup import codes, grid, parse
from generator.document.markup.inlines import fold
from generator.document.model import Block, Heading, Origin, Paragraph, Run, Table
from generator.document.reading import walk
from tests.support.both_languages import english_in, speaking
from tests.support.codes import codes_of

CASES = sorted((Path(__file__).parents[2] / "cases" / "markup").glob("*.txt"))
TYPED = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], include_characters="\n\t\r"))


def rejected(markup: str) -> tuple[Finding, ...]:
    with pytest.raises(Rejected) as caught:
        parse(markup)
    return caught.value.findings


def place(finding: Finding) -> str:
    return str(finding.place).removeprefix("markup:").removesuffix(":1")


def expected_blocks(source: str) -> tuple[Block, ...]:
    names = vars(drawings) | vars(model)
    calls = source.split("\n" if "\n    " not in source else "\0")
    return tuple(eval(call, names) for call in calls if call.strip())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_gives_its_blocks_or_its_findings(case: Path) -> None:
    markup, _, expected = case.read_text(encoding="utf-8").partition("=====\n")
    if not expected.startswith("ERROR"):
        assert parse(markup) == expected_blocks(expected)
        return
    found = rejected(markup)
    told = [f"ERROR {f.code} {place(f)}: {f.message}" for f in found]
    wanted = [line.partition(" | ") for line in expected.splitlines()]
    assert told == [message for message, _, _ in wanted]
    assert [f.hint for f, (_, _, words) in zip(found, wanted, strict=True) if words not in f.hint] == []
    with speaking("da"):
        assert [english_in(f"{f.message} {f.hint}") for f in rejected(markup)] == [[]] * len(found)


def test_every_code_has_a_case() -> None:
    lines = (line for case in CASES for line in case.read_text(encoding="utf-8").splitlines())
    fired = {line.split()[1] for line in lines if line.startswith("ERROR ")}
    assert fired == codes_of(codes)


@given(TYPED)
@example("Bo & <Søn> \"a\" 'b' {{ x }} ]]> &amp; 😀 a\u030a å")
def test_any_text_arrives_as_it_was_typed(text: str) -> None:
    blocks = parse(f"<p>§{escape(text)}§</p>")
    assert blocks == (Paragraph((Run(fold(f"§{text}§")),)),)


@given(st.lists(st.tuples(TYPED, st.sampled_from(["strong", "em", "a href='https://x.dk'", ""])), max_size=5))
def test_tags_within_a_paragraph_lose_no_text(pieces: list[tuple[str, str]]) -> None:
    inner = "".join(f"<{tag}>{escape(t)}</{tag.split()[0]}>" if tag else escape(t) for t, tag in pieces)
    (block,) = parse(f"<p>.{inner}.</p>")
    assert isinstance(block, Paragraph)
    arrived = "".join(run.text for run in block.content if isinstance(run, Run))
    printed = "(https://x.dk)"  # the address of a link, with a space before it
    typed = fold(f".{''.join(text for text, _ in pieces)}.")
    assert arrived.replace(printed, "").replace(" ", "") == typed.replace(" ", "")


@pytest.mark.parametrize("character", ["\x07", "\x00", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused_with_the_template_and_the_line(character: str) -> None:
    (found,) = rejected(f'<p at="a.j2:1">a</p><p at="a.j2:9">{character}</p>')
    assert (found.code, str(found.place)) == (codes.NOT_MARKUP, "a.j2:9:1")
    assert f"U+{ord(character):04X}" in found.message


def test_nesting_without_end_is_refused() -> None:
    (found,) = rejected("<section>" * 10_000)
    assert found.code == codes.NOT_WELL_FORMED


def test_a_block_knows_the_template_and_the_line_it_comes_from() -> None:
    heading, prose = parse('<section at="form.j2:3"><h1 at="form.j2:4">a</h1><p>b</p></section>')
    assert isinstance(heading, Heading)
    assert heading.origin == Origin("form.j2", 4)
    assert isinstance(prose, Paragraph)
    assert prose.origin == Origin("form.j2", 4)


def test_everything_in_a_table_knows_where_it_comes_from() -> None:
    markup = '<table at="b.j2:1" columns="1"><tr at="b.j2:2"><td at="b.j2:3">a</td></tr></table>'
    (table,) = parse(markup)
    assert isinstance(table, Table)
    assert table.rows[0].origin == Origin("b.j2", 2)
    assert [block.origin for block in walk((table,))] == [Origin("b.j2", 1), Origin("b.j2", 3)]


def test_a_colon_in_the_name_of_a_template_stays_in_it() -> None:
    (block,) = parse('<p at="c:/form.j2:12">a</p>')
    assert isinstance(block, Paragraph)
    assert block.origin == Origin("c:/form.j2", 12)


SPANS = st.tuples(st.integers(1, 3), st.integers(1, 3))


@given(st.lists(st.lists(SPANS, max_size=4), max_size=5), st.integers(1, 5))
def test_a_grid_fits_when_every_place_is_covered_once(rows: list[list[grid.Spans]], columns: int) -> None:
    places: list[tuple[int, int]] = []
    for y, row in enumerate(rows):
        for across, down in row:
            x = next(x for x in range(99) if (y, x) not in places)
            places += [(y + dy, x + dx) for dy in range(down) for dx in range(across)]
    everything = [(y, x) for y in range(len(rows)) for x in range(columns)]
    assert (not list(grid.misfits(rows, columns))) == (sorted(places) == everything)


def rows_of(count: int) -> str:
    cells = "".join(f'<td at="t.j2:{n}">Et ord eller to</td>' for n in range(6))
    return f'<table columns="1 1 1 1 1 1">{f"<tr>{cells}</tr>" * count}</table>'


def seconds(markup: str) -> float:
    """The shortest of a few readings."""
    readings = []
    for _ in range(4):
        start = time.process_time()
        parse(markup)
        readings.append(time.process_time() - start)
    return min(readings)


def test_the_time_for_a_long_table_grows_with_its_length() -> None:
    assert seconds(rows_of(2000)) < 8 * seconds(rows_of(500))


def test_the_garbage_collector_is_as_it_was_after_wrong_markup_too() -> None:
    rejected("<p>")
    assert gc.isenabled()
