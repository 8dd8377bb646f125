"""A document that was read, and the state it was made of → the changes that are proven, and the rest told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.authoring.edits import Conflict, Edit, Refused, both, edited
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.aligned import Pair, aligned
from generator.compare.returned.changes import Change, changes
from generator.compare.returned.drawn import drawn
from generator.compare.returned.leaves import comparable
from generator.compare.returned.list_changes import list_changes
from generator.compare.returned.occurrences import Occurrence, occurrences
from generator.compare.returned.remarks import Remark, by_file, commented, remarks
from generator.compare.returned.state import State
from generator.compare.returned.told import Told, joined, reason
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.source.read import read_yaml_bytes


class Returned(Struct, frozen=True):
    """The changes that are proven, what cannot come back, and what people remark.

    `follows` is what the document will say otherwise than the one that was read, because of the changes.
    """

    changes: tuple[Change, ...]
    told: tuple[Told, ...]
    follows: tuple[Told, ...]
    remarks: tuple[Remark, ...]

    def without_remarks(self) -> Returned:
        """The same, with what people remark left out."""
        return replace(self, remarks=())


class _Seen(Struct, frozen=True):
    """Differences between a state and the document that was read."""

    changes: list[Change]
    told: list[Told]
    places: list[Occurrence]
    differ: frozenset[int]
    """Numbers of the paragraphs that were read and are others than what is made."""
    strange: frozenset[int]
    """Numbers of those that stand for nothing that is made."""


def returned(state: State, read: Read) -> Returned:
    """Take what was read back to the state that it was made of; its marks are taken in. Raises Rejected."""
    return _Returning(state, read).all()


class _Returning:
    def __init__(self, state: State, read: Read) -> None:
        self._state, self._comments = state, read.comments
        self._whole = accepted(read.document)
        self._read = comparable(self._whole)
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
        return self._sorted_out(taken, first, last)

    def _seen(self, state: State) -> _Seen:
        traced = state.traced()
        pairs = aligned(traced.document, self._read)
        differ = frozenset(pair.new.number for pair in pairs if pair.new and not pair.is_same)
        if all(map(_is_nothing, pairs)) and not self._comments:
            return _Seen([], [], [], differ, frozenset())
        strange = frozenset(pair.new.number for pair in pairs
                            if pair.new and pair.old is None and not _is_nothing(pair))
        found = occurrences(pairs, traced)
        kept, told = changes(found, state, traced.document, self._read)
        lists, not_like = list_changes(found.lists, state, traced.document, self._read)
        told = [*found.told, *told, *not_like, *map(_left, found.left)]
        lists.sort(key=lambda one: len(one.slot.path), reverse=True)  # what is in an item before the item
        return _Seen([*kept, *lists], told, found.occurrences, differ, strange)

    def _possible(self, wanted: Sequence[Change]) -> list[Change]:
        """The changes that can be made and that the models take."""
        taken = self._writable(wanted)
        while taken:
            texts = texts_of(self._state, taken)
            try:
                self._state.with_texts(texts)
            except Rejected as rejected:
                refused = self._refused(rejected.findings, taken, texts)
                self._told += [one.told(finding.message, finding.hint) for one, finding in refused]
                taken = [one for one in taken if all(one is not other for other, _ in refused)]
            else:
                break
        return taken

    def _writable(self, wanted: Sequence[Change]) -> list[Change]:
        """The changes that can be written beside each other."""
        try:
            texts_of(self._state, wanted)
        except (Refused, Conflict):
            pass
        else:
            return list(wanted)
        taken: list[Change] = []
        for one in wanted:
            try:
                texts_of(self._state, [*taken, one])
            except Refused as refused:
                self._told.append(one.told(both(refused.reason, refused.hint)))
            except Conflict:
                self._told.append(one.told(say("another value stands at `{key}`", key=one.key)))
            else:
                taken.append(one)
        return taken

    def _refused(
        self, found: Sequence[Finding], taken: Sequence[Change], texts: Mapping[str, str]
    ) -> list[tuple[Change, Finding]]:
        """The changes that are to blame for the findings; all of them where that is not known."""
        blamed = [(one, finding) for finding in found for one in taken
                  if one.slot.file == finding.place.file and _stands_at(one, finding, texts[one.slot.file])]
        return blamed or [(one, found[0]) for one in taken if one.slot.file == found[0].place.file]

    def _unproven(self, taken: Sequence[Change], last: _Seen) -> list[Change]:
        """The changes that what is made of them does not bear out."""
        still = {one.slot: one.where for one in last.changes}
        lists = {one.slot for one in last.changes if one.is_list}
        return [one for one in taken if one.where & last.strange or (
            one.slot in lists if one.is_list else still.get(one.slot, frozenset()) & one.where)]

    def _sorted_out(
        self, taken: Sequence[Change], first: _Seen, last: _Seen
    ) -> Returned:
        """Sum of what is told of the last state: because of a change, or because it cannot come back."""
        known = {(one.heading, one.new, one.old) for one in self._told}
        same = {(one.slot, number) for one in first.places if not one.changed for number in one.where}
        elsewhere = [one for one in last.changes if all((one.slot, number) in same for number in one.where)]
        again = [one.told(say("`{key}` says otherwise now", key=one.key)) for one in last.changes
                 if one not in elsewhere]
        rest = [one for one in (*last.told, *again) if (one.heading, one.new, one.old) not in known]
        too = [one.told(say("`{key}` is printed here too", key=one.key)) for one in elsewhere]
        follows = too + [one for one in rest if one.where and not one.where & first.differ]
        told = [*self._told, *(one for one in rest if one not in follows)]
        said = remarks(self._comments, first.places)
        told += [one.told() for one in said if one.slot is None]
        told += drawn(self._state.traced().document, self._whole)
        return Returned(tuple(taken), joined(told), joined(follows),
                        tuple([one for one in said if one.slot]))


def texts_of(state: State, taken: Iterable[Change], remarks: Iterable[Remark] = ()) -> dict[str, str]:
    """The texts of the files that the changes change, or that have remarks. Raises Refused and Conflict."""
    texts = {name: commented(state.files[name].text, of_file) for name, of_file in by_file(remarks)}
    edits: dict[str, list[Edit]] = {}
    for one in taken:
        edits.setdefault(one.slot.file, []).extend(one.edits)
    for name, of_file in edits.items():
        file = state.files[name]
        texts[name] = edited(texts.get(name, file.text), of_file, file.model).text
    return texts


def _stands_at(change: Change, finding: Finding, text: str) -> bool:
    """Tell whether the finding is about the key of the change, or about what holds it."""
    places = read_yaml_bytes(text.encode(), change.slot.file).places
    path = change.slot.path
    spots = [places.get(path[:length]) for length in range(len(path), max(len(path) - 2, 0), -1)]
    return finding.place in spots


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
