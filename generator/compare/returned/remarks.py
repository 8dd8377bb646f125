"""Comments in a margin → comments in the YAML, above the keys whose words they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct

from generator.authoring.edits.standing import Spot, standing
from generator.base import danish
from generator.base.language import say
from generator.compare.returned.holes import Content, Slot
from generator.compare.returned.leaves import Leaf, text_of
from generator.compare.returned.occurrences import Computed, Occurrence
from generator.compare.returned.told import Told
from generator.formats.word.comments import AUTHOR
from generator.formats.word.reading import Comment
from generator.plan.model.identity import Key
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


def remarks(
    comments: Iterable[Comment], places: Sequence[Occurrence], computed: Sequence[Computed]
) -> list[Remark]:
    """The comments of people that nobody has marked as done, each with its key."""
    return [Remark(_plain(one.author), _day(one.date), _plain(one.text), _plain(one.words),
                   *_place(one, places, computed))
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


class _Words(Struct, frozen=True, eq=False):
    """Words of a paragraph, and the key that a comment on them is about."""

    heading: str
    leaf: Leaf
    content: Content
    slot: Slot

    def hold(self, comment: Comment) -> bool:
        """Tell whether the comment begins in them."""
        said = text_of(self.content)
        begin = self.leaf.text.find(said)
        return comment.start is not None and begin <= comment.start.letters < begin + max(len(said), 1)

    def say(self, comment: Comment) -> bool:
        """Tell whether they say what the comment is about."""
        return _plain(comment.words) in _plain(text_of(self.content))


def _place(comment: Comment, places: Sequence[Occurrence], computed: Sequence[Computed]
           ) -> tuple[str, Slot | None]:
    """The heading and the key of a comment: of the words that it begins in, else of those beside them.

    What is computed is at the nearest key that all it follows from is in.
    """
    if comment.start is None:
        return "", None
    number = comment.start.paragraph
    here = [_Words(one.heading, leaf, content, one.slot) for one in places for leaf, content in one.new
            if leaf.number == number]
    follow = [_Words(one.leaf.heading, one.leaf, one.content, slot) for one in computed
              if one.leaf.number == number and (slot := _nearest(one.source.keys))]
    both = [*here, *follow]
    chosen = next((words for words in both if words.hold(comment)), None) or next(
        (words for words in both if words.say(comment)), both[0] if both else None)
    return (chosen.heading, chosen.slot) if chosen else ("", None)


def _nearest(keys: Sequence[Key]) -> Slot | None:
    """The key of a file that the others of that file are in too; None where that is the whole file."""
    paths = [key.path for key in keys if key.file == keys[0].file]
    steps = takewhile(lambda of_all: len(set(of_all)) == 1, zip(*paths, strict=False))
    shared = tuple([of_all[0] for of_all in steps])
    return Slot(keys[0].file, shared) if shared else None


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
