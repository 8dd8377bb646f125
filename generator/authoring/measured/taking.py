"""Figures → edits of the målepunkter in the YAML: what comes in, what is there already, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from msgspec import Struct, field

from generator.authoring.edits import Add, Edit, Set
from generator.authoring.measured.figures import CannotBe, Figure, NotTaken, plain_number
from generator.authoring.measured.mapping import ColumnMap
from generator.base import danish
from generator.base.language import listed, say
from generator.base.nearest import suggestion
from generator.plan.model.base import samme
from generator.plan.model.counts import Måltal
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.maal import Målepunkt, målepunkt
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

LIST = "målepunkter"


class Change(NamedTuple):
    """A figure that comes in: what it is of, its text before, empty where there was none, and now."""

    place: str
    what: str
    old: str
    new: str


class Taken(Struct):
    """Result of a table: its edits, the figures that they change, how many were so already, and the rest."""

    edits: list[Edit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    same: int = 0
    kept: list[NotTaken] = field(default_factory=list)


class _Where(NamedTuple):
    """Home of a figure: målepunkt, year, whether it is an area's, and the name there."""

    punkt: str
    år: str
    key: str
    navn: str


def taken(
    found: Iterable[Figure | NotTaken], data: Data, there: tuple[Målepunkt, ...], plan: Helhedsplan,
    mapping: ColumnMap,
) -> Taken:
    """Hold the figures against `there`, what the YAML `data` has now. Nothing is changed by it.

    Figures that name the same thing and differ are all left out.
    """
    made = _Taking(data, there, plan, mapping)
    for figure in found:
        if isinstance(figure, NotTaken):
            made.result.kept.append(figure)
        else:
            made.put(figure)
    return made.done()


class _Taking:
    def __init__(
        self, data: Data, there: tuple[Målepunkt, ...], plan: Helhedsplan, mapping: ColumnMap
    ) -> None:
        self._data, self._there, self._plan, self._mapping = data, there, plan, mapping
        self._others = {samme(name): own for name, own in mapping.andre.items()}
        self._areas = {samme(name): own for name, own in mapping.områder.items()}
        self._figures: dict[_Where, list[tuple[Figure, str]]] = {}
        self.result = Taken()

    def put(self, figure: Figure) -> None:
        """Find where the figure belongs, and how it is written there."""
        try:
            where, text = self._where(figure), self._written(figure)
            self._figures.setdefault(where, []).append((figure, text))
        except CannotBe as cannot:
            self.result.kept.append(NotTaken(figure.place, str(cannot)))

    def done(self) -> Taken:
        """Make the edits: what is new of one målepunkt or one year as one."""
        new: dict[tuple[str, ...], dict[_Where, str]] = {}
        for where, told in self._figures.items():
            if len({text for _, text in told}) > 1:
                texts = listed(dict.fromkeys(text for _, text in told))
                why = say("{figure} is told twice: {texts}", figure=_named(where), texts=texts)
                self.result.kept += [NotTaken(figure.place, why) for figure, _ in told]
                continue
            figure, text = told[0]
            self._hold(where, figure.place, text, new)
        for number, (_, figures) in enumerate(
            [item for item in new.items() if len(item[0]) == 1], len(self._there)
        ):
            self.result.edits.append(Add((LIST, number), self._punkt(figures)))
        for (name, *rest), figures in new.items():
            if rest:
                path = (LIST, self._number(name), "år", rest[0])
                self.result.edits.append(Add(path, _året(figures), self._place(name, rest[0])))
        return self.result

    def _hold(
        self, where: _Where, place: str, text: str, new: dict[tuple[str, ...], dict[_Where, str]]
    ) -> None:
        """Hold a figure against the one that stands there."""
        punkt = målepunkt(self._there, where.punkt)
        året = punkt.i(int(where.år)) if punkt else None
        if punkt is None or året is None:
            home = (where.punkt,) if punkt is None else (where.punkt, where.år)
            new.setdefault(home, {})[where] = text
            self.result.changes.append(Change(place, _named(where), "", text))
            return
        held = getattr(året, where.key).get(where.navn)
        path: KeyPath = (LIST, self._number(where.punkt), "år", where.år, where.key, where.navn)
        if held is None:
            self.result.edits.append(Add(path, text))
            self.result.changes.append(Change(place, _named(where), "", text))
        elif held.værdi == Måltal.parse(text):
            self.result.same += 1
        else:
            old = _at(self._data, path)
            path, old = ((*path, "værdi"), old["værdi"]) if isinstance(old, dict) else (path, old)
            self.result.edits.append(Set(path, text, old))
            self.result.changes.append(Change(place, _named(where), str(old), text))

    def _where(self, figure: Figure) -> _Where:
        known = målepunkt(self._there, figure.målepunkt)
        navn, key = self._name(figure.område)
        punkt = known.navn if known else self._first(figure.målepunkt)
        året = known.i(figure.år) if known else None
        same = (name for name in getattr(året, key) if self._same(name, navn)) if året else iter(())
        return _Where(punkt, str(figure.år), key, next(same, navn))

    def _first(self, punkt: str) -> str:
        """Name of a new målepunkt as the table writes it first."""
        return next((where.punkt for where in self._figures if samme(where.punkt) == samme(punkt)), punkt)

    def _name(self, typed: str) -> tuple[str, str]:
        """Name that the figure stands under, and the key that it is in."""
        if samme(typed) in self._others:
            return self._others[samme(typed)], "andre"
        name = self._areas.get(samme(typed), typed)
        område = self._plan.boligområde(name)
        if område is None:
            near = suggestion(name, [navn for one in self._plan.boligområder for navn in one.alle_navne])
            raise CannotBe(say(
                "`{typed}` is none of the plan's boligområder: {near}; else write it in the mapping, under "
                "`områder`, `andre` or `spring_over`", typed=typed, near=near,
            ))  # fmt: skip
        return område.navn, "områder"

    def _same(self, one: str, other: str) -> bool:
        found = self._plan.boligområde(one)
        return samme(found.navn if found else one) == samme(other)

    def _written(self, figure: Figure) -> str:
        """The figure as it is typed in YAML: with % where the målepunkt is a share."""
        if isinstance(figure.tal, str):
            return figure.tal
        known = målepunkt(self._there, figure.målepunkt)
        unit = known if known and known.enhed else Målepunkt(navn=figure.målepunkt, enhed=self._mapping.enhed)
        if not unit.enhed and not figure.er_procent:
            raise CannotBe(say(
                "the unit of `{name}` is not known; write `enhed` in the mapping", name=figure.målepunkt))
        if figure.er_procent and not unit.er_andel and unit.enhed:
            raise CannotBe(say(
                "it is a percentage, and `{name}` is in {unit}", name=figure.målepunkt, unit=unit.enhed))
        share = figure.er_procent or unit.er_andel
        text = danish.beløb(self._share(figure)) + " %" if share else danish.beløb(figure.tal)
        if Måltal.made_of(text) is None:
            raise CannotBe(say("`{typed}` is nothing that is measured", typed=text))
        return text

    def _share(self, figure: Figure) -> Decimal:
        """The number of percent."""
        assert isinstance(figure.tal, Decimal)
        as_fraction = self._mapping.procent_som == "brøk" and not figure.er_procent
        if not figure.er_procent and self._mapping.procent_som is None and 0 < abs(figure.tal) <= 1:
            said = danish.beløb(figure.tal)
            raise CannotBe(say(
                "`{said}` is {said} % or {other} %; write procent_som: procenttal or brøk in the mapping",
                said=said, other=danish.beløb(plain_number(figure.tal * 100)),
            ))  # fmt: skip
        return plain_number(figure.tal * 100) if as_fraction else figure.tal

    def _punkt(self, figures: Mapping[_Where, str]) -> dict[str, Data]:
        """A new målepunkt with all its years."""
        years = sorted({where.år for where in figures})
        told = {"navn": next(iter(figures)).punkt, "enhed": self._mapping.enhed, "kilde": self._mapping.kilde}
        by_year: dict[str, Data] = {
            year: _året({where: text for where, text in figures.items() if where.år == year})
            for year in years
        }
        return {**{key: str(text) for key, text in told.items() if text}, "år": by_year}

    def _number(self, navn: str) -> int:
        return next(at for at, punkt in enumerate(self._there) if punkt.navn == navn)

    def _place(self, navn: str, year: str) -> int:
        """Place of a new year among those of the målepunkt."""
        return sum(other < year for other in self._there[self._number(navn)].år)


def _året(figures: Mapping[_Where, str]) -> dict[str, Data]:
    """Figures of one year as YAML has them."""
    keys: dict[str, Any] = {}
    for where, text in figures.items():
        keys.setdefault(where.key, {})[str(where.navn)] = text
    return {key: keys[key] for key in ("områder", "andre") if key in keys}


def _named(where: _Where) -> str:
    return f"{where.punkt} {where.år}, {where.navn}"


def _at(data: Any, path: Iterable[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data
