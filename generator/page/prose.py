"""Prose as the page has it: the paragraphs and lists that it prints, there and back.

She sees bold as bold and a list as a list. What comes back is read as strictly as a form's own markup, and
typed again (`render/typed_prose.py`); the text that is written reads as what she saw, or is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.authoring.edits import Refused
from generator.base.findings import Rejected
from generator.base.language import later, say
from generator.document.markup import parse
from generator.document.model import Block, Inline, List, Paragraph, Run
from generator.page.fields import NoSuchField
from generator.plan.source.prose import to_markup
from generator.plan.source.tree import KeyPath
from generator.render.typed_prose import prose_of

MOST_LISTS = 20
NOT_SURE = later("the bold or italic words do not stand so in the text that would be written")
WHOLE_WORDS = later("let bold and italic begin and end at a whole word")


def typed(html: str, path: KeyPath) -> str:
    """The prose that prints as the paragraphs and lists; nothing where they hold nothing.

    Raises NoSuchField for what a page never sends, and Refused for what prose has no words for.
    """
    if not html:
        return ""
    try:
        blocks = parse(html)
    except Rejected as rejected:
        raise Refused(path, rejected.findings[0].message, rejected.findings[0].hint) from rejected
    if not all(map(_is_prose, blocks)):
        raise NoSuchField
    text = prose_of(blocks)
    if [*_look(parse(to_markup(text)))] != [*_look(blocks)]:
        raise Refused(path, say(NOT_SURE), say(WHOLE_WORDS))
    return text


def _is_prose(block: Block, depth: int = 0) -> bool:
    """Tell whether prose can have the block."""
    if isinstance(block, List) and depth < MOST_LISTS:
        return all(_is_prose(inner, depth + 1) for item in block.items for inner in item.blocks)
    return isinstance(block, Paragraph)


def _look(blocks: Iterable[Block], depth: int = 0) -> Iterator[object]:
    """Yield what is seen: the lists, and each sign but spaces with its look."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield depth
            yield from (sign for inline in block.content for sign in _signs(inline))
        elif isinstance(block, List):
            for item in block.items:
                yield block.ordered, block.letters
                yield from _look(item.blocks, depth + 1)


def _signs(inline: Inline) -> list[object]:
    if not isinstance(inline, Run):
        return [type(inline)]
    return [(sign, inline.bold, inline.italic, inline.link) for sign in inline.text if not sign.isspace()]
