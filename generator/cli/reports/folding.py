"""Findings of one kind in one file, told as one: the first in full, of the others where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.base.findings import Finding

FROM = 3
"""Like ones that are told as one; two are told each by itself."""
_QUOTED = re.compile(r"`[^`]*`|”[^”]*”")


class Fold(Struct, frozen=True):
    """A finding, and others of its code in its file."""

    first: Finding
    others: tuple[Finding, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The line of each other one, with what it is about where the first is about something else."""
        about = _quoted(self.first)
        said = ((one.place.line, _quoted(one)) for one in self.others)
        named = (f"{line} ({it})" if it and it != about else str(line) for line, it in said)
        return tuple(dict.fromkeys(named))


def folded(findings: Iterable[Finding]) -> Iterator[Fold]:
    """Yield the findings in their order, like ones as one at the place of the first."""
    like: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        like.setdefault((finding.place.file, finding.code, finding.severity.value), []).append(finding)
    for found in like.values():
        if len(found) < FROM or not all(one.place.line for one in found):
            yield from map(Fold, found)
        else:
            yield Fold(found[0], tuple(found[1:]))


def _quoted(finding: Finding) -> str:
    quoted = _QUOTED.search(finding.message)
    return quoted[0] if quoted else ""
