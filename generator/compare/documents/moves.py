"""Things that stand in both documents but elsewhere: the same, or with a few words edited."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field

from generator.compare.documents.matching import Pair
from generator.compare.documents.similar import Traits

_WORDS_TO_MOVE = 6
_ALIKE = 0.7
"""The share of its words that a thing elsewhere must have to be the same with words edited."""
_COMMON, _MANY = 4, 100


class Moves(Struct):
    """The names of the moves of one redline."""

    count: int = 0

    def name(self) -> str:
        """A name that no other move has."""
        self.count += 1
        return f"move{self.count}"


class Plan(Struct):
    """All that is known of each position so far."""

    pairs: list[Pair] = field(default_factory=list)
    gone: dict[int, str] = field(default_factory=dict)  # moved away: position in old → name of the move
    come: dict[int, str] = field(default_factory=dict)
    went_to: dict[int, int] = field(default_factory=dict)
    came_from: dict[int, int] = field(default_factory=dict)


class Known:
    """The traits of things by their numbers, found out once for each."""

    def __init__(self, traits: Callable[[int], Traits]) -> None:
        self._traits, self._known = traits, dict[int, Traits]()

    def __call__(self, number: int) -> Traits:
        if number not in self._known:
            self._known[number] = self._traits(number)
        return self._known[number]


def let_the_heavier_stay(plan: Plan, old: Sequence[int], new: Sequence[int], told: Known,
                         may_move: bool) -> None:
    """Of things that changed places let those stay that cost more marks, once if they move and else twice."""
    def cost(places: Iterable[int]) -> int:
        said = sum(len(told(old[place]).words) for place in places)
        return said if may_move and said >= _WORDS_TO_MOVE else 2 * said

    left, left_new = _left(plan, len(old), 0), _left(plan, len(new), 1)
    if not left or len(left) > _MANY:
        return
    often, often_new = Counter(old[i] for i in left), Counter(new[j] for j in left_new)
    places = {new[j]: j for j in left_new}
    for i in sorted(left):
        if often[old[i]] != 1 or often_new[old[i]] != 1:
            continue
        j = places[old[i]]
        between = {pair for pair in plan.pairs if (pair[0] - i) * (pair[1] - j) < 0}
        if cost(a for a, _ in between) < cost([i]):
            plan.pairs = sorted([*(pair for pair in plan.pairs if pair not in between), (i, j)])


def find_moves(plan: Plan, old: Sequence[int], new: Sequence[int], moves: Moves, told: Known) -> None:
    """Stretches that stand in both but out of order, seeded by what is left over once in each."""
    left, left_new = _left(plan, len(old), 0), _left(plan, len(new), 1)
    often, often_new = Counter(old[i] for i in left), Counter(new[j] for j in left_new)
    places = {new[j]: j for j in left_new if often_new[new[j]] == 1}
    for i in sorted(left):
        if i not in left or often[old[i]] > 1 or places.get(old[i]) not in left_new:
            continue
        _move(plan, old, new, (i, places[old[i]]), (left, left_new), moves, told)


def find_edited_moves(plan: Plan, old: Sequence[int], new: Sequence[int], moves: Moves, told: Known) -> None:
    """The same for what is left over on both sides and shares most of its words, though not all."""
    left, left_new = _left(plan, len(old), 0) - set(plan.gone), _left(plan, len(new), 1) - set(plan.come)
    places: dict[str, list[int]] = defaultdict(list)
    for j in sorted(left_new):
        for word in told(new[j]).words if told(new[j]).editable else ():
            places[word].append(j)
    for i in sorted(left):
        if i not in left or not told(old[i]).editable or len(told(old[i]).words) < _WORDS_TO_MOVE:
            continue
        rare = [there for word in told(old[i]).words if 0 < len(there := places.get(word, [])) <= _COMMON]
        near = Counter(j for there in rare for j in there if j in left_new)
        seed = max(near, key=lambda j: (near[j], -j), default=None)
        if seed is not None and _is_same(old[i], new[seed], told):
            _move(plan, old, new, (i, seed), (left, left_new), moves, told)


def _is_same(one: int, other: int, told: Known) -> bool:
    """Tell whether the two are one thing, a few words of which may be edited."""
    was, now = told(one), told(other)
    return one == other or (was.editable and was.parts == now.parts and was.likeness(now) >= _ALIKE)


def _move(plan: Plan, old: Sequence[int], new: Sequence[int], seed: Pair, left: tuple[set[int], set[int]],
          moves: Moves, told: Known) -> None:
    stretch = _stretch(old, new, seed, left, told)
    while len(stretch) > 1 and told(old[stretch[-1][0]]).opens:
        stretch.pop()
    traits = [told(old[a]) for a, _ in stretch]
    if any(one.movable for one in traits) or sum(len(one.words) for one in traits) >= _WORDS_TO_MOVE:
        _name(plan, stretch, moves, [one.alone for one in traits])
        left[0].difference_update(a for a, _ in stretch)
        left[1].difference_update(b for _, b in stretch)


def _name(plan: Plan, stretch: list[Pair], moves: Moves, alone: list[bool]) -> None:
    name = ""
    for (a, b), by_itself in zip(stretch, alone, strict=True):
        name = moves.name() if by_itself or not name else name
        plan.gone[a] = plan.come[b] = name
        plan.went_to[a], plan.came_from[b] = b, a
        if by_itself:
            name = ""


def _left(plan: Plan, count: int, which: int) -> set[int]:
    return set(range(count)) - {pair[which] for pair in plan.pairs}


def _stretch(old: Sequence[int], new: Sequence[int], seed: Pair, left: tuple[set[int], set[int]],
             told: Known) -> list[Pair]:
    """The seed and its neighbours, as far as both go on alike."""
    def goes_on(a: int, b: int) -> bool:
        return a in left[0] and b in left[1] and _is_same(old[a], new[b], told)

    i, j = seed
    first = last = 0
    while goes_on(i - first - 1, j - first - 1):
        first += 1
    while goes_on(i + last + 1, j + last + 1):
        last += 1
    return [(i + step, j + step) for step in range(-first, last + 1)]
