"""A case of a rule: a small plan in one file, with what is to be said on the lines that it is said of.

The files of the plan follow each other, each after `--- # its-name.yaml`. A case says only what is its
own: every key that it leaves out is that of the plan in `base/`, and a file that it leaves out too. The
first line may name another round (`# 2015-18`), or leave a file of the base out (`# uden: …`).

`# WARNING O2 col 5` stands on the line that the finding points at; in a text of several lines it stands
after the |, and `+2` says how many lines further down. `# ERROR C2 form` is about the form.

Some rules look at more than the files. A case of theirs is a folder: the plan is `now.yaml`, what was
committed before it is `1.yaml`, `2.yaml` and so on, each a whole plan (without any, there is no git),
`issued.yaml` is what it was when its version was issued, and `templates/` are the plan's own.
It is laid out as a workspace and checked as `aftale check` does; see workspaces.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.base.findings import Finding
from generator.plan import kinds
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.source.read import read_yaml_bytes

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "cases" / "rules"
BASE = FOLDER / "base"
CASES = sorted(path for path in FOLDER.glob("*/*") if path.parent != BASE)
NOW = "now.yaml"
FILE = re.compile(r"^--- # (\S+)\.yaml$")
EXPECTED = re.compile(r"# (ERROR|WARNING|INFO) ([A-Z]\d+)(?: \+(\d+))? (?:col (\d+)|(form))")
KEY = re.compile(r"^[\wæøå]+(?=:)")
HELHEDSPLAN, FORM = "helhedsplan", "form"


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A finding as a case tells it."""

    line: int
    column: int
    severity: str
    code: str

    @classmethod
    def of(cls, finding: Finding) -> Said:
        """What a finding is in a case."""
        return cls(finding.place.line, finding.place.column, finding.severity.name, finding.code)


def expected(text: str) -> list[Said]:
    """What the case says is to be found."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        for severity, code, further, column, form in EXPECTED.findall(line):
            at = 0 if form else number + int(further or 0)
            found.append(Said(at, int(column or 0), severity, code))
    return sorted(found)


def text_of(case: Path) -> str:
    """What the case says: the file, or `now.yaml` of the folder."""
    return (case / NOW if case.is_dir() else case).read_text(encoding="utf-8")


def files_of(text: str) -> dict[str, str]:
    """The plan's files by name, on the lines of the case; what is the base's own stands below them."""
    without = re.findall(r"# uden: (\S+)", text)
    base, own, lines = _base(_round(text)), _files(text), text.count("\n") + 1
    names = [name for name in {**base, **own} if name not in (*without, FORM)]
    return {name: _whole(own.get(name, []), base.get(name, []), lines) for name in names}


def plan_of(text: str) -> Plan:
    """The plan of a case that is one file."""
    made = files_of(text)
    form = _form(_round(text), "\n".join(line for _, line in _files(text).get(FORM, [])))
    aftaler = tuple(_aftale(name, made[name]) for name in made if name != HELHEDSPLAN)
    shared = load(read_yaml_bytes(made[HELHEDSPLAN].encode(), "helhedsplan.yaml"), Helhedsplan)
    return Plan("plan", shared, aftaler, form)


def _round(text: str) -> str:
    """The funding round that the first line names."""
    return (re.match(r"# (20\d\d-\d\d)", text.split("\n", 1)[0]) or ["", "2019-26"])[1]


def _aftale(name: str, text: str) -> Aftale:
    kind = kinds.of_file(f"{name}.yaml")
    assert kind, f"{name}.yaml is no document of a plan"
    return Aftale(name, kind, load(read_yaml_bytes(text.encode(), f"{name}.yaml"), kind.model))


def _files(text: str) -> dict[str, list[tuple[int, str]]]:
    """The lines of each file with their numbers, without what is expected of them."""
    files: dict[str, list[tuple[int, str]]] = {}
    name = ""
    for number, line in enumerate(text.split("\n"), 1):
        if match := FILE.match(line):
            name = match[1]
            files[name] = []
        elif name:
            files[name].append((number, line))
    return files


@cache
def _base(midler: str) -> dict[str, list[tuple[int, str]]]:
    return _files((BASE / f"{midler}.yaml").read_text(encoding="utf-8"))


def _whole(own: list[tuple[int, str]], base: list[tuple[int, str]], lines: int) -> str:
    """The file: its own lines where the case has them, then the base's keys that it does not have."""
    placed = [""] * lines
    for number, line in own:
        placed[number - 1] = line
    mine = {match[0] for _, line in own if (match := KEY.match(line))}
    kept, key = [], ""
    for _, line in base:
        match = KEY.match(line)
        key = match[0] if match else key
        if key not in mine:
            kept.append(line)
    return "\n".join([*placed, *kept]) + "\n"


@cache
def _form(midler: str, more: str) -> Form:
    path = ROOT / "templates" / midler / "form.yaml"
    text = path.read_text(encoding="utf-8")
    for key in (match[0] for line in more.split("\n") if (match := KEY.match(line))):
        text = re.sub(rf"^{key}:.*\n(?:[ #].*\n|\n)*", "", text, flags=re.MULTILINE)
    return load(read_yaml_bytes(f"{text}\n{more}".encode(), f"{midler}/form.yaml"), Form).value
