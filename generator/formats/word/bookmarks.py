"""Bookmarks: the places in a document that a link leads to, or that somebody signs at."""

from __future__ import annotations

from generator.base.language import say
from generator.document.anchors import is_anchor
from generator.formats.word import codes
from generator.formats.word.state import WriterState


def bookmark(name: str, content: str, state: WriterState) -> str:
    """The content of a paragraph within a bookmark; notes a name that is none, or that stands twice."""
    if not is_anchor(name):
        state.complain(codes.ANCHOR, say("the anchor '{name}' cannot be a bookmark", name=name),
                       say("begin it with a letter; up to 40 ASCII letters, digits and _"))
        return content
    if state.mark is not None and state.mark.is_old:
        return state.revisions.old_bookmark(name, content)
    if name in state.anchors:
        state.complain(codes.ANCHOR, say("the anchor '{name}' stands at two blocks", name=name),
                       say("give each an anchor of its own"))
    state.anchors.add(name)
    ident = len(state.anchors)
    return f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{ident}"/>'
