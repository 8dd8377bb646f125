"""Errors of reading and of meaning, made in a plan at once: both are told in the first round of mending.

Findings of meaning are those of the rules. One that needs the very value that cannot be read is not told.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.base.findings import Finding
from generator.plan.rules import rule
from generator.run.read_plan import Reader
from generator.workspace.folders import Workspace
from tests.mutations.breaking import Files, every_break
from tests.mutations.breaking import Path as Steps
from tests.mutations.finding import FOLDERS, ROOT, files_of
from tests.support.yaml_as_typed import as_typed

UNKNOWN = "zzqx"
WRONG = {
    "beløb": "14,600.5", "beboere": "14,6", "lejemål": "14,6", "timer_pr_uge": "mange",
    "fra": "32.13.2027", "til": "32.13.2027", "dato": "32.13.2027", "type": UNKNOWN, "status": UNKNOWN,
}  # fmt: skip
"""What cannot stand under those keys."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    return Workspace(tmp_path)


def found(workspace: Workspace, files: Files) -> Counter[tuple[str, str, str]]:
    """What the rules say of the plan: code, file and words."""
    folder = workspace.root / "agreements" / "plan"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / f"{name}.yaml").write_text(as_typed(data), encoding="utf-8")
    findings = Reader(workspace).plan(next(iter(workspace.plans()))).findings
    return Counter((f.code, f.place.file, f.message) for f in findings if _is_of_meaning(f))


def _is_of_meaning(finding: Finding) -> bool:
    return rule(finding.code) is not None


def _walk(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    yield path, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _walk(inner, (*path, step))


def _with(files: Files, file: str, path: Steps, value: Any) -> Files:
    data = deepcopy(files[file])
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return {**files, file: data}


def with_a_key_of_nobodys(files: Files, chance: random.Random) -> Files:
    """The plan with a key that is like none, somewhere."""
    ones_own = {"områder", "indsatsområder", "andre"}
    places = [(file, path) for file, data in files.items() for path, value in _walk(data)
              if isinstance(value, dict) and not ones_own & set(path)]  # fmt: skip
    file, path = chance.choice(places)
    return _with(files, file, (*path, UNKNOWN), "noget")


def with_a_value_refused(files: Files, chance: random.Random) -> Files:
    """The plan with a number, a date, a word or a text that cannot stand where it does."""
    places = [(file, path) for file, data in files.items() for path, value in _walk(data)
              if isinstance(value, str) and path != ("midler",)]  # fmt: skip
    file, path = chance.choice(places)
    return _with(files, file, path, WRONG.get(str(path[-1]), {"a": "b"}))


def pairs(folder: Path, number: int) -> Iterator[tuple[Files, random.Random]]:
    """Plans in which one fact is broken, each with the chance to break something else in it."""
    files, chance = files_of(folder), random.Random(folder.name)
    breaks = list(every_break(files))
    for _ in range(number):
        broken = chance.choice(breaks)
        yield {**files, broken.file: broken.data}, chance


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_key_that_nobody_knows_hides_no_error_of_meaning(folder: Path, workspace: Workspace) -> None:
    for files, chance in pairs(folder, 4):
        alone = found(workspace, files)
        assert alone - found(workspace, with_a_key_of_nobodys(files, chance)) == Counter()


def test_a_value_that_is_refused_hides_little_and_makes_up_nothing(workspace: Workspace) -> None:
    told = hidden = 0
    for folder in FOLDERS:
        for files, chance in pairs(folder, 8):
            alone = found(workspace, files)
            beside = found(workspace, with_a_value_refused(files, chance))
            assert {(code, file) for code, file, _ in beside} <= {(code, file) for code, file, _ in alone}
            hidden += (alone - beside).total()
            told += (alone & beside).total()
    assert told > 150
    assert hidden < told / 12
