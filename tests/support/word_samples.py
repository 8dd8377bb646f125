"""Documents for tests, made in memory, and the reference document, opened once."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from generator.base.findings import Finding, Rejected
from generator.document.model import (
    Bar,
    Block,
    Box,
    Cell,
    Contents,
    Diagram,
    Document,
    Edge,
    Entry,
    Heading,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Part,
    Row,
    Run,
    Signature,
    Table,
)
from generator.formats.word import Reference, write
from tests.support.package_reading import Docx

REFERENCE_PATH = Path(__file__).parents[2] / "templates" / "reference.docx"
PROPERTIES = (("Plan", "Helhedsplanen i Viborg"), ("Dokument", "Delaftale"), ("Status", "Endelig"))


@cache
def reference() -> Reference:
    return Reference.open(REFERENCE_PATH)


def document(*blocks: Block, **fields: Any) -> Document:
    return Document(**{"title": "En aftale", "properties": PROPERTIES, **fields}, blocks=blocks)


def written(*blocks: Block, **fields: Any) -> Docx:
    return Docx(write(document(*blocks, **fields), reference()))


def findings_of(*blocks: Block, **fields: Any) -> list[Finding]:
    """What the writer says of a document that it refuses."""
    try:
        write(document(*blocks, **fields), reference())
    except Rejected as rejected:
        return list(rejected.findings)
    raise AssertionError("the document was written")


def warnings_of(*blocks: Block, **fields: Any) -> list[Finding]:
    """What the writer says of a document that it writes all the same."""
    heard: list[Finding] = []
    write(document(*blocks, **fields), reference(), hear=heard.append)
    return heard


def p(text: str, style: str | None = None) -> Paragraph:
    return Paragraph((Run(text),), style)


def h(level: int, text: str, new_page: bool = False) -> Heading:
    return Heading(level, (Run(text),), new_page)


def items(*contents: str | tuple[Block, ...], ordered: bool = False) -> List:
    blocks = ((p(content),) if isinstance(content, str) else content for content in contents)
    return List(tuple(ListItem(inner) for inner in blocks), ordered)


def cell(*contents: str | Block, style: str | None = None, **fields: Any) -> Cell:
    return Cell(tuple(p(part, style) if isinstance(part, str) else part for part in contents), **fields)


def row(*cells: str | Cell, header: bool = False) -> Row:
    return Row(tuple(cell(part, header=header) if isinstance(part, str) else part for part in cells), header)


def table(*rows: Row, columns: tuple[int, ...] = (2, 1), caption: str = "Tabel", **fields: Any) -> Table:
    return Table(rows, columns, (Run(caption),) if caption else (), **fields)


def every_block() -> Document:
    """One document with every kind of block, inline and style that the writer knows by itself."""
    head = row("Organisation", cell("Beløb (t.kr.)", style="Table Amount Head", header=True), header=True)
    budget = table(
        head,
        row("Landsbyggefonden", cell("14.600", style="Table Amount")),
        row(cell(p("Boligselskabet Sct. Jørgen", "Table Subhead"),
                 p("Ringparken: 21,5\u00a0%", "Table Value"),
                 items("et punkt"), items("et nummer", ordered=True)),
            cell("12.502", style="Table Amount")),
        row(cell("I alt", style="Table Total"), cell("27.102", style="Table Total Amount")),
        description="Finansiering efter kilde")
    spans = table(
        row(cell("Delmål", header=True, rowspan=2), cell("Baseline", header=True, colspan=2), header=True),
        row("2023", "2024", header=True),
        row(cell("At færre flytter", header=True, rowspan=2), "21,5\u00a0%", "20\u00a0%"),
        row("9,3\u00a0%", cell("")), columns=(3, 1, 1), caption="Målinger")
    shares = Bar((Part("Landsbyggefonden 53,9 %", Decimal("53.9")), Part("Andre 46,1 %", Decimal("46.1"))),
                 "Finansieringen, delt efter kilde")
    summary = table(row(cell("Aftalen kort", header=True, colspan=2), header=True),
                    row(cell("Økonomi", header=True), cell("27.102 t.kr.", shares)),
                    row(cell("Parter", header=True), "Viborg Kommune"), caption="", description="Kort",
                    style="Aftale Summary")
    return document(
        p("Strategisk samarbejdsaftale", "Title"), p("Helhedsplanen i Viborg", "Subtitle"),
        Contents("Indhold", (Entry(1, "", "Underskrifter", "afsnit_underskrifter"),
                             Entry(1, "1", "Formål", "afsnit_1"), Entry(2, "", "Budget", "afsnit_budget"))),
        p("Aftalens parter:", "Label"), items("Viborg Kommune", "Boligselskabet Sct. Jørgen"),
        Heading(1, (Run("Underskrifter"),), True, anchor="afsnit_underskrifter"),
        Signature("Viborg Kommune", "underskrift_viborg_kommune", "Ane Eksempel", "Direktør"),
        Signature("Boligselskabet Sct. Jørgen", "underskrift_sct_joergen"),
        PageBreak(), Heading(1, (Run("1. Formål"),), anchor="afsnit_1"),
        p("Teksten skal beskrive formålet.", "Guidance"),
        p("Kort sagt.", "Lead"),
        Paragraph((Run("Se "), Run("lbf.dk", link="https://lbf.dk/?a=1&b=2"), Run(", "),
                   Run("fed", bold=True), Run(" & "), Run("kursiv ", italic=True), LineBreak(),
                   Run("[Formål udfyldes]", style="Gap"), Run("[Mangler: ikke opgjort]", style="Known Gap"))),
        items("et", (p("to"), p("mere om to"), items("a", "b", ordered=True)), ordered=True),
        Heading(2, (Run("Budget"),), anchor="afsnit_budget"), p("Beløb i t.kr."), budget,
        p("Kilde: budgettet.", "Source"), p("Mellem tabellerne."),
        spans, p("Efter tabellen."), h(3, "Vurdering"), p("En vurdering.", "Assessment"),
        summary, Bar((Part("A 60 %", Decimal(60)), Part("B 40 %", Decimal(40))), "Beløbet, delt i to."),
        Diagram((Box("a", "Bestyrelsen"), Box("b", "Følgegruppen", "møder & mad", 1)),
                (Edge("b", "a", "refererer til", "dashed"),), "Hvem der refererer til hvem"),
        draft=True)
