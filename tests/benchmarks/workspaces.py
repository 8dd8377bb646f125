"""Workspaces to measure on: plans copied with other names and figures, and a table of many rows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAN, PLAN_OF_FOUR = "viborg-2017-2021", "viborg-2025-2029"
AGREEMENT, ANNEX = "strategisk-samarbejdsaftale", "maalinger"
_NAME = "navn: Den boligsociale helhedsplan i Viborg\n"
_FIGURES = {"beboere": 3_220, "lejemål": 1_630, "beløb": 14_600, "samlet": 27_102}
_SENTENCE = re.compile(r"^( {2,}[^\n:#]{40,})\.$", re.MULTILINE)
"""A line of prose with a sentence of its own: no text may be as another plan has it, or it is read once."""
_ANNEX = re.compile(r"(- \{bilag: [^,}]+)(?=, note:)")
"""An annex of the list whose file is not copied: it is told as missing, as those without a file are."""
_MEASURED = """status: udkast
målepunkter:
  - navn: Fraflytninger
    enhed: procent
    kilde: BoligViborg
    år:
      2023:
        andre:
{first}      2024:
        andre:
{second}"""
_FIGURE = """          Storegade, opgang {number}: "{share},{tenth} %"
"""


def copies(root: Path, count: int) -> None:
    """A workspace of so many plans: the plan of 2017-2021 with a name, figures and sentences of its own."""
    for number in range(count):
        folder = root / "agreements" / f"{PLAN}-{number:04}"
        _without_others(ROOT / "agreements" / PLAN, folder, "helhedsplan", AGREEMENT)
        for path in folder.glob("*.yaml"):
            text = _SENTENCE.sub(rf"\1, udgave {number + 1}.", path.read_text(encoding="utf-8"))
            is_shared = path.stem == "helhedsplan"
            text = _varied(text, number) if is_shared else _ANNEX.sub(r"\1, status: mangler", text)
            path.write_text(text, encoding="utf-8")


def plan_of_four(root: Path) -> None:
    """A workspace of one plan: a strategisk samarbejdsaftale and three delaftaler."""
    plan = ROOT / "agreements" / PLAN_OF_FOUR
    agreements = sorted(path.stem for path in plan.glob("*aftale*.yaml"))
    _without_others(plan, root / "agreements" / PLAN_OF_FOUR, "helhedsplan", *agreements)


def long_table(root: Path, rows: int) -> None:
    """A workspace of one annex, the table of whose figures has so many rows."""
    folder = root / "agreements" / PLAN_OF_FOUR
    _without_others(ROOT / "agreements" / PLAN_OF_FOUR, folder, "helhedsplan")
    first, second = ("".join(_FIGURE.format(number=number + 1, share=number % 90 + year, tenth=number % 10)
                             for number in range(rows)) for year in (1, 2))  # fmt: skip
    text = _MEASURED.format(first=first, second=second)
    (folder / f"{ANNEX}.yaml").write_text(text, encoding="utf-8")


def _without_others(plan: Path, folder: Path, *names: str) -> None:
    """Copy those files of a plan alone: what is measured is one document, as the peers make it."""
    folder.mkdir(parents=True)
    for name in names:
        shutil.copy(plan / f"{name}.yaml", folder)


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
