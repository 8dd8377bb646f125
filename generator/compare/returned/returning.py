"""A document that was read, and the state it was made of → the changes that are proven, and the rest told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.authoring.edits import Conflict, Edit, Refused, both, together
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.compare.returned.changes import Change
from generator.compare.returned.drawn import drawn
from generator.compare.returned.leaves import comparable
from generator.compare.returned.proof import rest, unproven
from generator.compare.returned.remarks import Remark, by_file, commented, remarks
from generator.compare.returned.seen import Seen, seen
from generator.compare.returned.state import State
from generator.compare.returned.told import Told, joined
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.source.read import read_yaml_bytes


@dataclass(frozen=True, slots=True)
class Returned:
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
        taken, state = self._possible(first.changes)
        while True:
            last = self._seen(state) if taken else first
            wrong = unproven(taken, last)
            if not wrong:
                break
            taken = [one for one in taken if one not in wrong]
            self._told += [one.told(say("made again from the YAML it would not be as it stands here"),
                                    say("change `{key}` in {file}", key=one.key, file=one.slot.file))
                           for one in wrong]
            state = self._state.with_texts(texts_of(self._state, taken))
        told, follows = rest(taken, self._told, first, last)
        said = remarks(self._comments, first.places)
        told = [*self._told, *told, *(one.told() for one in said if one.slot is None),
                *drawn(first.made, self._whole)]
        return Returned(tuple(taken), joined(told), joined(follows), tuple([one for one in said if one.slot]))

    def _seen(self, state: State) -> Seen:
        return seen(state, self._read, with_places=bool(self._comments))

    def _possible(self, wanted: Sequence[Change]) -> tuple[list[Change], State]:
        """The changes that can be made and that the models take, and the state that they make."""
        taken, texts = self._writable(wanted, {})
        while True:
            try:
                return taken, self._state.with_texts(texts)
            except Rejected as rejected:
                refused = self._refused(rejected.findings, taken, texts)
                self._told += [one.told(finding.message, finding.hint) for one, finding in refused]
                taken = [one for one in taken if all(one is not other for other, _ in refused)]
                texts = texts_of(self._state, taken)

    def _writable(
        self, wanted: Sequence[Change], texts: Mapping[str, str]
    ) -> tuple[list[Change], Mapping[str, str]]:
        """The changes that can be written into the texts beside each other, and the texts with them."""
        try:
            return list(wanted), written(self._state, wanted, texts)
        except (Refused, Conflict) as error:
            if len(wanted) == 1:
                self._told.append(_unwritten(wanted[0], error))
                return [], texts
        half = len(wanted) // 2
        first, texts = self._writable(wanted[:half], texts)
        rest, texts = self._writable(wanted[half:], texts)
        return [*first, *rest], texts

    def _refused(
        self, found: Sequence[Finding], taken: Sequence[Change], texts: Mapping[str, str]
    ) -> list[tuple[Change, Finding]]:
        """The changes that are to blame for the findings; all of them where that is not known."""
        blamed = [(one, finding) for finding in found for one in taken
                  if one.slot.file == finding.place.file and _stands_at(one, finding, texts[one.slot.file])]
        return blamed or [(one, found[0]) for one in taken if one.slot.file == found[0].place.file]


def texts_of(state: State, taken: Iterable[Change], remarks: Iterable[Remark] = ()) -> dict[str, str]:
    """The texts of the files that the changes change, or that have remarks. Raises Refused and Conflict."""
    texts = {name: commented(state.files[name].text, of_file) for name, of_file in by_file(remarks)}
    return written(state, taken, texts)


def written(state: State, taken: Iterable[Change], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts, and those of other files that the changes change, with the changes in them.

    Raises Refused and Conflict.
    """
    edits: dict[str, list[Edit]] = {}
    for one in taken:
        edits.setdefault(one.slot.file, []).extend(one.edits)
    made = dict(texts)
    for name, of_file in edits.items():
        file = state.files[name]
        made[name] = together(texts.get(name, file.text), of_file, file.model)
    return made


def _unwritten(change: Change, error: Refused | Conflict) -> Told:
    """The change as one that cannot be written in its file."""
    if isinstance(error, Conflict):
        return change.told(say("another value stands at `{key}`", key=change.key))
    return change.told(both(error.reason, error.hint))


def _stands_at(change: Change, finding: Finding, text: str) -> bool:
    """Tell whether the finding is about the key of the change, or about what holds it."""
    places = read_yaml_bytes(text.encode(), change.slot.file).places
    path = change.slot.path
    spots = [places.get(path[:length]) for length in range(len(path), max(len(path) - 2, 0), -1)]
    return finding.place in spots
