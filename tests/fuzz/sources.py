"""YAML files of the plans with bytes, words and lines of them broken: refused at a place, or read the same.

    python -m tests.fuzz.sources --count 20000 --seed 1

Whatever happens to a file, it is refused with findings that stand within it, or it is read, and put in order
without losing a word that it says.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from generator.authoring.format import in_order
from generator.base.findings import Finding, Rejected
from generator.plan import kinds
from generator.plan.model.load import load
from generator.plan.model.record import Model
from generator.plan.source.read import Data, read_yaml_bytes
from tests.conftest import ROOT

STUCK = 2.0
"""Seconds of CPU time after which a file counts as stuck."""
FILES = sorted([*ROOT.glob("agreements/*/*.yaml"), *ROOT.glob("tests/plans/agreements/*/*.yaml")])
SIGNS = [
    b":", b" ", b"\n", b"-", b"#", b"'", b'"', b"|", b">", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!x ",
    b"\t", b"\xff", b"\x00", b"\xc2\xa0", b"\xe2\x80\x8b", b"%", b"@", b"<<: ", b"\r", b"---\n", b",",
]  # fmt: skip


def mutated(data: bytes, random: Random) -> bytes:
    """The file with one to three of its bytes, words or lines broken."""
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(data) + 1)
        lines = data.splitlines(keepends=True)
        line = random.randrange(len(lines)) if lines else 0
        match random.choice(["put", "cut", "flip", "double", "drop", "swap", "indent"]):
            case "put":
                data = data[:at] + random.choice(SIGNS) + data[at:]
            case "cut":
                data = data[:at] + data[at + random.randint(1, 40) :]
            case "flip":
                data = data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]
            case "double":
                data = b"".join([*lines[: line + 1], *lines[line:]])
            case "drop":
                data = b"".join([*lines[:line], *lines[line + 1 :]])
            case "swap" if lines:
                other = random.randrange(len(lines))
                lines[line], lines[other] = lines[other], lines[line]
                data = b"".join(lines)
            case _:
                data = b"".join([*lines[:line], b" " * random.randint(1, 3), *lines[line:]])
    return data


def met(data: bytes, model: type[Model], name: str) -> str:
    """What becomes of the file, in a word; in capitals what must not."""
    try:
        source = read_yaml_bytes(data, name)
        load(source, model)
    except Rejected as rejected:
        inside = all(within(one, data) for one in rejected.findings)
        return "refused at a place" if inside else "PLACE OUTSIDE"
    text = data.decode()
    made = in_order(text, model, name)
    again = read_yaml_bytes(made.text.encode(), name)
    return "read" if words(again.data) == words(source.data) else "LOST"


def within(finding: Finding, data: bytes) -> bool:
    """Tell whether the finding stands on a line that the file has."""
    return finding.place.line <= len(re.split(b"\r\n|\r|\n", data)) and bool(finding.message and finding.hint)


def words(data: Data) -> Counter[str]:
    """The words of all keys and values."""
    if isinstance(data, dict):
        return sum((words(value) for value in data.values()), Counter(" ".join(data).split()))
    if isinstance(data, list):
        return sum(map(words, data), Counter[str]())
    return Counter((data or "").split())


def model_of(path: Path) -> type[Model]:
    """The model of the file, by its name."""
    document = kinds.of_file(path.name)
    return document.model if document else kinds.HELHEDSPLAN.model


def main() -> None:
    """Print how many files met with what; end with 1 where one of them was lost, crashed or stuck."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    random, counts = Random(given.seed), Counter[str]()
    for number in range(given.count):
        path = random.choice(FILES)
        data, began = mutated(path.read_bytes(), random), time.process_time()
        try:
            said = met(data, model_of(path), path.name)
        except Exception as crash:
            said = f"CRASHED: {type(crash).__name__}: {crash}"
        said = "STUCK" if time.process_time() - began > STUCK else said
        if said.isupper() or said.startswith("CRASHED"):
            sys.stdout.write(f"{number} {path.name}: {said}\n")
        counts[said] += 1
    sys.stdout.writelines(f"{times:6}  {said}\n" for said, times in counts.most_common())
    sys.exit(any(said.isupper() or said.startswith("CRASHED") for said in counts))


if __name__ == "__main__":
    main()
