"""Damaged documents: `python -m tests.fuzz.documents [--documents N] [--references N] [--seed N]`.

Each damaged .docx lies in output/ while it is built over, looked at and read; each damaged reference.docx is
what a document is made with. None may crash the program, take it long, be overwritten, or be taken for whole.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from generator.base.findings import Finding, Rejected
from generator.document.model import Document
from generator.formats import word
from generator.formats.word import Reference
from generator.formats.word.reading.as_text import text_of_docx
from generator.workspace import stamp
from generator.workspace.saved_documents import Shelf, judge
from generator.workspace.standing import State
from tests.fuzz.damage import damaged
from tests.support.built import ROOT, SOURCES, build

LONGEST = 5.0
"""Seconds of the processor's time."""


def documents(number: int, seed: int, folder: Path) -> Counter[str]:
    """What became of that many damaged documents."""
    whole = [build(source).data for source in SOURCES]
    counts: Counter[str] = Counter()
    path = folder / "plan" / "document.docx"
    path.parent.mkdir()
    for one in range(number):
        chance = random.Random(f"{seed}/{one}")
        data = chance.choice(whole)
        spoilt = damaged(data, chance)
        path.write_bytes(spoilt)
        counts[_timed(partial(_met, path, spoilt, data, folder), f"document {one}")] += 1
    return counts


def _met(path: Path, spoilt: bytes, data: bytes, folder: Path) -> str:
    found = stamp.read(spoilt)
    with suppress(Rejected):
        text_of_docx(spoilt)
    state = judge(path, data).state
    assert found.intact == (state in (State.CURRENT, State.OUTDATED))
    try:
        Shelf(str, folder)(path, data)
    except Rejected:
        assert path.read_bytes() == spoilt, "it was overwritten"
        return "left alone, as changed by hand"
    assert found.intact, "it was overwritten"
    return "whole all the same" if spoilt == data else "the page is whole: taken as up to date, or made anew"


def references(number: int, seed: int, folder: Path) -> Counter[str]:
    """What became of that many damaged reference documents."""
    whole = (ROOT / "templates/reference.docx").read_bytes()
    document = build(SOURCES[0]).document
    counts: Counter[str] = Counter()
    path = folder / "reference.docx"
    for one in range(number):
        path.write_bytes(damaged(whole, random.Random(f"{seed}/{one}")))
        counts[_timed(partial(_used, path, document), f"reference {one}")] += 1
    return counts


def _used(path: Path, document: Document) -> str:
    try:
        word.write(document, Reference.open(path))
    except Rejected as rejected:
        assert all(isinstance(one, Finding) and one.hint for one in rejected.findings)
        return "an error that says what is wrong"
    return "used: nothing that is read is wrong"


def _timed(try_it: Callable[[], str], what: str) -> str:
    began = time.process_time()
    try:
        said = try_it()
    except Exception:
        click.echo(f"{what}: {traceback.format_exc()}")
        said = "CRASHED"
    if time.process_time() - began > LONGEST:
        click.echo(f"{what}: {time.process_time() - began:.1f} s")
        said = "SLOW"
    return said


def main() -> None:
    """Run both and print the counts; end with 1 where anything went wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=3000)
    asked.add_argument("--references", type=int, default=400)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, fuzz, number in (("documents", documents, given.documents),
                                   ("reference documents", references, given.references)):  # fmt: skip
            counts = fuzz(number, given.seed, Path(folder))
            click.echo(f"{number} damaged {name}, seed {given.seed}:")
            for said, times in counts.most_common():
                click.echo(f"  {times:5}  {said}")
            wrong += counts["CRASHED"] + counts["SLOW"]
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
