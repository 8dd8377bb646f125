"""Whether a break is found: what the rules and the reading say of a plan now that they did not say before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.base.findings import Finding, Rejected
from generator.plan import kinds
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import Loaded, load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules import examine
from generator.plan.source.read import read_yaml, read_yaml_bytes
from tests.mutations.breaking import PLAN, Broken, Files, every_break
from tests.support.yaml_as_typed import as_typed

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [
    *sorted((ROOT / "agreements").glob("viborg-*")),
    *sorted((ROOT / "tests" / "plans" / "agreements").glob("opdigtet-*")),
]
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Result:
    """A break, and what was said of it; nothing when it was not found."""

    broken: Broken
    said: tuple[Finding, ...]


def results(folder: Path, every: int = 1) -> Iterator[Result]:
    """Every break of the plan, tried; or the first of each kind and then only one of so many."""
    files, seen = files_of(folder), Counter[str]()
    chosen = []
    for broken in every_break(files):
        seen[broken.kind] += 1
        if not (seen[broken.kind] - 1) % every:
            chosen.append(broken)
    yield from tried(files, chosen)


def tried(files: Files, breaks: Iterable[Broken]) -> Iterator[Result]:
    """What is said of the plan with each of the breaks, and is not said without."""
    read_files = {file: _loaded(file, data) for file, data in files.items()}
    before = Counter(map(_words, examine(_plan(read_files)).findings))
    for broken in breaks:
        try:
            changed = {**read_files, broken.file: _loaded(broken.file, broken.data)}
        except Rejected as rejected:
            yield Result(broken, rejected.findings)
            continue
        after = examine(_plan(changed)).findings
        new = Counter(map(_words, after)) - before
        yield Result(broken, tuple(finding for finding in after if _words(finding) in new))


def _words(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def files_of(folder: Path) -> Files:
    """The plan as plain data, helhedsplan.yaml first."""
    order = [folder / f"{PLAN}.yaml", *(p for p in sorted(folder.glob("*.yaml")) if p.stem != PLAN)]
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), LOADER) for path in order}


def _loaded(file: str, data: Any) -> Any:
    text = as_typed(data)
    kind = kinds.of_file(f"{file}.yaml") or kinds.HELHEDSPLAN
    return load(read_yaml_bytes(text.encode(), f"{file}.yaml"), kind.model)


def _plan(files: dict[str, Loaded[Any]]) -> Plan:
    shared: Loaded[Helhedsplan] = files[PLAN]
    aftaler = (
        Aftale(name, kind, kilde)
        for name, kilde in files.items()
        if (kind := kinds.of_file(f"{name}.yaml"))
    )
    return Plan("plan", shared, tuple(aftaler), _form(shared.value.midler))


@cache
def _form(midler: str) -> Form:
    return load(read_yaml(ROOT / "templates" / midler / "form.yaml", f"{midler}/form.yaml"), Form).value
