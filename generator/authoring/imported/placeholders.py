"""A plan in which every key holds a word that says nothing: what a form prints of it is its skeleton.

Lists hold two items, so that what a form repeats shows itself; the ways that a form has with one item, with
long texts or with texts in sections are plans of their own.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any, assert_never

from msgspec import Struct, field

from generator.authoring.imported.beside import documents_beside
from generator.authoring.imported.ways import Way
from generator.plan.kinds import HELHEDSPLAN, DocumentKind, FileKind
from generator.plan.model import patterns
from generator.plan.model.dates import Periode
from generator.plan.model.form import Form, Indsatsområde
from generator.plan.model.load import Loaded
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Field, Model
from generator.plan.model.refusal import Refused
from generator.plan.model.round_keys import RoundKeys
from generator.plan.model.shape import (
    Choice,
    Keys,
    KeysOf,
    ListOf,
    Maybe,
    OrKeys,
    OrList,
    Prose,
    Shape,
    Text,
    WholeNumber,
    choices_of,
    shape_of,
)
from generator.plan.source.read import read_yaml_bytes
from generator.run.read_what_is_sound import salvage

SIGN = "Xqz"
"""Begins every word of a plan of placeholders."""
NAMES = (f"{SIGN}navn et", f"{SIGN}navn to")
OTHERS = (f"{SIGN}andet et", f"{SIGN}andet to")
"""Names of figures to compare with."""
YEARS = ("2024", "2025")
AREA = "område"
FIRST_DAY, LAST_DAY, LATER_DAY = "1.1.2024", "31.12.2025", "31.12.2026"
IN_THE_PERIOD = "1.2.2024"
VALUES = ("1.1.2027", "1.200", "12 %", "2025", "ja")
HELD_BACK = "diskretioneret"
LONG = " ".join(["ord"] * 100)
NOT_PRINTED = frozenset({
    "accepter", "aliaser", "vejledning", "Helhedsplan.underskrift", "Underskrift.etiket",
    "Underskrift.måde", "Underskrift.nummer",
})
OWNER = f"{SIGN}ejer"
BESIDE = "#"
"""Stands before the number of a document that is beside the one of the form, in the name of its file."""


class _Filler(Struct):
    """Fills the keys of models; `area` is the area of effort that a document is for."""

    form: Form
    way: Way
    keys: RoundKeys
    area: str = ""
    file: str = ""
    number: int = 0
    at: int = 0
    inside: list[type[Model]] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)

    def model(self, model: type[Model]) -> dict[str, Any]:
        filled = {}
        self.inside.append(model)
        for name, about in self.keys.fields(model).items():
            if name == "status" and len(self.inside) == 1:
                continue
            if not (self.way.without | NOT_PRINTED) & {name, f"{model.__name__}.{name}"}:
                value = LATER_DAY if name == "til" and model is not Periode else self.of_key(name, about)
                if value not in (None, [], {}):
                    filled[name] = value
        self.inside.pop()
        return filled

    def of_key(self, name: str, about: Field) -> Any:
        if name == "indsatsområde":
            return self.area if len(self.inside) == 1 else self.own_area()
        if self.inside[-1] is Periode:
            return FIRST_DAY if name == "fra" else LAST_DAY
        if name == "midler":
            return self.form.midler
        if name == "bilag" and isinstance(shape_of(about.annotation), Text):
            return self.form.bilag[0].nøgle
        return self.value(name, shape_of(about.annotation), about)

    def value(self, name: str, shape: Shape, about: Field) -> Any:
        match shape:
            case Maybe(inner) | OrKeys(inner, _):
                return self.value(name, inner, about)
            case OrList(other, items):
                return self.value(name, items if self.way.sections else other, about)
            case Text(read, looks):
                return self.word() if looks is patterns.LINE else self.typed(read, about)
            case Prose():
                return f"{self.word()} {LONG}" if self.way.long else self.word()
            case WholeNumber():
                return "1"
            case Choice(words):
                return "ja" if "ja" in words else words[self.way.choice % len(words)]
            case ListOf(item):
                return [self.item(number, name, item, about) for number in range(self.items(item))]
            case KeysOf(inner):
                return {key: self.value(name, inner, about) for key in self.names(name, inner)}
            case Keys(model):
                return self.model(model)
            case never:
                assert_never(never)

    def items(self, item: Shape) -> int:
        return 0 if isinstance(item, Keys) and item.model in self.inside else self.way.items

    def item(self, number: int, name: str, item: Shape, about: Field) -> Any:
        self.at = number
        return self.value(name, item, about)

    def names(self, name: str, inner: Shape) -> tuple[str, ...]:
        """Keys that a writer chooses; of figures by year and area some have one year alone."""
        if name == "indsatsområder":
            return tuple(område.nøgle for område in self.form.indsatsområder)
        names = YEARS if name == "år" else OTHERS if name == "andre" else NAMES
        is_once = self.way.owned or (self.way.apart and self.at)
        return names[: 1 if name == "år" and isinstance(inner, Keys) and is_once else self.way.items]

    def own_area(self) -> str:
        """An area of effort that no other key has, so that its name tells the key."""
        self.areas.append(f"{self.word()}{AREA}")
        return self.areas[-1]

    def word(self) -> str:
        self.number += 1
        return f"{SIGN}{self.file}ord{self.number}"

    def typed(self, read: Any, about: Field) -> str:
        for value in (*(HELD_BACK,) * self.way.long, IN_THE_PERIOD, about.example.strip('"[]{}'), *VALUES):
            with suppress(Refused, ValueError):
                read(value)
                return value
        return self.word()


def placeholder_plan(form: Form, way: Way, kind: DocumentKind) -> Plan:
    """A plan of the round with one document of that kind, filled in that way."""
    area = form.indsatsområder[0].nøgle
    areas: list[str] = []
    shared = _filled(HELHEDSPLAN, form, way, area, areas)
    shared["indsatsområder"] = [
        {"indsatsområde": one.nøgle} | ({"lokalt_navn": f"{SIGN}{one.nøgle}"} if way.owned else {})
        for one in form.indsatsområder]  # fmt: skip
    shared["vejledning"] = way.guidance
    if way.owned:
        for one, name in zip(shared["boligområder"], NAMES, strict=False):
            one |= {"navn": name, "kortnavn": f"{name}s", "ejer": OWNER}
    document = _filled(kind, form, way, area, areas)
    if "bilag" in document:
        document["bilag"] = [{"bilag": one.nøgle} | _of_annex(one.nøgle, way) for one in form.bilag]
    if "gruppe" in document and (groups := shared.get("organisation", {}).get("grupper")):
        document["gruppe"] = groups[0]["navn"]
    section = document.get("problemkompleks")
    if form.kriterier and isinstance(section, dict) and way.items > 1:
        section["kriterier"]["vurderinger"] = [
            {"kriterium": punkt.nøgle, "vurdering": f"{SIGN}ord", "kilde": f"{SIGN}kilde"}
            for punkt in form.kriterier.punkter]
    beside = documents_beside(kind, document, way.items, lambda one, number: _filled(
        one, form, way, area, areas, str(number)), lambda: _area(areas))  # fmt: skip
    loaded = [Aftale(kind.name, kind, _loaded(kind, document))]
    loaded += [Aftale(one.name, one, _loaded(one, data, number)) for number, (one, data) in enumerate(beside)]
    return Plan("", _loaded(HELHEDSPLAN, shared), tuple(loaded), _with_areas(form, areas))


def _area(areas: list[str]) -> str:
    """An area of effort that no other key has."""
    areas.append(f"{SIGN}{len(areas)}{AREA}")
    return areas[-1]


def _of_annex(key: str, way: Way) -> dict[str, str]:
    return {"status": "vedlagt"} | ({} if way.without & {"note"} else {"note": f"{SIGN}note {key}"})


def _with_areas(form: Form, areas: list[str]) -> Form:
    own = tuple(Indsatsområde(nøgle=area, navn=area) for area in areas)
    return _other(form, indsatsområder=(*form.indsatsområder, *own))


def _other(form: Form, **values: Any) -> Form:
    return Form(**{**{key: value for key, value in form.items() if key in form.given}, **values})


def other_form(form: Form) -> Form:
    """The form with what it prints in columns in rows, and the other way round."""
    words = choices_of(shape_of(Form.fields["delmålstabel"].annotation))
    other = next(word for word in words if word != form.delmålstabel)
    return _other(form, delmålstabel=other)


def _filled(
    kind: FileKind, form: Form, way: Way, area: str, areas: list[str], mark: str = ""
) -> dict[str, Any]:
    keys, file = RoundKeys.of(form, kind), f"{kind.name[:1]}{mark}"
    return _Filler(form, way, keys, area, file, areas=areas).model(kind.model)


def _loaded(kind: FileKind, data: dict[str, Any], number: int | None = None) -> Loaded[Any]:
    """The file of a kind; of one that is beside the document its name has its number."""
    name = kind.pattern if number is None else f"{kind.name}{BESIDE}{number}"
    source = read_yaml_bytes(json.dumps(data, ensure_ascii=False).encode(), name)
    sound = salvage(source, kind.model)
    assert sound, kind.name
    return sound.loaded
