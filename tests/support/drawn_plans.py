"""Plans that hypothesis makes of the models: any key that may be missing is there or is not."""

from __future__ import annotations

import types
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from generator.base.findings import Place
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import Loaded
from generator.plan.model.own import OwnText
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reader import value_of
from generator.plan.model.record import Model
from generator.plan.model.texts import ÅrTal
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Procent, Tekst, Timer
from generator.plan.source.read import Source
from generator.workspace.folders import PlanFolder, Workspace

AREAS = ("Bøgehaven", "Linden")
TYPED: dict[Any, str] = {
    Tekst: "En tekst.", Beløb: "5", Procent: "5 %", Antal: "5", Timer: "5", Måltal: "5", Dato: "1.4.2020",
    ÅrTal: "2020", int: "5",
}  # fmt: skip
"""What is typed for each kind of value, which is then read anew at every place that it stands at."""

FILES = ("helhedsplan", "strategisk-samarbejdsaftale", "delaftale-beskaeftigelse")
DRAWN = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def folder_for_plans(root: Path) -> PlanFolder:
    """The folder of a plan with one document of each kind, for plans that are not read from it."""
    folder = root / "agreements" / "plan"
    folder.mkdir(parents=True)
    for name in FILES:
        (folder / f"{name}.yaml").touch()
    return Workspace(root).plan("plan")


@st.composite
def plans(draw: st.DrawFn, folder: PlanFolder, form: Form) -> Plan:
    """A plan with a document for each file of that folder, whatever stands in it."""
    drawer = _Drawer(draw, form)
    shared: Any = drawer.model(Helhedsplan)
    aftaler = tuple(
        Aftale(file.name, file.kind, _loaded(drawer.model(file.kind.model), folder.name_of(file.name)))
        for file in folder.aftaler()
    )
    return Plan(folder.name, _loaded(shared, folder.name_of("helhedsplan")), aftaler, form)


def _loaded(value: Any, name: str) -> Any:
    return Loaded(value, Source(None, {(): Place(name)}, name))


@dataclass
class _Drawer:
    draw: st.DrawFn
    form: Form

    def model(self, model: type[Model]) -> Model:
        """Any of the model's values."""
        values = {}
        for name, field in model.fields.items():
            if field.is_required or self.draw(st.booleans()):
                draw = self.steering if field.steers is True else self.value
                values[name] = draw(field.annotation, name)
        if model.one_of and not any(values.get(name) for name in model.one_of):
            values[model.one_of[0]] = self.value(model.fields[model.one_of[0]].annotation, model.one_of[0])
        return model(**{name: value for name, value in values.items() if value is not None})

    def steering(self, annotation: Any, name: str) -> Any:
        """What the form and the other keys know."""
        form = self.form
        words = {
            "indsatsområde": [område.nøgle for område in form.indsatsområder],
            "bilag": [bilag.nøgle for bilag in form.bilag],
            "kriterium": [punkt.nøgle for punkt in form.kriterier.punkter] if form.kriterier else ["ukendt"],
            "midler": [form.midler], "ejer": ["Ejeren"],
        }  # fmt: skip
        if name in words:
            return OwnText(self.draw(st.sampled_from(words[name])))
        return () if name in ("aliaser", "accepter") else self.value(annotation, name)

    def value(self, annotation: Any, name: str) -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if annotation in TYPED:
            return value_of(annotation, TYPED[annotation])
        if origin is Annotated:
            return OwnText(self.draw(st.sampled_from([*AREAS, "Ejeren"])) if name == "navn" else "En linje")
        if origin in (Union, types.UnionType):
            kinds = [kind for kind in arguments if kind is not types.NoneType]
            return self.value(self.draw(st.sampled_from(kinds)), name)
        if origin is Literal:
            return OwnText(self.draw(st.sampled_from(arguments)))
        if origin is tuple:
            return tuple(self.value(arguments[0], name) for _ in range(self.draw(st.integers(1, 2))))
        if origin is dict:
            known = [område.nøgle for område in self.form.indsatsområder]
            keys = known if name == "indsatsområder" else AREAS
            return {key: self.value(arguments[1], name) for key in keys if self.draw(st.booleans())}
        return self.model(annotation)
