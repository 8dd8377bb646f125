"""Documents as people see them: without characters that cannot be seen, which no file of a plan may have."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, structs

from generator.base.values import replace
from generator.document.model import Document
from generator.document.reading import text_of
from generator.plan.source.characters import unwanted, without_unwanted


def as_seen(document: Document) -> Document:
    """The document with none of them: a soft hyphen, a space of no width, a sign of one font alone."""
    if next(unwanted(text_of(document), in_prose=False), None) is None:
        return document
    return replace(document, blocks=_seen(document.blocks))


def _seen(value: Any) -> Any:
    match value:
        case str():
            return without_unwanted(value)
        case tuple():
            return tuple(map(_seen, value))
        case Struct():
            changed = {name: _seen(there) for name in value.__struct_fields__
                       if isinstance(there := getattr(value, name), (str, tuple, Struct))}  # fmt: skip
            return structs.replace(value, **changed)
        case _:
            return value
