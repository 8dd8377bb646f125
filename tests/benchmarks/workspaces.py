"""Workspaces to measure on: plans copied with other names and figures, and a table of many rows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAN, PLAN_OF_FOUR = "viborg-2017-2021", "viborg-2025-2029"
DELAFTALE = "delaftale-sammenhaengskraft-og-medborgerskab"
_NAME = "navn: Den boligsociale helhedsplan i Viborg\n"
_FIGURES = {"beboere": 3_220, "lejemål": 1_630, "beløb": 14_600, "samlet": 27_102}
_SENTENCE = re.compile(r"^( {2,}[^\n:#]{40,})\.$", re.MULTILINE)
"""A line of prose with a sentence of its own: no text may be as another plan has it, or it is read once."""
_ROW = """  - mål: At reducere antallet af fraflytninger, trin {number}
    indikator: Andelen af årlige fraflytninger i opgang {number}
    baseline:
      år: 2023
      områder: {{Ringparken: "{share},5 %"}}
      andre: {{"Landsgennemsnit, familiebolig": "10,3 %"}}
    datakilder: [BoligViborg]
"""


def copies(root: Path, count: int) -> None:
    """A workspace of so many plans: the plan of 2017-2021 with a name, figures and sentences of its own."""
    for number in range(count):
        folder = root / "agreements" / f"{PLAN}-{number:04}"
        shutil.copytree(ROOT / "agreements" / PLAN, folder)
        for path in folder.glob("*.yaml"):
            text = _SENTENCE.sub(rf"\1, udgave {number + 1}.", path.read_text(encoding="utf-8"))
            text = _varied(text, number) if path.stem == "helhedsplan" else text
            path.write_text(text, encoding="utf-8")


def plan_of_four(root: Path) -> None:
    """A workspace of one plan: a strategisk samarbejdsaftale and three delaftaler."""
    shutil.copytree(ROOT / "agreements" / PLAN_OF_FOUR, root / "agreements" / PLAN_OF_FOUR)


def long_table(root: Path, rows: int) -> None:
    """A workspace of one delaftale, the table of whose delmål has so many rows."""
    plan_of_four(root)
    folder = root / "agreements" / PLAN_OF_FOUR
    for path in folder.glob("*aftale*.yaml"):
        if path.stem != DELAFTALE:
            path.unlink()
    path = folder / f"{DELAFTALE}.yaml"
    before, _, rest = path.read_text(encoding="utf-8").partition("\ndelmål:\n")
    after = rest[rest.index("\naktiviteter:\n") :]
    table = "".join(_ROW.format(number=number + 1, share=number % 90 + 1) for number in range(rows))
    path.write_text(f"{before}\ndelmål:\n{table.rstrip()}{after}", encoding="utf-8")


def _varied(text: str, number: int) -> str:
    text = _replaced(text, _NAME, f"{_NAME.rstrip()}, udgave {number + 1}\n")
    for key, figure in _FIGURES.items():
        text = _replaced(text, f"{key}: {_danish(figure)}", f"{key}: {_danish(figure + number)}")
    return text


def _replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} is no longer in the plan once"
    return text.replace(old, new)


def _danish(figure: int) -> str:
    return f"{figure:,}".replace(",", ".")
