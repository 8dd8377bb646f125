"""Explanations of all codes: what must hold, why, from where, an example, and how to mend it.

The rules of the domain say it themselves, in `generator.plan.rules`. The rest is about files, templates and
Word, and stands here. The texts are Danish, as the guide is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from textwrap import fill, indent
from types import MappingProxyType

from generator.base.findings import Severity
from generator.cli.explain import file_codes, template_codes, value_codes
from generator.cli.explain.explanation import Explanation
from generator.plan.rules import RULES

__all__ = ["Explanation", "explanations", "full_text", "help_text", "listing"]

WORDS: Mapping[Severity, str] = MappingProxyType({
    Severity.ERROR: "fejl", Severity.WARNING: "advarsel", Severity.INFO: "oplysning",
})  # fmt: skip
WIDTH = 80
LABEL = 10


@cache
def explanations() -> Mapping[str, Explanation]:
    """Map each code to its explanation, in the order of the alphabet and the numbers."""
    others = (*file_codes.EXPLANATIONS, *value_codes.EXPLANATIONS, *template_codes.EXPLANATIONS)
    told = [*(Explanation.of(rule) for rule in RULES), *others]
    return MappingProxyType({one.code: one for one in sorted(told, key=lambda one: order(one.code))})


def order(code: str) -> tuple[str, int]:
    """Sort key of a code, its letter and its number: B2 stands before B10."""
    return code[0], int(code[1:])


def full_text(one: Explanation, width: int = WIDTH) -> str:
    """Lay the explanation out on a screen of that width."""
    milder = f"; {one.milder}" if one.milder else ""
    head = fill(f"{one.code}  {one.title}", width, subsequent_indent=" " * 4)
    return "\n".join([head, "", *(_section(*part, width) for part in [
        ("Alvor", WORDS[one.code.severity] + milder), *_parts(one),
    ])])  # fmt: skip


def help_text(one: Explanation) -> str:
    """Write the explanation without its head, for programs that show it beside a finding."""
    return "\n".join(f"{label}: {text}" for label, text in _parts(one))


def listing(all_of_them: Iterable[Explanation], width: int = WIDTH) -> str:
    """List a line a code: `B2   fejl       Den lokale …`, on a screen of that width."""
    lines = (f"{one.code:<4} {WORDS[one.code.severity]:<9}  {one.title}" for one in all_of_them)
    return "\n".join(fill(line, width, subsequent_indent=" " * 16) for line in lines)


def _parts(one: Explanation) -> list[tuple[str, str]]:
    parts = [("Hvorfor", one.why), ("Kilde", one.source), ("Eksempel", one.example), ("Rettes", one.mend)]
    return [(label, text) for label, text in parts if text]


def _section(label: str, text: str, width: int) -> str:
    """Set the label in a column of its own; a text of several lines keeps them."""
    inner = width - LABEL
    lines = (text if "\n" in text else fill(text, inner)).splitlines()
    return f"{label:<{LABEL}}{lines[0]}\n{indent(chr(10).join(lines[1:]), ' ' * LABEL)}".rstrip()
