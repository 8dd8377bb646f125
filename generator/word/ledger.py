"""What is gathered while one document is written: links, lists, bookmarks, findings.

It also remembers what the next paragraph owes to the block before it: a new page after a page break,
and room after a table, which no style can give because the table has none to give.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.document import Origin
from generator.findings import Finding, Place, Severity
from generator.word import styles
from generator.word.reference import Reference


@dataclass(slots=True)
class Ledger:
    """One writing of one document; the looks are kept because they are asked for so often."""

    reference: Reference
    origin: Origin | None = None
    new_page: bool = False
    after_table: bool = False
    findings: list[Finding] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    numbered: list[tuple[int, int]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    paragraph_looks: dict[str, str] = field(default_factory=dict)
    run_looks: dict[tuple[str | None, bool, bool], str] = field(default_factory=dict)

    def style_id(self, name: str, kind: str) -> str:
        """The id of the style; an unknown one is noted, and the rest goes on being checked."""
        known = self.reference.style_ids[kind]
        if name not in known:
            file = self.reference.path.name
            self._note(styles.unknown(name, kind, known, file, self.place()))
        return known.get(name, name)

    def complain(self, code: str, message: str, hint: str) -> None:
        """Notes an error at the place of the block that is being written."""
        self._note(Finding(code, Severity.ERROR, message, hint, self.place()))

    def place(self) -> Place:
        """Where in the templates the present block comes from, else the reference document."""
        if self.origin:
            return Place(self.origin.template, self.origin.line, 1)
        return Place(str(self.reference.path))

    def link(self, address: str) -> str:
        """The id of the relation to the address, one for each address."""
        return self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")

    def number(self, definition: int, level: int) -> int:
        """The number of a new list that starts over at this level."""
        self.numbered.append((definition, level))
        return self.reference.listings.free + len(self.numbered) - 1

    def _note(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)
