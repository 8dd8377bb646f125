"""Whether peers show what we show: `python -m tests.benchmarks.same THEIRS OUT PEER...`.

Each file in OUT/PEER is held against the .docx of ours that its template and data were taken from: the same
paragraphs and the same cells, white space folded. Prints, for each peer, how many documents and words are
equal; fails at the first text that is not.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.benchmarks.content import units


def compared(theirs: Path, out: Path, peer: str) -> dict[str, int]:
    """How many documents of the peer, and how many words in them, are equal to ours; SystemExit otherwise."""
    documents = sorted((out / peer).glob("*-*.docx"))
    words = 0
    for path in documents:
        folder, _, number = path.stem.rpartition("-")
        ours, shown = units(theirs / folder / f"norm-{number}.docx"), units(path)
        if ours != shown:
            raise SystemExit(f"{peer} shows something else in {path.name}: {_difference(ours, shown)}")
        words += sum(len(text.split()) for text in ours)
    return {"documents": len(documents), "words": words}


def _difference(ours: list[str], shown: list[str]) -> str:
    pairs = enumerate(zip([*ours, "(nothing)"], [*shown, "(nothing)"], strict=False))
    return next(f"text {number}: {theirs!r}, not {our!r}" for number, (our, theirs) in pairs if our != theirs)


if __name__ == "__main__":
    where, made, *peers = sys.argv[1:]
    sys.stdout.write(json.dumps({peer: compared(Path(where), Path(made), peer) for peer in peers}))
