"""The peers that can be measured here, and how each is run; those from npm are installed outside the tree."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.benchmarks.processes import ROOT, progress, python

NODE = Path(__file__).resolve().parent / "node"
DOCXTPL, PYTHON_DOCX, FLOOR = "docxtpl", "python-docx", "floor"
FROM_NPM = ("docxtemplater", "easy-template-x", "carbone")
PATIENCE = 180
"""Seconds that npm may take."""


@dataclass(frozen=True)
class Peer:
    """A peer: its version, and the command that makes documents with it (see rivals.py)."""

    name: str
    version: str
    command: tuple[str, ...]

    def makes(self, out: Path, warmup: Path | None, *folders: Path) -> tuple[str, ...]:
        """The command that makes the documents of the folders in `out`/<peer>."""
        into = out / self.name
        into.mkdir(parents=True, exist_ok=True)
        return (*self.command, self.name, str(into), str(warmup or "-"), *map(str, folders))


def peers() -> tuple[Peer, ...]:
    """docxtpl first, then the others that are there; says on stderr which are not."""
    return (*_from_python(), *_from_npm())


def floor() -> Peer:
    """Jinja2 into ready XML and the zip: not a tool, but the least that any must do."""
    return Peer(FLOOR, "", python("tests/benchmarks/rivals.py"))


def node_version() -> tuple[str, ...]:
    """The version of node, where it is."""
    node = shutil.which("node")
    return (f"node {subprocess.check_output([node, '--version'], text=True).strip()}",) if node else ()


def _from_python() -> Iterator[Peer]:
    for name in (DOCXTPL, PYTHON_DOCX):
        try:
            yield Peer(name, version(name), python("tests/benchmarks/rivals.py"))
        except PackageNotFoundError:
            raise SystemExit(f"{name} is not installed: pip install -e '.[bench]'") from None


def _from_npm() -> tuple[Peer, ...]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return _without("node and npm are not here")
    package = (NODE / "package.json").read_bytes()
    home = _cache() / hashlib.sha256(package).hexdigest()[:12]
    if not (home / "installed").is_file() and (trouble := _install(npm, home)):
        return _without(trouble)
    shutil.copy(NODE / "rivals.mjs", home)
    versions: dict[str, str] = json.loads(package)["dependencies"]
    return tuple(Peer(name, versions[name], (node, str(home / "rivals.mjs"))) for name in FROM_NPM)


def _install(npm: str, home: Path) -> str:
    """Install what node/package.json names; what went wrong, if anything."""
    progress(f"npm install in {home}")
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(NODE / "package.json", home)
    words = [npm, "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    try:
        done = subprocess.run(words, cwd=home, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"npm took more than {PATIENCE} seconds"
    if done.returncode:
        return f"npm install failed with exit code {done.returncode}"
    (home / "installed").touch()
    return ""


def _without(reason: str) -> tuple[Peer, ...]:
    progress(f"{', '.join(FROM_NPM)} are left out: {reason}")
    return ()


def _cache() -> Path:
    """A folder for the packages of npm, beside those of other programs and outside the tree."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    cache = Path(home) / "aftale-benchmarks"
    assert not cache.is_relative_to(ROOT)
    return cache
