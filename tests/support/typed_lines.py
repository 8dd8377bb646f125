"""Lines as a writer types or pastes them, each with a word that no other line has; and where they came out.

A line of its own is one that its writer sees as one: a point, a row, a heading. Others go on, or begin a
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from generator.base.findings import Rejected
from generator.document.markup import parse
from generator.document.reading import runs, walk
from generator.plan.source.prose import complaints, doubts, to_markup

WORD = re.compile(r"q[0-9]+q")
SIGNS = ("–", "—", "•", "·", "*", "+", "▪", "→", "✓", "o", ">", "~", "--", "☐")
Marks = Callable[[int], str]
LISTS: dict[str, Marks] = {
    "-": lambda _: "- ", "1)": lambda n: f"{n}) ", "a)": lambda n: f"{chr(96 + n)}) ",
    "1.": lambda n: f"{n}. ", "(1)": lambda n: f"({n}) ", "(a)": lambda n: f"({chr(96 + n)}) ",
    "A)": lambda n: f"{chr(64 + n)}) ", "a.": lambda n: f"{chr(96 + n)}. ", "i)": lambda n: f"{'i' * n}) ",
    "(i)": lambda n: f"({'i' * n}) ", "I.": lambda n: f"{'I' * n}. ", "§": lambda n: f"§ {n} ",
    "1.1": lambda n: f"1.{n} ", "Stk.": lambda n: f"Stk. {n}. ", "1.\t": lambda n: f"{n}.\t",
    "-x": lambda _: "-", "–x": lambda _: "–", "-\u00a0": lambda _: "-\u00a0", "[ ]": lambda _: "[ ] ",
    "·\t": lambda _: "·\t", "    -": lambda _: "          - ",
}  # fmt: skip
"""What stands before the points of a list, by its number up to three; a sign has a space behind it."""


@dataclass(frozen=True)
class Typed:
    """A line and whether its writer sees it as a line of its own."""

    text: str
    alone: bool = False


class Writer:
    """Types texts of the kinds that people write and paste; the same seed gives the same texts."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = 0

    def text(self) -> list[Typed]:
        """A few passages, some with an empty line between them."""
        lines: list[Typed] = []
        for _ in range(self.random.randint(1, 4)):
            lines += self.random.choice(self.kinds())()
            if self.random.random() < 0.6:
                lines.append(Typed(""))
        return lines

    def kinds(self) -> list[Callable[[], list[Typed]]]:
        """The kinds of passages, lists more often than others."""
        lists = [self.a_list] * 3
        return [*lists, self.sentences, self.rows, self.heading, self.after_colon]

    def words(self) -> str:
        self.count += 1
        words = self.random.sample(["hjælper", "unge", "til", "arbejde", "i", "Viborg", "hvert", "år"], 3)
        words.insert(self.random.randint(1, 3), f"q{self.count}q")
        return " ".join([*words, "sammen"])

    def sentence(self) -> str:
        beginnings = ["Vi", "Den 1. april begynder vi og", "1. april og", "Æblerne", "**Vi**", "”Vi"]
        begin = self.random.choice(beginnings)
        return f"{begin} {self.words()}{self.random.choice('..!?')}"

    def sentences(self) -> list[Typed]:
        lines = []
        for _ in range(self.random.randint(1, 3)):
            first = self.sentence()
            if self.random.random() < 0.3:
                lines += [Typed(first.rstrip(".!?") + " og"), Typed(f"går videre {self.words()}.")]
            else:
                lines.append(Typed(first))
        return lines

    def a_list(self) -> list[Typed]:
        """Two or three points of one kind, perhaps under a sentence or a line with a colon."""
        ours = self.random.random() < 0.5
        kind = self.random.choice(("-", "1)", "a)") if ours else (*LISTS, *SIGNS))
        mark = LISTS.get(kind) or (lambda _: f"{kind} ")
        above = f"Vi {self.words()}{self.random.choice([':', '.', ''])}"
        lines = [Typed(above)] if self.random.random() < 0.5 else []
        end = self.random.choice(["", "", ".", ","])
        for number in range(1, self.random.randint(3, 4)):
            lines.append(Typed(f"{mark(number)}{self.words()}{end}", alone=True))
            if self.random.random() < 0.15:
                lines.append(Typed(f"  som går videre {self.words()}"))
        return [*lines, Typed("")] if lines[-1].alone is False else lines

    def rows(self) -> list[Typed]:
        cells = [[self.words() for _ in range(2)] for _ in range(self.random.randint(2, 3))]
        if self.random.random() < 0.5:
            return [Typed(f"| {' | '.join(row)} |", alone=True) for row in cells]
        between = self.random.choice(["\t", "     "])
        return [Typed(between.join(row), alone=True) for row in cells]

    def heading(self) -> list[Typed]:
        self.count += 1
        mark = self.random.choice(["", "", "**", "# ", "## "])
        words = f"{mark}Metode q{self.count}q{mark if mark == '**' else ''}"
        return [Typed(""), Typed(words, alone=True), Typed(self.sentence())]

    def after_colon(self) -> list[Typed]:
        points = [Typed(f"q{self.count + n}q hjælp", alone=True) for n in (1, 2, 3)]
        self.count += 3
        return [Typed(""), Typed(f"Vi {self.words()}:"), *points[:-1], Typed(points[-1].text)]


def faults(lines: list[Typed]) -> Iterator[str]:
    """What is wrong with how the lines came out: words lost, or lines joined of which nothing is told."""
    text = "\n".join(line.text for line in lines)
    wrong = complaints(text)
    told = {line for line, *_ in (*wrong, *doubts(text))}
    came = printed(text)
    if came is None:
        if not wrong:
            yield "the markup cannot be read, and nothing is told"
        return
    order = [word for block in came for word in WORD.findall(block)]
    if order != WORD.findall(text):
        yield f"words are lost or moved: {order}"
    begun = {WORD.findall(block)[0] for block in came if WORD.search(block)}
    for number, line in enumerate(lines, 1):
        words = WORD.findall(line.text)
        if line.alone and words and number not in told:
            if words[0] not in begun:
                yield f"line {number} is joined with the one above it: {line.text!r}"
            following = lines[number] if number < len(lines) else Typed("")
            more = WORD.findall(following.text)
            if more and more[0] not in begun and number + 1 not in told and not _goes_on(following):
                yield f"line {number} is joined with the one below it: {line.text!r}"


def _goes_on(line: Typed) -> bool:
    return not line.alone and line.text.lstrip()[:1].islower()


def printed(text: str) -> list[str] | None:
    """The paragraphs and the points of the document, each as text; None where its markup is refused."""
    try:
        blocks = parse(to_markup(text))
    except Rejected:
        return None
    return ["".join(run.text for run in runs(block)) for block in walk(blocks)]
