"""An edit at a typed path → what is cut out of the text and put in, among brackets or on lines."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from generator.authoring.edits import brackets
from generator.authoring.edits.block import Block, Cut
from generator.authoring.edits.data import changed, value_at
from generator.authoring.edits.edit import Add, Edit, Move, Refused, Remove, Rename, Set
from generator.authoring.edits.standing import Spot, Standing, Way
from generator.authoring.edits.written import (
    Written,
    bracketed,
    on_one_line,
    written_entry,
    written_keys,
    written_value,
)
from generator.base.language import say
from generator.plan.model.record import Model
from generator.plan.model.shape import models_at
from generator.plan.model.values import Periode
from generator.plan.source.read import Data
from generator.plan.source.scalars import scalar
from generator.plan.source.tree import KeyPath


class Making(Struct, frozen=True):
    """Maker of the edits of one text, which is of that model."""

    on: Standing
    model: type[Model]

    def cuts(self, edit: Edit) -> list[Cut]:
        """The cuts that make the edit. Raises Refused."""
        whole = not isinstance(edit, (Add, Rename)) or not edit.path
        self._refuse_names(edit.path if whole else edit.path[:-1])
        match edit:
            case Set(path, value):
                return self._set(path, value, edit)
            case Add(path, value):
                return self._add(path, value, edit)
            case Remove(path):
                spot = self.on.at(path)
                if spot.among_brackets:
                    return brackets.remove_in_brackets(self.on, spot, path)
                return Block(self.on).remove(spot, path)
            case Move(path, to):
                spot = self.on.at(path)
                if spot.among_brackets:
                    return brackets.move_in_brackets(self.on, spot, to, path)
                return Block(self.on).move(spot, to, path)
            case Rename(path, name):
                return [self._renamed(self.on.at(path), name)]
            case never:
                assert_never(never)

    def _renamed(self, spot: Spot, name: str) -> Cut:
        """Put the name in place of the key; of its colon, if it has one, and of what follows nothing."""
        start, end = self.on.offset(spot.head), self.on.offset(spot.behind)
        colon = ":" if self.on.text[end - 1] == ":" else ""
        return Cut(start, end, scalar(name, in_brackets=spot.among_brackets) + colon)

    def _set(self, path: KeyPath, value: Data, edit: Edit) -> list[Cut]:
        spot = self.on.at(path)
        if not path:
            return Block(self.on).set_all(spot, written_keys(value, self.model))
        if spot.among_brackets:
            text = "" if value is None else bracketed(value, self.model, path)
            return self._opened(path, edit) if text is None else brackets.set_in_brackets(self.on, spot, text)
        return Block(self.on).set(spot, self._written(spot, path, value), path)

    def _written(self, spot: Spot, path: KeyPath, value: Data) -> Written:
        """The value in the way of the one that stands there: a sentence on one line stays on one."""
        if isinstance(value, str) and spot.way is Way.TEXT and spot.start[0] == spot.end[0]:
            line = on_one_line(value, self.model, path)
            if line is not None:
                return Written(line)
        flow = spot.way in (Way.BRACKETS, Way.TEXT) or models_at(self.model, path) == [Periode]
        is_item = spot.key is None
        return written_value(value, self.model, path, spot.head[1], flow=flow, is_item=is_item)

    def _add(self, path: KeyPath, value: Data, edit: Add) -> list[Cut]:
        parent = self.on.at(path[:-1])
        key = path[-1] if isinstance(path[-1], str) else None
        at = path[-1] if isinstance(path[-1], int) else edit.at
        assert at is not None
        if parent.way is Way.BRACKETS:
            text = bracketed(value, self.model, path)
            if text is None:
                return self._opened(path, edit)
            return brackets.add_in_brackets(self.on, parent, at, key, text)
        ways = {inner.way for inner in parent.inner if inner.way in (Way.BRACKETS, Way.BELOW)}
        flow = ways == {Way.BRACKETS} or models_at(self.model, path) == [Periode]
        column = parent.inner[0].head[1]
        return Block(self.on).add(parent, at, written_entry(key, value, self.model, path, column, flow))

    def _opened(self, path: KeyPath, edit: Edit) -> list[Cut]:
        """Write the outermost brackets anew, on lines where the value that comes into them wants lines."""
        depth = next(at for at in range(1, len(path)) if self.on.at(path[:at]).way is Way.BRACKETS)
        outer = path[:depth]
        spot, value = self.on.at(outer), value_at(changed(self.on.data, edit), outer)
        return Block(self.on).set(spot, self._written(spot, outer, value), outer)

    def _refuse_names(self, path: KeyPath) -> None:
        """Refuse what stands in the file once, and counts more than once by its name."""
        for depth in range(len(path) + 1):
            spot = self.on.at(path[:depth])
            if spot.way is Way.ALIAS:
                raise Refused(path, say("a name (with *) stands there for what stands elsewhere"),
                              say("write out what is meant"))
            if spot.anchored:
                raise Refused(path, say("what stands there has a name (with &) and is used again elsewhere"),
                              say("write it out at both places"))
