"""Measure, print the report, and with --write put it in docs/."""

from __future__ import annotations

import argparse
import compileall
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.measures import PARTS, QUICK, Bench, Sizes
from tests.benchmarks.peers import Peer, floor, node_version, peers
from tests.benchmarks.picture import picture
from tests.benchmarks.processes import ROOT, answer, cost, progress
from tests.benchmarks.report import report
from tests.benchmarks.table import machine

DOCS = ROOT / "docs"
REPORT, FIGURES, PICTURE = (
    DOCS / "benchmarks.md",
    DOCS / "benchmarks.json",
    DOCS / "pictures" / "benchmarks.svg",
)


def main(arguments: Sequence[str]) -> None:
    """Measure and report."""
    options = _options(arguments)
    sizes = QUICK if options.quick else Sizes(options.turns)
    with TemporaryDirectory() as folder:
        found = {"quick": options.quick, **measured(Path(folder), sizes, options.only or list(PARTS))}
    page = report(found)
    sys.stdout.write(page)
    if options.json:
        _save(options.json, json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    if options.write:
        _save(REPORT, page)
        _save(FIGURES, json.dumps(found, indent=1, ensure_ascii=False) + "\n")
        _save(PICTURE, picture(found["growth"]))


def measured(folder: Path, sizes: Sizes, parts: Sequence[str]) -> dict[str, Any]:
    """All figures, and on what they were measured; `folder` is for samples and documents."""
    here = peers()
    for package in ("generator", "tests/benchmarks"):
        compileall.compile_dir(ROOT / package, quiet=1)
    os.environ["AFTALE_CACHE"] = str(folder / "cache")  # what other runs have kept is of no help
    progress("the samples are made")
    counts = (",".join(map(str, size)) for size in ((sizes.documents,), sizes.rows, sizes.workspaces))
    words = answer("-m", "tests.benchmarks.samples", str(folder), *counts)
    bench = Bench(folder, here, sizes)
    same = _compared(bench)
    named = {peer.name: peer.version for peer in here}
    return {
        "machine": machine(*node_version()),
        "peers": named,
        "words": words,
        "same": same,
        **{p: PARTS[p](bench) for p in parts},
    }


def _compared(bench: Bench) -> dict[str, Any]:
    """Every peer makes every kind of document once, and shows what we show; SystemExit when it does not."""
    progress("the peers' documents are compared with ours")
    names = ["one", "many", f"rows-{bench.sizes.rows[0]}", *(f"plan-{number}" for number in range(4))]
    all_of_them: tuple[Peer, ...] = (*bench.peers, floor())
    for peer in all_of_them:
        cost(peer.makes(bench.out, None, *map(bench.theirs, names)))
    folders = (str(bench.folder / "theirs"), str(bench.out))
    found: dict[str, Any] = answer(
        "-m", "tests.benchmarks.same", *folders, *(peer.name for peer in all_of_them)
    )
    for name, equal in found.items():
        progress(f"  {name}: {equal['words']} words in {equal['documents']} documents are equal")
    return found


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--write", action="store_true", help="write docs/benchmarks.md, its figures and its picture"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--turns", type=int, default=7, help="how many times each is measured (default 7)")
    parser.add_argument(
        "--quick", action="store_true", help="small sizes and two turns, to try the benchmark itself"
    )
    parser.add_argument(
        "--only", action="append", choices=PARTS, help="this part; may be given several times"
    )
    options = parser.parse_args(arguments)
    if options.write and (options.quick or options.only):
        parser.error("--write is for a whole run: it takes neither --quick nor --only")
    return options


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
