"""Tab stops of headers and footers, which follow the margins of the page.

Word keeps them where they were set for another paper: `Side 2 af` then stands in the middle of the line, or
outside of the page. The last stop to the right belongs at the right margin, one in the middle in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RIGHT = ("right", "end")
_STAYS = ("left", "start", "num", "bar")
_OWN_ROOM = (f"{_W}tc", f"{_W}txbxContent")
_BEFORE = tuple(f"{_W}{name}" for name in (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd"))
NEAREST = 0.4
"""Share of the line: a stop to the right before it is meant for something else than the margin."""


class Stops(Struct, frozen=True):
    """The styles by id, as elements, and the twips between the margins."""

    styles: Mapping[str, Any]
    width: int

    @classmethod
    def of(cls, styles: Any, width: int) -> Stops:
        """`styles` is the `w:styles` element."""
        return cls({style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}, width)

    def follow(self, root: Any) -> int:
        """Move the stops of the paragraphs in a header or footer; returns the number that were moved."""
        return sum(self._move(paragraph) for paragraph in root.iter(f"{_W}p") if _is_tabbed(paragraph))

    def keep_right_only(self, paragraph: Any) -> None:
        """Leave a paragraph one stop, at the right margin, whatever its style has."""
        stops, own = self._stops(paragraph), _own_tabs(paragraph)
        own[:] = [_stop(own, "clear", at) for at in sorted(stops) if at != self.width]
        own.append(_stop(own, "right", self.width))

    def _move(self, paragraph: Any) -> bool:
        stops, indent = self._stops(paragraph), self._indent(paragraph)
        target = self.width - indent
        last = max((at for at, stop in stops.items() if stop.get(f"{_W}val") in _RIGHT), default=0)
        if last in (0, target) or last < NEAREST * target:
            return False
        own = _own_tabs(paragraph)
        for at, stop in stops.items():
            moved = round(at * target / last)
            if stop.get(f"{_W}val") in _STAYS and at < target:
                continue
            for old in [one for one in own if _at(one) in (at, moved)]:
                own.remove(old)
            if moved != at:
                own.append(_stop(own, "clear", at))
            own.append(_stop(own, stop.get(f"{_W}val"), moved, stop.get(f"{_W}leader")))
        own[:] = sorted(own, key=_at)
        return True

    def _stops(self, paragraph: Any) -> dict[int, Any]:
        """The stops that hold for the paragraph, by their place."""
        found: dict[int, Any] = {}
        for properties in reversed([*self._properties(paragraph)]):
            for stop in properties.iterfind(f"{_W}tabs/{_W}tab"):
                if stop.get(f"{_W}val") == "clear":
                    found.pop(_at(stop), None)
                else:
                    found[_at(stop)] = stop
        return found

    def _indent(self, paragraph: Any) -> int:
        """The twips that the paragraph keeps from the right margin; below zero it reaches outside."""
        indents = (properties.find(f"{_W}ind") for properties in self._properties(paragraph))
        said = (one.get(f"{_W}right") or one.get(f"{_W}end") for one in indents if one is not None)
        return next((int(value) for value in said if value), 0)

    def _properties(self, paragraph: Any) -> Iterator[Any]:
        """The `w:pPr` of the paragraph and its style's chain, nearest first; a chain may be no ring."""
        own = paragraph.find(f"{_W}pPr")
        if own is None:
            return
        yield own
        ident, seen = _value(own, "pStyle"), set[str]()
        while ident in self.styles and ident not in seen:
            seen.add(ident)
            style = self.styles[ident]
            properties = style.find(f"{_W}pPr")
            if properties is not None:
                yield properties
            ident = _value(style, "basedOn")


def _is_tabbed(paragraph: Any) -> bool:
    """Tell if a tab stands in the paragraph's own line, which is as wide as the page's text."""
    return (paragraph.find(f"{_W}r/{_W}tab") is not None
            and not any(above.tag in _OWN_ROOM for above in paragraph.iterancestors()))


def _own_tabs(paragraph: Any) -> Any:
    properties = paragraph.find(f"{_W}pPr")
    tabs = properties.find(f"{_W}tabs")
    if tabs is None:
        tabs = properties.makeelement(f"{_W}tabs")
        properties.insert(sum(child.tag in _BEFORE for child in properties), tabs)
    return tabs


def _stop(parent: Any, kind: str, at: int, leader: str | None = None) -> Any:
    named = {"val": kind, "leader": leader, "pos": str(at)}
    return parent.makeelement(f"{_W}tab", {f"{_W}{name}": value for name, value in named.items() if value})


def _at(stop: Any) -> int:
    return int(stop.get(f"{_W}pos", 0))


def _value(element: Any, tag: str) -> str:
    found = element.find(f"{_W}{tag}")
    return "" if found is None else found.get(f"{_W}val", "")
