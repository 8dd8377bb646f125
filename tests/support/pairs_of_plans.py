"""Two versions of a plan that differ in a few random ways, both of which can be printed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from generator.authoring.edits import Conflict, Edit, Move, Refused, Remove, Set, edited
from generator.base.findings import Rejected
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.source.read import Data, read_yaml_bytes
from generator.workspace.folders import PlanFolder, Workspace
from tests.conftest import ROOT
from tests.support.random_edits import paths

HOMES = (ROOT / "agreements", ROOT / "tests/plans/agreements")
PLANS = tuple(sorted(path for home in HOMES for path in home.iterdir() if path.is_dir()))
WORDS = ("naboskab", "værkstedet", "fælleshuset", "beboerdemokratiet", "sommerlejren")
PARAGRAPHS = re.compile(r"\n[ \t]*\n")
MOST_EDITS = 5


def pair_of_plans(seed: int, root: Path) -> tuple[Workspace, Workspace, str]:
    """Two workspaces with one plan, and its name: in the second some of what it says has been changed."""
    random = Random(seed)
    plan = random.choice(PLANS)
    for side in ("old", "new"):
        shutil.copytree(plan, root / side / "agreements" / plan.name)
    old, new = Workspace(root / "old"), Workspace(root / "new")
    for _ in range(random.randint(1, MOST_EDITS)):
        _change_something(PlanFolder(new, plan.name), random)
    return old, new, plan.name


def _change_something(folder: PlanFolder, random: Random) -> None:
    """Change one file in one way; a way that the program refuses, or that empties it, is left out."""
    models = {file.path: file.kind.model for file in folder.aftaler()}
    models[folder.path / HELHEDSPLAN.pattern] = HELHEDSPLAN.model
    path = random.choice(sorted(models))
    text = path.read_text(encoding="utf-8")
    edits = list(_edits(read_yaml_bytes(text.encode(), path.name).data, random))
    try:
        after = edited(text, [random.choice(edits)], models[path])
        read_yaml_bytes(after.text.encode(), path.name)
    except (Refused, Conflict, Rejected):
        return
    path.write_text(after.text, encoding="utf-8", newline="\n")


def _edits(data: Data, random: Random) -> Iterator[Edit]:
    """One edit of each way, each at a random place that it can be made at."""
    known = list(paths(data))
    texts = [(path, value) for path, value in known if isinstance(value, str) and len(value.split()) > 1]
    figures = [(path, value) for path, value in known if isinstance(value, str) and value.isdigit()]
    items = [(path, value) for path, value in known if isinstance(path[-1], int)]
    if texts:
        at, text = random.choice(texts)
        yield from (Set(at, way, text) for way in _reworded(text, random))
    if figures:
        at, text = random.choice(figures)
        yield Set(at, str(int(text) + 1), text)
    if items:
        path, value = random.choice(items)
        yield Remove(path, value)
        yield Move(path, random.randint(0, 3), value)
    path, value = random.choice(known)
    yield Remove(path, value)


def _reworded(text: str, random: Random) -> Iterator[str]:
    """The text with a word put in, exchanged and taken out, and its paragraphs in other places."""
    words = re.split(r"( +)", text)
    at = 2 * random.randrange((len(words) + 1) // 2)
    word = random.choice(WORDS)
    yield "".join([*words[:at], word, " ", *words[at:]])
    yield "".join([*words[:at], word, *words[at + 1:]])
    yield "".join(words[:at] + words[at + 2:]).strip()
    parts = PARAGRAPHS.split(text.strip())
    if len(parts) > 1:
        random.shuffle(parts)
        yield "\n\n".join(parts)
        yield "\n\n".join(parts[1:])
        yield "\n".join(parts)
        yield "\n\n".join([*parts, f"Et nyt afsnit om {word}."])


