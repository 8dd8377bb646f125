"""Plans for the rules, each a few lines of YAML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from generator.plan import kinds
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import Loaded, load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model
from generator.plan.source.read import read_yaml_bytes

SHARED = """\
navn: En plan
midler: 2019-26
parter:
  - {navn: BoligViborg, type: boligorganisation, aliaser: [Boligselskabet Viborg]}
boligområder:
  - {navn: Kølvrå afd. 8, kortnavn: Kølvrå, aliaser: [Kølvrå-parken], ejer: BoligViborg}
  - {navn: Ringparken, ejer: Boligselskabet Viborg}
indsatsområder: [beskæftigelse]
"""
FORM = """\
midler: 2019-26
bevilling: 2019 til 2026-midlerne
indsatsområder:
  - {nøgle: beskæftigelse, navn: Beskæftigelse}
  - {nøgle: kriminalitetsforebyggelse, navn: Kriminalitetsforebyggelse}
bilag:
  - {nøgle: beredskabsplan, navn: En beredskabsplan}
kriterier:
  år: 2015
  kilde: UIBM
  punkter: [{nøgle: herkomst, tekst: Over 50 %.}]
"""
M = TypeVar("M", bound=Model)
MakePlan = Callable[..., Plan]


def loaded(text: str, model: type[M], name: str) -> Loaded[M]:
    return load(read_yaml_bytes(text.encode(), name), model)


@pytest.fixture
def plan() -> MakePlan:
    """A plan of YAML: more of helhedsplan.yaml, the agreements, more of the form."""

    def make(shared: str = "", strategic: str = "", *delaftaler: str, form: str = "") -> Plan:
        texts = {"strategisk-samarbejdsaftale.yaml": strategic} if strategic else {}
        texts |= {f"delaftale-{number}.yaml": text for number, text in enumerate(delaftaler, 1)}
        aftaler = [
            Aftale(name.removesuffix(".yaml"), kind, loaded(text, kind.model, name))
            for name, text in texts.items() if (kind := kinds.of_file(name))
        ]  # fmt: skip
        return Plan(
            "plan",
            loaded(SHARED + shared, Helhedsplan, "helhedsplan.yaml"),
            tuple(aftaler),
            loaded(FORM + form, Form, "form.yaml").value,
        )

    return make
