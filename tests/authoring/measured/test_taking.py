"""A table of figures from elsewhere: what of it comes into the YAML, and what is left out with its reason."""

from __future__ import annotations

import csv
import io
import itertools
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.edits import Edit, edited
from generator.authoring.measured import ColumnMap, Taken, figures, table_of, taken
from generator.base.findings import Rejected
from generator.plan.model.boligomraade import Boligområde
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import Loaded, load
from generator.plan.model.maalinger import Målinger
from generator.plan.source.read import read_yaml_bytes

PLAN = Helhedsplan(navn="Planen", midler="2019-26", boligområder=(
    Boligområde(navn="Bøgehaven", kortnavn="Bøgen"), Boligområde(navn="Lindeparken", aliaser=("Linden",)),
))  # fmt: skip
LONG = "kolonner: {område: Område, målepunkt: Hvad, år: År, værdi: Tal}\n"
ONE = "kolonner: {område: Område, værdi: Tal}\nmålepunkt: Trygge\når: 2024\n"
PERCENT = "enhed: procent\n"
KOMMA = "decimaltegn: komma\n"
THERE = """\
# Tallene, som de var.
målepunkter:
  - navn: Trygge
    enhed: procent
    kilde: Kilden, 2024
    år:
      2024:  # det første
        områder: {Bøgen: 54 %}
"""


def mapped(text: str) -> Loaded[ColumnMap]:
    return load(read_yaml_bytes(text.encode(), "kolonner.yaml"), ColumnMap)


def take(table: bytes | str, mapping: str, there: str = THERE) -> tuple[Taken, str]:
    """What comes of a table, and the YAML after it."""
    columns = mapped(mapping)
    source = read_yaml_bytes(there.encode(), "maalinger.yaml")
    old = load(source, Målinger).value
    data = table.encode() if isinstance(table, str) else table
    found = figures(table_of(data, "tal", columns.value), columns)
    made = taken(found, source.data, old.målepunkter, PLAN, columns.value)
    return made, edited(there, made.edits, Målinger).text


def kept(made: Taken) -> list[str]:
    return [f"{one.place}: {one.why}" for one in made.kept]


def sheet(*rows: tuple[str | float, ...]) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_new_figure_goes_beside_those_that_are_there_and_comments_stay() -> None:
    made, text = take("Område;Tal\nLinden;49,50\n", ONE + KOMMA)
    assert text == THERE.replace("{Bøgen: 54 %}", '{Bøgen: 54 %, Lindeparken: "49,50 %"}')
    assert [(one.old, one.new) for one in made.changes] == [("", "49,50 %")] and not made.kept


def test_a_figure_that_is_another_one_is_told_before_and_after() -> None:
    made, text = take("Område;Tal\nBøgehaven;55\n", ONE)
    assert made.changes == [("row 2, `Tal`", "Trygge 2024, Bøgen", "54 %", "55 %")]
    assert text == THERE.replace("54 %", "55 %")


def test_a_figure_that_is_there_changes_nothing() -> None:
    made, text = take("Område;Tal\nBøgen;54 %\n", ONE)
    assert (made.same, made.edits, text) == (1, [], THERE)


def test_a_remark_behind_a_figure_stays_where_the_figure_is_changed() -> None:
    there = THERE.replace("54 %", "{værdi: 54 %, note: foreløbigt}")
    assert take("Område;Tal\nBøgen;55\n", ONE, there)[1] == there.replace("54 %", "55 %")


def test_a_new_year_stands_in_its_place_and_a_new_målepunkt_last() -> None:
    rows = "Område;Hvad;År;Tal\nBøgen;Trygge;2023;52\nLinden;Trygge;2023;*\nLinden;Ledige;2024;40\n"
    mapping = f'{LONG}enhed: voksne\nkilde: Kilden, 2025\ndiskretioneret: ["*"]\n'
    years = list(itertools.chain(*[punkt["år"] for punkt in _data(take(rows, mapping)[1])]))
    assert years == ["2023", "2024", "2024"]
    assert _data(take(rows, mapping)[1])[0]["år"]["2023"] == {
        "områder": {"Bøgehaven": "52 %", "Lindeparken": "diskretioneret"}
    }
    assert _data(take(rows, mapping)[1])[1] == {
        "navn": "Ledige", "enhed": "voksne", "kilde": "Kilden, 2025",
        "år": {"2024": {"områder": {"Lindeparken": "40"}}},
    }  # fmt: skip


def test_the_first_figures_of_all_come_into_a_file_that_has_none() -> None:
    there = "status: udkast\nmålepunkter:\n"
    text = take("Område;Tal\nBøgen;54\n", ONE + PERCENT, there)[1]
    assert _data(text)[0]["navn"] == "Trygge" and text.startswith("status: udkast\n")


def _data(text: str) -> list[dict]:  # type: ignore[type-arg]
    data = read_yaml_bytes(text.encode(), "").data
    assert isinstance(data, dict)
    return data["målepunkter"]  # type: ignore[return-value]


@pytest.mark.parametrize(("head", "mapping"), [
    ("Område;2023;2024", "kolonner: {område: Område}\nkolonne_pr: år\nmålepunkt: Trygge\n"),
    ("År;Bøgen;Linden", "kolonner: {år: År}\nkolonne_pr: område\nmålepunkt: Trygge\n"),
])  # fmt: skip
def test_a_wide_table_has_a_column_a_year_or_a_column_an_area(head: str, mapping: str) -> None:
    first = ("Bøgen", "Linden") if head.startswith("Område") else ("2023", "2024")
    made, text = take(f"{head}\n{first[0]};1;2\n{first[1]};3;4\n", mapping + "procent_som: procenttal\n")
    assert not made.kept and {one.new for one in made.changes} == {"1 %", "2 %", "3 %", "4 %"}
    years = _data(text)[0]["år"]
    assert years["2024"]["områder"]["Bøgen"] == ("2 %" if head.startswith("Område") else "3 %")


@pytest.mark.parametrize(("typed", "sign", "written"), [
    ("12,5", "komma", "12,5 %"), ("12.5", "punktum", "12,5 %"), ("-2,5", "komma", "-2,5 %"),
    ("12,5 %", "komma", "12,5 %"), ("54", None, "54 %"),
])  # fmt: skip
def test_decimals_are_read_as_the_mapping_says(typed: str, sign: str | None, written: str) -> None:
    made, _ = take(f"Område;Tal\nLinden;{typed}\n", ONE + (f"decimaltegn: {sign}\n" if sign else ""))
    assert [one.new for one in made.changes] == [written]


@pytest.mark.parametrize(("typed", "sign", "written"), [
    ("1.250", "komma", "1.250"), ("1,250", "punktum", "1.250"), ("1.250,5", "komma", "1.250,5"),
])  # fmt: skip
def test_thousands_are_told_from_decimals_by_the_mapping(typed: str, sign: str, written: str) -> None:
    mapping = f"{ONE.replace('Trygge', 'Nye')}enhed: kr.\ndecimaltegn: {sign}\n"
    made, _ = take(f"Område;Tal\nLinden;{typed}\n", mapping)
    assert [one.new for one in made.changes] == [written]


@pytest.mark.parametrize(("cell", "more", "why"), [
    ("12,5", "", "`12,5` can be read in two ways; write decimaltegn: komma, or punktum"),
    ("1.250", "", "can be read in two ways"),
    ("12.5", KOMMA, "no number whose decimaltegn is komma"),
    ("1,25", "decimaltegn: punktum\n", "no number whose decimaltegn is punktum"),
    ("0,5", KOMMA, "`0,5` is 0,5 % or 50 %; write procent_som"),
    ("*", "", "`*` is no number; write it under `diskretioneret`"),
    ("", "", "the cell is empty; write in `tom_celle` what it stands for"),
])  # fmt: skip
def test_what_can_be_read_in_two_ways_is_left_out_with_its_reason(cell: str, more: str, why: str) -> None:
    made, text = take(f"Område;Tal\nLinden;{cell}\n", ONE + more)
    assert text == THERE and len(made.kept) == 1 and why in made.kept[0].why


@pytest.mark.parametrize(("cell", "more", "written"), [
    ("*", 'diskretioneret: ["*", ..]\n', "diskretioneret"),
    ("", "tom_celle: diskretioneret\n", "diskretioneret"),
    ("-", 'ikke_opgjort: ["-"]\n', "ikke opgjort"), ("Diskretioneret", "", "diskretioneret"),
])  # fmt: skip
def test_what_stands_for_no_figure_is_what_the_mapping_says(cell: str, more: str, written: str) -> None:
    made, _ = take(f"Område;Tal\nLinden;{cell}\n", ONE + more)
    assert [one.new for one in made.changes] == [written] and not made.kept


def test_names_that_the_source_has_for_areas_are_those_of_the_mapping() -> None:
    mapping = ONE + "områder: {Afd. 8: Linden}\nandre: {Danmark: Hele landet}\nspring_over: [I alt]\n"
    made, text = take("Område;Tal\nAfd. 8;50\nDanmark;80\nI alt;52\n", mapping)
    assert not made.kept
    assert _data(text)[0]["år"]["2024"] == {
        "områder": {"Bøgen": "54 %", "Lindeparken": "50 %"}, "andre": {"Hele landet": "80 %"},
    }  # fmt: skip


def test_a_name_that_is_no_areas_is_told_with_the_one_that_may_be_meant() -> None:
    made, _ = take("Område;Tal\nLindeparkn;50\n", ONE)
    assert "none of the plan's boligområder: did you mean `Lindeparken`?" in kept(made)[0]


def test_two_figures_for_one_area_are_both_left_out_unless_they_are_the_same() -> None:
    made, text = take("Område;Tal\nLinden;50\nLindeparken;51\nBøgen;55\nBøgehaven;55\n", ONE)
    assert [one.what for one in made.changes] == ["Trygge 2024, Bøgen"] and text.count("55 %") == 1
    assert len(made.kept) == 2 and "is told twice: 50 % and 51 %" in made.kept[0].why


def test_a_percentage_is_not_put_among_numbers() -> None:
    there = THERE.replace("procent", "voksne").replace("54 %", "54")
    made, _ = take("Område;Tal\nLinden;50 %\n", ONE, there)
    assert made.kept[0].why == "it is a percentage, and `Trygge` is in voksne"


def test_a_målepunkt_without_a_unit_waits_for_one() -> None:
    made, _ = take("Område;Hvad;År;Tal\nLinden;Nye;2024;50\n", LONG)
    assert "the unit of `Nye` is not known; write `enhed`" in made.kept[0].why


@pytest.mark.parametrize(("cell", "how", "written"), [
    (0.215, "brøk", "21,5 %"), (21.5, "procenttal", "21,5 %"), (0.1 + 0.2, "procenttal", "0,3 %"),
    (21, None, "21 %"),
])  # fmt: skip
def test_numbers_of_a_spreadsheet_need_no_decimal_sign(cell: float, how: str | None, written: str) -> None:
    data = sheet(("Område", "Tal"), ("Linden", cell))
    made, _ = take(data, ONE + (f"procent_som: {how}\n" if how else ""))
    assert [one.new for one in made.changes] == [written]


def test_a_formula_that_nobody_has_computed_is_no_empty_cell() -> None:
    made, _ = take(sheet(("Område", "Tal"), ("Linden", "=1+1")), ONE + "tom_celle: diskretioneret\n")
    assert "`=1+1` is no number" in made.kept[0].why


@pytest.mark.parametrize(("table", "mapping", "message", "hint"), [
    (b"Omraade;Tal\n", ONE, "the table has no column `Område`", "`Omraade`"),
    (b"Tal;Tal\n", ONE, "there are two columns `Tal`", "another name"),
    (b"", ONE, "there is no row 1", "`overskrifter`"),
    ("Område;Tal\n".encode("cp1252"), ONE, "line 1 is not utf-8", "windows-1252"),
    (b'Omr;"Tal\n', ONE, "row 1 cannot be read", "quotes"),
    (b"PK\x03\x04", ONE, "the spreadsheet cannot be read", ".xlsx"),
    (sheet(("Område", "Tal")), ONE + "ark: Ark 2\n", "there is no sheet `Ark 2`", "Sheet"),
    (b"Omr\n" * 20_002, ONE, "over 20.000 rows", "take out"),
])  # fmt: skip
def test_a_table_that_is_not_as_the_mapping_says_is_refused(
    table: bytes, mapping: str, message: str, hint: str
) -> None:
    with pytest.raises(Rejected) as rejected:
        take(table, mapping)
    (finding,) = rejected.value.findings
    assert message in finding.message and hint in finding.hint


@pytest.mark.parametrize(("mapping", "message"), [
    ("kolonner: {område: Område, værdi: Tal}\nmålepunkt: Trygge\n", "what the `år` of a figure is"),
    (ONE.replace("Tal}", "Tal, år: År}"), "`år` is told twice"),
    ("kolonner: {værdi: Tal}\nmålepunkt: Trygge\når: 2024\n", "what the `område` of a figure is"),
    (ONE + "kolonne_pr: år\n", "is told twice"),
    (ONE.replace("værdi", "vaerdi"), "vaerdi"),
])  # fmt: skip
def test_a_mapping_says_of_each_thing_once_where_it_stands(mapping: str, message: str) -> None:
    with pytest.raises(Rejected) as rejected:
        mapped(mapping)
    assert any(message in finding.message for finding in rejected.value.findings)
    assert all(finding.place.line for finding in rejected.value.findings)


NUMBERS = st.decimals(0, 99_999, places=2) | st.integers(2, 99_999)


@settings(max_examples=60)
@given(st.dictionaries(
    st.tuples(st.sampled_from(["Trygge", "Nye, i alt"]), st.sampled_from(["2022", "2024", "2026"]),
              st.sampled_from(["Bøgehaven", "Lindeparken"])),
    NUMBERS | st.just("*"), min_size=1,
), st.sampled_from(["komma", "punktum"]))  # fmt: skip
def test_a_table_that_is_taken_twice_changes_nothing_the_second_time(
    wanted: dict[tuple[str, str, str], Decimal | int | str], sign: str
) -> None:
    def typed(value: Decimal | int | str) -> str:
        return str(value).replace(".", ",") if sign == "komma" else str(value)

    rows = [(område, hvad, år, typed(value)) for (hvad, år, område), value in wanted.items()]
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows([("Område", "Hvad", "År", "Tal"), *rows])
    mapping = f'{LONG}enhed: procent\nprocent_som: procenttal\ndecimaltegn: {sign}\ndiskretioneret: ["*"]\n'
    first, text = take(file.getvalue(), mapping)
    again, same = take(file.getvalue(), mapping, text)
    assert not first.kept and len(first.changes) + first.same == len(wanted)
    assert (again.same, again.changes, same) == (len(wanted), [], text)
    for (hvad, år, område), value in wanted.items():
        punkt = next(punkt for punkt in _data(text) if punkt["navn"] == hvad)
        names = (område, "Bøgen") if område == "Bøgehaven" else (område,)
        held = next(punkt["år"][år]["områder"][name] for name in names if name in punkt["år"][år]["områder"])
        plain = held.removesuffix(" %").replace(".", "").replace(",", ".")
        assert plain == "diskretioneret" if value == "*" else Decimal(plain) == Decimal(value)


def test_the_edits_are_plain_edits_that_can_be_undone() -> None:
    made, text = take("Område;Tal\nBøgen;55\nLinden;50\n", ONE)
    edits: list[Edit] = made.edits
    undo = edited(THERE, edits, Målinger).inverse
    assert edited(text, undo, Målinger).text == THERE
