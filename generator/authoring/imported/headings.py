"""Headings and labels of a form, and how near what people write above a text comes to each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.authoring.imported.alike import PARTLY, TAKEN, folded, likeness, likeness_of_headings
from generator.authoring.imported.concepts import concepts_of, likeness_by_words
from generator.authoring.imported.settled import settled
from generator.authoring.imported.slots import ANY, Slot
from generator.authoring.imported.units import LONGEST_LABEL

LABELS = (0, 3)
"""Levels of what stands above one text of an item."""


class Headings(Struct):
    """The form's headings and labels, folded. A text that is one of them in its letters is no other."""

    levels: Mapping[str, int] = {}
    """Each with its level in the form; 0 for a label."""
    keys: Mapping[str, str] = {}
    """For each the key of what stands first below it."""
    items: Collection[str] = ()
    """Labels above one text of an item."""
    owners: Mapping[str, str] = {}
    """For headings of sections that one of a document comes nearer to than its others: that one."""
    known: dict[str, int | None] = field(default_factory=dict)
    best: dict[str, tuple[float, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, slots: Iterable[Slot]) -> Headings:
        """The headings and labels of these slots."""
        slots = [*slots]
        own = [slot for slot in _all(slots) if _is_one(slot)]
        return cls({folded(slot.text).removesuffix(" –"): slot.level for slot in own}, dict(_keys(slots)),
                   {folded(slot.text) for slot in own if slot.loops and slot.level in LABELS})  # fmt: skip

    def settled(self, said: Iterable[str]) -> Headings:
        """The headings, where each that begins a section is but one of what a document has above its own."""
        sections = [form for form, level in self.levels.items() if level == 1]
        alike = {(text, form): self.alike(text, form, level=1)
                 for text in dict.fromkeys(said) for form in sections}  # fmt: skip
        owners = settled({pair: price for pair, price in alike.items() if price >= PARTLY})
        return Headings(self.levels, self.keys, self.items, owners)

    @property
    def anchors(self) -> Collection[str]:
        """All of them."""
        return self.levels.keys()

    def alike(self, said: str, form: str, enough: float = 0.5, *, level: int = 0) -> float:
        """The likeness of a folded heading or label to the form's; `level` is that of the heading."""
        owner = self.owners.get(form, said)
        if owner != said and self._alike(owner, form, 0.5, 1) > self._alike(said, form, enough, level):
            return 0.0
        return self._alike(said, form, enough, level)

    def _alike(self, said: str, form: str, enough: float, level: int) -> float:
        own = self.levels.get(said)
        if own is not None and said != form and (level == 0 or own not in LABELS):
            return 0.0
        by_letters = likeness_of_headings(said, form, enough) if concepts_of(said) else likeness(said, form)
        known = self.known_level(said)
        is_known = known is not None and not (level == 1 and known == 0)
        return by_letters if is_known else max(by_letters, likeness_by_words(said, form))

    @staticmethod
    def by_words(said: str, form: str) -> float:
        """The likeness of a label to a head of a table."""
        return 1.0 if said == form else likeness_by_words(said, form)

    def known_level(self, said: str) -> int | None:
        """Level of the one that it is in its letters, but for a slip; None where it is none."""
        if said not in self.known:
            near = (level for one, level in self.levels.items() if likeness(said, one) >= TAKEN)
            self.known[said] = self.levels.get(said, next(near, None))
        return self.known[said]

    def nearest(self, said: str) -> float:
        """The likeness to the one that it is most like."""
        return self._best(said)[0]

    def is_one(self, said: str) -> bool:
        """Tell whether it is one of the form's, in whatever words."""
        return self._best(said)[0] >= PARTLY

    def is_owner(self, said: str) -> bool:
        """Tell whether it is the document's for a section of the form."""
        return said in self.owners.values()

    def is_own(self, said: str) -> bool:
        """Tell whether it surely is one of the form's, and no label of an item."""
        return (said in self.anchors and said not in self.items) or self.is_owner(said) or any(
            form not in self.items and self.alike(said, form) >= TAKEN for form in self.anchors)

    def is_section(self, said: str) -> bool:
        """Tell whether it begins a section of the form."""
        return self._best(said)[1] == 1

    def is_sure_section(self, said: str) -> bool:
        """Tell whether it surely is one that begins a section of the form."""
        sections = (one for one, level in self.levels.items() if level == 1)
        return any(self.alike(said, one, level=1) >= TAKEN for one in sections)

    def is_label(self, said: str) -> bool:
        """Tell whether it is what a form has above one text of several."""
        return self.is_one(said) and self._best(said)[1] in LABELS

    def is_of_item(self, said: str) -> bool:
        """Tell whether it is what a form has above one text of an item."""
        return any(self.alike(said, one) >= PARTLY for one in self.items)

    def _best(self, said: str) -> tuple[float, int]:
        if said not in self.best:
            likely = ((self.alike(said, one), level) for one, level in self.levels.items())
            self.best[said] = max(likely, key=lambda one: (one[0], -one[1]), default=(0.0, 0))
        return self.best[said]


def _is_one(slot: Slot) -> bool:
    """Tell whether it is a heading or a label, or a heading after which the parties put a name of theirs."""
    if slot.what == "fixed":
        is_short = len(slot.text.split()) <= LONGEST_LABEL
        return slot.level > 0 or slot.label or (slot.text.endswith(":") and is_short)
    return slot.level > 0 and slot.text.endswith(" –")


def _all(slots: Iterable[Slot]) -> Iterator[Slot]:
    for slot in slots:
        yield slot
        for cell in slot.cells:
            yield from _all(cell)


def _keys(slots: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    """Each heading and label with the key of the first text below it."""
    for at, slot in enumerate(slots):
        if _is_one(slot):
            hole = next((hole for below in slots[at + 1 :] for hole in below.holes()), None)
            if hole and not hole.computed:
                steps = [step for step in hole.path if isinstance(step, str) and step != ANY]
                yield folded(slot.text), ".".join(steps)
