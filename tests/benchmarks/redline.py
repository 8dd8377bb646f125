"""A redline of the largest document, and of one ten times as large, beside python-redlines with docxodus.

`python -m tests.benchmarks.redline [--write] [--rival PYTHON]` (extra `bench`); PYTHON is one that has
python-redlines, if this one has not. Both make a .docx of the same two documents: docxodus from their .docx,
in a process that it starts each time, we from the Documents in memory.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from generator.base.values import replace
from generator.compare.documents import redline
from generator.document.model import Block, Document, Paragraph, Run, Signature, Table
from generator.document.reading import text_of
from generator.formats.word import write
from tests.benchmarks.processes import ROOT
from tests.benchmarks.table import machine, table
from tests.support.built import SOURCES, build
from tests.support.word_samples import reference

REPORT = ROOT / "docs" / "benchmarks-redline.md"
RIVAL = ROOT / "tests" / "benchmarks" / "rival_redline.py"
TURNS, TIMES = 5, 10
INTRODUCTION = """# Redlines: benchmark

How long a redline takes beside python-redlines with docxodus, on the same two documents: the longest of all
plans ({words} words) and what became of it after a revision, and the same ten times over.
In every twentieth paragraph a word is another, a section stands elsewhere, each third table lost a row.
docxodus reads two .docx and starts a process for each; we have the two Documents.
The two take turns, and each figure is the median of the turns.
Made by `python -m tests.benchmarks.redline --write` (extra `bench`).

Measured {machine}

"""


def main(arguments: Sequence[str]) -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.redline", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(ROOT).as_posix()}")
    parser.add_argument("--rival", default=sys.executable, help="a Python that has python-redlines")
    options = parser.parse_args(arguments)
    largest = max((build(source).document for source in SOURCES), key=lambda found: len(text_of(found)))
    rows = [row for count in (1, 10) for row in measured(grown(largest, count), count, options.rival)]
    head = ("", "words", "ms", "× docxodus")
    words = len(text_of(largest).split())
    report = INTRODUCTION.format(words=words, machine=machine()) + table(head, rows) + "\n"
    sys.stdout.write(report)
    if options.write:
        REPORT.write_text(report, encoding="utf-8", newline="\n")


def measured(old: Document, count: int, rival: str) -> Iterator[tuple[str, ...]]:
    """The rows of the report for one pair of documents."""
    new = revision(old)
    align, whole, theirs = [], [], []
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old.docx", "new.docx", "red.docx")]
        for path, document in zip(paths, (old, new), strict=False):
            path.write_bytes(write(document, reference()))
        for _ in range(TURNS):
            align.append(_seconds(lambda: redline(old, new)))
            whole.append(_seconds(lambda: write(redline(old, new), reference(), author="Sekretariatet")))
            said = subprocess.run([rival, str(RIVAL), *map(str, paths), "1"], capture_output=True, check=True)
            answer = json.loads(said.stdout)
            theirs += answer["seconds"]
    base = median(theirs)
    size = str(len(text_of(old).split()))
    name = "one document" if count == 1 else "ten times as large"
    ways = {f"docxodus {answer['version']}": theirs, "redline and its .docx": whole, "redline alone": align}
    for what, spent in ways.items():
        yield f"{name}: {what}", size, f"{1000 * median(spent):.1f}", f"{median(spent) / base:.4f}"


def grown(document: Document, count: int) -> Document:
    """The document so many times over, each time with words of its own; its signatures stand once."""
    blocks = list(document.blocks)
    for number in range(1, count):
        blocks += [_varied(block, number) for block in document.blocks if not isinstance(block, Signature)]
    return replace(document, blocks=tuple(blocks))


def _varied(block: Block, number: int) -> Block:
    if isinstance(block, Paragraph) and len(block.content) == 1 and isinstance(block.content[0], Run):
        varied = replace(block.content[0], text=f"{block.content[0].text} ({number})")
        return replace(block, content=(varied,))
    return block


def revision(document: Document) -> Document:
    """What became of it: a word in every twentieth paragraph, a row in each third table, a section moved."""
    blocks = list(document.blocks)
    paragraphs = [place for place, block in enumerate(blocks) if isinstance(block, Paragraph)]
    for place in paragraphs[::20]:
        blocks[place] = _reworded(blocks[place])
    tables = [place for place, block in enumerate(blocks) if isinstance(block, Table)]
    for place in tables[::3]:
        blocks[place] = _shortened(blocks[place])
    third = len(blocks) // 3
    moved = blocks[third:third + 6]
    del blocks[third:third + 6]
    blocks[2 * third:2 * third] = moved
    return replace(document, blocks=tuple(blocks))


def _reworded(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    content = [replace(inline, text=inline.text.replace(" og ", " samt ") + " Det gælder fra 2027.")
               if isinstance(inline, Run) else inline for inline in block.content]
    return replace(block, content=tuple(content))


def _shortened(block: Block) -> Block:
    return replace(block, rows=block.rows[:-1]) if isinstance(block, Table) and len(block.rows) > 2 else block


def _seconds(call: object) -> float:
    assert callable(call)
    call()
    start = time.perf_counter()
    for _ in range(TIMES):
        call()
    return (time.perf_counter() - start) / TIMES


if __name__ == "__main__":
    main(sys.argv[1:])
