"""Comments in a margin → comments in the YAML, above the keys whose words they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from generator.authoring.edits.standing import Spot, standing
from generator.base import danish
from generator.base.language import say
from generator.compare.returned.holes import Slot
from generator.compare.returned.leaves import text_of
from generator.compare.returned.occurrences import Occurrence
from generator.compare.returned.told import Told
from generator.formats.word.comments import AUTHOR
from generator.formats.word.reading import Comment
from generator.plan.model.load import key_path
from generator.plan.source.tree import KeyPath


class Remark(Struct, frozen=True):
    """A comment of somebody, and the key that it is about; None where it is about the form's words."""

    who: str
    day: str
    text: str
    words: str
    heading: str
    slot: Slot | None

    @property
    def line(self) -> str:
        """The comment as it stands in the YAML."""
        by = ", ".join(filter(None, (self.who, self.day)))
        return f"# {by}: {self.text}" if by else f"# {self.text}"

    @property
    def key(self) -> str:
        """The key as people read it."""
        return key_path(self.slot.path) if self.slot else ""

    def told(self) -> Told:
        """The comment as one that stands in no YAML."""
        why = say("{comment} is about words that come from no key", comment=f"`{self.line[2:]}`")
        return Told(self.heading, self.words, "", why, say("see to it by hand"))


def remarks(comments: Iterable[Comment], places: Sequence[Occurrence]) -> list[Remark]:
    """The comments of people that nobody has marked as done, each with its key."""
    return [Remark(_plain(one.author), _day(one.date), _plain(one.text), _plain(one.words),
                   *_place(one, places))
            for one in comments if one.author != AUTHOR and not one.resolved and one.text.strip()]


def commented(text: str, of_file: Iterable[Remark]) -> str:
    """The YAML text with the remarks above their keys; what stands there already is not put in again."""
    for one in of_file:
        if one.slot is None or one.line in map(str.strip, text.splitlines()):
            continue
        on = standing(text)
        spot = _own_line(on.root, one.slot.path)
        lines = text.splitlines(keepends=True)
        at = spot.head[0] if spot.parent else 0
        above = lines[at]
        indent = above[: len(above) - len(above.lstrip())]
        end = "\r\n" if above.endswith("\r\n") else "\n"
        text = "".join([*lines[:at], f"{indent}{one.line}{end}", *lines[at:]])
    return text


def _own_line(spot: Spot, path: KeyPath) -> Spot:
    """The spot of the path, or the nearest around it, that begins a line."""
    for step in path:
        inner = [one for at, one in enumerate(spot.inner) if step in (one.key, at)]
        if not inner or inner[0].among_brackets:
            break
        spot = inner[0]
    return spot


def _place(comment: Comment, places: Sequence[Occurrence]) -> tuple[str, Slot | None]:
    if comment.start is None:
        return "", None
    here = [(leaf, content, one) for one in places for leaf, content in one.new
            if leaf.number == comment.start.paragraph]
    for leaf, content, one in here:
        begin = leaf.text.find(text_of(content))
        if begin <= comment.start.letters < begin + max(len(text_of(content)), 1):
            return one.heading, one.slot
    about = [one for _, content, one in here if _plain(comment.words) in _plain(text_of(content))]
    chosen = about or [one for _, _, one in here]
    return (chosen[0].heading, chosen[0].slot) if chosen else ("", None)


def _day(written: str) -> str:
    """The day of a comment as it is written in Danish; nothing where none is known."""
    try:
        day = date.fromisoformat(written.partition("T")[0])
    except ValueError:
        return ""
    return f"{day.day}. {danish.MONTHS[day.month - 1]} {day.year}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def by_file(found: Iterable[Remark]) -> Iterator[tuple[str, list[Remark]]]:
    """The remarks of each file."""
    names: dict[str, list[Remark]] = {}
    for one in found:
        if one.slot:
            names.setdefault(one.slot.file, []).append(one)
    yield from names.items()
