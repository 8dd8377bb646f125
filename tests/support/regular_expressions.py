"""Every regular expression of the program, found by walking its modules, and how long each takes.

A pattern is looked for in the source itself: `re.compile(…)` anywhere, and `re.search(…)` and the like with
a pattern in place. What it is made of is worked out in its module; for what only a run knows, such as the
name of a party, stands a word.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import Any

from tests import test_architecture
from tests.test_architecture import MODULES

tree = cache(test_architecture.tree)

METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")
LONGEST, TOO_LONG = 10_000, 0.03
"""Characters in a text, and the seconds of CPU time that a pattern may take before it is asked how many more
a longer text costs."""
SMALL = (*range(8, 56, 4), 64, 128, 256, 512, 1_000)
"""By small steps first: what doubles with each sign must be found before it takes a day."""
NO_END = "!\n\x00"


class Word(str):
    """A word that only a run knows; so is whatever it is asked for."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Word:
        return self


class Names(dict[str, Any]):
    """The names of a module; any other stands for a word."""

    def __missing__(self, name: str) -> Any:
        return getattr(builtins, name, Word("navn"))


@dataclass(frozen=True)
class Used:
    """A pattern, and a method that it is used with; by that the same pattern may be quick or slow."""

    module: str
    line: int
    pattern: re.Pattern[str]
    method: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}:{self.method}"


def all_used() -> list[Used]:
    """Every pattern, with each method that it is used with; the same one is tried once."""
    found: dict[tuple[re.Pattern[Any], str], Used] = {}
    for module in MODULES:
        for call in _calls(module):
            pattern = _worked_out(module, call)
            for method in sorted(_methods(module, call)):
                found.setdefault((pattern, method), Used(module, call.lineno, pattern, method))
    return [used for used in found.values() if isinstance(used.pattern.pattern, str)]


def _calls(module: str) -> Iterator[ast.Call]:
    """The calls of `re` that name a pattern."""
    for node in ast.walk(tree(module)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=method)):
                if method in (*METHODS, "compile"):
                    yield node


def _worked_out(module: str, call: ast.Call) -> re.Pattern[Any]:
    names = Names(vars(importlib.import_module(f"generator.{module}")))
    pattern = eval(ast.unparse(call.args[0]), names)
    flags = [given for given in call.args[1:] if ast.unparse(given).startswith("re.")]
    flags += [keyword.value for keyword in call.keywords if keyword.arg == "flags"]
    return re.compile(pattern, *(eval(ast.unparse(flag), names) for flag in flags))


def _methods(module: str, call: ast.Call) -> set[str]:
    """The method called; of a pattern with a name those called by that name, else all of the module."""
    assert isinstance(call.func, ast.Attribute)
    if call.func.attr != "compile":
        return {call.func.attr}
    names = {ast.unparse(target) for node in tree(module).body if isinstance(node, ast.Assign)
             if node.value is call for target in node.targets}  # fmt: skip
    full_names = {f"generator.{module}.{name}" for name in names}
    users = [other for other in MODULES if other == module or full_names & _imports(other)]
    nodes = [node for other in users for node in ast.walk(tree(other))
             if isinstance(node, ast.Attribute) and node.attr in METHODS]  # fmt: skip
    named = {node.attr for node in nodes if ast.unparse(node.value) in names}
    return named or {node.attr for node in nodes} - {"split"}


@cache
def _imports(module: str) -> frozenset[str]:
    return frozenset(test_architecture.imports(module))


def alphabet(pattern: re.Pattern[str]) -> list[str]:
    """Signs that the pattern tells apart: each that it names, and one of each class."""
    named = re.sub(r"\\[dDsSwWbBAZ]|\\[unx][0-9a-fA-F]*|\(\?[^)]*?[>:]", "", pattern.pattern)
    signs = [sign for sign in named if not sign.isalnum() and sign not in "?(){}^$"]
    letters = [sign for sign in dict.fromkeys(named) if sign.isalnum()][:4]
    return list(dict.fromkeys([" ", "a", "A", "1", "\n", "\\", "æ", *signs, *letters]))


def repeated(pattern: re.Pattern[str]) -> Iterator[str]:
    """Units to repeat: each sign, each two of the first, and the signs that stand together in the pattern."""
    signs = alphabet(pattern)
    yield from signs
    yield from ("".join(pair) for pair in permutations(signs[:9], 2))
    words = dict.fromkeys(re.findall(r"[^\W\d_]{2,}", pattern.pattern))
    yield from (f"{word} " for word in list(words)[:8])
    literal = re.sub(r"[()?*+^$|{}\\]+|\[[^\]]*\]", "", pattern.pattern)
    yield from {part for part in (literal, literal.strip(), "- ", "-    ", "1) ", "a) ") if part}


def slow_text(used: Used) -> str | None:
    """A text of which the pattern makes more work than its length is worth; None where there is none."""
    run = _runner(used)
    for unit in repeated(used.pattern):
        for size in (*SMALL, LONGEST):
            seconds = _seconds(run, unit * (size // len(unit) + 1) + NO_END)
            if seconds > TOO_LONG and (size < LONGEST or _grows_too_fast(run, unit, seconds)):
                return f"{unit!r} up to {size} characters"
    return None


def _grows_too_fast(run: Callable[[str], object], unit: str, seconds: float) -> bool:
    """Whether a quarter of the text costs much less than a quarter of the time: in n², a sixteenth."""
    return _seconds(run, unit * (LONGEST // len(unit) // 4) + NO_END) < seconds / 8


def _runner(used: Used) -> Callable[[str], object]:
    method = getattr(used.pattern, used.method)
    if used.method in ("sub", "subn"):
        return lambda text: method("", text)
    if used.method == "finditer":
        return lambda text: list(method(text))
    return lambda text: method(text)


def _seconds(run: Callable[[str], object], text: str) -> float:
    """CPU seconds; of a slow run the better of three, lest the machine was busy with something else."""
    found = []
    for _ in range(3):
        begin = time.process_time()
        run(text)
        found.append(time.process_time() - begin)
        if not TOO_LONG < found[-1] < 1:
            break
    return min(found)
