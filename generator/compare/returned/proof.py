"""Proof of changes: what is made of them, held against what was read, and what follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from generator.authoring.edits import Move
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.changes import Change
from generator.compare.returned.holes import Slot
from generator.compare.returned.seen import Seen
from generator.compare.returned.told import Told, reason
from generator.render.tracing import Kind, Source


def unproven(taken: Sequence[Change], last: Seen) -> list[Change]:
    """The changes of which something stands otherwise in what is made of them, wherever it stands."""
    still = {(one.slot, number) for one in last.changes for number in one.where}
    lists = {one.slot for one in last.changes if one.is_list}
    return [one for one in taken if not all(_is_borne_out(one, number, last, still, lists)
                                            for number in one.where or {0})]


def _is_borne_out(
    change: Change, number: int, last: Seen, still: set[tuple[Slot, int]], lists: set[Slot]
) -> bool:
    if number in last.strange and all(isinstance(edit, Move) for edit in change.edits):
        return False  # moved in the YAML, and made where it was all the same: another key has the order
    path = change.slot.path
    printed = (last.worded if change.fills else last.moved).get(number, ())
    if any(slot.file == change.slot.file and slot.path[: len(path)] == path for slot in printed):
        return True
    if number in last.strange:
        return False
    if change.is_list and change.slot in lists:
        return bool(number) and number not in last.differ  # it is so here; elsewhere the list is as it was
    return change.is_list or (change.slot, number) not in still


def nameless(taken: Iterable[Change], last: Seen) -> list[Change]:
    """The changes of keys that named something, and now name nothing that there is."""
    named = {one.slot for one in last.places if one.source.reference}
    return [one for one in taken if one.names and one.new and one.slot not in named]


def rest(
    taken: Iterable[Change], known: Sequence[Told], first: Seen, last: Seen
) -> tuple[list[Told], list[Told]]:
    """All that differs after the changes and is not known: what cannot come back, and what follows.

    What follows has the words that were read as its old ones.
    """
    told_at: dict[tuple[str, str], set[int]] = {}
    for one in known:
        told_at.setdefault((one.old, one.new), set()).update(one.where)
    from_the_start = {(one.old, one.new) for one in first.told}
    edited = {(number, one.source) for one in first.told for number in one.where}
    taken = list(taken)
    changed = {number for one in taken for number in one.where} & last.moved.keys()
    changed |= {number for one in taken if one.fills for number in one.where} & last.worded.keys()
    told: list[Told] = []
    follows: list[Told] = []
    for one, is_sure in _differences(first, last):
        words = one.old, one.new
        if words in told_at and one.where <= told_at[words]:
            continue
        elsewhere = one.where - first.differ | changed
        is_new = (all(number in elsewhere or _is_computed_anew(one, number, edited) for number in one.where)
                  if one.where else words not in from_the_start)
        if is_sure or is_new:
            follows.append(replace(one, old=one.new, new=one.old))
        else:
            told.append(one)
    return [*told, *_unheard(last, [*known, *told], follows)], follows


def _unheard(last: Seen, told: Sequence[Told], follows: Sequence[Told]) -> Iterator[Told]:
    """Yield what differs and nothing else tells of: no word that was read or is made comes to nothing."""
    heard = {number for one in (*told, *follows) for number in one.where}
    gone = [*(one.old for one in told), *(one.new or one.old for one in follows)]
    lacking = [one for one in last.lacking
               if one.old.strip() and not any(one.old in text for text in gone)]
    for number, leaf in last.strange.items():
        if number in heard:
            continue
        elsewhere = next((one for one in lacking if one.old == leaf.text), None)
        if elsewhere:
            lacking.remove(elsewhere)
            yield Told(leaf.heading, leaf.text, say("moved"),
                       say("it stands at another place, as the YAML decides the order"),
                       say("move it in the YAML, if it is to stand elsewhere"), None, frozenset([number]))
        else:
            yield Told(leaf.heading, "", leaf.text, *reason(None), None, frozenset([number]))
    yield from lacking


def _is_computed_anew(told: Told, number: int, edited: Set[tuple[int, Source | None]]) -> bool:
    """Tell whether it is a computed value that nobody has touched in that paragraph."""
    computed = told.source is not None and told.source.kind is Kind.COMPUTED
    return computed and (number, told.source) not in edited


def _differences(first: Seen, last: Seen) -> Iterator[tuple[Told, bool]]:
    """All that the last state says otherwise than what was read, and does it surely follow from a change."""
    same = {(one.slot, number) for one in first.places if not one.changed for number in one.where}
    moved = Counter(one.new for one in last.changes if one.where and one.where <= last.moved.keys())
    for one in last.changes:
        if not one.where and moved[one.old]:
            moved[one.old] -= 1
            continue
        if one.where and one.where <= last.moved.keys():
            is_case = one.old.casefold() == one.new.casefold()
            yield one.told(say("the form decides which letters are capital") if is_case else
                           say("it stands at another place, as the YAML decides the order")), True
        elif all((one.slot, number) in same for number in one.where):
            yield one.told(say("`{key}` is printed here too", key=one.key)), True
        else:
            yield one.told(say("`{key}` says otherwise now", key=one.key)), False
    yield from ((one, False) for one in last.told)
