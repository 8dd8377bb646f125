"""Documents that LibreOffice has opened and saved, taken back: nobody has edited them.

`python -m tests.saved_again [--only NAME] [--kinds] [--redlines] soffice…` saves every document, or one of
each kind, or a redline of each, in one run of LibreOffice, and lists what `aftale return` takes for an edit.
It is no part of CI.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import click

from generator.base.findings import Rejected
from generator.compare.documents import redline
from generator.compare.returned import returned
from generator.formats import word
from generator.formats.word import Reference
from generator.formats.word.reading import Read, read_document
from tests.support.returned_edits import Hand
from tests.support.returning import documents, docx_of, state_of

BY, DAY = "Ane Eksempel", "2026-03-31"


def main() -> int:
    """Save and compare; the number of documents in which something is taken for an edit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--redlines", action="store_true")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("soffice", nargs="+")
    asked, more = parser.parse_known_args()
    chosen = [one for one in documents() if asked.only in str(one)]
    if asked.kinds:
        chosen = list({one.file.kind.name: one for one in chosen}.values())
    names = [str(one) for one in chosen]
    with tempfile.TemporaryDirectory() as folder:
        saved = saved_by([*asked.soffice, *more], {
            name: redline_of(name) if asked.redlines else docx_of(name) for name in names}, Path(folder))
        wrong = sum(not _is_unedited(name, data) for name, data in saved.items())
    click.echo(f"{len(saved)} documents saved, {wrong} of them taken for edited")
    return wrong


def redline_of(name: str) -> bytes:
    """The document with marks on all that differs from another, which somebody made of it at random."""
    state = state_of(name)
    document = state.traced().document
    look = Reference.open(state.folder.form_file("reference.docx"))
    for often in (0.1, 0.05, 0.02, 0.01):
        read = Hand(Random(name), often).edited(Read(document, (), (), (), ()))
        with suppress(Rejected):  # what a hand has left no form would make
            return word.write(redline(read.document, document), look, author=BY, date=DAY)
    return docx_of(name)


def saved_by(soffice: Sequence[str], files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as they are once LibreOffice has opened and saved them."""
    paths = {name: folder / f"{number}.docx" for number, name in enumerate(files)}
    for name, path in paths.items():
        path.write_bytes(files[name])
    out = folder / "saved"
    command = [*soffice, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out)]
    subprocess.run([*command, *map(str, paths.values())], check=True, capture_output=True)
    return {name: (out / path.name).read_bytes() for name, path in paths.items()}


def _is_unedited(name: str, data: bytes) -> bool:
    found = returned(state_of(name), read_document(data))
    differ = [(one.old, one.new) for one in found.changes]
    differ += [(one.old, one.new) for one in (*found.told, *found.follows)]
    for old, new in differ:
        click.echo(f"{name}: {old[:70]!r} → {new[:70]!r}")
    return not (found.changes or found.told or found.follows or found.remarks)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
