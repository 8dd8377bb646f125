"""The styles that a template has: kept as they are, but for what no document of ours can have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.authoring.look import colours
from generator.authoring.look.lists import Lists
from generator.authoring.look.names import W, drop, put, value
from generator.authoring.look.palette import Theme
from generator.authoring.look.sheet import PARAGRAPH, Sheet, kind_of, name_of
from generator.base.language import say
from generator.formats.word.reference.styles import (
    CELL_BULLET,
    CELL_NUMBER,
    HEADINGS,
    LIST_BULLET,
    LIST_NUMBER,
)

_MARGINS = ("header", "footer")
_LISTS = (LIST_BULLET, LIST_NUMBER, CELL_BULLET, CELL_NUMBER)


def with_lists(theirs: Sheet, ours: Sheet, lists: Lists) -> Iterator[str]:
    """Give each list style a list that the writer can use, as deep as ours; tells of those that had none."""
    for name in _LISTS:
        style, model = theirs.find(PARAGRAPH, name), ours.find(PARAGRAPH, name)
        if style is None or model is None:
            continue
        own = theirs.said(style, "pPr/numPr/numId")
        wanted = value(model, "pPr/numPr/numId")
        if lists.serves(own, wanted):
            lists.deepen(own, wanted)
            number = own
        else:
            number = lists.take(wanted)
            yield say("{style}: had no list of its own kind, and has ours now", style=name)
        properties = put(style, "pPr")
        drop(properties, "numPr")
        numbering = put(properties, "numPr")
        numbering.append(numbering.makeelement(f"{W}numId", {f"{W}val": number}))


def without_numbers(theirs: Sheet) -> Iterator[str]:
    """Take the numbers off the headings: a form prints its own."""
    for name in HEADINGS.values():
        style = theirs.find(PARAGRAPH, name)
        if style is not None and theirs.said(style, "pPr/numPr/numId") not in ("", "0"):
            numbering = put(put(style, "pPr"), "numPr")
            drop(numbering, "ilvl", "numId")
            numbering.append(numbering.makeelement(f"{W}numId", {f"{W}val": "0"}))
            yield say("{style}: its numbers are taken off, because the form prints its own", style=name)


def without_frames(theirs: Sheet, ours: Sheet) -> Iterator[str]:
    """Take off the lines around paragraphs of the text: a PDF of them is not accessible (PDF/UA 7.1)."""
    for model in ours.by_id.values():
        style = theirs.find(PARAGRAPH, name_of(model))
        if style is not None and name_of(style) not in _MARGINS and drop(style, "pBdr"):
            yield say("{style}: the line at its paragraph is taken off: no accessible PDF has it",
                      style=name_of(style))


def in_danish(theirs: Sheet) -> Iterator[str]:
    """Say in the defaults that the text is Danish, and let no style say something else."""
    defaults = put_defaults(theirs)
    before = value(defaults, "lang")
    for style in theirs.by_id.values():
        for properties in style.findall(f"{W}rPr"):
            drop(properties, "lang")
    put(defaults, "lang", val="da-DK")
    if before != "da-DK":
        yield say("language: Danish (was {before})", before=before) if before else say("language: Danish")


def put_defaults(sheet: Sheet) -> Any:
    """The default properties of text, made where there are none."""
    parents = sheet.root
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        found = parents.find(W + tag)
        if found is None:
            found = parents.makeelement(W + tag)
            parents.insert(0, found)
        parents = found
    return parents


def legible(theirs: Sheet, ours: Sheet, theme: Theme) -> Iterator[str]:
    """Darken the text that can hardly be read on white, in the styles that our documents use."""
    for model in ours.by_id.values():
        style = theirs.find(kind_of(model), name_of(model))
        colour = theme.of(theirs.nearest(style, "rPr/color")) if style is not None else ""
        better = colours.legible(colour, (colours.WHITE,)) if colour else ""
        if better != colour:
            element = put(put(style, "rPr"), "color")
            element.attrib.clear()
            element.set(f"{W}val", better)
            was = f"{colours.contrast(colour, colours.WHITE):.1f}".replace(".", ",")
            yield say("{style}: {colour} is {better} now, to be read on white ({was} is under 4,5)",
                      style=name_of(style), colour=colour, better=better, was=was)
