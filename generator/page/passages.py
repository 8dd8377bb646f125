"""Passages of a page: which field each opens, as attributes that the page's script reads.

`data-key` is the path as JSON: a name of the writer's own may hold any sign. What is computed has the fields
that it is made of. All that has no source is the form's own text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.formats.html.sourced import Passage, Sources
from generator.render.tracing import Kind, Source, Traced

GAP, NAME = "gap", "name"
"""Kinds of passage beside those of a source: a placeholder, and a name that is itself a key."""


def passages_of(traced: Traced, names: Mapping[str, str]) -> Sources:
    """The passages of a traced document; `names` has what the page calls each of the plan's files."""

    def passages(owner: object, name: str) -> Sequence[Passage]:
        found = ((span, _passage(span.source, names)) for span in traced.sources(owner, name))
        return [Passage(span.start, span.end, *words) for span, words in found if words]

    return passages


def _passage(source: Source, names: Mapping[str, str]) -> tuple[str, str, str] | None:
    """File, key and kind as the page has them; None for the form's own text."""
    if source.kind is Kind.TEMPLATE:
        return None
    if source.kind is Kind.COMPUTED:
        made_of = [[names[key.file], key.path] for key in source.made_of if key.file in names and key.path]
        return ("", as_json(made_of), Kind.COMPUTED.value) if made_of else None
    if source.file not in names:
        return None
    kind = GAP if source.gap else NAME if source.is_name else Kind.VALUE.value
    return names[source.file], as_json(source.path), kind


def as_json(path: Sequence[object]) -> str:
    """The path, or the list of them, as the page has it."""
    return json.dumps(path, ensure_ascii=False, separators=(",", ":"))
