"""The figures as a page of Markdown; only the parts that were measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tests.benchmarks.goals import goals
from tests.benchmarks.parts import PARTS
from tests.benchmarks.table import table
from tests.benchmarks.tried import TRIED

SHORT = "A short run, to try the benchmark: its figures are no measure."
ALL_PEERS = 5
NO_PEERS = "docxtemplater, easy-template-x and carbone were left out: npm or the network was not there."
CLOCK = "By the work of the processors: what else the machine did changes it less than the time.\n"
INTRODUCTION = """# Benchmarks

How long `aftale` takes beside the tools that others use: {peers}.
All make the same pages, in one run on one machine, and take turns; a figure is the median of the turns after
one that is not counted.
Made by `python -m tests.benchmarks --write` (extra `bench`, and npm for the peers that come from there); the
figures are in [benchmarks.json](benchmarks.json) too.

Measured {machine}
{remarks}
## What is compared

The document is the strategisk samarbejdsaftale of Viborg 2017-2021, {words} words, in its round's form.
We make it from YAML, and what comes out is the norm: a peer's template is our own .docx with the peer's tags
for the data – so styles, lists, columns, header and footer are the same – and its data is JSON.
Headings, labels and the heads of tables stand in the template; a paragraph or a row alone is a field, and
those of one look in a row are a loop.
python-docx has no templates: it is a program with a call for each paragraph, row and cell.
What they make is held against what we make, paragraph for paragraph and cell for cell, white space folded:
{same}

What differs in the peers' favour: their data is ready to be shown, with sums and dates as text, and nothing
is checked. A cell of several paragraphs is one with line breaks, there is no bold or italic within a
paragraph, and the lines to sign on are missing.

What we do besides, in a build from YAML: read, validate, check against the rules of the form, format each
figure, look whether somebody has changed the file that is there, and have the new one safe on the disk before
the old is replaced.
“Plan in memory” is what the peers do: from what has been read to a file. No user can run it; goals are on
what can be run.
All processes have their bytecode, as an installed program has.
We keep compiled templates from run to run; “the first ever” has none.
"""


def report(found: Mapping[str, Any]) -> str:
    """The whole page."""
    told = table(("", "goal", "measured", ""), [goal.told() for goal in goals(found)])
    parts = [_introduction(found), "## Goals\n", CLOCK, f"{told}\n"]
    parts += [part(found[name]) for name, part in PARTS.items() if name in found]
    parts.append(TRIED)
    return "\n".join(parts).rstrip("\n") + "\n"


def _introduction(found: Mapping[str, Any]) -> str:
    remarks = [SHORT] * found["quick"] + [NO_PEERS] * (len(found["peers"]) < ALL_PEERS)
    equal = sorted({(each["documents"], each["words"]) for each in found["same"].values()})
    same = (f"{words:,} words in {documents} documents of each are equal." for documents, words in equal)
    return INTRODUCTION.format(
        peers=_listed(f"{name} {version}" for name, version in found["peers"].items()),
        machine=found["machine"], words=f"{found['words']:,}", same="\n".join(same),
        remarks="".join(f"{remark}\n" for remark in remarks),
    )  # fmt: skip


def _listed(names: Iterable[str]) -> str:
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last
