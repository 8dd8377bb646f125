"""The first hour: a plan grows line by line, and at each line the draft is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.authoring.new_plan import NewPlan, plan_files
from generator.base.findings import Finding
from generator.plan.kinds import HELHEDSPLAN
from generator.run.build import Builder
from generator.run.outcomes import Outcome
from generator.workspace.folders import PlanFolder, Workspace
from generator.workspace.rounds import Rounds
from tests.support.built import INVENTED

ROUNDS = Rounds.of(INVENTED)
PLANS = {"2015-18": "opdigtet-2016-2020", "2019-26": "opdigtet-2026-2030"}
FIRST = {
    HELHEDSPLAN.name: ("navn: ", "midler: "),
    "delaftale": ("indsatsområde: ",),
}
"""Lines without which nothing can be read of a file: `aftale new` writes them."""


def steps(text: str) -> Iterator[str]:
    """The file as it grows: after each line on which a person could stop and save."""
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("status:")]
    for number in range(1, len(lines) + 1):
        yield "".join(lines[:number])


def is_in_prose(text: str) -> bool:
    """Whether the file ends in the middle of a text of several lines, of which one line is as good as all."""
    last = [line for line in text.splitlines() if line.strip()][-3:]
    return not any(line.rstrip().endswith((":", "|")) or line.lstrip().startswith("-") or ": " in line
                   for line in last[-2:])  # fmt: skip


def wrong_with(builder: Builder, folder: PlanFolder, document: str) -> list[str]:
    """The errors of the document as it stands and of what it shares, and if it cannot be made."""
    events = list(builder.plan(folder, (document,)))
    found = [f"{e.place} {e.code} {e.message}" for e in events if isinstance(e, Finding) and e.is_error]
    return found + [e.document for e in events if isinstance(e, Outcome) and e.reason]


@pytest.mark.parametrize("midler", PLANS)
def test_at_each_line_of_a_plan_that_is_written_a_draft_is_made(midler: str, tmp_path: Path) -> None:
    form = ROUNDS.form(midler)
    areas = tuple(område.nøgle for område in form.indsatsområder)
    workspace = Workspace(tmp_path)
    folder = workspace.create("plan", plan_files(NewPlan("Planen", indsatsområder=areas), form))
    builder = Builder(workspace, None, None)
    files = INVENTED.plan(PLANS[midler])
    written = 0
    for path in (files.helhedsplan, *(file.path for file in files.aftaler()[:2])):
        document = path.stem if path.stem != HELHEDSPLAN.name else files.aftaler()[0].name
        first = FIRST.get(path.stem, FIRST.get(path.stem.partition("-")[0], ()))
        for text in steps(path.read_text(encoding="utf-8")):
            if is_in_prose(text) or not all(f"\n{line}" in f"\n{text}" for line in first):
                continue
            (folder / path.name).write_text(text, encoding="utf-8")
            assert wrong_with(builder, workspace.plan("plan"), document) == [], text[-400:]
            written += 1
    assert written > 300
