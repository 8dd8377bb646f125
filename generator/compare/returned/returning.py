"""What was read, and the state that it was made of → the changes that are proven, and all else told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.authoring.edits import Conflict, Refused, both, edited
from generator.base.findings import Rejected
from generator.base.language import say
from generator.compare.returned.aligned import Pair, aligned
from generator.compare.returned.changes import Change, changes
from generator.compare.returned.leaves import comparable
from generator.compare.returned.occurrences import occurrences
from generator.compare.returned.state import State
from generator.compare.returned.told import Told, reason
from generator.document.model import Document
from generator.document.revision_marks import accepted


@dataclass(frozen=True, slots=True)
class Returned:
    """The texts of the files with all changes that are proven, those changes, and what cannot come back.

    `follows` is what the document will say otherwise than the one that was read, because of the changes.
    """

    texts: Mapping[str, str]
    changes: tuple[Change, ...]
    told: tuple[Told, ...]
    follows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What differs between a state and the document that was read."""

    changes: list[Change]
    told: list[Told]
    differ: frozenset[int]
    """Numbers of the paragraphs that were read and are others than what is made."""


def returned(state: State, read: Document) -> Returned:
    """Take what was read back to the state that it was made of; its marks are taken in. Raises Rejected."""
    return _Returning(state, comparable(accepted(read))).all()


class _Returning:
    def __init__(self, state: State, read: Document) -> None:
        self._state, self._read = state, read
        self._told: list[Told] = []

    def all(self) -> Returned:
        """All that comes back, and all that does not."""
        first = self._seen(self._state)
        taken = self._possible(first.changes)
        while True:
            texts = texts_of(self._state, taken)
            last = self._seen(self._state.with_texts(texts))
            unproven = self._unproven(taken, last)
            if not unproven:
                break
            taken = [one for one in taken if one not in unproven]
            self._told += [one.told(say("made again from the YAML it would not be as it stands here"),
                                    say("change `{key}` in {file}", key=one.key, file=one.slot.file))
                           for one in unproven]
        return self._sorted_out(texts, taken, first, last)

    def _seen(self, state: State) -> _Seen:
        traced = state.traced()
        pairs = aligned(traced.document, self._read)
        differ = frozenset(pair.new.number for pair in pairs if pair.new and not pair.is_same)
        if all(map(_is_nothing, pairs)):
            return _Seen([], [], differ)
        found = occurrences(pairs, traced)
        kept, told = changes(found, state, traced.document, self._read)
        return _Seen(kept, [*found.told, *told, *map(_left, found.left)], differ)

    def _possible(self, wanted: Sequence[Change]) -> list[Change]:
        """The changes that can be made and that the models take, one after the other."""
        try:
            self._state.with_texts(texts_of(self._state, wanted))
        except (Refused, Conflict, Rejected):
            pass
        else:
            return list(wanted)
        taken: list[Change] = []
        for one in wanted:
            try:
                self._state.with_texts(texts_of(self._state, [*taken, one]))
            except Refused as refused:
                self._told.append(one.told(both(refused.reason, refused.hint)))
            except Conflict:
                self._told.append(one.told(say("another value stands at `{key}`", key=one.key)))
            except Rejected as rejected:
                finding = rejected.findings[0]
                self._told.append(one.told(finding.message, finding.hint))
            else:
                taken.append(one)
        return taken

    def _unproven(self, taken: Sequence[Change], last: _Seen) -> list[Change]:
        """The changes that what is made of them does not bear out."""
        still = {one.slot: one.where for one in last.changes}
        return [one for one in taken if still.get(one.slot, frozenset()) & one.where]

    def _sorted_out(
        self, texts: Mapping[str, str], taken: Sequence[Change], first: _Seen, last: _Seen
    ) -> Returned:
        """What is told of the last state: because of a change, or because it cannot come back."""
        known = {(one.heading, one.new, one.old) for one in self._told}
        rest = [*last.told, *(one.told(say("`{key}` says otherwise now", key=one.key)) for one in last.changes)]
        rest = [one for one in rest if (one.heading, one.new, one.old) not in known]
        follows = [one for one in rest if one.where and not one.where & first.differ]
        told = [*self._told, *(one for one in rest if one not in follows)]
        return Returned(texts, tuple(taken), tuple(dict.fromkeys(told)), tuple(dict.fromkeys(follows)))


def texts_of(state: State, taken: Iterable[Change], remarks: Iterable[Remark] = ()) -> dict[str, str]:
    """The texts of the files that the changes change, or that have remarks. Raises Refused and Conflict."""
    by_file: dict[str, list[Change]] = {}
    for one in taken:
        by_file.setdefault(one.slot.file, []).append(one)
    texts = {}
    for name, of_file in by_file.items():
        file = state.files[name]
        edits = [edit for one in of_file for edit in one.edits]
        texts[name] = edited(file.text, edits, file.model).text
    return texts


def _is_nothing(pair: Pair) -> bool:
    """Tell whether a reader sees no difference: an empty paragraph that came is none."""
    return pair.is_same or (pair.old is None and pair.new is not None and not pair.new.text.strip())


def _left(pair: Pair) -> Told:
    """A leaf that came or went, and that no prose holds."""
    leaf = pair.old or pair.new
    assert leaf
    why, hint = reason(None)
    if pair.old:
        why = say("the form prints this wherever it stands")
        hint = say("take out in the YAML what it is of, or take the block out in the plan's own wording")
    where = frozenset([pair.new.number]) if pair.new else frozenset()
    return Told(leaf.heading, pair.old.text if pair.old else "", pair.new.text if pair.new else "", why, hint,
                None, where)
