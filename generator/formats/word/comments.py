"""Comments in the margin: what the program says of a draft, each at the words that it is about."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.formats.word.package.parts import RELATION_TYPES, PackagePart, Relation
from generator.formats.word.xml_text import DECLARATION, WORD_NAMESPACE, run_content

AUTHOR, INITIALS = "aftale", "af"
_NAME = "/word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATION = Relation("rIdComments", f"{RELATION_TYPES}/comments", _NAME)


class Comment(Struct, frozen=True):
    """A remark in the margin, a paragraph a line."""

    lines: tuple[str, ...]


Comments = Mapping[int, tuple[Comment, ...]]
"""Comments by the `id` of the run that they are about, an object of the very document that is written."""


def within(xml: str, comments: tuple[Comment, ...], written: list[Comment]) -> str:
    """The XML of a run within the ranges of its comments, which are added to those that are written."""
    idents = range(len(written), len(written) + len(comments))
    written += comments
    starts = [f'<w:commentRangeStart w:id="{ident}"/>' for ident in idents]
    ends = [f'<w:commentRangeEnd w:id="{ident}"/><w:r><w:commentReference w:id="{ident}"/></w:r>'
            for ident in idents]
    return "".join((*starts, xml, *ends))


def part(written: list[Comment]) -> PackagePart:
    """The part with the comments that the document refers to, by their numbers from 0."""
    xml = "".join([_comment(ident, comment) for ident, comment in enumerate(written)])
    data = f"{DECLARATION}<w:comments {WORD_NAMESPACE}>{xml}</w:comments>"
    return PackagePart(_NAME, _TYPE, data.encode())


def _comment(ident: int, comment: Comment) -> str:
    lines = "".join([f"<w:p><w:r>{run_content(line)}</w:r></w:p>" for line in comment.lines])
    return f'<w:comment w:id="{ident}" w:author="{AUTHOR}" w:initials="{INITIALS}">{lines}</w:comment>'
