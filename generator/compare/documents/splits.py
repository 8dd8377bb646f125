"""Paragraphs that were split or joined: where an end came or went, the words around it stay.

Among neighbours that all changed, those that together say what others say together are compared as one text,
in which the end of a paragraph is a word like any other. Chosen is what marks the fewest words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from msgspec import Struct

from generator.compare.documents import words
from generator.compare.documents.steps import Differs, Stays, Step
from generator.document.model import Inline, Split
from generator.document.revision_marks import DELETED, INSERTED

T = TypeVar("T", bound=Hashable)
_MOST_STEPS, _FEW = 20, 3
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1), (2, 2))
_FOR_EACH_BLOCK, _FOR_EACH_SPLIT = 0.1, 2.0
"""Costs of a mark besides its words: a split has to save some."""


class Text(NamedTuple):
    """A text that another may be joined to, if it has the same look; nothing comes after what is `closed`."""

    content: tuple[Inline, ...]
    look: Hashable
    closed: bool = False


class Joined(Struct, Generic[T], frozen=True):
    """Things that are one text: the content of the first, with the splits that lead to all the others."""

    old: tuple[T, ...]
    new: tuple[T, ...]
    content: tuple[Inline, ...]


AsText: TypeAlias = Callable[[T], Text | None]
_Place: TypeAlias = tuple[int, int]


def with_splits(found: Iterable[Step[T]], text: AsText[T],
                item: bool = False) -> Iterator[Step[T] | Joined[T]]:
    """The steps, those together that a split joins; `text` knows the text of a thing that has one."""
    for look, together in groupby(found, lambda step: _look(step, text)):
        if look is None:
            yield from together
            continue
        run = list(together)
        for wanders, part in groupby(zip(_wandering(run, text), run, strict=True), itemgetter(0)):
            steps = [step for _, step in part]
            yield from _joined(steps, text, item) if wanders else steps


def _joined(run: list[Step[T]], text: AsText[T], item: bool) -> Iterator[Step[T] | Joined[T]]:
    for start in range(0, len(run), _MOST_STEPS):
        part = run[start:start + _MOST_STEPS]
        yield from _Run(part, text, item).steps() or part


def _wandering(run: Sequence[Step[T]], text: AsText[T]) -> list[bool]:
    """Tell of each step whether words that it takes out or puts in are put in or taken out by another."""
    lost, gained = [], []
    for step in run:
        if isinstance(step, Stays):
            was, now = _said(text(step.old)), _said(text(step.new))
        else:
            said = _said(text(step.thing))
            was, now = (said, Counter[str]()) if step.mark.is_old else (Counter[str](), said)
        lost.append(was - now)
        gained.append(now - was)
    shared = _sum(lost) & _sum(gained)
    return [max((one & shared).total(), (other & shared).total()) >= _FEW
            for one, other in zip(lost, gained, strict=True)]


def _sum(counters: Iterable[Counter[str]]) -> Counter[str]:
    total = Counter[str]()
    for one in counters:
        total.update(one)
    return total


def _said(text: Text | None) -> Counter[str]:
    return Counter(words.words(text.content)) if text else Counter()


def _look(step: Step[T], text: AsText[T]) -> Hashable:
    """The look of a text that changed; None for all else."""
    if isinstance(step, Stays):
        known = None if step.old == step.new else text(step.new)
        return known and known.look
    known = None if step.mark.move else text(step.thing)
    return known and known.look


class _Run(Generic[T]):
    """Neighbours that all changed: the old ones, the new ones, and the cheapest way from these to those."""

    def __init__(self, run: Sequence[Step[T]], text: AsText[T], item: bool) -> None:
        self.old = [step.old if isinstance(step, Stays) else step.thing for step in run
                    if isinstance(step, Stays) or step.mark.is_old]
        self.new = [step.new if isinstance(step, Stays) else step.thing for step in run
                    if isinstance(step, Stays) or not step.mark.is_old]
        self.texts = tuple([known for thing in things if (known := text(thing))]
                           for things in (self.old, self.new))
        self.said = tuple(list(map(_said, side)) for side in self.texts)
        self.end = Split(INSERTED, item)

    def steps(self) -> list[Step[T] | Joined[T]] | None:
        """The steps; None where no split saves anything."""
        if max(len(self.old), len(self.new)) < 2 or not (self.old and self.new):
            return None
        way = self._cheapest()
        return list(self._told(way)) if any(max(shape) > 1 for shape, _ in way) else None

    def _told(self, way: list[tuple[_Place, tuple[Inline, ...]]]) -> Iterator[Step[T] | Joined[T]]:
        i = j = 0
        for (a, b), content in way:
            if not b:
                yield Differs(self.old[i], DELETED)
            elif not a:
                yield Differs(self.new[j], INSERTED)
            elif a == b == 1:
                yield Stays(self.old[i], self.new[j])
            else:
                yield Joined(tuple(self.old[i:i + a]), tuple(self.new[j:j + b]), content)
            i, j = i + a, j + b

    def _cheapest(self) -> list[tuple[_Place, tuple[Inline, ...]]]:
        """The shapes that the run is made of, each with its content; what goes stands before what comes."""
        best: dict[_Place, tuple[float, _Place, tuple[Inline, ...]]] = {(0, 0): (0.0, (0, 0), ())}
        for place in ((i, j) for i in range(len(self.old) + 1) for j in range(len(self.new) + 1)):
            for shape, cost, content in self._ways(*place):
                to = place[0] + shape[0], place[1] + shape[1]
                total = best[place][0] + cost
                if to not in best or total < best[to][0]:
                    best[to] = total, shape, content
        way: list[tuple[_Place, tuple[Inline, ...]]] = []
        i, j = len(self.old), len(self.new)
        while i or j:
            _, (a, b), content = best[i, j]
            way.append(((a, b), content))
            i, j = i - a, j - b
        return way[::-1]

    def _ways(self, i: int, j: int) -> Iterator[tuple[_Place, float, tuple[Inline, ...]]]:
        """Yield the shapes that may begin at the place, each with its cost and its content."""
        if j < len(self.new):
            yield (0, 1), self.said[1][j].total() + _FOR_EACH_BLOCK, ()
        if i < len(self.old):
            yield (1, 0), self.said[0][i].total() + _FOR_EACH_BLOCK, ()
        for a, b in _SHAPES:
            if i + a <= len(self.old) and j + b <= len(self.new) and self._may_be((i, i + a), (j, j + b)):
                content = self._compared(self.texts[0][i:i + a], self.texts[1][j:j + b])
                if content:
                    cost = sum(1 for _ in words.words([one for one in content if one.mark]))
                    yield (a, b), cost + _FOR_EACH_SPLIT * (a + b - 2), content

    def _may_be(self, old: _Place, new: _Place) -> bool:
        """Tell whether the texts can be one: the first and the last of both share enough with the others."""
        ones, others = self.texts[0][slice(*old)], self.texts[1][slice(*new)]
        if any(one.closed for one in (*ones[:-1], *others[:-1])):
            return False
        for side, (low, high), (start, end) in ((0, old, new), (1, new, old)):
            there = _sum(self.said[1 - side][start:end])
            for place in {low, high - 1}:
                here = self.said[side][place]
                if not here or 3 * (here & there).total() < here.total():
                    return False
        return True

    def _compared(self, old: Sequence[Text], new: Sequence[Text]) -> tuple[Inline, ...]:
        """The content of the texts as one; nothing where they are not one, or are several."""
        compared = words.compare(self._as_one(old), self._as_one(new))
        ends = [inline.mark for inline in compared.content if isinstance(inline, Split)]
        came, went = len(new) - 1, len(old) - 1
        shared = ends.count(INSERTED) != came or ends.count(DELETED) != went
        return () if compared.replaced or shared or not _ends_stay(compared.content) else compared.content

    def _as_one(self, texts: Sequence[Text]) -> tuple[Inline, ...]:
        first, *more = (text.content for text in texts)
        return (*first, *(inline for content in more for inline in (self.end, *content)))


def _ends_stay(content: tuple[Inline, ...]) -> bool:
    """Tell whether the first and the last paragraph of either side keep some of their words."""
    for old in (True, False):
        parts: list[bool] = [False]
        for inline in content:
            if isinstance(inline, Split) and inline.mark.is_old == old:
                parts.append(False)
            elif inline.mark is None and any(words.words((inline,))):
                parts[-1] = True
        if not (parts[0] and parts[-1]):
            return False
    return True
