"""Facts of styles: `spacing.before` is `120`. A style says all that the one it is based on says.

Nothing here knows what a fact means; `values.py` makes measures and colours of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.base.border import xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_APART = {f"{W}tabs", f"{W}numPr", f"{W}rPr", f"{W}sectPr"}

Facts = Mapping[str, str]


class TabStop(Struct, frozen=True):
    """A tab stop: how far from the left in twips, and how the text stands to it (left, center, right)."""

    position: int
    kind: str
    leader: str = ""


class StyleFacts(Struct, frozen=True):
    """The facts of a style: of its paragraphs, its text, its cells and its tables; and its tab stops.

    `parts` are those of a table's first row, first column and the like, by Word's name.
    """

    paragraph: Facts = field(default_factory=dict)
    run: Facts = field(default_factory=dict)
    cell: Facts = field(default_factory=dict)
    table: Facts = field(default_factory=dict)
    tabs: tuple[TabStop, ...] = ()
    parts: Mapping[str, StyleFacts] = field(default_factory=dict)

    def over(self, base: StyleFacts) -> StyleFacts:
        """These facts, and those of the base that they do not gainsay."""
        parts = {name: self.parts.get(name, StyleFacts()).over(base.parts.get(name, StyleFacts()))
                 for name in {**base.parts, **self.parts}}
        return StyleFacts({**base.paragraph, **self.paragraph}, {**base.run, **self.run},
                          {**base.cell, **self.cell}, {**base.table, **self.table},
                          self.tabs or base.tabs, parts)


class StyleSheet(Struct, frozen=True):
    """The facts of all styles by their id, each with those of the styles that it is based on."""

    styles: Mapping[str, StyleFacts]
    plain: StyleFacts

    @classmethod
    def read(cls, data: bytes) -> StyleSheet:
        """The styles of word/styles.xml. Raises NoXml."""
        root = xml.tree(data)
        defaults = root.find(f"{W}docDefaults")
        plain = StyleFacts() if defaults is None else StyleFacts(
            paragraph=facts(defaults.find(f"{W}pPrDefault/{W}pPr")),
            run=facts(defaults.find(f"{W}rPrDefault/{W}rPr")))
        elements = {element.get(f"{W}styleId", ""): element for element in root.iter(f"{W}style")}
        found = {ident: _inherited(element, elements, plain) for ident, element in elements.items()}
        return cls(found, plain)

    def of(self, ident: str) -> StyleFacts:
        """The facts of the style with this id; the plain ones where there is none."""
        return self.styles.get(ident, self.plain)


def _inherited(element: Element, elements: Mapping[str, Element], plain: StyleFacts) -> StyleFacts:
    """The facts of a style over those of its bases; a chain may not be a ring."""
    chain: list[Element] = []
    here: Element | None = element
    while here is not None and here not in chain:
        chain.append(here)
        based = here.find(f"{W}basedOn")
        here = None if based is None else elements.get(based.get(f"{W}val", ""))
    found = StyleFacts() if element.get(f"{W}type") == "character" else plain
    for style in reversed(chain):
        found = read_facts(style).over(found)
    return found


def read_facts(element: Element) -> StyleFacts:
    """The facts that stand in a style, a part of a table style, or a paragraph itself."""
    parts = {part.get(f"{W}type", ""): read_facts(part) for part in element.findall(f"{W}tblStylePr")}
    properties = element.find(f"{W}pPr")
    tabs = () if properties is None else tuple(_tabs(properties))
    return StyleFacts(facts(properties), facts(element.find(f"{W}rPr")), facts(element.find(f"{W}tcPr")),
                      facts(element.find(f"{W}tblPr")), tabs, parts)


def facts(element: Element | None) -> dict[str, str]:
    """The properties below an element, by name: an attribute `val` has the name of its element alone."""
    return {} if element is None else dict(_facts(element, ""))


def _facts(element: Element, prefix: str) -> Iterator[tuple[str, str]]:
    for child in element:
        if child.tag in _APART:
            continue
        name = prefix + local(child.tag)
        if not child.attrib and not len(child):
            yield name, "1"
        for key, value in child.attrib.items():
            short = local(key)
            yield name if short == "val" else f"{name}.{short}", value
        yield from _facts(child, f"{name}.")


def _tabs(properties: Element) -> Iterator[TabStop]:
    for tab in properties.iterfind(f"{W}tabs/{W}tab"):
        kind = tab.get(f"{W}val", "left")
        if kind not in ("clear", "num"):
            yield TabStop(int(tab.get(f"{W}pos", "0")), kind, tab.get(f"{W}leader", ""))


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition("}")[2]
