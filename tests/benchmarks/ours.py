"""We make documents in one process: `python -m tests.benchmarks.ours WAY OUT WARMUP WORKSPACE`.

Prints the seconds of work as JSON. WAY is `memory`: plans that have been read become files, as the peers
have their data; `yaml`: the plans are read and validated too; `build`: all that `aftale build` does; `check`:
all that `aftale check` does. WARMUP is a workspace that goes first, and is not counted.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.__main__ import COLLECT_AFTER
from generator.formats import word
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.source.read import Source, read_yaml
from generator.run import build as stages
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace


def from_memory(out: Path, warmup: Workspace, workspace: Workspace) -> float:
    """Seconds to make the documents of plans that have been read."""
    builder = stages.Builder(workspace, _unused, out)
    forms: dict[Path, Form] = {}
    ready = {
        place: [(folder, _loaded(folder, forms)) for folder in place.plans()] for place in (warmup, workspace)
    }
    for folder, plan in ready[warmup]:
        _write(builder, folder, plan, out)

    def work() -> None:
        for folder, plan in ready[workspace]:
            _write(builder, folder, plan, out)

    return _seconds(work)


def from_yaml(out: Path, warmup: Workspace, workspace: Workspace) -> float:
    """Seconds to read and validate the plans and make their documents."""
    builder = stages.Builder(workspace, _unused, out)
    forms: dict[Path, Form] = {}

    def work(place: Workspace) -> None:
        for folder in place.plans():
            _write(builder, folder, _loaded(folder, forms), out)

    work(warmup)
    return _seconds(lambda: work(workspace))


def built(out: Path, warmup: Workspace, workspace: Workspace) -> float:
    """Seconds for what `aftale build` does, but telling."""
    _exhaust(stages.build(warmup, warmup.plans(), out=out))
    return _seconds(lambda: _exhaust(stages.build(workspace, workspace.plans(), out=out)))


def checked(_: Path, warmup: Workspace, workspace: Workspace) -> float:
    """Seconds for what `aftale check` does, but telling."""
    _exhaust(stages.check(warmup, warmup.plans()))
    return _seconds(lambda: _exhaust(stages.check(workspace, workspace.plans())))


def _loaded(folder: PlanFolder, forms: dict[Path, Form]) -> Plan:
    """The plan, read and validated; a form that several plans have is read once."""
    kilde = load(_source(folder, folder.helhedsplan), Helhedsplan)
    path = folder.form_file(kilde.value.midler, "form.yaml")
    if path not in forms:
        forms[path] = load(_source(folder, path), Form).value
    return Plan(folder.name, kilde, tuple(_aftale(folder, file) for file in folder.aftaler()), forms[path])


def _aftale(folder: PlanFolder, file: AftaleFile) -> Aftale:
    return Aftale(file.name, file.kind, load(_source(folder, file.path), file.kind.model))


def _source(folder: PlanFolder, path: Path) -> Source:
    return read_yaml(path, folder.workspace.name_of(path))


def _write(builder: stages.Builder, folder: PlanFolder, plan: Plan, out: Path) -> None:
    for file, aftale in zip(folder.aftaler(), plan.aftaler, strict=True):
        data = word.write(builder.render(folder, file, plan, aftale).document, builder.reference(folder))
        (out / f"{folder.name}-{file.name}.docx").write_bytes(data)


def _exhaust(events: object) -> None:
    """Each event is let go at once."""
    for _ in events:  # type: ignore[attr-defined]
        pass


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _unused(*_: object) -> None:
    raise AssertionError("what is written here does not pass through the run")


WAYS = {"memory": from_memory, "yaml": from_yaml, "build": built, "check": checked}

if __name__ == "__main__":
    gc.set_threshold(COLLECT_AFTER)  # as the command does
    way, into, first, root = sys.argv[1:]
    seconds = WAYS[way](Path(into), Workspace(Path(first)), Workspace(Path(root)))
    sys.stdout.write(json.dumps({"seconds": seconds}))
