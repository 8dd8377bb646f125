"""Every text of a document by the object and the field that hold it, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Document,
    Heading,
    List,
    Origin,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.reading import runs, walk


class Text(NamedTuple):
    """A text: what holds it, the field it is in, and where in the templates it stands."""

    owner: object
    field: str
    words: str
    origin: Origin | None


def texts(document: Document) -> Iterator[Text]:
    """Yield the texts of the document's blocks, those that are only heard too, a block before what it holds.

    The entries of a list of contents are none: they follow from the headings.
    """
    for block in walk(document.blocks):
        yield from own_texts(block)


def own_texts(block: Block) -> Iterator[Text]:
    """Yield the texts that stand in the block itself."""
    yield from (Text(run, "text", run.text, block.origin) for run in runs(block))
    for owner, names in _fields(block):
        yield from (Text(owner, name, getattr(owner, name), block.origin) for name in names)


def _fields(block: Block) -> Iterable[tuple[object, tuple[str, ...]]]:
    """The objects of the block that hold texts, apart from its runs, each with the names of the fields."""
    match block:
        case Paragraph() | List() | PageBreak():
            return ()
        case Heading():
            return ((block, ("short",)),)
        case Contents():
            return ((block, ("title",)),)
        case Table():
            return ((block, ("description",)),)
        case Signature():
            return ((block, ("label", "name", "title", "organisation", "cvr")),)
        case Bar():
            return ((block, ("description",)), *((part, ("label",)) for part in block.parts))
        case Diagram():
            boxes = [(box, ("label", "detail")) for box in block.boxes]
            return ((block, ("description",)), *boxes, *((edge, ("says",)) for edge in block.edges))
        case never:
            assert_never(never)
