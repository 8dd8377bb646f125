"""The headers and footers of the reference document, and what is amiss with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.base.border import xml
from generator.base.findings import Finding, Place
from generator.base.language import later, say
from generator.formats.word import codes
from generator.formats.word.package.parts import PackagePart, Relation
from generator.formats.word.reference import headers, page, pictures
from generator.formats.word.reference.sound import reading
from generator.formats.word.reference.tabs import Stops

Margins = tuple[tuple[PackagePart, headers.Margin], ...]
_PAGES = {
    page.DEFAULT: (
        later("the header does not show that a document is a draft"),
        later("in Word: open the header, and write UDKAST in a paragraph of its own in the style "
              "`Draft Mark`; `aftale look` does it too")),
    page.FIRST: (
        later("the first page's header does not show that a document is a draft"),
        later("in Word: take the tick from `Header & Footer > Different First Page`, or write UDKAST in that "
              "header, in a paragraph of its own in the style `Draft Mark`; `aftale look` does it too")),
    page.EVEN: (
        later("the header of even pages does not show that a document is a draft"),
        later("in Word: take the tick from `Header & Footer > Different Odd & Even Pages`, or write UDKAST "
              "in that header, in a paragraph of its own in the style `Draft Mark`; `aftale look` does it "
              "too")),
}  # fmt: skip
"""For the pages that show a header: what is told where it has no draft mark."""


def read_margins(
    parts: Iterable[PackagePart], draft_mark: str, stops: Stops, path: Path
) -> tuple[Margins, list[Finding]]:
    """The headers and footers among the parts, their tabs at the margins, and findings about their pictures.

    `draft_mark` is the id of the style Draft Mark. Raises Rejected for a part that cannot be read.
    """
    margins, findings = [], []
    for part in (part for part in parts if part.is_margin):
        with reading(part.name.lstrip("/"), path):
            root = xml.lxml_tree(part.data)
            stops.follow(root)
            margins.append((part, headers.read(root, draft_mark)))
            findings += [_undescribed(part, pictures.name(one), path) for one in pictures.undescribed(root)]
    return tuple(margins), findings


def unmarked(
    room: page.Page, relations: Iterable[Relation], margins: Margins, path: Path
) -> Iterator[Finding]:
    """A finding for the pages of a draft that do not show that it is one."""
    names = {relation.ident: relation.target for relation in relations}
    marked = {part.name for part, margin in margins if margin.marks_draft}
    for pages, shown in room.shown:
        there = [names[ident] for ident in shown if ident in names]
        if not marked.intersection(there):
            message, hint = _PAGES[pages]
            yield Finding(codes.DRAFT_UNMARKED, say(message), say(hint), Place(str(path)))


def _undescribed(part: PackagePart, name: str, path: Path) -> Finding:
    return Finding(codes.PICTURE_UNDESCRIBED,
                   say("the picture '{name}' in {part} has no text alternative",
                       name=name, part=part.name.lstrip("/")),
                   say("in Word: open the header or footer, right-click the picture > `View Alt Text`, and "
                       "write whose logo it is; or mark it as decorative"), Place(str(path)))
