"""Python peers make documents: `python rivals.py PEER OUT WARMUP FOLDER...`.

Prints the seconds of work as JSON. A FOLDER has the peer's template and the data of one document or many;
each becomes a file in OUT. The first of WARMUP is made before the clock starts; `-` makes none. Imports
nothing of ours, and of the peers the one that is asked for: a cold run costs what that peer costs.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Make = Callable[[Path, Any, Path], None]
"""Makes a document of the template and the data."""


def docxtpl() -> Make:
    """A template with Jinja2 in it."""
    from docxtpl import DocxTemplate

    def make(template: Path, data: Any, into: Path) -> None:
        document = DocxTemplate(str(template))
        document.render(data, autoescape=True)
        document.save(str(into))

    return make


def python_docx() -> Make:
    """A program written by hand, by one who knows that `table.cell` and a cell's `style` are slow."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE

    def make(template: Path, data: Any, into: Path) -> None:
        document = Document(str(template))
        styles = {style.name: style for style in document.styles if style.type != WD_STYLE_TYPE.TABLE}
        of_tables = {style.name: style for style in document.styles if style.type == WD_STYLE_TYPE.TABLE}
        for block in data:
            if "text" in block:
                document.add_paragraph(block["text"], styles[block["style"]])
                continue
            texts = block["rows"]
            table = document.add_table(len(texts), max(map(len, texts)), of_tables.get(block["style"]))
            for row, cells in zip(table.rows, texts, strict=True):
                there = row.cells
                if len(cells) < len(there):  # the last of them reaches to the end of the table
                    there[len(cells) - 1].merge(there[-1])
                for cell, (style, text) in zip(there[: len(cells)], cells, strict=True):
                    cell.text = text
                    cell._tc.p_lst[0].style = styles[style].style_id
        document.save(str(into))

    return make


def floor() -> Make:
    """No tool but the least that any must do: Jinja2 into ready XML, compiled once, and the zip."""
    import zipfile

    from jinja2 import Environment, Template
    from markupsafe import Markup, escape

    environment = Environment(autoescape=True)
    line_break = Markup('</w:t><w:br/><w:t xml:space="preserve">')
    environment.filters["lines"] = lambda text: escape(text).replace("\n", line_break)
    known: dict[Path, tuple[Template, dict[str, bytes]]] = {}

    def opened(path: Path) -> tuple[Template, dict[str, bytes]]:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return environment.from_string(parts.pop("word/document.xml").decode()), parts

    def make(template: Path, data: Any, into: Path) -> None:
        if template not in known:
            known[template] = opened(template)
        main, parts = known[template]
        with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
            archive.writestr("word/document.xml", main.render(data))
            for name, part in parts.items():
                archive.writestr(name, part)

    return make


PEERS = {"docxtpl": docxtpl, "python-docx": python_docx, "floor": floor}


def main(peer: str, out: Path, warmup: str, folders: list[Path]) -> None:
    """Make the documents and print what it took."""
    make = PEERS[peer]()
    data = {folder: _data(folder, peer) for folder in folders}
    if warmup != "-":
        make(Path(warmup) / f"{peer}.docx", _data(Path(warmup), peer)[0], out / "warmup.docx")
    start = time.process_time()
    for folder, documents in data.items():
        for number, document in enumerate(documents):
            make(folder / f"{peer}.docx", document, out / f"{folder.name}-{number:03}.docx")
    sys.stdout.write(json.dumps({"seconds": time.process_time() - start}))


def _data(folder: Path, peer: str) -> list[Any]:
    kind = "blocks" if peer == "python-docx" else "data"
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob(f"{kind}-*.json"))]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], [Path(folder) for folder in sys.argv[4:]])
