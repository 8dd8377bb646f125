"""Documents read: every block in its order, and the words in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Document,
    Heading,
    Inline,
    LineBreak,
    List,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Split,
    Table,
)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, those inside lists and cells too, each before what it holds."""
    for block in blocks:
        yield block
        if isinstance(block, (Paragraph, Heading, Signature, PageBreak, Contents, Bar, Diagram)):
            continue
        if isinstance(block, List):
            for item in block.items:
                yield from walk(item.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
                        yield cell.blocks[0]  # as nearly all are; to walk on costs more
                    else:
                        yield from walk(cell.blocks)
        else:
            assert_never(block)


def content_of(block: Block) -> tuple[Inline, ...]:
    """The inlines that stand in the block itself; the texts of a signature or of a list of contents
    are none."""
    if isinstance(block, (Paragraph, Heading)):
        return block.content
    if isinstance(block, Table):
        return block.caption
    if isinstance(block, (List, Signature, PageBreak, Contents, Bar, Diagram)):
        return ()
    assert_never(block)


def runs_of(content: Iterable[Inline]) -> list[Run]:
    """The runs among the inlines."""
    found: list[Run] = []
    for inline in content:
        if isinstance(inline, Run):
            found.append(inline)
        elif not isinstance(inline, (LineBreak, Split)):
            assert_never(inline)
    return found


def runs(block: Block) -> list[Run]:
    """The runs that stand in the block itself; blocks inside it are reached with `walk`."""
    return runs_of(content_of(block))


def texts_of(block: Block) -> tuple[str, ...]:
    """The visible texts of the block itself: of a signature all that it prints of the signer, of a list
    of contents a line an entry."""
    if isinstance(block, Signature):
        more = (block.organisation, block.cvr) if block.digital else ()
        return (block.label, block.name, block.title, *more)
    if isinstance(block, Contents):
        return block.title, *(f"{entry.number} {entry.text}".strip() for entry in block.entries)
    if isinstance(block, (Paragraph, Heading, Table, List, PageBreak, Bar, Diagram)):
        content = content_of(block)
        if len(content) == 1 and isinstance(content[0], Run):
            return (content[0].text,)
        return ("".join([run.text for run in runs(block)]),)
    assert_never(block)


def words_in(document: Document) -> int:
    """The number of words that a reader would count."""
    return len(" ".join([text for block in walk(document.blocks) for text in texts_of(block)]).split())


def text_of(document: Document) -> str:
    """The visible text, a line a paragraph: all that a reader would copy out."""
    lines = (" ".join(filter(None, texts_of(block))) for block in walk(document.blocks))
    return "\n".join(line for line in lines if line)
