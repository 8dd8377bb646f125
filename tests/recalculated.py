"""The spreadsheets of the invented budgets, computed anew by LibreOffice, beside the values kept in them.

`python -m tests.recalculated soffice` takes the kept values out, lets LibreOffice (with Calc) open and save
each, and compares every formula's value with the one that was kept; `aftale return` then finds nothing that
was typed over. It is no part of CI.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from generator.authoring.returned import returned
from generator.base.border import workbooks, zips
from generator.base.border.workbooks import Cells
from generator.document.model import Document
from generator.formats import sheet
from generator.formats.sheet.reader import read
from generator.render.sheets import workbook
from generator.workspace import stamp
from tests.support import built

KEPT = re.compile(rb"(</f>)<v>[^<]*</v>")
NEAR = Decimal("0.000001")


def main(soffice: Sequence[str]) -> int:
    """Compare each spreadsheet; the number of values that differ."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for source in built.SOURCES:
            if source.file.kind.sheet:
                wrong += _compared(source, soffice, Path(folder))
    return wrong


def _compared(source: built.Source, soffice: Sequence[str], folder: Path) -> int:
    found = built.build(source)
    document = Document("Budget", (), properties=found.document.properties)
    data = sheet.write(workbook(found.plan, found.aftale), document, None, stamp.SEAL)
    bare = {name: KEPT.sub(rb"\1", part) for name, part in zips.parts(data).items()}
    path = folder / f"{source.folder.name}.xlsx"
    path.write_bytes(zips.packed(bare.items(), zips.moment(data)))
    out = folder / "out"
    subprocess.run([*soffice, "--headless", "--convert-to", "xlsx", "--outdir", out, path], check=True,
                   capture_output=True)  # fmt: skip
    saved = (out / path.name).read_bytes()
    wrong = _differing(workbooks.sheets(data), workbooks.sheets(saved))
    again = read(saved)
    assert again is not None
    back = returned(again, source.file.path.read_text(encoding="utf-8"), source.file.kind.model)
    sys.stdout.write(f"{len(back.edits)} values come back, {len(back.kept)} do not\n")
    return wrong + len(back.edits) + len(back.kept)


def _differing(kept: dict[str, Cells], computed: dict[str, Cells]) -> int:
    formulas = [(name, at, held.value) for name, cells in kept.items()
                for at, held in cells.items() if held.formula]  # fmt: skip
    wrong = [(name, at) for name, at, value in formulas if not _alike(value, computed[name][at].value)]
    sys.stdout.write(f"{len(formulas)} formulas, {len(wrong)} differ {wrong or ''}\n")
    return len(wrong)


def _alike(one: object, other: object) -> bool:
    return isinstance(one, Decimal) and isinstance(other, Decimal) and abs(one - other) < NEAR


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["soffice"]))
