"""What people wait for: an edit among many plans, a long history, a package, a PDF, a save on the page."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from tests.benchmarks.processes import Cost, Way, answer, cost, python
from tests.benchmarks.workspaces import AGREEMENT, PLAN, PLAN_OF_FOUR, ROOT, copies, plan_of_four

AFTALE = python("-m", "generator")
_BUILD = (*AFTALE, "build")
_NAME = re.compile(r"^(navn: .*?)(?:, rettet \d+)?$", re.MULTILINE)
_WHO = ("-c", "user.name=NN", "-c", "user.email=nn@example.org", "-c", "commit.gpgsign=false")
_TURNS = count(1)


def among(root: Path, plans: int) -> dict[str, Way]:
    """Commands in a workspace of so many plans: all of them edited, one of them, none."""
    copies(root, plans)
    build = (*_BUILD, "--jobs", "1")
    return {
        "build, all edited": lambda: _edited(root, plans, *build),
        "build, one edited": lambda: _edited(root, 1, *build),
        "build, nothing changed": lambda: cost(build, root),
        "status, nothing changed": lambda: cost((*AFTALE, "status"), root),
        "check, nothing changed": lambda: cost((*AFTALE, "check"), root),
    }


def since(folder: Path, commits: Sequence[int]) -> dict[str, Way]:
    """A build of one plan that was edited, with ever more commits since it was final."""
    ways: dict[str, Way] = {}
    for number in commits:
        root = _with_history(folder / f"commits-{number}", number)
        ways[f"{number:,}"] = lambda root=root: _edited(root, 1, *_BUILD)  # type: ignore[misc]
    return ways


def first_since(folder: Path, commits: Sequence[int]) -> dict[str, Way]:
    """The same where nothing was kept of any of those commits."""
    ways: dict[str, Way] = {}
    for number in commits:
        root = folder / f"commits-{number}"
        ways[f"{number:,}"] = lambda root=root: cost(  # type: ignore[misc]
            _BUILD, root, AFTALE_CACHE=mkdtemp(dir=folder))  # fmt: skip
    return ways


def differences(folder: Path, plans: Sequence[int]) -> dict[str, Way]:
    """`aftale diff` in workspaces of so many plans, each of which was edited since the last commit."""
    ways: dict[str, Way] = {}
    for number in plans:
        root = folder / f"diff-{number}"
        copies(root, number)
        _git(root, "init", "-q")
        _git(root, "add", "agreements")
        _git(root, "commit", "-q", "-m", "Begun")
        _edit(root, number)
        ways[str(number)] = lambda root=root: cost((*AFTALE, "diff"), root)  # type: ignore[misc]
    return ways


def others(folder: Path) -> dict[str, Way]:
    """A PDF beside a document, the package of a plan, and a save on the page with the page after it."""
    root = folder / "page"
    plan_of_four(root)
    draft = (PLAN_OF_FOUR, "--draft", "--out")
    document = (PLAN, "--only", "strategisk-samarbejdsaftale", "--out")
    return {
        "build": lambda: cost((*_BUILD, *document, mkdtemp(dir=folder)), ROOT),
        "build --pdf": lambda: cost((*_BUILD, "--pdf", *document, mkdtemp(dir=folder)), ROOT),
        "package --draft, four agreements": lambda: cost(
            (*AFTALE, "package", *draft, mkdtemp(dir=folder)), root),
        "a save on the page": lambda: _saved(root),
    }  # fmt: skip


def _edited(root: Path, plans: int, *words: str) -> Cost:
    _edit(root, plans)
    return cost(words, root)


def _edit(root: Path, plans: int) -> None:
    """Give the first plans another name: each turn one that it has not had."""
    turn = next(_TURNS)
    for path in sorted(root.glob("agreements/*/helhedsplan.yaml"))[:plans]:
        path.write_text(_NAME.sub(rf"\1, rettet {turn}", path.read_text(encoding="utf-8"), count=1), "utf-8")


def _saved(root: Path) -> Cost:
    inside = answer("-m", "tests.benchmarks.saved", str(root))["seconds"]
    return Cost(inside, inside, 0.0, inside)


def _with_history(root: Path, commits: int) -> Path:
    """A plan that became final, and of which so many commits have been made since as a draft."""
    copies(root, 1)
    with next(root.glob(f"agreements/*/{AGREEMENT}.yaml")).open("a", encoding="utf-8") as agreement:
        agreement.write("versioner:\n  - {nummer: 1, dato: 1.4.2017}\n")
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", "agreements")
    _git(root, "commit", "-q", "-m", "Final")
    path = next(root.glob("agreements/*/helhedsplan.yaml"))
    draft = path.read_text(encoding="utf-8").replace("status: endelig", "status: udkast")
    stream = "".join(_commits(path.relative_to(root).as_posix(), draft, commits))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream.encode(), check=True)
    _git(root, "reset", "-q", "--hard", "main")
    return root


def _commits(name: str, text: str, number: int) -> Iterator[str]:
    """A stream for git fast-import: each commit has another remark in the file."""
    for turn in range(number):
        blob = f"# udgave {turn}\n{text}".encode()
        begins = "from refs/heads/main^0\n" if not turn else ""
        yield f"commit refs/heads/main\ncommitter NN <nn@example.org> {1_700_000_000 + turn} +0000\n"
        yield f"data 6\nEdited\n{begins}M 100644 inline {name}\ndata {len(blob)}\n{blob.decode()}\n"


def _git(root: Path, *words: str) -> None:
    git = shutil.which("git") or "git"
    subprocess.run([git, *_WHO, *words], cwd=root, check=True)
