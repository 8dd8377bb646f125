"""Texts as people paste them, read as a delaftale: nothing lost, nothing crashed, nothing stuck.

    python -m tests.fuzz.texts --count 20000 --seed 1

Each text is typed by `tests.support.typed_lines` and then perhaps damaged as by a copy from another program:
characters that nobody sees, brackets, asterisks, long runs of one sign. It stands in the file under a `|`,
under a `>`, behind the key or in quotes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random

from generator.authoring.format import in_order
from generator.base.findings import Rejected
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.load import load
from generator.plan.source.read import read_yaml_bytes
from tests.support.typed_lines import WORD, Typed, Writer, faults, printed

STUCK = 2.0
"""Seconds of CPU time after which a text counts as stuck."""
STRANGE = [
    "\u00ad", "\u200b", "\u200d", "\u200e", "\u2060", "\ufeff", "\u00a0", "\u2003", "\uf0b7", "\u2028",
    "\x07", "*", "**", "[", "](", "](https://a.dk)", "\\", "`", "<b>", "&nbsp;", "_", "#", " #1", ": ", "- ",
    "'", '"', "{", "😀", "e\u0301", "\t", "|", "%", "1) ", "a) ", "![", "http://a.dk", "   ",
]  # fmt: skip
RUNS = ["[", "*", "- ", "-    ", "a) ", "1) ", "\\", "(", "|", "_", "`", "> ", "#", ".", "\t", "[]("]


def damaged(lines: list[Typed], random: Random) -> list[Typed]:
    """The lines with strange signs in some places, and perhaps a long run of one of them."""
    found = list(lines)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(found))
        text = found[at].text
        cut = random.choice([0, len(text), *(place.start() for place in re.finditer(" ", text))])
        run = random.choice(RUNS) * random.randint(2, 400)
        sign = random.choice(STRANGE) if random.random() < 0.9 else run
        found[at] = Typed(text[:cut] + sign + text[cut:], found[at].alone)
    return found


def placed(text: str, random: Random) -> tuple[str, str]:
    """How the text stands in the file, and the file."""
    how = random.choice(["|", "|", "|", ">", "plain", "'", '"'])
    lines = text.split("\n")
    block = "".join(f"  {line}\n" if line else "\n" for line in lines)
    typed = {
        "|": f"|2\n{block}", ">": f">2\n{block}", "plain": block.strip() + "\n",
        "'": "'" + block.strip().replace("'", "''") + "'\n",
        '"': json.dumps(text, ensure_ascii=False) + "\n",
    }[how]  # fmt: skip
    return how, f"indsatsområde: beskæftigelse\nproblemkompleks: {typed}"


def tried(seed: int) -> Iterator[str]:
    """What came of the text of the seed, in a few words; what begins with `!` should not be."""
    random = Random(seed)
    lines = Writer(random).text()
    sound = random.random() < 0.4
    lines = lines if sound else damaged(lines, random)
    text = "\n".join(line.text for line in lines)
    if sound:
        yield from (f"! {fault}" for fault in faults(lines))
    how, file = placed(text, random)
    try:
        read = load(read_yaml_bytes(file.encode("utf-8", "surrogatepass"), "x.yaml"), Delaftale)
    except Rejected as rejected:
        yield from sorted({f"told of with {finding.code}" for finding in rejected.findings})
        return
    kept = str(read.value.problemkompleks)
    yield f"accepted in {how}"
    came = printed(kept)
    if came is None:
        yield "! accepted, and its markup is refused"
    elif WORD.findall("\n".join(came)) != WORD.findall(text):
        is_a_note = how == "plain" and any(line.text.lstrip().startswith("#") for line in lines)
        is_told = is_a_note or bool(read.source.cut)
        yield "a line that begins with # is a note" if is_told else "! accepted, and words are lost"
    made = in_order(file, Delaftale)
    again = load(read_yaml_bytes(made.text.encode(), "x.yaml"), Delaftale).value.problemkompleks
    if not made.findings and printed(str(again)) != came:
        yield "! put in order, it prints otherwise"


def main() -> None:
    """Try so many texts and tell what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    for seed in range(given.seed * 1_000_000, given.seed * 1_000_000 + given.count):
        begin = time.process_time()
        try:
            said = list(tried(seed))
        except Exception as error:
            said = [f"! crashed: {type(error).__name__}: {error}"[:120]]
        if time.process_time() - begin > STUCK:
            said.append("! stuck")
        counts.update(said)
        for fault in (one for one in said if one.startswith("!")):
            sys.stdout.write(f"seed {seed}: {fault}\n")
    for what, number in sorted(counts.items()):
        sys.stdout.write(f"{number:>7}  {what}\n")


if __name__ == "__main__":
    main()
