"""What a form requires: while it is empty, the draft shows a placeholder and C1 names it, once each."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring.new_plan import NewPlan, plan_files
from generator.base.findings import Completeness, Finding
from generator.plan import kinds
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.rules.completeness import C1
from generator.run.build import check
from generator.run.outcomes import Outcome
from generator.workspace.folders import Workspace
from generator.workspace.rounds import Rounds
from tests.support.built import INVENTED
from tests.support.yaml_as_typed import as_typed

ROUNDS = Rounds.of(INVENTED)


@dataclass(frozen=True)
class Required:
    """A field that the form of a round requires in a kind of file."""

    midler: str
    kind: str
    path: str

    def __str__(self) -> str:
        return f"{self.midler}-{self.kind}-{self.path}"


REQUIRED = [
    Required(midler, kind, path.replace("?", ""))
    for midler in ROUNDS.files
    for kind, fields in ROUNDS.form(midler).krævede_felter.items()
    for path in fields
]


@dataclass(frozen=True)
class Draft:
    """A plan as a draft: findings of empty fields by file, and the number of gaps in each document."""

    empty: Counter[str]
    gaps: Counter[str]
    counted: Counter[str]

    @classmethod
    def of(cls, workspace: Workspace) -> Draft:
        events = list(check(workspace, workspace.plans()))
        errors = [event for event in events if isinstance(event, Finding) and event.is_error]
        assert not errors, errors
        made = [event for event in events if isinstance(event, Outcome)]
        told = (event for event in events if isinstance(event, Finding) and event.code == C1)
        counts = (event for event in events if isinstance(event, Completeness))
        return cls(
            Counter(Path(finding.place.file).stem for finding in told),
            Counter({one.document: one.gaps for one in made}),
            Counter({Path(one.file).stem: len(one.missing) for one in counts}),
        )


def has(data: Any, steps: list[str]) -> bool:
    """Whether something stands at the path."""
    if not steps or data is None:
        return data is not None
    step, *below = steps
    if step in ("*", "{valgte}"):
        return any(has(inner, below) for inner in (data if isinstance(data, list) else data.values()))
    return step in data and has(data[step], below)


def emptied(data: Any, steps: list[str]) -> Any:
    """The data without the first value that stands at the path."""
    step: Any
    step, *below = steps
    if step in ("*", "{valgte}"):
        known = enumerate(data) if isinstance(data, list) else data.items()
        step = next(at for at, inner in known if has(inner, below))
    value = emptied(data[step], below) if below else None
    if isinstance(data, list):
        return [*data[:step], value, *data[step + 1 :]]
    return data | {step: value}


def has_in(folder: Path, kind: str, path: str) -> Path | None:
    """The first file of the kind in which something stands at the path."""
    files = sorted(folder.glob(f"{kind}*.yaml"))
    return next((file for file in files if has(read(file), path.split("."))), None)


def plan_with(field: Required) -> str:
    """The first invented plan of the round that has the field filled in."""
    plans = (f for f in INVENTED.plans() if read(f.helhedsplan)["midler"] == field.midler)
    return next(folder.name for folder in plans if has_in(folder.path, field.kind, field.path))


def laid_out(root: Path, name: str) -> Path:
    """The invented plan of that name as a draft in a workspace of its own."""
    folder = root / "agreements" / "plan"
    shutil.copytree(INVENTED.root / "agreements" / name, folder)
    for path in folder.glob("*.yaml"):
        write(path, {key: value for key, value in read(path).items() if key != "status"})
    return folder


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def write(path: Path, data: Any) -> None:
    path.write_text(as_typed(data), encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Draft]]:
    """The folder of an invented plan as a draft, and what is said of it; made once."""

    @cache
    def made(name: str) -> tuple[Path, Draft]:
        root = tmp_path_factory.mktemp(name)
        return laid_out(root, name), Draft.of(Workspace(root))

    return made


@pytest.mark.parametrize("field", REQUIRED, ids=str)
def test_a_required_field_that_is_emptied_is_one_gap_more_and_one_finding_more(
    field: Required, tmp_path: Path, whole: Callable[[str], tuple[Path, Draft]]
) -> None:
    made, before = whole(plan_with(field))
    folder = shutil.copytree(made, tmp_path / "agreements" / "plan")
    file = has_in(folder, field.kind, field.path)
    assert file
    write(file, emptied(read(file), field.path.split(".")))
    after = Draft.of(Workspace(tmp_path))
    assert after.empty[file.stem] == after.counted[file.stem] == before.empty[file.stem] + 1
    shared = (kind.name for kind in kinds.DOCUMENTS if kind.includes_shared)
    for document in shared if field.kind == HELHEDSPLAN.name else [file.stem]:
        assert after.gaps[document] == before.gaps[document] + 1


@pytest.mark.parametrize("baseline", [{}, {"år": "2024"}, {"andre": {"Hele landet": "4 %"}}, {"områder": {}}])
def test_a_baseline_that_says_neither_where_it_starts_nor_why_not_is_missing(
    baseline: dict[str, Any], tmp_path: Path
) -> None:
    workspace = Workspace(tmp_path)
    area = "beskæftigelse"
    new = plan_files(NewPlan("Ny", indsatsområder=(area,)), ROUNDS.form("2019-26"))
    folder = workspace.create("ny", new)
    delmål = {"mål": "At flere er i arbejde", "indikator": "Andel i arbejde", "datakilder": ["Os"]}
    write(folder / "delaftale-beskaeftigelse.yaml", {"indsatsområde": area, "delmål": [delmål]})
    none = Draft.of(workspace)
    with_it = {"indsatsområde": area, "delmål": [{**delmål, "baseline": baseline}]}
    write(folder / "delaftale-beskaeftigelse.yaml", with_it)
    assert Draft.of(workspace) == none


@pytest.mark.parametrize("midler", ROUNDS.files)
def test_a_new_plan_has_as_many_gaps_as_it_lacks_fields(midler: str, tmp_path: Path) -> None:
    form = ROUNDS.form(midler)
    areas = tuple(område.nøgle for område in form.indsatsområder)
    workspace = Workspace(tmp_path)
    workspace.create("ny", plan_files(NewPlan("Ny", indsatsområder=areas), form))
    draft = Draft.of(workspace)
    assert draft.empty == draft.counted
    shared = draft.empty[HELHEDSPLAN.name]
    for name, gaps in draft.gaps.items():
        own = draft.empty[name]
        assert gaps == own + (shared if name == "strategisk-samarbejdsaftale" else 2)  # its start and its end
