"""Headers and footers of a document with marks: what they show now, with what they showed before.

Both are the reference document's own, filled for the one document and for the other, so they differ in the
texts of some runs, and in paragraphs that only a draft has.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from generator.base.border import xml
from generator.document.marks import Mark
from generator.document.revision_marks import DELETED, INSERTED
from generator.formats.word.tracked.elements import Revisions
from generator.formats.word.xml_text import WORD_NAMESPACE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_TEXT = frozenset(f"{_W}{name}" for name in ("rPr", "t", "tab", "br"))


def revised_margin(old: bytes, new: bytes, revisions: Revisions) -> bytes:
    """The part as it is now, with tracked changes from what it was; itself where both show the same."""
    if old == new:
        return new
    before, after = xml.lxml_tree(old), xml.lxml_tree(new)
    was, is_ = list(before.iter(f"{_W}p")), list(after.iter(f"{_W}p"))
    keys = [[_look(one) for one in side] for side in (was, is_)]
    for what, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if what == "equal":
            for one, other in zip(was[a:b], is_[c:d], strict=True):
                _runs(one, other, revisions)
            continue
        for paragraph in is_[c:d]:
            _whole(paragraph, INSERTED, revisions)
        for paragraph in was[a:b]:
            gone = deepcopy(paragraph)
            _put(gone, is_, c, after)
            _whole(gone, DELETED, revisions)
    return xml.serialised(after)


def _look(paragraph: Any) -> str:
    """The style of a paragraph: the mark of a draft has one of its own."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _put(paragraph: Any, others: list[Any], place: int, root: Any) -> None:
    """Put the paragraph before the one at the place, or at the end."""
    if place < len(others):
        others[place].addprevious(paragraph)
    else:
        root.append(paragraph)


def _runs(old: Any, new: Any, revisions: Revisions) -> None:
    """Mark the runs of the new paragraph that the old one had not, and put those in that are gone."""
    was, is_ = list(_shown(old)), list(_shown(new))
    texts = [list(map(_text, side)) for side in (was, is_)]
    if texts[0] == texts[1]:
        return
    if len(was) != len(is_):
        end = is_[-1] if is_ else None
        for run in was:
            gone = deepcopy(run)
            if end is None:
                new.append(gone)
            else:
                end.addnext(gone)
            end = _around(gone, DELETED, revisions)
        for run in is_:
            _around(run, INSERTED, revisions)
        return
    for one, other in zip(was, is_, strict=True):
        if _text(one) == _text(other):
            continue
        gone = deepcopy(one)
        other.addprevious(gone)
        _around(gone, DELETED, revisions)
        _around(other, INSERTED, revisions)


def _shown(paragraph: Any) -> Iterator[Any]:
    """The runs of text and nothing else; those of a field are not among them: its value is reckoned anew."""
    depth = 0
    for run in paragraph.findall(f"{_W}r"):
        marks = [mark.get(f"{_W}fldCharType") for mark in run.findall(f"{_W}fldChar")]
        if not depth and _text(run) and all(child.tag in _OF_TEXT for child in run):
            yield run
        depth += marks.count("begin") - marks.count("end")


def _text(run: Any) -> str:
    return "".join(text.text or "" for text in run.findall(f"{_W}t"))


def _whole(paragraph: Any, mark: Mark, revisions: Revisions) -> None:
    """Mark the paragraph, and its end where a paragraph follows that it can run into."""
    follows = paragraph.getnext()
    for run in list(_shown(paragraph)):
        _around(run, mark, revisions)
    if follows is None or follows.tag != f"{_W}p":
        return
    properties = paragraph.find(f"{_W}pPr")
    (end,) = _elements(revisions.paragraph_end(mark))
    of_end = properties.find(f"{_W}rPr")
    if of_end is None:
        properties.append(end)
    else:
        of_end.insert(0, end[0])


def _around(run: Any, mark: Mark, revisions: Revisions) -> Any:
    """The element of the mark, in the place of the run and with the run in it."""
    (element,) = _elements(revisions.around(mark, lambda _: "<w:r/>"))
    run.addprevious(element)
    element[:] = [run]
    for text in run.findall(f"{_W}t") if mark.is_old else ():
        text.tag = f"{_W}delText"
    return element


def _elements(code: str) -> list[Any]:
    return list(xml.lxml_tree(f"<w:p {WORD_NAMESPACE}>{code}</w:p>".encode()))
