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
    Inline,
    List,
    Origin,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.reading import runs_of


class Text(NamedTuple):
    """A text: what holds it, the field it is in, and where in the templates it stands."""

    owner: object
    field: str
    words: str
    origin: Origin | None


def texts(document: Document) -> Iterator[Text]:
    """Yield the texts of the document's blocks, those that nobody sees on paper too."""
    for block in document.blocks:
        yield from texts_in(block)


def texts_in(block: Block) -> Iterator[Text]:
    """Yield the texts of a block, and of all in it."""
    if isinstance(block, (Paragraph, Heading)):
        yield from _of_runs(block.content, block.origin)
        if isinstance(block, Heading):
            yield Text(block, "short", block.short, block.origin)
    elif isinstance(block, List):
        for item in block.items:
            for inner in item.blocks:
                yield from texts_in(inner)
    elif isinstance(block, Table):
        yield from _of_runs(block.caption, block.origin)
        yield Text(block, "description", block.description, block.origin)
        for row in block.rows:
            for cell in row.cells:
                for inner in cell.blocks:
                    yield from texts_in(inner)
    elif isinstance(block, Signature):
        yield from _of_fields(block, "label", "name", "title", "organisation", "cvr")
    elif isinstance(block, Contents):
        yield Text(block, "title", block.title, block.origin)
    elif isinstance(block, Bar):
        yield Text(block, "description", block.description, block.origin)
        yield from (Text(part, "label", part.label, block.origin) for part in block.parts)
    elif isinstance(block, Diagram):
        yield Text(block, "description", block.description, block.origin)
        for box in block.boxes:
            yield from (Text(box, "label", box.label, block.origin), Text(box, "detail", box.detail, block.origin))
        yield from (Text(edge, "says", edge.says, block.origin) for edge in block.edges)
    elif not isinstance(block, PageBreak):
        assert_never(block)


def _of_runs(content: Iterable[Inline], origin: Origin | None) -> Iterator[Text]:
    return (Text(run, "text", run.text, origin) for run in runs_of(content))


def _of_fields(block: Signature, *names: str) -> Iterator[Text]:
    return (Text(block, name, getattr(block, name), block.origin) for name in names)
