"""Differences between the document of a state and one that was read: changes of keys, and the rest told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.authoring.renaming import is_name
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.aligned import Pair, aligned
from generator.compare.returned.beside import put_in
from generator.compare.returned.changes import Change, Unsure, changes
from generator.compare.returned.holes import Slot, segments
from generator.compare.returned.leaves import Leaf, plain
from generator.compare.returned.list_changes import list_changes
from generator.compare.returned.occurrences import Computed, Occurrence, occurrences
from generator.compare.returned.renames import with_names
from generator.compare.returned.state import State
from generator.compare.returned.still_there import Loose
from generator.compare.returned.told import Told, reason
from generator.document.model import Document, Run
from generator.plan.model.load import key_path
from generator.plan.source.tree import KeyPath
from generator.render.tracing import Kind, Traced


class Seen(Struct, frozen=True):
    """Differences between `made`, the document of a state, and the one that was read.

    `differ` are the numbers of the paragraphs that were read and are others than what is made, `strange` are
    those of them that stand for nothing that is made, `lacking` tells what is made and was not read. `moved`
    are those of what differs that are printed as they stand, at another place, with the keys that are
    printed there; `worded` are those whose words are printed.
    """

    made: Document
    changes: Sequence[Change] = ()
    told: Sequence[Told] = ()
    unsure: Sequence[Unsure] = ()
    places: Sequence[Occurrence] = ()
    computed: Sequence[Computed] = ()
    differ: frozenset[int] = frozenset()
    strange: Mapping[int, Leaf] = {}
    lacking: Sequence[Told] = ()
    moved: Mapping[int, frozenset[Slot]] = {}
    worded: Mapping[int, frozenset[Slot]] = {}


def seen(state: State, read: Document, *, with_places: bool, traced: Traced | None = None) -> Seen:
    """Compare the document of the state with what was read; `with_places` where nothing differs too.

    `traced` is that document, where it is known.
    """
    traced = traced or state.traced()
    pairs = aligned(traced.document, read)
    others = [pair for pair in pairs if not _is_nothing(pair)]
    if not (others or with_places):
        return Seen(traced.document)
    found = occurrences(pairs, traced)
    loose = Loose([pair.new.text for pair in found.left if pair.new and pair.old is None])
    kept, told, unsure = changes(found, state, traced.document, read, loose)
    lists, not_like = list_changes(found.lists, state, traced.document, read, loose)
    lists.sort(key=lambda one: len(one.slot.path), reverse=True)  # what is in an item before the item
    return Seen(
        traced.document, [*with_names(kept, state, found.occurrences), *lists],
        [*found.told, *told, *not_like, *_left(found.left, pairs, traced)], unsure,
        found.occurrences, found.computed, frozenset(pair.new.number for pair in others if pair.new),
        {pair.new.number: pair.new for pair in others if pair.new and pair.old is None},
        [_went(pair.old, pair, traced) for pair in others if pair.old and pair.new is None],
        dict(_elsewhere(others, traced, _looks)),
        dict(_elsewhere(others, traced, lambda leaf: leaf.text.strip().casefold())))  # fmt: skip


def _elsewhere(
    others: Sequence[Pair], traced: Traced, looks: Callable[[Leaf], Hashable]
) -> Iterator[tuple[int, frozenset[Slot]]]:
    """The leaves that were read and of which one is made elsewhere that looks the same."""
    made: dict[Hashable, list[Leaf]] = {}
    for pair in others:
        if pair.old:
            made.setdefault(looks(pair.old), []).append(pair.old)
    met = Counter[Hashable]()
    for leaf in (pair.new for pair in others if pair.new):
        look = looks(leaf)
        same = made.get(look, [])
        met[look] += 1
        if met[look] <= len(same):
            parts = (part for one in same for part in segments(one, traced))
            yield leaf.number, frozenset(part.slot for part in parts if part.slot)


def _looks(leaf: Leaf) -> Hashable:
    """The look of the leaf and its words, which a form may begin with a capital letter."""
    return leaf.kind, tuple([replace(one, text=one.text.casefold()) if isinstance(one, Run) else one
                             for one in plain(leaf.content)])


def _is_nothing(pair: Pair) -> bool:
    """Tell whether a reader sees no difference: an empty paragraph that came is none."""
    return pair.is_same or (pair.old is None and pair.new is not None and not pair.new.text.strip())


def _left(left: Sequence[Pair], pairs: Sequence[Pair], traced: Traced) -> Iterator[Told]:
    """Leaves that came or went, and that no prose holds."""
    places = {id(pair): at for at, pair in enumerate(pairs)}
    for pair in left:
        yield _went(pair.old, pair, traced) if pair.old else _came(pairs, places[id(pair)], traced)


def _went(leaf: Leaf, pair: Pair, traced: Traced) -> Told:
    sources = [part.source for part in segments(leaf, traced)]
    source = sources[0] if len(sources) == 1 else None
    if source and source.kind is Kind.TEMPLATE and source.block:
        why, hint = reason(source)
    else:
        why = say("the form prints this wherever it stands")
        hint = say("take out in the YAML what it is of, or take the block out in the plan's own wording")
        if of := _printed_of(part.slot for part in segments(leaf, traced)):
            hint = say("take `{key}` out of {file}", key=key_path(of.path), file=of.file)
    where = frozenset([pair.new.number]) if pair.new else frozenset()
    return Told(leaf.heading, leaf.text, pair.new.text if pair.new else "", why, hint, source, where)


def _printed_of(slots: Iterable[Slot | None]) -> Slot | None:
    """The key that all of the holes are of, of a name what it names; None where they are of several."""
    found = {Slot(slot.file, slot.path[:-1] if _is_name_of_one(slot.path) else slot.path)
             for slot in slots if slot}
    return found.pop() if len(found) == 1 else None


def _is_name_of_one(path: KeyPath) -> bool:
    return len(path) > 1 and isinstance(path[-1], str) and is_name(path)


def _came(pairs: Sequence[Pair], at: int, traced: Traced) -> Told:
    leaf = pairs[at].new
    assert leaf
    found = put_in(pairs, at, traced)
    why, hint = reason(None, found.places[0].source.block if found else "")
    return Told(leaf.heading, "", leaf.text, why, hint, None, frozenset([leaf.number]), found)
