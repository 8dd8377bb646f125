"""A source is what was typed, and knows where everything stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.findings import Place, Rejected
from generator.plan.source import parse
from generator.plan.source.characters import unwanted
from generator.plan.source.read import Source, read_yaml, read_yaml_bytes

TYPED = """\
navn: Planen
beløb: 14.600
tom:
citat: ""
periode: {fra: 1.4.2017, til: no}
parter:
  - navn: Viborg Kommune
  - Sct. Jørgen
vision: |

  Vi vil.
    Indrykket.
kort: |2
    Indrykket fra begyndelsen.
"""


VISIBLE = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n\t\u00a0\u00ad"))


def source(text: str) -> Source:
    return read_yaml_bytes(text.encode(), "plan.yaml")


def test_every_scalar_is_the_text_that_was_typed() -> None:
    assert source(TYPED).data == {
        "navn": "Planen",
        "beløb": "14.600",
        "tom": None,
        "citat": "",
        "periode": {"fra": "1.4.2017", "til": "no"},
        "parter": [{"navn": "Viborg Kommune"}, "Sct. Jørgen"],
        "vision": "\nVi vil.\n  Indrykket.\n",
        "kort": "  Indrykket fra begyndelsen.\n",
    }


@pytest.mark.parametrize("typed", ["no", "17:30", "01234567", "14.600", "null", "~", "1e3", "0x1F"])
def test_yaml_does_not_guess(typed: str) -> None:
    assert source(f"x: {typed}").data == {"x": typed}


@pytest.mark.parametrize(("path", "line", "column"), [
    ((), 1, 1), (("navn",), 1, 7), (("tom",), 3, 5), (("periode",), 5, 10), (("periode", "til"), 5, 31),
    (("parter",), 7, 3), (("parter", 0), 7, 5), (("parter", 0, "navn"), 7, 11), (("parter", 1), 8, 5),
    (("vision",), 9, 9),
])  # fmt: skip
def test_every_value_has_its_place(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert source(TYPED).places[path] == Place("plan.yaml", line, column)


def test_every_key_has_its_place() -> None:
    keys = source(TYPED).key_places
    assert keys["periode", "til"] == Place("plan.yaml", 5, 26)
    assert keys["parter", 0, "navn"] == Place("plan.yaml", 7, 5)
    assert ("parter", 0) not in keys


def test_a_block_knows_where_its_text_begins() -> None:
    assert source(TYPED).blocks == {
        ("vision",): Place("plan.yaml", 10, 3), ("kort",): Place("plan.yaml", 14, 3),
    }  # fmt: skip


@pytest.mark.skipif(len({parse.LOADER, yaml.BaseLoader}) == 1, reason="there is one parser only")
def test_both_parsers_of_pyyaml_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = source(TYPED)
    monkeypatch.setattr(parse, "LOADER", yaml.BaseLoader)
    assert source(TYPED) == with_c


def test_keys_are_composed_and_values_are_not_touched() -> None:
    read_source = source("ma\u030al: a\u030a\n")
    assert read_source.data == {"mål": "a\u030a"}
    assert read_source.places["mål",].column == 7


@pytest.mark.parametrize("encoded", [TYPED.encode("utf-8-sig"), TYPED.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_the_line_ends_of_windows_change_nothing(encoded: bytes) -> None:
    assert read_yaml_bytes(encoded, "plan.yaml") == source(TYPED)


def test_an_alias_stands_for_what_it_names() -> None:
    read_source = source("a: &p {fra: 1.4.2017}\nb: *p\n")
    assert read_source.data == {"a": {"fra": "1.4.2017"}, "b": {"fra": "1.4.2017"}}
    assert read_source.places["b", "fra"].line == 1


def test_a_plan_of_ordinary_depth_is_read() -> None:
    deep = "".join("  " * level + "a:\n" for level in range(45))
    assert source(deep).places


def test_all_mistakes_before_a_syntax_error_are_told() -> None:
    with pytest.raises(Rejected) as rejected:
        source("a: 1\na: 2\nb: !t x\nc: d: e\nf: *g\n")
    assert [finding.code for finding in rejected.value.findings] == ["Y9", "Y10", "Y14"]


@pytest.mark.parametrize(("text", "place"), [
    ("a: [x,", "plan.yaml:1:7"), ("a: [x,\n", "plan.yaml:1:7"), ("a: [x,\n\n", "plan.yaml:2:1"),
])  # fmt: skip
def test_what_is_missing_at_the_end_is_told_where_the_text_ends(text: str, place: str) -> None:
    with pytest.raises(Rejected) as rejected:
        source(text)
    assert [str(finding.place) for finding in rejected.value.findings] == [place]


def test_what_reading_can_pass_over_travels_with_the_source() -> None:
    read_source = source("a: 1\na: 2\nb: !t x\n")
    assert [finding.code for finding in read_source.findings] == ["Y9", "Y10"]
    assert read_source.data == {"a": "1", "b": "x"}


def test_a_file_is_read_under_the_name_that_is_printed(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("navn: æ", encoding="utf-8")
    assert read_yaml(tmp_path / "x.yaml", "agreements/p/x.yaml").places["navn",].file == "agreements/p/x.yaml"


@given(st.lists(VISIBLE))
def test_any_text_in_quotes_is_read_as_it_was_typed(texts: list[str]) -> None:
    assume(not any(unwanted("".join(texts))))
    assert source(f"x: {json.dumps(texts, ensure_ascii=False)}").data == {"x": texts}


@given(VISIBLE)
def test_any_text_in_a_block_is_read_as_it_was_typed(text: str) -> None:
    assume(not any(unwanted(text)) and "\r" not in text)
    block = "".join(f"  {line}\n" for line in text.split("\n"))
    assert source(f"x: |2-\n{block}").data == {"x": text.rstrip("\n")}


SIGNS = st.text(st.one_of(st.sampled_from("abæ:- \n\t\"'[]{},|>&*!%@#?<`\\0."), st.characters()), max_size=80)


@given(SIGNS)
def test_no_text_makes_reading_fail_otherwise_than_by_findings(text: str) -> None:
    encoded = text.encode("utf-8", "surrogatepass")
    try:
        read_source = read_yaml_bytes(encoded, "x.yaml")
    except Rejected as rejected:
        assert rejected.findings
        lines = text.count("\n") + text.count("\r") + 1
        assert all(f.place.line <= lines and f.message and f.hint for f in rejected.findings)
    else:
        assert set(read_source.key_places) <= set(read_source.places)


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail_otherwise_than_by_findings(raw: bytes) -> None:
    try:
        read_yaml_bytes(raw, "x.yaml")
    except Rejected as rejected:
        assert rejected.findings
