"""All that is measured on: `python -m tests.benchmarks.samples FOLDER DOCUMENTS ROWS PLANS`.

Workspaces in FOLDER/ours. In FOLDER/theirs, for each document of a workspace, a template for each peer and
the data, taken from the .docx that we make of it. ROWS and PLANS are sizes with commas between. Prints how
many words there are in the document that most is measured on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import docx

from generator.run.build import build
from generator.run.outcomes import Outcome
from generator.workspace.folders import Workspace
from tests.benchmarks import workspaces
from tests.benchmarks.content import read, units
from tests.benchmarks.templates import make, save_data


def prepare(folder: Path, documents: int, rows: Sequence[int], plans: Sequence[int]) -> int:
    """Make them all; how many words the document has."""
    ours, theirs = folder / "ours", folder / "theirs"
    for name, count in {"one": 1, "many": documents, **{f"plans-{n}": n for n in plans}}.items():
        workspaces.copies(ours / name, count)
    workspaces.plan_of_four(ours / "plan")
    for count in rows:
        workspaces.long_table(ours / f"rows-{count}", count)
    for name in ("one", "many", *(f"rows-{count}" for count in rows)):
        _share(_built(ours / name), theirs / name)
    for number, path in enumerate(_built(ours / "plan")):
        _share([path], theirs / f"plan-{number}")
    return sum(len(text.split()) for text in units(theirs / "one" / "norm-000.docx"))


def _built(root: Path) -> list[Path]:
    """The documents of the workspace, made by us."""
    workspace = Workspace(root)
    outcomes = [event for event in build(workspace, workspace.plans()) if isinstance(event, Outcome)]
    assert not any(outcome.reason for outcome in outcomes), outcomes
    return [outcome.path for outcome in outcomes]


def _share(paths: Sequence[Path], folder: Path) -> None:
    """Templates from the first of the documents, and the data of each; they differ in nothing but data."""
    folder.mkdir(parents=True)
    styles = {style.style_id: style.name for style in docx.Document(str(paths[0])).styles}
    make(folder, read(paths[0]), paths[0])
    for number, path in enumerate(paths):
        save_data(folder, number, read(path), styles)
        (folder / f"norm-{number:03}.docx").write_bytes(path.read_bytes())


if __name__ == "__main__":
    sizes = [[int(size) for size in words.split(",")] for words in sys.argv[2:]]
    words = prepare(Path(sys.argv[1]), sizes[0][0], *sizes[1:])
    sys.stdout.write(json.dumps(words))
