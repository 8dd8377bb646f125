"""Lists of contents, back from their lines; and what a heading is called there, if not as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.base.values import replace
from generator.document.model import Block, Contents, Entry, Heading, Mark, Origin, Run
from generator.document.reading import runs
from generator.document.revision_marks import stands
from generator.formats.word.reading.pieces import ReadParagraph
from generator.formats.word.reference.styles import CONTENTS_TITLE

_ENTRY = re.compile(r"toc ([1-9])", re.IGNORECASE)
_PAGE = re.compile(r"\t\d+$")
_NUMBER = re.compile(r"[\dA-Z]+(?:\.\d+)*\.?")
_NUMBERED = re.compile(r"^(\d+(?:\.\d+)*)\.?\s+")
_DEEPEST = 2


def is_of_contents(paragraph: ReadParagraph) -> bool:
    """Tell whether the paragraph is a line of a list of contents, or the title of one."""
    return not paragraph.look.listed and (
        paragraph.look.style == CONTENTS_TITLE or _ENTRY.fullmatch(paragraph.look.style) is not None)


def contents_of(lines: Sequence[ReadParagraph], part: str) -> Iterator[Contents]:
    """The lists of contents that the lines are: a title begins one."""
    started: list[list[ReadParagraph]] = []
    for line in lines:
        if not started or line.look.style == CONTENTS_TITLE:
            started.append([])
        started[-1].append(line)
    for own in started:
        yield _contents(own, Origin(part, own[0].number))


def _contents(lines: list[ReadParagraph], origin: Origin) -> Contents:
    titled = lines[0].look.style == CONTENTS_TITLE
    title = _text(lines[0]) if titled else ""
    mark = lines[0].mark
    whole = mark if titled and all(line.mark == mark for line in lines) else None
    entries = tuple([_entry(line, whole) for line in lines[int(titled):]])
    return Contents(title, entries, origin=origin, mark=whole)


def _entry(line: ReadParagraph, whole: Mark | None) -> Entry:
    """The page that another program prints after a text is left out: it says where the text stood."""
    level = int(_ENTRY.sub(r"\1", line.look.style)) if _ENTRY.fullmatch(line.look.style) else 1
    number, tab, text = _PAGE.sub("", _text(line)).partition("\t")
    if not tab or (number and not _NUMBER.fullmatch(number.strip())):
        number, text = "", f"{number}{tab}{text}"
    mark = None if whole else line.mark
    return Entry(min(level, _DEEPEST), number.strip(), text, line.leads_to, mark)


def _text(line: ReadParagraph) -> str:
    return "".join([token.text for token in line.content if isinstance(token, Run)])


def with_short_names(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, whose headings know what they are called in a list of contents that leads to them.

    An entry names its heading; those of the old document lead nowhere, and are known by their order.
    """
    found = list(blocks)
    for old in (True, False):
        entries = [entry for block in blocks if isinstance(block, Contents) and stands(block.mark, old)
                   for entry in block.entries if stands(entry.mark, old)]
        places = [place for place, block in enumerate(found) if isinstance(block, Heading)
                  and block.level <= _DEEPEST and stands(block.mark, old)]
        named = {entry.anchor: entry for entry in entries if entry.anchor}
        in_order = dict(zip(places, entries, strict=True)) if len(places) == len(entries) else {}
        for place in places:
            heading = found[place]
            if isinstance(heading, Heading):
                entry = in_order.get(place) if heading.mark and old else named.get(heading.anchor)
                found[place] = _named(heading, entry)
    return tuple(found)


def _named(heading: Heading, entry: Entry | None) -> Heading:
    if entry is None:
        return heading
    said = f"{entry.number} {entry.text}".strip()
    is_itself = any(_as_entry(heading, side).split() == said.split() for side in (True, False))
    return heading if is_itself else replace(heading, short=said)


def _as_entry(heading: Heading, old: bool) -> str:
    """The heading as a list of contents has it; one that was changed since stands there as it was."""
    words = "".join([run.text for run in runs(heading) if stands(run.mark, old)])
    return _NUMBERED.sub(r"\1 ", " ".join(words.split()).removesuffix(":"))
