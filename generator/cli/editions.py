"""Words for the version that a document is, and for what was issued of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from generator.base.border import files
from generator.base.language import say
from generator.plan.model.udgave import Stand

if TYPE_CHECKING:
    from generator.plan.model.udgave import Udgave
    from generator.run.outcomes import Outcome
    from generator.workspace.folders import PlanFolder


def told(outcome: Outcome) -> str:
    """Tell the version of a document, and whether it is as issued; nothing where it has none."""
    udgave = outcome.udgave
    if udgave is None:
        return ""
    if outcome.draft and not outcome.reason:
        if udgave.anden_form:
            return say("a draft; version {version} is issued, and the form prints another text of it today",
                       version=udgave.version)  # fmt: skip
        return say("a draft; version {version} is issued", version=udgave.version) if udgave.udstedt else ""
    return _issued(udgave) if udgave.udstedt else say("version {version}, not issued", version=udgave.version)


def _issued(udgave: Udgave) -> str:
    match udgave.stand:
        case Stand.SAME:
            return say("version {version}, as issued", version=udgave.version)
        case Stand.OTHER_FORM:
            return say("version {version}, as issued; the form prints another text today",
                       version=udgave.version)  # fmt: skip
        case Stand.CHANGED:
            return say("version {version}, and the plan says another thing than was issued",
                       version=udgave.version)  # fmt: skip
        case Stand.UNKNOWN | Stand.NOT_YET:
            return say("version {version}, whose record is not there", version=udgave.version)
        case unknown:
            assert_never(unknown)


def record_of(file: Path) -> str:
    """Tell which record has the file as it is; else that it was not issued, as far as is known here."""
    digest = hashlib.sha256(files.read(file)).hexdigest()
    from generator.workspace.issued import Records

    for folder in _plans_around(file):
        records = Records(folder)
        for record in records.all:
            for name, wanted in record.hashes.items():
                if wanted == digest:
                    return say("yes, as version {version}: {file}",
                               version=record.version, file=records.name_of(name))  # fmt: skip
    return say("not this file")


def _plans_around(file: Path) -> Iterator[PlanFolder]:
    """Yield the plans where the command is given, and those by the file."""
    from generator.workspace.folders import NotFound, Workspace

    seen = set()
    for start in (Path.cwd(), files.resolved(file).parent):
        try:
            workspace = Workspace.find(start)
        except NotFound:
            continue
        if workspace.root not in seen:
            seen.add(workspace.root)
            yield from workspace.plans()
