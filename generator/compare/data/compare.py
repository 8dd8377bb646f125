"""Two versions of a YAML file's model → what has changed, in the order of the agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.base import danish
from generator.base.language import say
from generator.base.values import replace
from generator.compare.data.change import Change, Kind
from generator.compare.data.matching import Pair, match
from generator.compare.data.naming import (
    BY_YEAR,
    IN_KRONER,
    NUMBERED,
    SILENT,
    Names,
    label,
    one,
    plain,
)
from generator.compare.data.prose import in_sections, prose
from generator.compare.data.renames import Renames
from generator.compare.data.things import (
    SAME_THING,
    Crumbs,
    alike_but_for_the_name,
    item_name,
    name_field,
    name_of,
    place_now,
    same_named,
    with_crumb,
    without_unit,
)
from generator.compare.data.words import likeness, word_diff
from generator.plan.model.base import Navngivet, samme
from generator.plan.model.budget import Budget
from generator.plan.model.maal import Baseline
from generator.plan.model.record import Model
from generator.plan.model.texts import Tekst
from generator.plan.model.values import Beløb, Timer

Entry = tuple[str, str, object]
"""Entry of a mapping: its name as it is known by now, its key, its value."""
A_SENTENCE = 4
"""From how many words on a value is compared word by word."""


class Comparer(Struct):
    """Compares two models of one kind. `old` and `new` name the things of either version's form."""

    old: Names
    new: Names
    renames: Renames = field(default_factory=Renames)
    _totals: tuple[Beløb | None, Beløb | None] = (None, None)

    def changes(
        self, old: Model, new: Model, crumbs: Crumbs = (), skip: str = ""
    ) -> Iterator[Change]:
        """Yield what has changed from one to the other, field by field; `skip` is told already."""
        if isinstance(old, Budget) and isinstance(new, Budget):
            self._totals = (old.total, new.total)
        for key in type(new).fields:
            was, is_ = getattr(old, key, None), getattr(new, key, None)
            if was != is_ and key != skip:
                yield from self._field(key, was, is_, crumbs)
        yield from self._sums(old, new)

    def _sums(self, old: Model, new: Model) -> Iterator[Change]:
        """Yield what is computed, and printed all the same."""
        if isinstance(old, Budget) and isinstance(new, Budget) and not new.samlet:
            yield from changed_sum(("Budget", say("in all")), old.total, new.total, new.enhed or "")

    def _field(self, key: str, was: object, is_: object, crumbs: Crumbs) -> Iterator[Change]:
        by_year = key == BY_YEAR and isinstance(was or is_, Mapping)
        here = crumbs if crumbs and (key in SILENT or by_year) else with_crumb(crumbs, label(key))
        if in_sections(was) and in_sections(is_):
            yield from self._items("afsnit", was, is_, here)
        elif in_sections(was) or in_sections(is_):
            yield from prose(was, is_, here)
        elif isinstance(was, tuple) and isinstance(is_, tuple):
            yield from self._items(key, was, is_, crumbs)
        elif isinstance(was, Mapping) and isinstance(is_, Mapping):
            yield from self._entries(was, is_, here)
        elif isinstance(was, Baseline) and isinstance(is_, Baseline):
            yield from self._baseline(was, is_, here)
        elif isinstance(was, Tekst) or isinstance(is_, Tekst):
            yield from prose(was, is_, here)
        elif isinstance(was, Model) or isinstance(is_, Model):
            yield from self._inner(was, is_, here)
        elif key in IN_KRONER:
            before, after = (replace(names, unit="kr.") for names in (self.old, self.new))
            yield from Comparer(before, after, self.renames)._short(was, is_, here)
        else:
            yield from self._short(was, is_, here)

    def _inner(self, was: object, is_: object, crumbs: Crumbs) -> Iterator[Change]:
        """A group of fields; one that is missing counts as one with nothing in it."""
        known = is_ if isinstance(is_, Model) else was
        before, after = (value if value is not None else _nothing_of(known) for value in (was, is_))
        if isinstance(before, Model) and isinstance(after, Model) and type(before) is type(after):
            yield from self.changes(before, after, crumbs)
        else:
            yield from self._short(was, is_, crumbs)

    def _short(self, was: object, is_: object, crumbs: Crumbs) -> Iterator[Change]:
        before, after = self.old.value(was), self.new.value(is_)
        kind = Kind.CHANGED if before and after else Kind.ADDED if after else Kind.REMOVED
        sentence = isinstance(was, str) and isinstance(is_, str) and len(before.split()) >= A_SENTENCE
        if sentence and kind is Kind.CHANGED:
            yield Change(crumbs, kind, words=word_diff(before, after), was=was, is_=is_)
        elif before != after:
            typed = isinstance(was or is_, str)
            shown = without_unit(before, after), after, self._shares(was, is_)
            yield Change(crumbs, kind, *shown, typed=typed, was=was, is_=is_)

    def _shares(self, was: object, is_: object) -> str:
        """The share of the budget before and after."""
        shares = [
            plain(danish.andel(amount, total))
            for amount, total in zip((was, is_), self._totals, strict=True)
            if isinstance(amount, Beløb) and total and total.tal
        ]
        return " → ".join(shares) if len(set(shares)) == 2 else ""

    def _baseline(self, was: Baseline, is_: Baseline, crumbs: Crumbs) -> Iterator[Change]:
        """Figure by figure; as a whole where there were none before, or are none now."""
        figures = [bool(b.områder or b.andre or b.tekst) for b in (was, is_)]
        if all(figures):
            yield from self.changes(was, is_, crumbs)
            return
        before, after = self.old.baseline(was), self.new.baseline(is_)
        if before != after:
            yield Change(crumbs, Kind.CHANGED, before, after, was=was, is_=is_)
        elif was.afventer != is_.afventer:
            yield from self._short(was.afventer, is_.afventer, (*crumbs, "afventer"))

    def _entries(
        self, was: Mapping[str, object], is_: Mapping[str, object], crumbs: Crumbs
    ) -> Iterator[Change]:
        def alike(old: Entry, new: Entry) -> float:
            return likeness(old[1], new[1]) + 0.5 * (old[2] == new[2])

        before = [(self.renames.was(name), name, value) for name, value in was.items()]
        after = [(self.renames.is_(name), name, value) for name, value in is_.items()]
        for pair in match(before, after, lambda entry: entry[0], alike, SAME_THING):
            _, old, was_then = pair.old or ("", "", None)
            _, new, is_now = pair.new or ("", "", None)
            name = self.new.of_key(new) if pair.new else self.old.of_key(old)
            if pair.old and pair.new and old != new:
                yield Change(crumbs, Kind.RENAMED, self.old.of_key(old), name, was=old, is_=new)
            if was_then != is_now:
                yield from self._entry(was_then, is_now, (*crumbs, name))

    def _entry(self, was: object, is_: object, crumbs: Crumbs) -> Iterator[Change]:
        if isinstance(was or is_, tuple):
            yield from self._items(crumbs[-1], was or (), is_ or (), crumbs[:-1])  # type: ignore[arg-type]
        else:
            yield from self._field("værdi", was, is_, crumbs)

    def _items(
        self, key: str, was: tuple[object, ...], is_: tuple[object, ...], crumbs: Crumbs
    ) -> Iterator[Change]:
        pairs = match(was, is_, lambda item: samme(self.new.of_item(item)), self._same_thing, SAME_THING)
        for pair in pairs:
            if pair.old is None or pair.new is None:
                yield self._came_or_went(key, pair, crumbs)
            else:
                before_it = self.new.of_item(is_[pair.new_at - 1]) if pair.new_at else ""
                yield from self._item(key, pair, before_it, crumbs)

    def _item(self, key: str, pair: Pair[object], before_it: str, crumbs: Crumbs) -> Iterator[Change]:
        old, new = pair.old, pair.new
        before, after = self.old.of_item(old), self.new.of_item(new)
        if pair.moved:
            note = place_now(pair, before_it)
            yield Change(with_crumb(crumbs, one(key)), Kind.MOVED, new=after, note=note, was=old, is_=new)
        if isinstance(old, Model) and isinstance(new, Model):
            numbered = key in NUMBERED
            renamed = not numbered and before != after
            if renamed:
                yield Change(with_crumb(crumbs, one(key)), Kind.RENAMED, before, after, typed=bool(crumbs),
                             was=name_of(old), is_=name_of(new))
            name = f"{one(key)} {pair.new_at + 1}" if numbered else item_name(key, after, bool(crumbs))
            told = name_field(new) if renamed else ""
            yield from self.changes(old, new, with_crumb(crumbs, name, as_is=True), told)
        elif old != new:
            yield from self._short(old, new, with_crumb(crumbs, f"{one(key)} {pair.new_at + 1}"))

    def _came_or_went(self, key: str, pair: Pair[object], crumbs: Crumbs) -> Change:
        came = pair.new is not None
        at = pair.new_at if came else pair.old_at
        what = f"{one(key)} {at + 1}" if key in NUMBERED else one(key)
        text = self.new.summary(pair.new) if came else self.old.summary(pair.old)
        kind = Kind.ADDED if came else Kind.REMOVED
        typed = bool(crumbs) and text == self.new.of_item(pair.new if came else pair.old)
        return Change(with_crumb(crumbs, what), kind, "" if came else text, text if came else "", typed=typed,
                      was=pair.old, is_=pair.new)

    def _same_thing(self, old: object, new: object) -> float:
        """Likelihood that two items of different names are one thing."""
        if not (isinstance(old, Model) and isinstance(new, Model)):
            return likeness(self.old.of_item(old), self.new.of_item(new))
        if isinstance(old, Navngivet) and isinstance(new, Navngivet):
            known = self.renames.was(old.navn) == self.renames.is_(new.navn)
            if known or same_named(old, new) == 1:
                return 1.0
        return max(likeness(self.old.of_item(old), self.new.of_item(new)), alike_but_for_the_name(old, new))


def changed_sum(
    crumbs: Crumbs, was: Beløb | Timer | None, is_: Beløb | Timer | None, unit: str
) -> Iterator[Change]:
    """The change of a computed total; nothing where it is not known on both sides."""
    if was is not None and is_ is not None and was != is_:
        before, after = (plain(danish.beløb(number)) for number in (was, is_))
        yield Change(crumbs, Kind.CHANGED, before, f"{after} {unit}".strip())


def _nothing_of(value: object) -> object:
    """A group of fields without any of them; None where one of them is always there."""
    if not isinstance(value, Model) or isinstance(value, Baseline):
        return None
    return type(value)() if type(value).is_whole(()) else None
