"""State of one writing: the links, lists, bookmarks and findings gathered on the way.

It also remembers what the next paragraph owes to the block before it: a new page after a page break,
and room after a table, which no style can give because the table has none to give. What stands in the
old document only owes and is owed apart: `owed_before`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, field

from generator.base.findings import Code, Finding, Place
from generator.document.alike import Stretches
from generator.document.model import Mark, Origin
from generator.formats.word.comments import Comment, Comments
from generator.formats.word.pieces import ParagraphLook
from generator.formats.word.reference import styles
from generator.formats.word.reference.reference import Reference
from generator.formats.word.tracked.elements import Revisions

T = TypeVar("T")


class WriterState(Struct):
    """One writing of one document; the looks are kept because they are asked for so often.

    `comments` are those that stand at its runs, `commented` those that are written by now.
    `room` is the width in twips that there is for a drawing, in the text or in the cell being written.
    """

    reference: Reference
    revisions: Revisions = field(default_factory=Revisions)
    mark: Mark | None = None
    origin: Origin | None = None
    new_page: bool = False
    after_table: bool = False
    owed_before: tuple[bool, bool] = (False, False)
    findings: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    numbered: list[tuple[int, int]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    comments: Comments = field(default_factory=dict)
    commented: list[Comment] = field(default_factory=list)
    drawings: int = 0
    room: int = 0
    stretches: Stretches = field(default_factory=Stretches)
    paragraph_looks: dict[str, ParagraphLook] = field(default_factory=dict)
    run_looks: dict[tuple[str | None, bool, bool], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.room = self.reference.page.width

    def style_id(self, name: str, kind: str) -> str:
        """The id of the style; an unknown one is noted, and the rest goes on being checked."""
        known = self.reference.style_ids[kind]
        if name not in known:
            file = self.reference.path.name
            self._note(styles.unknown(name, kind, known, file, self.place()))
        return known.get(name, name)

    def complain(self, code: Code, message: str, hint: str) -> None:
        """Note an error at the place of the block that is being written."""
        self._note(Finding(code, message, hint, self.place()))

    def warn(self, code: Code, message: str, hint: str) -> None:
        """Note what is written all the same, at the place of the block that is being written."""
        self.warnings.append(Finding(code, message, hint, self.place()))

    def place(self) -> Place:
        """Place in the templates that the present block comes from, else the reference document."""
        if self.origin:
            return Place(self.origin.template, self.origin.line, 1)
        return Place(str(self.reference.path))

    def begin(self, revisions: Revisions) -> None:
        """Begin a document with marks: its new text keeps the ids that it has in a document without."""
        self.revisions = revisions
        for address in revisions.links:
            self.link(address)

    def link(self, address: str) -> str:
        """The id of the relation to the address, one for each address."""
        return self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")

    def number(self, definition: int, level: int) -> int:
        """The number of a new list that starts over at this level."""
        if _is_old(self.mark):
            return self.reference.listings.free + self.revisions.number(definition, level)
        self.numbered.append((definition, level))
        return self.reference.listings.free + len(self.numbered) - 1

    def drawing_id(self) -> int:
        """The id of a new drawing, or of a shape in one."""
        if _is_old(self.mark):
            return self.revisions.ident()
        self.drawings += 1
        return self.drawings

    def all_numbered(self) -> list[tuple[int, int]]:
        """Definition and level of every list that starts over, by number."""
        return [*self.numbered, *self.revisions.numbered]

    def under(self, mark: Mark | None, write: Callable[[], T]) -> T:
        """The result of `write`, all that it writes with the mark."""
        if mark is None:
            return write()
        until_now = self._turn_to(mark)
        written = write()
        self._turn_to(until_now)
        return written

    def _turn_to(self, mark: Mark | None) -> Mark | None:
        until_now, self.mark = self.mark, mark
        if _is_old(until_now) != _is_old(mark):
            self.owed_before, (self.new_page, self.after_table) = (
                (self.new_page, self.after_table), self.owed_before)
        return until_now

    def break_page(self) -> None:
        """Let the next block begin a page; in the old document too, unless only the new one breaks here."""
        self.new_page = True
        if self.mark is None:
            self.owed_before = (True, self.owed_before[1])

    def stays(self) -> None:
        """Note that the last block stands in the old document too: all that it owes, it owes there too."""
        self.owed_before = (self.new_page, self.after_table)

    def _note(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)


def _is_old(mark: Mark | None) -> bool:
    return mark is not None and mark.is_old
