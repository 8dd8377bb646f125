"""What is measured: each function is one part of the report, as figures by the name of what was run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.benchmarks import waits
from tests.benchmarks.peers import DOCXTPL, PYTHON_DOCX, Peer, floor
from tests.benchmarks.processes import ROOT, Cost, Way, answer, cost, imports, in_turns, python
from tests.benchmarks.workspaces import PLAN

AFTALE = python("-m", "generator")
OURS = python("-m", "tests.benchmarks.ours")
DOCUMENT = "strategisk-samarbejdsaftale"
IMPORTED = ("click", "yaml", "jinja2", "docx", "lxml.etree", "markdown_it", "generator.run.build")
SLOW = 2_000
"""Rows from which on python-docx is given one turn."""


@dataclass(frozen=True)
class Sizes:
    """How much is measured: turns, documents in one process, rows of a table, plans built and checked."""

    turns: int
    documents: int = 60
    rows: tuple[int, ...] = (100, 1_000, 5_000)
    plans: tuple[int, ...] = (10, 100)
    checked: tuple[int, ...] = (1, 10, 100)
    stages: int = 30
    commits: tuple[int, ...] = (200, 2_000)
    edited: int = 100
    most: int = 1_000

    @property
    def workspaces(self) -> tuple[int, ...]:
        """How many plans there are in each workspace of copies."""
        return tuple(sorted({1, self.most, *self.plans, *self.checked}))


QUICK = Sizes(2, documents=20, rows=(50, 200), plans=(5, 20), checked=(1, 10), stages=5,
              commits=(20, 200), edited=10, most=40)


@dataclass(frozen=True)
class Bench:
    """Where it is measured: the folder of the samples, the peers that are here, the sizes."""

    folder: Path
    peers: tuple[Peer, ...]
    sizes: Sizes

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def theirs(self, name: str) -> Path:
        """The folder of the peers' templates and data of that name."""
        return self.folder / "theirs" / name

    def makes(self, peer: Peer, warmup: str | None, *names: str) -> Way:
        """A peer makes the documents of those names."""
        first = self.theirs(warmup) if warmup else None
        return _call(*peer.makes(self.out, first, *map(self.theirs, names)))

    def ours(self, way: str, warmup: str, name: str) -> Way:
        """We do the workspace of that name in one process (see ours.py), each time in an empty folder."""
        workspaces = [str(self.folder / "ours" / each) for each in (warmup, name)]
        return lambda: cost((*OURS, way, mkdtemp(dir=self.out), *workspaces))

    def builds(self, *words: str, root: Path = ROOT, **environment: str) -> Way:
        """`aftale build` in the workspace, each time in an empty folder."""
        command = (*AFTALE, "build", *words, "--out")
        return lambda: cost((*command, mkdtemp(dir=self.out)), root, **environment)


def cold(bench: Bench) -> dict[str, Any]:
    """One document, or the four of one plan, in a process of its own; what the command costs otherwise."""
    ways = {peer.name: bench.makes(peer, None, "one") for peer in (*bench.peers, floor())}
    one = bench.folder / "ours" / "one"
    document = (PLAN, "--only", DOCUMENT)
    four = [f"plan-{number}" for number in range(4)]
    ways |= {
        "aftale build": bench.builds(root=one),
        "aftale build, the first ever": bench.builds(root=one, AFTALE_CACHE=""),
        "aftale build, nothing changed": lambda: cost((*AFTALE, "build"), one),
        "aftale build, of a plan with six documents": bench.builds(*document),
        "aftale check": lambda: cost((*AFTALE, "check"), one, AFTALE_CACHE=mkdtemp(dir=bench.out)),
        "aftale --help": _call(*AFTALE, "--help"),
        f"{DOCXTPL}, 4 documents": bench.makes(bench.peers[0], None, *four),
        "aftale build, 4 documents": bench.builds(root=bench.folder / "ours" / "plan"),
    }
    return _figures(in_turns("cold", ways, bench.sizes.turns))


def warm(bench: Bench) -> dict[str, Any]:
    """Many agreements in one process, each with a name, figures and sentences of its own."""
    ways = {peer.name: bench.makes(peer, "one", "many") for peer in (*bench.peers, floor())}
    names = {"memory": "plan in memory", "yaml": "from YAML", "build": "from YAML, with all checks"}
    ways |= {f"aftale, {name}": bench.ours(way, "one", "many") for way, name in names.items()}
    figures = _figures(in_turns("warm", ways, max(2, bench.sizes.turns // 2)))
    return {"documents": bench.sizes.documents, "ways": figures}


def growth(bench: Bench) -> dict[str, Any]:
    """One table of ever more rows, in a process that has made a small one."""
    warmup = f"rows-{bench.sizes.rows[0]}"
    found: dict[str, Any] = {}
    for rows in bench.sizes.rows:
        name, turns = f"rows-{rows}", max(2, bench.sizes.turns // 2)
        slow = [peer for peer in bench.peers if peer.name == PYTHON_DOCX and rows >= SLOW]
        quick = [peer for peer in (*bench.peers, floor()) if peer not in slow]
        ways = {peer.name: bench.makes(peer, warmup, name) for peer in quick}
        named = {"aftale, plan in memory": "memory", "aftale": "yaml", "aftale, with all checks": "build"}
        ways |= {each: bench.ours(way, warmup, name) for each, way in named.items()}
        found[str(rows)] = _figures(in_turns(f"{rows} rows", ways, turns))
        once = {peer.name: bench.makes(peer, warmup, name) for peer in slow}
        found[str(rows)] |= _figures(in_turns(f"{rows} rows, python-docx", once, 1, rehearse=False))
    return found


def plans(bench: Bench) -> dict[str, Any]:
    """Ever more plans built or checked in one process, and by the command with one job and with two."""
    one = _figures(in_turns("one plan", {"1": bench.ours("build", "one", "plans-1")}, bench.sizes.turns))
    bare = in_turns("nothing but imports", {"": _imports_of_a_build(bench)}, bench.sizes.turns)
    turns = min(2, bench.sizes.turns)  # the most of them take long
    most = bench.sizes.most
    built = {str(n): bench.ours("build", "one", f"plans-{n}") for n in bench.sizes.plans}
    checked = {str(n): bench.ours("check", "one", f"plans-{n}") for n in bench.sizes.checked}
    return {
        "imports, MB": bare[""].megabytes,
        "built": one | _each("plans built", built, turns),
        "checked": _each("plans checked", checked, turns),
        "jobs": _each("jobs", _with_jobs(bench, bench.sizes.plans[-1]), turns),
        "most": {str(most): _each("the most plans", _with_jobs(bench, most, "1"), 1)["1"]},
    }


def waiting(bench: Bench) -> dict[str, Any]:
    """What people wait for, each command in a workspace of its own."""
    folder, turns = bench.folder / "waits", min(3, bench.sizes.turns)
    folder.mkdir()
    many = bench.sizes.edited
    return {
        "plans": many,
        "among": _figures(in_turns("an edit", waits.among(folder / "among", many), turns)),
        "commits": _figures(in_turns("commits", waits.since(folder, bench.sizes.commits), turns)),
        "first": _figures(in_turns("commits, first", waits.first_since(folder, bench.sizes.commits), turns)),
        "diff": _figures(in_turns("diff", waits.differences(folder, (1, many)), 1, rehearse=False)),
        "others": _figures(in_turns("others", waits.others(folder), turns)),
    }


def least(bench: Bench) -> dict[str, Any]:
    """What anything costs before it does something: Python's start, each import, the XML and the zip."""
    ways = {"python -I -S -c pass": python("-I", "-S", "-c", "pass"), "python -c pass": python("-c", "pass")}
    ways |= {f"import {name}": python("-c", f"import {name}") for name in IMPORTED}
    called: dict[str, Way] = {name: _call(*words) for name, words in ways.items()}
    called["Jinja2 into ready XML, and the zip"] = bench.makes(floor(), None, "one")
    return _figures(in_turns("floor", called, bench.sizes.turns))


def stages(bench: Bench) -> dict[str, Any]:
    """Milliseconds of each stage, and of each package that a command imports."""
    spent = answer("-m", "tests.benchmarks.stages", str(bench.out / "stages"), str(bench.sizes.stages))
    words = {
        "--help": ("--help",),
        "check": ("check", PLAN),
        "build": ("build", PLAN, "--out", str(bench.out / "i")),
    }
    return {
        "stages": spent,
        "imports": {name: imports("-m", "generator", *each) for name, each in words.items()},
    }


def _with_jobs(bench: Bench, plans: int, *jobs: str) -> Mapping[str, Way]:
    """`aftale build` of so many plans with one job and with two."""
    root = bench.folder / "ours" / f"plans-{plans}"
    return {each: bench.builds("--jobs", each, root=root) for each in jobs or ("1", "2")}


def _imports_of_a_build(bench: Bench) -> Way:
    """A process that imports all that a build imports, and does nothing."""
    module, workspace = "tests.benchmarks.imported", str(bench.folder / "ours" / "one")
    names = answer("-m", module, "list", workspace, str(bench.out / "imported"))
    return _call(*python("-m", module, "load", ",".join(names)))


def _each(name: str, ways: Mapping[str, Way], turns: int) -> dict[str, Any]:
    return _figures(in_turns(name, ways, turns, rehearse=False)) if ways else {}


def _call(*words: str) -> Way:
    return lambda: cost(words)


def _figures(costs: Mapping[str, Cost]) -> dict[str, Any]:
    return {name: {"passed": c.seconds, "worked": c.worked, "megabytes": c.megabytes, "inside": c.inside}
            for name, c in costs.items()}  # fmt: skip


PARTS: dict[str, Callable[[Bench], dict[str, Any]]] = {
    "cold": cold, "warm": warm, "growth": growth, "waits": waiting, "plans": plans, "floor": least,
    "stages": stages,
}  # fmt: skip
