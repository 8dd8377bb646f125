"""Edits of keys and items that stand on lines of their own → what is cut out of the text and put in."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.authoring.edits.edit import Refused
from generator.authoring.edits.standing import Spot, Standing, Way
from generator.authoring.edits.written import Written
from generator.base.language import say
from generator.plan.source.tree import KeyPath

MARK = re.compile(r"[|>][-+0-9]*")
LINE_END = re.compile("\r\n|\r|\n")


class Cut(Struct, frozen=True):
    """Characters of a text, by offsets, and what takes their place."""

    start: int
    end: int
    text: str


def cut_out(text: str, cuts: list[Cut]) -> str:
    """The text with all cuts made; none overlap, and those at one place stand in their order."""
    in_order = sorted(cuts, key=lambda cut: (cut.start, cut.end))
    for cut in reversed(in_order):
        text = text[: cut.start] + cut.text + text[cut.end :]
    return text


class Block(Struct, frozen=True):
    """Edits of the spots of a text that stand on lines of their own."""

    on: Standing

    def set(self, spot: Spot, new: Written, path: KeyPath) -> list[Cut]:
        """Put a value in place of the one that stands there."""
        on = self.on
        if spot.way in (Way.BELOW, Way.BRACKETS) and self._loses_comments(spot):
            raise Refused(path, say("comments stand in what would be replaced"),
                          say("change its entries one at a time"))
        if spot.way is Way.BELOW and spot.start[0] > spot.behind[0]:
            behind = [self._behind(spot, new.head)] if new.head else []
            return [*behind, self.lines(spot.inner[0].first, spot.final, new.rest)]
        below = self.below(spot.end[0], new.rest)
        if spot.way is Way.BLOCK_TEXT:
            return self._set_block_text(spot, new)
        if spot.start == spot.behind:
            return [self._behind(spot, new.head), *below]
        if new.head:
            return [Cut(on.offset(spot.start), on.offset(spot.end), new.head), *below]
        if spot.start[0] > spot.behind[0] and not on.masked[spot.start[0]][: spot.start[1]].strip():
            return [self.lines(spot.start[0], spot.end[0], new.rest)]
        return [Cut(on.offset(spot.behind), on.offset(spot.end), ""), *below]

    def _set_block_text(self, spot: Spot, new: Written) -> list[Cut]:
        mark = MARK.match(self.on.lines[spot.start[0]], spot.start[1])
        assert mark
        start = self.on.offset(spot.start)
        rest, head = self._like(spot, mark[0], new)
        behind = Cut(start, start + len(mark[0]), head)
        if spot.end[0] == spot.start[0]:
            return [behind, *self.below(spot.end[0], new.rest)]
        return [behind, self.lines(spot.start[0] + 1, spot.end[0], rest)]

    def set_all(self, root: Spot, new: list[str]) -> list[Cut]:
        """Put keys in place of all that the file holds."""
        if root.way is Way.NOTHING:
            return self.below(len(self.on.lines) - 1 - (not self.on.lines[-1]), new)
        if self._loses_comments(root):
            raise Refused((), say("comments stand in what would be replaced"),
                          say("change the keys one at a time"))
        first = root.inner[0].first if root.inner else root.start[0]
        return [self.lines(first, root.end[0], new)]

    def add(self, parent: Spot, at: int, new: list[str]) -> list[Cut]:
        """Put lines in front of the entry at the position, or behind the last one."""
        inner = parent.inner
        apart = [""] if len(inner) > 1 and not self.on.masked[inner[1].first].strip() else []
        if at == len(inner):
            return self.below(inner[-1].last, (*apart, *new))
        if not inner[at].shares_its_line:
            between = apart if at == 0 else []
            before = [] if at == 0 else apart
            return self.below(inner[at].first - 1, (*before, *new, *between))
        first, *rest = new
        column = inner[at].head[1]
        place = self.on.offset(inner[at].head)
        end = self._line_end()
        lines = [first.strip(), *rest, ""]
        return [Cut(place, place, end.join(lines) + " " * column)]

    def remove(self, spot: Spot, path: KeyPath) -> list[Cut]:
        """Take the lines of the entry away; a dash that it shared its line with stays."""
        on = self.on
        assert spot.parent
        inner = spot.parent.inner
        if not spot.shares_its_line:
            leads = len(inner) > 1 and spot is inner[0] and self._filled(spot) == spot.first
            return [self.lines(spot.first, self._filled(inner[1]) - 1 if leads else spot.last, ())]
        start = on.offset(spot.head)
        if len(inner) > 1 and inner[1].first == inner[1].head[0] and spot.last + 1 == inner[1].first:
            return [Cut(start, on.offset(inner[1].head), "")]
        if on.has_comments(spot.head, (spot.head[0] + 1, 0)):
            raise Refused(path, say("a comment stands beside it and beside the dash"),
                          say("put the comment on a line of its own"))
        end = on.starts[spot.head[0]] + len(on.lines[spot.head[0]])
        kept = Cut(start - self._space_before(spot), end, "")
        rest = [self.lines(spot.head[0] + 1, spot.last, ())] if spot.last > spot.head[0] else []
        return [kept, *rest]

    def move(self, spot: Spot, to: int, path: KeyPath) -> list[Cut]:
        """Put the entry at the position, the blank lines between entries where they are."""
        assert spot.parent
        inner = spot.parent.inner
        if inner[0].shares_its_line:
            raise Refused(path, say("a neighbour stands on the line of another dash"),
                          say("write each on its own line"))
        at = inner.index(spot)
        first, last = min(at, to), max(at, to)
        order = inner[first : last + 1]
        order.insert(to - first, order.pop(at - first))
        lines: list[str] = []
        done = inner[first].first
        for place, one in zip(inner[first : last + 1], order, strict=True):
            lines += self.on.lines[done : self._filled(place)]
            lines += self.on.lines[self._filled(one) : one.last + 1]
            done = place.last + 1
        return [self.lines(inner[first].first, inner[last].last, lines)]

    def lines(self, first: int, last: int, new: tuple[str, ...] | list[str]) -> Cut:
        """Put lines in place of others; a file without a last line end stays one."""
        on, end = self.on, self._line_end()
        if last + 1 < len(on.lines):
            return Cut(on.starts[first], on.starts[last + 1], "".join(line + end for line in new))
        start = on.starts[first]
        before = len(end) if first else 0
        if not new:
            return Cut(start - before, len(on.text), "")
        return Cut(start, len(on.text), end.join(new))

    def below(self, line: int, new: tuple[str, ...] | list[str]) -> list[Cut]:
        """Put lines behind a line (-1: at the beginning)."""
        on, end = self.on, self._line_end()
        if not new:
            return []
        if line + 1 < len(on.lines):
            place = on.starts[line + 1]
            return [Cut(place, place, "".join(text + end for text in new))]
        place = len(on.text)
        between = end if on.lines[line] else ""
        return [Cut(place, place, between + end.join(new))]

    def _behind(self, spot: Spot, head: str) -> Cut:
        """Put text behind the colon or the dash."""
        place = self.on.offset(spot.behind)
        return Cut(place, place, f" {head}" if head else "")

    def _like(self, spot: Spot, mark: str, new: Written) -> tuple[tuple[str, ...], str]:
        """The lines and the mark of a text as the one that stood there has them, if they can be."""
        column = spot.head[1] + 2
        stood = self.on.lines[spot.start[0] + 1 : spot.end[0] + 1]
        first = next((line for line in stood if line.strip()), "")
        typed = len(first) - len(first.lstrip(" "))
        if new.head != "|" or mark not in ("|", "|-", "|+") or not first:
            return new.rest, new.head
        return tuple(" " * typed + line[column:] if line else line for line in new.rest), mark

    def _loses_comments(self, spot: Spot) -> bool:
        if spot.way is Way.BRACKETS:
            return self.on.has_comments(spot.start, spot.end)
        return self.on.has_comments((spot.inner[0].first, 0), (spot.end[0] + 1, 0))

    def _filled(self, spot: Spot) -> int:
        """The first line of the entry that is not blank."""
        lines = range(spot.first, spot.last + 1)
        return next(line for line in lines if self.on.masked[line].strip())

    def _space_before(self, spot: Spot) -> int:
        before = self.on.lines[spot.head[0]][: spot.head[1]]
        return len(before) - len(before.rstrip())

    def _line_end(self) -> str:
        found = LINE_END.search(self.on.text)
        return found[0] if found else "\n"
