"""All of an edited document that cannot come back: its words, its place, and the reason."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.language import listed, say
from generator.base.values import EqualBut, replace
from generator.compare.returned.beside import PutIn
from generator.plan.model.load import key_path
from generator.render.tracing import Kind, Source

MOST_KEYS = 4
LAST = 10**9
"""The place of what stands in no paragraph."""


class Told(EqualBut, frozen=True):
    """Words that stood and stand, either of them maybe none, under a heading; why, and what helps.

    `where` are the numbers of the paragraphs that were read.
    """

    aside = ("where",)
    heading: str
    old: str
    new: str
    why: str
    hint: str = ""
    source: Source | None = None
    where: frozenset[int] = frozenset()
    put_in: PutIn | None = None
    """The element that a block of the form may hold, where it was put in among the form's text."""


def joined(told: Iterable[Told]) -> tuple[Told, ...]:
    """The same, each once, with all the places at which it stands, in the order of these."""
    places: dict[Told, frozenset[int]] = {}
    for one in told:
        places[one] = places.get(one, frozenset()) | one.where
    found = [replace(one, where=where) for one, where in places.items()]
    return tuple(sorted(found, key=lambda one: min(one.where, default=LAST)))


def reason(source: Source | None, block: str = "") -> tuple[str, str]:
    """The reason why what comes from there cannot be changed in the document, and what helps.

    What comes from nowhere may stand in that block.
    """
    if source is None and block:
        return (say("it stands among the form's own text, at the block `{block}`", block=block),
                say("with --wording it becomes the plan's own wording"))
    if source is None:
        return (say("the form has no place for it"),
                say("write it where it belongs in the YAML, or in the plan's own wording"))
    if source.is_name or (source.reference and source.reference.is_name):
        key = source.reference.path if source.reference else source.path
        return (say("it is the name of something that other keys name too, at `{key}`", key=key_path(key)),
                say("change the name in the YAML, wherever it stands"))
    if source.kind is Kind.TEMPLATE:
        if source.block:
            return (say("it is the form's own text, in the block `{block}` of {file}", block=source.block,
                        file=source.file),
                    say("with --wording it becomes the plan's own wording"))
        return (say("it is the form's own text, in line {line} of {file}",
                    line=source.line, file=source.file),
                say("change the form, if it is to hold for all plans"))
    if source.kind is Kind.FORM:
        return (say("it stands in the form of the round, at `{key}` of {file}", key=key_path(source.path),
                    file=source.file), say("change the form, if it is to hold for all plans"))
    keys = list(dict.fromkeys(key_path(key.path) for key in source.keys if key.path))
    if keys:
        return (say("it is computed"), say("change what it follows from: {keys}",
                                           keys=listed(keys, most=MOST_KEYS)))
    return say("it is computed"), say("change what it follows from")
