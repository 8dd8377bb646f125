"""The same document for docxtpl: its paragraphs and tables as a template that loops over data.

`python -m tests.benchmarks.rival FOLDER` writes template.docx and data.json, and prints how many words
the document has.
"""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import docx

from generator.document import (
    Block,
    Document,
    Heading,
    List,
    Paragraph,
    Signature,
    Table,
    runs,
    text_of,
    walk,
)
from tests.built import SOURCES, build

DOCUMENT = "viborg-2017-2021/strategisk-samarbejdsaftale"
Items = list[tuple[str, Any]]


def document() -> Document:
    """The document that both are measured on."""
    return build(next(source for source in SOURCES if str(source) == DOCUMENT)).document


def items(blocks: tuple[Block, ...]) -> Items:
    """Each paragraph as its style and text, each table as `Table` and its rows of texts."""
    found: Items = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(("Table", _rows(block)))
        elif isinstance(block, List):
            style = "List Number" if block.ordered else "List Bullet"
            found += [(style, text) for item in block.items for _, text in items(item.blocks)]
        elif isinstance(block, Signature):
            found += [("Normal", text) for text in (block.label, "Dato", block.name, block.title)]
        elif isinstance(block, (Heading, Paragraph)):
            style = f"Heading {block.level}" if isinstance(block, Heading) else "Normal"
            found.append((style, "".join(run.text for run in runs(block))))
    return found


def make(folder: Path) -> None:
    """Write the template and its data; paragraphs of one style that follow each other are one loop."""
    word, data = docx.Document(), {}
    for number, (style, group) in enumerate(groupby(items(document().blocks), key=lambda item: item[0])):
        values = [value for _, value in group]
        if style == "Table":
            for more, rows in enumerate(values):
                name = f"t{number}_{more}"
                data[name] = rows
                _table(word, name, len(rows[0]))
        else:
            data[f"p{number}"] = values
            for text in (f"{{%p for text in p{number} %}}", "{{ text }}", "{%p endfor %}"):
                word.add_paragraph(text, style)
    word.save(str(folder / "template.docx"))
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _table(word: Any, name: str, columns: int) -> None:
    table = word.add_table(rows=3, cols=columns, style="Table Grid")
    before, row, after = (table.rows[number].cells for number in range(3))
    before[0].text = f"{{%tr for row in {name} %}}"
    for number in range(columns):
        row[number].text = f"{{{{ row[{number}] }}}}"
    after[0].text = "{%tr endfor %}"


def _rows(table: Table) -> list[list[str]]:
    rows = [["\n".join(_texts(cell.blocks)) for cell in row.cells] for row in table.rows]
    columns = max(map(len, rows))
    return [row + [""] * (columns - len(row)) for row in rows]


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [text for block in walk(blocks) if (text := "".join(run.text for run in runs(block)))]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
    sys.stdout.write(str(len(text_of(document()).split())))
