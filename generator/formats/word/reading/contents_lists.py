"""Lists of contents, back from their lines; and what a heading is called there, if not as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.model import Block, Contents, Entry, Heading, Mark, Origin, Run
from generator.document.reading import runs
from generator.document.revision_marks import stands
from generator.formats.word.reading.pieces import ReadParagraph
from generator.formats.word.reference.styles import CONTENTS_TITLE

_ENTRY = re.compile(r"toc ([1-9])", re.IGNORECASE)
_PAGE = re.compile(r"\t\d+$")
_NUMBER = re.compile(r"[\dA-Z]+(?:\.\d+)*\.?")
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
    """The blocks, whose headings know what they are called in a list of contents that leads to them."""
    entries = {entry.anchor: entry for block in blocks if isinstance(block, Contents)
               for entry in block.entries if entry.anchor and not (entry.mark and entry.mark.is_old)}
    if not entries:
        return blocks
    return tuple([_named(block, entries[block.anchor])
                  if isinstance(block, Heading) and block.anchor in entries else block for block in blocks])


def _named(heading: Heading, entry: Entry) -> Heading:
    words = "".join([run.text for run in runs(heading) if stands(run.mark, old=False)])
    whole = " ".join(words.split())
    said = f"{entry.number} {entry.text}".strip()
    plain = re.sub(r"^(\d+(?:\.\d+)*)\.?\s+", r"\1 ", whole.removesuffix(":"))
    return heading if plain.split() == said.split() else replace(heading, short=said)

