"""Figures and names that stand in two files of a plan, each broken in one of them alone.

What is found must name both places: the finding has a second place, or tells in its words what the other
file says. `python -m tests.mutations.across` lists what is not found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path as File
from typing import Any

from tests.mutations.breaking import PLAN, Broken, Files, Path, _put, _walk
from tests.mutations.finding import ROOT, Result, files_of, tried

FOLDERS = [
    *sorted((ROOT / "tests" / "plans" / "agreements").glob("digtehavn-*")),
    *sorted((ROOT / "tests" / "plans" / "agreements").glob("fabelby-*")),
    *sorted((ROOT / "tests" / "plans" / "agreements").glob("opdigtet-*")),
]
PLACES = {
    "agreement": rf"{PLAN}\.budget\.finansiering\.\d+\.beløb",
    "budget": r"budget\.finansiering\.\d+\.(år\.\d+|timer|timesats)|budget\.poster\.\d+\.år\.\d+",
    "status": r"aarsstatus-\d+\.(år|indikatorer\.\d+\.(nu\.områder\.[^.]+|indikator)"
              r"|(udgifter|finansiering)\.\d+\.(post|kilde))",
    "kommissorium": r"kommissorium[^.]*\.(gruppe|møder\.antal)",
}  # fmt: skip
ABOUT = re.compile(r"mindst |ca\. ")
NUMBER = re.compile(r"\d[\d.]*")


def breaks(files: Files) -> Iterator[Broken]:
    """Every figure and name of the places, broken alone."""
    for document, pattern in PLACES.items():
        for file, data in files.items():
            for path, value in _walk(data):
                where = f"{file}.{'.'.join(map(str, path))}"
                if re.fullmatch(pattern, where) and _is_exact(document, path, value):
                    yield _with(document, files, file, path, _broken(value))
    yield from _measured(files)


def results(folder: File, every: int = 1) -> Iterator[Result]:
    """Every break of the plan, tried; or one of so many."""
    files = files_of(folder)
    yield from tried(files, list(breaks(files))[::every])


def names_both(result: Result) -> bool:
    """Tell whether a finding has the other place, or is told there of what was broken here."""
    here = f"{result.broken.file}.yaml"
    return any(one.second or one.place.file != here or " and " in one.message for one in result.said)


def _is_exact(document: str, path: Path, value: Any) -> bool:
    """Tell whether the other file must say the same: not of `mindst 4,2`, nor of what is new in a status."""
    own = document == "status" and "områder" in path and "%" not in value
    return isinstance(value, str) and not own and not ABOUT.match(value) and _broken(value) != value


def _measured(files: Files) -> Iterator[Broken]:
    """Figures of a baseline that refers to a målepunkt, broken in the delaftale and in what is measured."""
    listed = files.get("maalinger", {}).get("målepunkter", [])
    points = {point["navn"]: number for number, point in enumerate(listed)}
    for file, data in files.items():
        for path, value in _walk(data):
            if file.startswith("delaftale") and path[-1] == "baseline" and "måling" in (value or {}):
                for area, figure in value.get("områder", {}).items():
                    if isinstance(figure, str) and _broken(figure) != figure:
                        yield _with("delaftale", files, file, (*path, "områder", area), _broken(figure))
                number, year = points[value["måling"]], value.get("år", "")
                measured = files["maalinger"]["målepunkter"][number]["år"].get(year, {}).get("områder", {})
                for area in set(measured) & set(value.get("områder", {})):
                    if isinstance(measured[area], str) and _broken(measured[area]) != measured[area]:
                        at = ("målepunkter", number, "år", year, "områder", area)
                        yield _with("målinger", files, "maalinger", at, _broken(measured[area]))


def _broken(value: str) -> str:
    """The text with another figure or, where it has none, without its fourth letter."""
    if re.fullmatch(r"(mindst |ca\. )?[\d.,]+ %", value):
        return value.removesuffix(" %")
    if match := NUMBER.search(value):
        return value[: match.start()] + str(int(match[0].replace(".", "")) + 7) + value[match.end():]
    return value[:3] + value[4:] if len(value) > 5 else value


def _with(document: str, files: Files, file: str, path: Path, new: Any) -> Broken:
    data = deepcopy(files[file])
    _put(data, path, new)
    return Broken(document, f"{file}: {'.'.join(map(str, path))}", file, data)


def main() -> None:
    """Print how many breaks of each document are found, and which are not or do not name both places."""
    for folder in FOLDERS:
        done = list(results(folder))
        for document in dict.fromkeys(one.broken.kind for one in done):
            mine = [one for one in done if one.broken.kind == document]
            found = sum(bool(one.said) for one in mine)
            both = sum(names_both(one) for one in mine)
            counts = f"{found:3} found, {both:3} with both places, of {len(mine):3}"
            sys.stdout.write(f"{counts}  {folder.name} {document}\n")
        lost = [f"  not: {one.broken.where}\n" for one in done if not names_both(one)]
        sys.stdout.writelines(lost)


if __name__ == "__main__":
    main()
