"""The headers and footers of a template, with the draft mark and the fields of ours that they lack."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from msgspec import Struct, field

from generator.authoring.look import fields
from generator.authoring.look.derive import Deriver
from generator.authoring.look.names import R, W, put, value
from generator.authoring.look.word_file import WordFile
from generator.base.border import xml
from generator.base.language import later, listed, say, say_count
from generator.base.values import replace
from generator.formats.word.package.parts import RELATION_TYPES, PackagePart
from generator.formats.word.reference import page, pictures
from generator.formats.word.reference.headers import PAGE, PAGES
from generator.formats.word.reference.styles import DRAFT_MARK, PARAGRAPH
from generator.formats.word.reference.tabs import Stops

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEADER, FOOTER = "header", "footer"
_TITLES = {
    (HEADER, page.DEFAULT): later("header"), (FOOTER, page.DEFAULT): later("footer"),
    (HEADER, page.FIRST): later("header of the first page"),
    (FOOTER, page.FIRST): later("footer of the first page"),
    (HEADER, page.EVEN): later("header of even pages"), (FOOTER, page.EVEN): later("footer of even pages"),
}  # fmt: skip
_ROOM = {HEADER: {"before": "60", "after": "240"}, FOOTER: {"before": "60"}}
"""Twips around the last line of ours: Word moves the text right below a header that is high."""
_NUMBERS = {PAGE, PAGES}
_KINDS = (HEADER, FOOTER)


class Edge(Struct):
    """One header or footer: its part, which is new where the template had none, and its text as a tree."""

    kind: str
    pages: str
    part: PackagePart
    root: Any

    @property
    def title(self) -> str:
        """Name that a person has for it."""
        return say(_TITLES[self.kind, self.pages])


class Edges(Struct):
    """Takes the headers and footers that are shown out of a template, and adds what is ours."""

    template: WordFile
    ours: WordFile
    section: Any
    uneven: bool
    deriver: Deriver
    stops: Stops
    known: frozenset[str]
    all: list[Edge] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, logo: str) -> None:
        """Read those that are shown, clean them, and add the draft mark and the fields that they lack.

        `logo` is the text alternative for pictures that have none, or nothing.
        """
        for pages, _ in page.shown(self.section, self.uneven):
            here = [edge for kind in _KINDS if (edge := self._read(kind, pages, logo))]
            self._mark(pages, here)
            if pages != page.FIRST:
                self._tell_what_it_is(pages, here)
        self._write_references()

    def parts(self) -> Iterator[PackagePart]:
        """The headers and footers as they are written."""
        for edge in self.all:
            yield replace(edge.part, data=serialised(edge.root))

    def _read(self, kind: str, pages: str, logo: str) -> Edge | None:
        wanted = next((one.get(f"{R}id") for one in self.section.iterchildren(f"{W}{kind}Reference")
                       if one.get(f"{W}type", page.DEFAULT) == pages), None)
        known = {one.ident: one for one in self.template.relations(self.template.main)}
        relation = known.get(wanted or "")
        if relation is None:
            return None
        name = relation.target[1:]
        part = self.template.part(name)
        if part.name in (edge.part.name for edge in self.all):  # one part for several kinds of pages
            part = replace(part, name=self._free_name(kind))
        edge = Edge(kind, pages, part, self.template.tree(name))
        with self.template.reading(name):
            self._clean(edge, logo)
        self.all.append(edge)
        return edge

    def _clean(self, edge: Edge, logo: str) -> None:
        """Leave what our documents can have, the stops at the margins, the pictures described."""
        self.dropped += [f"{edge.title}: {what}" for what in fields.cleaned(edge.root, self.known)]
        if moved := self.stops.follow(edge.root):
            self.notes.append(say_count(
                "{edge}: tab stops moved to the margins in {n} line",
                "{edge}: tab stops moved to the margins in {n} lines", moved, edge=edge.title))
        for one in pictures.undescribed(edge.root) if logo else ():
            pictures.describe(one, logo)
            self.notes.append(say("{edge}: '{picture}' now has the text alternative: {logo}",
                                  edge=edge.title, picture=pictures.name(one), logo=logo))

    def _mark(self, pages: str, here: list[Edge]) -> None:
        """Put the draft mark at the top of the header, where no paragraph is one."""
        ident = self.deriver.id_of(self._our_id(DRAFT_MARK))
        if any(value(one, "pPr/pStyle") == ident for edge in here for one in edge.root.iter(f"{W}p")):
            return
        edge = next((one for one in here if one.kind == HEADER), None)
        new = edge is None
        edge = edge or self._new(HEADER, pages, here)
        for mark in filter(self._is_mark, self._our_lines(HEADER)):
            edge.root.insert(0, self._styled(mark))
        self.notes.append(
            say("{edge}: made, with the draft mark, printed in drafts", edge=edge.title) if new
            else say("{edge}: has the draft mark, printed in drafts", edge=edge.title))

    def _tell_what_it_is(self, pages: str, here: list[Edge]) -> None:
        """Add the lines of our header and footer, without what the template's show already."""
        there = set[str]().union(*(fields.shown(edge.root) for edge in here))
        if there & _NUMBERS:
            there |= _NUMBERS
        for kind in _KINDS:
            edge = next((one for one in here if one.kind == kind), None)
            added: set[str] = set()
            for line in self._our_lines(kind):
                lacking = None if self._is_mark(line) else _without(line, there)
                if lacking is not None:
                    added |= fields.shown(line) - there
                    edge = edge or self._new(kind, pages, here)
                    line_here = self._styled(lacking)
                    edge.root.append(line_here)
                    self.stops.keep_right_only(line_here)
            if added and edge:
                put(put_properties(edge.root[-1]), "spacing", **_ROOM[kind])
                self.notes.append(say("{edge}: a line added that shows {fields}",
                                      edge=edge.title, fields=listed(sorted(added))))

    def _new(self, kind: str, pages: str, here: list[Edge]) -> Edge:
        """An empty header or footer, where the template has none for these pages."""
        root = deepcopy(self._our_root(kind))
        root[:] = []
        edge = Edge(kind, pages, PackagePart(self._free_name(kind), f"{_TYPE}.{kind}+xml", b""), root)
        here.append(edge)
        self.all.append(edge)
        return edge

    def _free_name(self, kind: str) -> str:
        taken = {*self.template.names, *(edge.part.name[1:] for edge in self.all)}
        return next(f"/{name}" for i in range(1, 1000) if (name := f"word/{kind}{i}.xml") not in taken)

    def _styled(self, paragraph: Any) -> Any:
        """A paragraph of ours with the ids that its styles have here."""
        copy = deepcopy(paragraph)
        copy.tail = None
        for tag in ("pStyle", "rStyle"):
            for one in copy.iter(W + tag):
                one.set(f"{W}val", self.deriver.id_of(one.get(f"{W}val")))
        put(put_properties(copy), "jc", val="left")
        return copy

    def _is_mark(self, line: Any) -> bool:
        return value(line, "pPr/pStyle") == self._our_id(DRAFT_MARK)

    def _our_root(self, kind: str) -> Any:
        return self.ours.tree(self.ours.related(kind))

    def _our_lines(self, kind: str) -> list[Any]:
        return list(self._our_root(kind).findall(f"{W}p"))

    def _our_id(self, name: str) -> str:
        style = self.deriver.ours.find(PARAGRAPH, name)
        return "" if style is None else str(style.get(f"{W}styleId"))

    def _write_references(self) -> None:
        """Name in the section the headers and footers that are written, each by an id of ours."""
        for old in list(self.section.iterchildren(f"{W}headerReference", f"{W}footerReference")):
            self.section.remove(old)
        for number, edge in enumerate(self.all):
            named = {f"{W}type": edge.pages, f"{R}id": ident(number)}
            self.section.insert(number, self.section.makeelement(f"{W}{edge.kind}Reference", named))


def ident(number: int) -> str:
    """The id of the relation to the header or footer of that number."""
    return f"rIdEdge{number + 1}"


def kind_of_relation(edge: Edge) -> str:
    """The type of the relation to a header or footer."""
    return f"{RELATION_TYPES}/{edge.kind}"


def put_properties(paragraph: Any) -> Any:
    """The properties of a paragraph, made where it has none."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


def serialised(root: Any) -> bytes:
    """The bytes of a part."""
    return xml.serialised(root)


def _without(line: Any, there: set[str]) -> Any | None:
    """The line without the pieces between its tabs whose fields are shown elsewhere; None if none is left."""
    copy = deepcopy(line)
    pieces: list[list[Any]] = [[]]
    tabs: list[Any] = []
    for child in copy:
        if child.tag == f"{W}pPr":
            continue
        if child.find(f"{W}tab") is not None:
            tabs.append(child)
            pieces.append([])
        else:
            pieces[-1].append(child)
    kept = 0
    for piece in pieces:
        shell = copy.makeelement(f"{W}p")
        shell.extend(deepcopy(one) for one in piece)
        names = fields.shown(shell)
        if names and names <= there:
            for one in piece:
                copy.remove(one)
        else:
            kept += bool(piece)
    for tab in tabs if kept < 2 else ():
        copy.remove(tab)
    return copy if kept else None
