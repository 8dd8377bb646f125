"""Answers about a new plan, each read by itself. NotFound for one that cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.base.language import later, listed, say
from generator.base.nearest import suggestion
from generator.base.to_ascii import to_ascii
from generator.plan import kinds
from generator.plan.kinds import DocumentKind
from generator.plan.model.form import Form
from generator.plan.model.parter import Part
from generator.plan.model.reader import Unreadable, model_of
from generator.plan.model.shape import choices_of, shape_of
from generator.plan.model.values import Periode
from generator.workspace.folders import NotFound

PARTY_TYPES = choices_of(shape_of(Part.fields["type"].annotation))


def party(text: str) -> tuple[str, str]:
    """The name and the type of a party written `navn:type`."""
    name, _, kind = (part.strip() for part in text.rpartition(":"))
    if name and kind and kind not in PARTY_TYPES:
        message = say("`{type}` is no type of a party, in `{text}`", type=kind, text=text)
        raise NotFound(message, suggestion(kind, PARTY_TYPES))
    if not name or not kind:
        types = listed(PARTY_TYPES, "or")
        hint = say("write as Kommunen NN:kommune; the type is {types}", types=types)
        raise NotFound(say("`{text}` is not a party with its type", text=text), hint)
    return name, kind


def area_of_effort(text: str, form: Form) -> str:
    """The key of the round's area of effort that is meant by its key or its name, whatever its letters."""
    known = {ascii_name(name): område.nøgle for område in form.indsatsområder for name in område.alle_navne}
    known |= {ascii_name(område.nøgle): område.nøgle for område in form.indsatsområder}
    key = known.get(ascii_name(text))
    if key is None:
        keys = [område.nøgle for område in form.indsatsområder]
        message = say("`{text}` is no indsatsområde of the round {round}", text=text, round=form.midler)
        raise NotFound(message, suggestion(text, keys))
    return key


def document(text: str) -> tuple[DocumentKind, str]:
    """The kind and the name of a document written `art:navn`; one that has no name is written `art`."""
    name, _, own = (part.strip() for part in text.partition(":"))
    kind = kinds.asked_for().get(name)
    if kind is None:
        hint = suggestion(name, kinds.asked_for())
        raise NotFound(say("a new plan can have no document `{text}`", text=text), hint)
    if not (kind.count.has_names if ascii_name(own) else not kind.needs_name):
        named, unnamed = later("write its kind, a colon and its name"), later("write its kind alone")
        message = say("`{text}` is not how such a document is asked for", text=text)
        raise NotFound(message, say(named if kind.needs_name else unnamed))
    return kind, own


def period(fra: str, til: str = "") -> None:
    """Look at the first and the last day of a plan; either may be empty."""
    try:
        model_of(Periode, {"fra": fra or None, "til": til or None})
    except Unreadable as unreadable:
        first = unreadable.problems[0]
        hint = first.refused.hint if first.refused else ""
        raise NotFound(str(first.refused), hint) from unreadable


def once(values: Iterable[str]) -> None:
    """Look for a value that is given twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise NotFound(say("`{value}` is given twice", value=value), say("give each of them once"))
        seen.add(value)


def between_commas(text: str) -> list[str]:
    """The parts of an answer between commas."""
    return [part for part in map(str.strip, text.split(",")) if part]


def ascii_name(text: str) -> str:
    """The text as a file name: ASCII letters in lower case, digits and hyphens."""
    return "-".join(re.findall("[a-z0-9]+", to_ascii(text.casefold()).lower()))
