"""The styles that a template lacks, made of ours in its manner."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from msgspec import Struct

from generator.authoring.look import colours
from generator.authoring.look.lists import Lists
from generator.authoring.look.names import W, is_on, put, value
from generator.authoring.look.palette import Palette
from generator.authoring.look.sheet import PARAGRAPH, Sheet, kind_of, name_of
from generator.formats.word.reference.styles import BODY, TITLE

_SMALLEST = 16
"""Half-points: what is small in ours may not vanish in a template with small text."""
_BODY_ROOM = 60
_TOGGLES = ("b", "bCs", "i", "iCs", "caps", "smallCaps")
_EXACT = ("exact", "atLeast")
_SUBTITLE = "Subtitle"


class Manner(Struct, frozen=True):
    """Means to make a style of ours over: both looks, and the room between the margins, in twips."""

    ours: Palette
    theirs: Palette
    our_width: int
    width: int

    def paint(self, element: Any) -> None:
        """Give all that has a colour of ours the template's own for it, legible where it is text."""
        known = self.ours.to(self.theirs)
        for one in element.iter():
            for of in ("val", "fill", "color"):
                if (colour := one.get(f"{W}{of}", "").upper()) in known:
                    one.set(f"{W}{of}", known[colour])
        for colour in element.iter(f"{W}color"):
            if colours.is_colour(text := colour.get(f"{W}val", "")):
                shade = value(colour.getparent(), "shd", "fill")
                ground = shade if colours.is_colour(shade) else self.theirs.fill
                colour.set(f"{W}val", colours.legible(text, (ground, colours.WHITE)))

    def size(self, half_points: int) -> int:
        """The size in proportion to that of the template's text."""
        return max(min(half_points, _SMALLEST), round(half_points * self.theirs.size / self.ours.size))


class Deriver:
    """Makes the styles of ours that a template lacks."""

    def __init__(self, ours: Sheet, theirs: Sheet, manner: Manner, lists: Lists) -> None:
        self.ours, self.theirs, self.manner, self.lists = ours, theirs, manner, lists
        self.lacking = [one for one in ours.by_id.values() if theirs.find(kind_of(one), name_of(one)) is None]
        self._ids = {style.get(f"{W}styleId"): self._id(style) for style in ours.by_id.values()}

    def add(self) -> list[Any]:
        """Add all that is missing, in the order of ours; returns the new styles."""
        made = [self._made(style) for style in self.lacking]
        for style in made:
            self.theirs.root.append(style)
            self.theirs.note(style)
        self.lists.name_styles(self.id_of)
        return made

    def id_of(self, ident: str) -> str:
        """The id that a style of ours has here."""
        return self._ids.get(ident, ident)

    def _id(self, style: Any) -> str:
        own = self.theirs.find(kind_of(style), name_of(style))
        if own is not None:
            return str(own.get(f"{W}styleId"))
        ident = str(style.get(f"{W}styleId"))
        taken = self.theirs.by_id
        return next(one for one in (ident, f"Aftale{ident}", f"Aftale{ident}2") if one not in taken)

    def _made(self, style: Any) -> Any:
        made = deepcopy(style)
        made.tail = None
        made.set(f"{W}styleId", self._ids[style.get(f"{W}styleId")])
        if self.theirs.normal is not None:
            made.attrib.pop(f"{W}default", None)
        for tag in ("basedOn", "next", "link"):
            named = made.find(W + tag)
            if named is not None:
                named.set(f"{W}val", self.id_of(named.get(f"{W}val")))
        self.manner.paint(made)
        self._measure(made)
        if kind_of(style) == PARAGRAPH:
            self._number(made)
            base = self.theirs.by_id.get(value(made, "basedOn"))
            if base is not None:
                self._stand_apart(made, style, base)
            if name_of(style) in (TITLE, _SUBTITLE) or style.find(f"{W}pPr/{W}outlineLvl") is not None:
                self._head(made)
        return made

    def _measure(self, made: Any) -> None:
        """Sizes follow the template's text, a stop at our right margin stands at its own."""
        for size in made.iter(f"{W}sz", f"{W}szCs"):
            if size.getparent().tag == f"{W}rPr":
                size.set(f"{W}val", str(self.manner.size(int(size.get(f"{W}val")))))
        for stop in made.iter(f"{W}tab"):
            if stop.get(f"{W}pos") == str(self.manner.our_width):
                stop.set(f"{W}pos", str(self.manner.width))

    def _number(self, made: Any) -> None:
        number = made.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            number.set(f"{W}val", self.lists.take(number.get(f"{W}val")))

    def _head(self, made: Any) -> None:
        head = self.manner.theirs.head
        if head != self.manner.theirs.body:
            put(put(made, "rPr"), "rFonts", ascii=head, hAnsi=head, cs=head)

    def _stand_apart(self, made: Any, style: Any, base: Any) -> None:
        """Say what our style leaves to its base, where the template's base says something else."""
        is_text = any(name_of(one) == BODY for one in self.ours.chain(style))
        properties = put(made, "pPr")
        for of in ("before", "after"):
            theirs = int(self.theirs.said(base, "pPr/spacing", of) or 0)
            if not (is_text and name_of(style) == BODY and of == "after" and theirs >= _BODY_ROOM):
                put(properties, "spacing", **{of: self.ours.said(style, "pPr/spacing", of) or "0"})
        if self.theirs.said(base, "pPr/spacing", "lineRule") in _EXACT and not is_text:
            line = self.ours.said(style, "pPr/spacing", "line") or "240"
            put(properties, "spacing", line=line, lineRule="auto")
        if self.ours.nearest(style, "pPr/ind") is None and self.theirs.nearest(base, "pPr/ind") is not None:
            put(properties, "ind", left="0", right="0", firstLine="0")
        justified = self.theirs.said(base, "pPr/jc") not in ("", "left", "start")
        if justified and not is_text and not self.ours.said(style, "pPr/jc"):
            put(properties, "jc", val="left")
        for switch in self._switches(style, base):
            put(put(made, "rPr"), switch, val="0")

    def _switches(self, style: Any, base: Any) -> Iterator[str]:
        """Bold and the like, that the template's base has and our style does not say."""
        for tag in _TOGGLES:
            theirs = self.theirs.nearest(base, f"rPr/{tag}")
            if is_on(theirs) and self.ours.nearest(style, f"rPr/{tag}") is None:
                yield tag
