"""Plans that nobody would write, typed in every way that YAML allows, with comments everywhere."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import yaml
from hypothesis import strategies as st

from generator.plan.source.prose import complaints, to_markup

LOADERS: list[Any] = [yaml.BaseLoader, *([yaml.CBaseLoader] if hasattr(yaml, "CBaseLoader") else [])]
WORDS = st.sampled_from([
    "f.eks.", "1.", "april", "Vi", "går.", "Det", "er", "(jf.", "bilag)", "#", ":", "a:", "'", '"', "”Ja.”",
    "*x*", "**b**", "\\", "nr.", "5", "1)", "-", "§", "Sct.", "Jørgen.", "{", "]", ",", "?", "!", "&a",
    "2028.", "[l](https://a.dk)", "\\-", "kr.", "mv.", "@", "%", "\u00a0", "H.", "C.", "\\*", "**", "...",
    "NGO’er",
])  # fmt: skip
TWO_WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}(?!\S)")
LINES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
BEGINNINGS = st.sampled_from(["", "", "", "- ", "  - ", "1) ", "  ", "\n"])
ENDS = st.sampled_from(["", "", " ", "\\"])
PROSE = st.lists(st.tuples(BEGINNINGS, LINES, ENDS), min_size=1, max_size=6).map(
    lambda lines: "\n".join("".join(line) for line in lines)
)
LINE = LINES.map(str.strip).filter(lambda text: bool(text) and len(text.splitlines()) == 1)
TEXT = PROSE.filter(lambda text: bool(text.strip()) and not complaints(text) and bool(to_markup(text)))


def _keys(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the keys, in any order; those that end in an underscore are always there."""
    required = {key.rstrip("_"): value for key, value in values.items() if key.endswith("_")}
    optional = {key: st.none() | value for key, value in values.items() if not key.endswith("_")}
    whole = st.fixed_dictionaries(required, optional=optional)
    return whole.flatmap(lambda made: st.permutations(list(made.items())).map(dict))


def _some(value: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(value, max_size=3)


GAP = _keys(mangler_=LINE, tekst=TEXT)
FIGURE = st.sampled_from(["21,5 %", "14"]) | _keys(værdi_=st.just("3"), note=LINE)
FIGURES = st.dictionaries(LINE, FIGURE, max_size=3)
PLANS = _keys(
    indledning=TEXT | GAP, revision=TEXT, status=st.just("udkast"), formål=_some(LINE) | GAP,
    bilag=_some(_keys(bilag_=LINE, status_=st.just("vedlagt"), note=LINE)),
    problemkompleks=_keys(
        indsatsområder=st.dictionaries(LINE, TEXT | GAP, max_size=3), hovedudfordringer=TEXT,
        data=_keys(tabel=_some(_keys(nøgletal_=LINE, områder=FIGURES)), kilde=LINE),
    ),
)  # fmt: skip


class Typist:
    """Writes data as YAML in any of the ways that YAML allows, with comments everywhere."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.count = 0

    def plan(self, plan: dict[str, Any]) -> str:
        """The text of a file."""
        return self.between(0) + (self.block(plan, 0) or "{}\n") + self.between(0)

    def chance(self, of: int) -> bool:
        """Once in so many times and one."""
        return self.random.randint(0, of) == 0

    def comment(self) -> str:
        self.count += 1
        return f"#{self.random.choice(['', ' ', ' - ', ' a: '])}{self.count}"

    def between(self, indent: int) -> str:
        """Blank lines and comments, in their column or in another."""
        lines = []
        while self.chance(2):
            column = max(indent + self.random.choice([0, 0, 0, -2, -1, 1, 2]), 0)
            lines.append("" if self.chance(1) else " " * column + self.comment())
        return "".join(f"{line}\n" for line in lines)

    def end(self) -> str:
        return f"{' ' * self.random.randint(1, 5)}{self.comment()}\n" if self.chance(4) else "\n"

    def scalar(self, text: str, indent: int, in_brackets: bool) -> str:
        ways = [json.dumps(text, ensure_ascii=False)]
        if "\n" not in text and "\t" not in text:
            ways.append("'" + text.replace("'", "''") + "'")
            if text.isprintable() and _reads(text, in_brackets):
                ways += [text, text]
            if TWO_WORDS.match(text):  # elsewhere the break could part what is a point from its text
                ways.append(ways[0].replace(" ", f"\n{' ' * (indent + 1)}", 1))
        return str(self.random.choice(ways))

    def brackets(self, value: Any, indent: int) -> str:
        """The value with { } and [ ], on one line or on several."""
        def gap() -> str:
            if self.chance(12):
                return f" {self.comment()}\n{' ' * (indent + 1)}"
            return self.random.choice(["", " "])

        if isinstance(value, str):
            return self.scalar(value, indent, True)
        inner = [self.brackets(v, indent) for v in (value.values() if isinstance(value, dict) else value)]
        if isinstance(value, dict):
            keys = [self.scalar(key, indent, True).replace("\n", " ") for key in value]
            inner = [f"{key}: {text}" for key, text in zip(keys, inner, strict=True)]
        signs = "{}" if isinstance(value, dict) else "[]"
        return signs[0] + gap() + f"{gap()}, ".join(inner) + gap() + signs[1]

    def block(self, value: Any, indent: int) -> str:
        """The entries of a list or of keys, each from its own line on."""
        lines = ""
        for key in value if isinstance(value, dict) else range(len(value)):
            head = f"{self.scalar(key, indent, False).splitlines()[0]}:" if isinstance(key, str) else "-"
            if isinstance(key, str) and not _reads_as_key(head, key):
                head = json.dumps(key, ensure_ascii=False) + ":"
            lines += self.between(indent) + " " * indent + head + self.value(value[key], indent)
        return lines

    def value(self, value: Any, indent: int) -> str:
        deeper = indent + self.random.randint(1, 4)
        if value is None:
            return self.end()
        if isinstance(value, str) and self.chance(1) and _fits_a_block(value):
            lines = [f"{' ' * deeper}{line}" if line.strip(" ") else "" for line in value.split("\n")]
            mark = self.random.choice(["|-", "|-", "|", "|+", ">-"])
            return f" {mark}{self.end()}" + "\n".join(lines) + "\n"
        if isinstance(value, str):
            return f" {self.scalar(value, indent, False)}{self.end()}"
        if not value or (self.chance(2) and not _has_gaps(value)):
            return f" {self.brackets(value, indent)}{self.end()}"
        return self.end() + self.block(value, deeper)


def _reads(text: str, in_brackets: bool) -> bool:
    try:
        typed = f"k: [{text}, {{{text}: {text}}}]" if in_brackets else f"{text}: {text} # x"
        read = yaml.load(typed, LOADERS[-1])
    except yaml.YAMLError:
        return False
    return bool(read == ({"k": [text, {text: text}]} if in_brackets else {text: text}))


def _reads_as_key(head: str, key: str) -> bool:
    try:
        return bool(yaml.load(f"{head} x", LOADERS[-1]) == {key: "x"})
    except yaml.YAMLError:
        return False


def _fits_a_block(text: str) -> bool:
    return not text.startswith((" ", "\n", "\t")) and not text.endswith("\n")


def _has_gaps(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or any(_has_gaps(one) for one in inner)
