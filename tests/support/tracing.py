"""A marked plan traced: which keys are named where the word of a leaf is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.document.texts import texts
from generator.plan.model.identity import Key
from generator.plan.model.plan import Plan
from generator.render.tracing import Source, Traced
from generator.run.traced import Tracer
from generator.workspace.folders import PlanFolder
from tests.support.marked_plans import Leaf

WORD = re.compile(r"mærke\d+")


class Passage(NamedTuple):
    """A passage of a document, and where it comes from."""

    document: str
    words: str
    source: Source


def traced(folder: PlanFolder, plan: Plan) -> dict[str, Traced]:
    """Every document of the plan, traced."""
    tracer = Tracer(folder, plan)
    files = {file.name: file for file in folder.aftaler()}
    return {aftale.navn: tracer.trace(files[aftale.navn], aftale) for aftale in plan.aftaler}


def passages(document: str, one: Traced) -> Iterator[Passage]:
    """Every passage of a traced document with its source."""
    for text in texts(one.document):
        for start, end, source in one.sources(text.owner, text.field):
            yield Passage(document, text.words[start:end], source)


def typed_key(plan: Plan, leaf: Leaf) -> Key:
    """The key at which a leaf is typed: a short form has one for all that it says."""
    name, path = leaf
    source = next((a.kilde for a in plan.aftaler if a.navn == name), plan.kilde).source
    value: Any = source.data
    for length, step in enumerate(path):
        if isinstance(value, str):
            return Key(source.name, path[:length])
        value = None if value is None else value[step]
    return Key(source.name, path)
