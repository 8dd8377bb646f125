"""Key figures and delmål of a plan with few or many areas, few or many measures: nothing in them breaks."""

from __future__ import annotations

import pytest

from generator.compare.documents import redline
from generator.document.model import Block, Document, Heading, Mark, Row, Table
from generator.document.reading import runs, walk
from generator.formats.column_widths import column_widths
from generator.render import Templates
from generator.run.texts import variables
from tests.conftest import ROOT
from tests.support.rule_cases import plan_of
from tests.support.word_samples import reference

AREAS = (2, 6, 16, 40, 60)
NAMES = (
    "Ringparken", "Gammelgårdsvej/Nygårdsvej", "Kærsangerparken afd. 12", "Boligerne ved Østre Ringvej 10-48",
)  # fmt: skip
ROOM = 9072
BASELINE = "Baseline boligområde/ målgruppe"


def areas(count: int) -> list[str]:
    return [f"{NAMES[number % len(NAMES)]} etape {number}" for number in range(count)]


def figures(names: list[str], indent: str, number: int = 0) -> str:
    return "".join(f'{indent}{name}: "{(7 * place + number) % 90},{place % 10} %"\n'
                   for place, name in enumerate(names))  # fmt: skip


def plan_with(names: list[str], measures: int = 0, delmål: tuple[str, ...] = ()) -> str:
    """A case's plan with those areas, so many measures, and delmål with a figure for each area."""
    owners = ("Boligforeningen Eksempel", "Eksempelby Kommune")
    text = "# 2019-26\n--- # helhedsplan.yaml\nboligområder:\n"
    text += "".join(f"  - {{navn: {name}, ejer: {owners[place % 2]}}}\n" for place, name in enumerate(names))
    if measures:
        text += "--- # strategisk-samarbejdsaftale.yaml\nproblemkompleks:\n  data:\n    tabel:\n"
    text += "".join(
        f"      - nøgletal: Andel i beskæftigelsesrettede forløb {number}\n"
        f"        områder:\n{figures(names, '          ', number)}" for number in range(measures)
    )  # fmt: skip
    text += "--- # delaftale-beskaeftigelse.yaml\ndelmål:\n" if delmål else ""
    text += "".join(
        f"  - mål: {mål}\n    indikator: Andel i arbejde\n    datakilder: [Jobindsats]\n"
        f"    baseline:\n      år: 2024\n      områder:\n{figures(names, '        ', number)}"
        for number, mål in enumerate(delmål)
    )  # fmt: skip
    return text


def documents(text: str) -> dict[str, Document]:
    """The documents of the case's plan by their kinds."""
    plan, made = plan_of(text), {}
    for aftale in plan.aftaler:
        context = variables(plan, aftale, draft=True)
        name = f"{plan.form.midler}/{aftale.art}.html.j2"
        made[aftale.art] = Templates((ROOT / "templates",), ROOT).document(name, context, title="").document
    return made


def tables(document: Document, caption: str = "") -> list[Table]:
    """The tables whose captions have these words."""
    return [block for block in document.blocks if isinstance(block, Table) and caption in said(block)]


def said(block: Block) -> str:
    return "".join(run.text for run in runs(block))


def broken(document: Document) -> list[str]:
    """The words of all tables that are wider than their columns."""
    return [word for table in tables(document)
            for word in column_widths(table, ROOM, reference().text).broken]  # fmt: skip


def texts(row: Row) -> list[str]:
    """The texts of the cells, hard spaces as ordinary ones."""
    cells = ("\n".join(map(said, walk(cell.blocks))) for cell in row.cells)
    return [text.replace("\u00a0", " ") for text in cells]


@pytest.mark.parametrize(("count", "measures"), [*zip(AREAS, (14, 1, 5, 2, 9), strict=True)])
def test_in_the_key_figures_an_area_is_a_row_and_no_name_or_figure_breaks(count: int, measures: int) -> None:
    names = areas(count)
    document = documents(plan_with(names, measures))["strategisk-samarbejdsaftale"]
    assert broken(document) == []
    found = tables(document, "Nøgletal for områderne")
    assert [[texts(row)[0] for row in part.rows] for part in found] == [["Boligområde", *names]] * len(found)
    heads = [text for part in found for text in texts(part.rows[0])[1:]]
    assert heads == [f"Andel i beskæftigelsesrettede forløb {number}" for number in range(measures)]


@pytest.mark.parametrize("layout", ["skemaer", "kolonner"])
@pytest.mark.parametrize("count", AREAS)
def test_no_word_of_a_delmål_breaks_in_either_layout(count: int, layout: str) -> None:
    goals = tuple(f"At flere kommer i virksomhedspraktik {number}" for number in range(3))
    text = plan_with(areas(count), delmål=goals) + f"--- # form.yaml\ndelmålstabel: {layout}\n"
    document = documents(text)["delaftale"]
    assert broken(document) == []
    captions = [said(table).partition(". ")[2] for table in tables(document, "Tabel")]
    one_each = ["Delmål 1", "Delmål 2", "Delmål 3", "Baseline for hvert boligområde"]
    assert captions[:4] == (one_each if layout == "skemaer" else captions[:4])
    assert ("Delmål og indikatorer" in captions) == (layout == "kolonner")


def test_a_delmål_has_the_six_labels_of_the_form_and_its_areas_by_owner() -> None:
    document = documents(plan_with(areas(4), delmål=("At flere er i arbejde",)))["delaftale"]
    head, *rows = (texts(row) for row in tables(document, "Delmål 1")[0].rows)
    assert head == ["Delmål 1", "At flere er i arbejde"]
    assert [label for label, _ in rows] == ["Indikator", BASELINE, "Baseline år", "Datakilde"]
    assert dict(rows)[BASELINE].split("\n") == [
        "Boligforeningen Eksempel: Ringparken etape 0: 0,0 % · Kærsangerparken afd. 12 etape 2: 14,2 %",
        f"Eksempelby Kommune: {NAMES[1]} etape 1: 7,1 % · {NAMES[3]} etape 3: 21,3 %",
    ]


def test_the_figures_of_forty_delmål_are_looked_up_by_area() -> None:
    names, goals = areas(16), tuple(f"At nå mål {number}" for number in range(40))
    document = documents(plan_with(names, delmål=goals))["delaftale"]
    found = tables(document, "Baseline for hvert boligområde")
    assert len(found) > 4
    heads = [text for part in found for text in texts(part.rows[0])[1:]]
    assert heads == [f"Delmål {number}" for number in range(1, 41)]
    assert broken(document) == []


@pytest.mark.parametrize(("count", "goals", "looked_up"), [(1, 2, 0), (6, 1, 0), (2, 2, 1), (7, 1, 1)])
def test_few_figures_that_stand_together_anyhow_are_not_looked_up(
    count: int, goals: int, looked_up: int
) -> None:
    some = tuple(f"At nå mål {number}" for number in range(goals))
    document = documents(plan_with(areas(count), delmål=some))["delaftale"]
    assert len(tables(document, "Baseline for hvert boligområde")) == looked_up


def test_the_forms_of_activities_stand_under_one_heading_with_instructions_for_writers_alone() -> None:
    text = "# 2019-26\n--- # delaftale-beskaeftigelse.yaml\naktivitetsskemaer:\n"
    text += "  - {aktivitet: Caféen, formål: Mad.}\n  - {aktivitet: Holdet, formål: Fodbold.}\n"
    document = documents(text)["delaftale"]
    headings = [(block.level, said(block)) for block in document.blocks
                if isinstance(block, Heading)]  # fmt: skip
    start = next(place for place, (_, words) in enumerate(headings) if "tilføj skemaer" in words)
    names = [(level, words) for level, words in headings[start:] if level < 3]
    assert [level for level, _ in names] == [1, 2, 2]
    assert [words for _, words in names[1:]] == ["Aktivitetsnavn: Caféen", "Aktivitetsnavn: Holdet"]
    assert [words for level, words in headings[start:] if level == 3][:4] == [
        "Formål:", "Målgruppe(r):", "Indhold og praksis:", "Ansvars- og rollefordeling:",
    ]  # fmt: skip


def test_a_redline_shows_a_delmål_that_is_added_and_leaves_the_others_as_they_are() -> None:
    goals = ("At flere er i arbejde", "At flere er i praktik", "At flere er i skole")
    two, three = (documents(plan_with(areas(3), delmål=some))["delaftale"] for some in (goals[:2], goals))
    for old, new, mark in ((two, three, "inserted"), (three, two, "deleted")):
        shown = tables(redline(old, new), "Delmål")
        assert [table.mark for table in shown[:2]] == [None, None]
        assert shown[2].mark == Mark(mark)  # type: ignore[arg-type]


def test_a_redline_of_a_changed_figure_marks_it_in_its_delmål_and_where_it_is_looked_up() -> None:
    text = plan_with(areas(7), delmål=("At flere er i arbejde",))
    old, new = documents(text)["delaftale"], documents(text.replace('"7,1 %"', '"8,4 %"'))["delaftale"]
    found = ((run.mark or block.mark, run.text) for table in tables(redline(old, new))
             for block in walk((table,)) for run in runs(block))  # fmt: skip
    marked = [(mark.kind, text) for mark, text in found if mark]
    assert marked == [("deleted", "7,1\u00a0%"), ("inserted", "8,4\u00a0%")] * 2
