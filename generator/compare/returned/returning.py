"""A document that was read, and the state it was made of → the changes that are proven, and the rest told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from generator.authoring.edits import Conflict, Refused, both
from generator.base.findings import Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.blame import blamed
from generator.compare.returned.changes import Change, Unsure
from generator.compare.returned.drawn import drawn
from generator.compare.returned.leaves import comparable
from generator.compare.returned.lost_marks import with_lost_marks
from generator.compare.returned.lost_styles import with_lost_styles
from generator.compare.returned.new_links import printed, with_addresses
from generator.compare.returned.outside import outside
from generator.compare.returned.proof import nameless, rest, unproven
from generator.compare.returned.remarks import Remark, remarks
from generator.compare.returned.seen import Seen, seen
from generator.compare.returned.split_tables import with_whole_tables
from generator.compare.returned.state import State
from generator.compare.returned.told import Told, joined
from generator.compare.returned.written import texts_of, written
from generator.document.model import Document
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.model.load import key_path
from generator.render.tracing import Traced


class Returned(Struct, frozen=True):
    """The changes that are proven, what cannot come back, and what people remark.

    `follows` is what the document will say otherwise than the one that was read, because of the changes;
    `unsure` are changes that may be meant by what is told, and are not proven.
    """

    changes: tuple[Change, ...]
    told: tuple[Told, ...]
    follows: tuple[Told, ...]
    remarks: tuple[Remark, ...]
    unsure: tuple[Unsure, ...] = ()

    def without_remarks(self) -> Returned:
        """The same, with what people remark left out."""
        return replace(self, remarks=())


def returned(state: State, read: Read) -> Returned:
    """Take what was read back to the state that it was made of; its marks are taken in. Raises Rejected."""
    return _Returning(state, read).all()


def taken_in(read: Read, made: Traced) -> Document:
    """The document that was read with its marks taken in, and the marks and styles that an editor lost.

    Its tables are whole, and behind a new link stands what the form prints there.
    """
    whole = with_lost_styles(with_lost_marks(read.document, made.document), made.document)
    return with_addresses(with_whole_tables(accepted(whole), made.document), made.document)


class _Returning:
    def __init__(self, state: State, read: Read) -> None:
        self._state, self._file, self._comments = state, read, read.comments
        self._made = state.traced()
        self._whole = taken_in(read, self._made)
        self._read = comparable(self._whole)
        self._told: list[Told] = []
        self._unsure: list[Unsure] = []
        self._last: tuple[list[Change], State] | None = None
        self._written_last: tuple[list[Change], Mapping[str, str]] | None = None
        self._seen_last: tuple[list[Change], Seen] | None = None

    def all(self) -> Returned:
        """All that comes back, and all that does not."""
        first = seen(self._state, self._read, with_places=bool(self._comments), traced=self._made)
        taken = self._borne_out(self._possible(first.changes), [])
        last = self._seen(taken) if taken else first
        told, follows = rest(taken, self._told, first, last)
        follows += printed(self._whole, first.made, last.made)
        said = remarks(self._comments, first.places, first.computed)
        told = [*self._told, *told, *(one.told() for one in said if one.slot is None),
                *drawn(first.made, self._whole, last.made), *outside(self._state, self._file)]
        return Returned(tuple(taken), joined(told), joined(follows), tuple([one for one in said if one.slot]),
                        (*first.unsure, *self._unsure))

    def _with(self, taken: Sequence[Change]) -> State:
        """The state with the changes. Raises Rejected, Refused and Conflict."""
        if self._last is None or self._last[0] != taken:
            self._last = list(taken), self._state.with_texts(self._texts(taken))
        return self._last[1]

    def _texts(self, taken: Sequence[Change]) -> Mapping[str, str]:
        """The texts of the files with the changes. Raises Refused and Conflict."""
        if self._written_last is None or self._written_last[0] != taken:
            self._written_last = list(taken), texts_of(self._state, taken)
        return self._written_last[1]

    def _seen(self, taken: Sequence[Change]) -> Seen:
        """Differences between the document of the changes and what was read. Raises as `_with` does."""
        if self._seen_last is None or self._seen_last[0] != taken:
            with_places = any(one.names for one in taken)
            self._seen_last = list(taken), seen(self._with(taken), self._read, with_places=with_places)
        return self._seen_last[1]

    def _borne_out(self, wanted: Sequence[Change], before: list[Change]) -> list[Change]:
        """The changes that hold beside those before: all at once, else without those that do not seem to.

        Each is told only once it has failed by itself. Names are tried last: much may hang on them.
        """
        if not wanted:
            return before
        together = [*before, *wanted]
        try:
            last = self._seen(together)
        except (Rejected, Refused, Conflict) as error:
            wrong = {id(one): _refused(one, error) for one in wanted}
        else:
            wrong = ({id(one): _nameless(one) for one in nameless(together, last)}
                     or {id(one): _unproven(one) for one in unproven(together, last)})
        if not wrong:
            return together
        if len(wanted) == 1:
            told = wrong.get(id(wanted[0])) or _unproven(wanted[0])
            self._told.append(told)
            self._unsure.append(Unsure((told,), wanted[0]))
            return before
        for part in _parts(wanted, wrong):
            before = self._borne_out(part, before)
        return before

    def _possible(self, wanted: Sequence[Change]) -> list[Change]:
        """The changes that can be made and that the models take."""
        taken = self._writable(wanted)
        while True:
            try:
                self._with(taken)
            except Rejected as rejected:
                refused = blamed(rejected.findings, taken, self._texts(taken))
                self._told += [one.told(finding.message, finding.hint) for one, finding in refused]
                taken = ([one for one in taken if all(one is not other for other, _ in refused)] if refused
                         else self._acceptable(taken, []))
            else:
                return taken

    def _acceptable(self, wanted: Sequence[Change], before: list[Change]) -> list[Change]:
        """The changes that the models take beside those before, found by trial."""
        try:
            self._with([*before, *wanted])
        except Rejected as rejected:
            if len(wanted) == 1:
                self._told.append(wanted[0].told(rejected.findings[0].message, rejected.findings[0].hint))
                return before
        else:
            return [*before, *wanted]
        half = len(wanted) // 2
        return self._acceptable(wanted[half:], self._acceptable(wanted[:half], before))

    def _writable(self, wanted: Sequence[Change]) -> list[Change]:
        """The changes that can be written into the texts beside each other."""
        left = list(wanted)
        while left:
            try:
                self._texts(left)
            except (Refused, Conflict) as error:
                wrong = next((one for one in left if one.is_at(error.path)), None)
                if wrong is None:
                    return self._written_beside(left, {})[0]
                self._told.append(_unwritten(wrong, error))
                left = [one for one in left if one is not wrong]
            else:
                break
        return left

    def _written_beside(
        self, wanted: Sequence[Change], texts: Mapping[str, str]
    ) -> tuple[list[Change], Mapping[str, str]]:
        """The same, found by halves, with the texts."""
        try:
            return list(wanted), written(self._state, wanted, texts)
        except (Refused, Conflict) as error:
            if len(wanted) == 1:
                self._told.append(_unwritten(wanted[0], error))
                return [], texts
        half = len(wanted) // 2
        first, texts = self._written_beside(wanted[:half], texts)
        rest, texts = self._written_beside(wanted[half:], texts)
        return [*first, *rest], texts


def _unproven(change: Change) -> Told:
    return change.told(say("made again from the YAML it would not be as it stands here"),
                       say("change `{key}` in {file}", key=change.key, file=change.slot.file))


def _nameless(change: Change) -> Told:
    """The change of a name at one place, where the thing itself keeps its own."""
    assert change.names
    why = say("`{key}` is the name of something, and nothing in the plan is called `{name}`",
              key=change.key, name=change.new)
    hint = say("write another name, or change the name itself, at `{key}` in {file}",
               key=key_path(change.names.path), file=change.names.file)
    return change.told(why, hint)


def _refused(change: Change, error: Rejected | Refused | Conflict) -> Told:
    """The change as one of which no document can be made."""
    if isinstance(error, Rejected):
        return change.told(error.findings[0].message, error.findings[0].hint)
    return _unwritten(change, error)


def _parts(wanted: Sequence[Change], wrong: Collection[int]) -> list[list[Change]]:
    """The changes in parts: those that are right, the others, and names so; halves where all are of one kind.
    """
    parts = [[one for one in wanted if bool(one.also) is name and (id(one) in wrong) is is_wrong]
             for name in (False, True) for is_wrong in (False, True)]
    found = [part for part in parts if part]
    half = len(wanted) // 2
    return found if len(found) > 1 else [list(wanted[:half]), list(wanted[half:])]


def _unwritten(change: Change, error: Refused | Conflict) -> Told:
    """The change as one that cannot be written in its file."""
    if isinstance(error, Conflict):
        return change.told(say("another value stands at `{key}`", key=change.key))
    return change.told(both(error.reason, error.hint))
