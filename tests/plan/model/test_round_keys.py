"""Which keys a file has in a round is what its form says, at every place where they could stand."""

from __future__ import annotations

import pytest

from generator.plan import kinds
from generator.plan.kinds import FileKind
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.organisation import Bestyrelse, Gruppe, Medlem
from generator.plan.model.round_keys import RoundKeys, keys_at_path
from generator.plan.source.read import read_yaml_bytes
from tests.support.rounds import FORMS

OF_PLANS = (kinds.HELHEDSPLAN, *kinds.DOCUMENTS)
TWICE = """\
organisation:
  bestyrelse:
    medlemmer: [{titel: direktør, navn: A}]
  grupper:
    - {navn: Gruppen, medlemmer: [{titel: leder, navn: B}]}
"""


def leaving_out(*paths: str) -> RoundKeys:
    """The keys of helhedsplan.yaml in a round that leaves those out."""
    form = Form(midler="2031-34", bevilling="2031-34-midlerne", udeladte_felter={"helhedsplan": paths})
    return RoundKeys.of(form, kinds.HELHEDSPLAN)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("vision", (Helhedsplan, "vision")),
        ("organisation.bestyrelse.møder", (Bestyrelse, "møder")),
        ("organisation.grupper.*.møder", (Gruppe, "møder")),
        ("organisation.grupper.møder", None),
        ("vison", None),
        ("vision.møder", None),
    ],
)
def test_a_path_of_a_form_means_the_key_of_the_model_that_stands_there(
    path: str, key: tuple[type, str] | None
) -> None:
    assert keys_at_path(Helhedsplan, path) == frozenset([key] if key else [])


def test_a_key_is_left_out_wherever_its_model_stands_and_no_other_key_of_its_name() -> None:
    keys = leaving_out("organisation.bestyrelse.medlemmer.*.navn")
    source = read_yaml_bytes(f"navn: Planen\n{TWICE}".encode(), "helhedsplan.yaml")
    assert set(keys.foreign(source, Helhedsplan)) == {
        ("organisation", "bestyrelse", "medlemmer", 0, "navn"),
        ("organisation", "grupper", 0, "medlemmer", 0, "navn"),
    }
    assert "navn" not in keys.fields(Medlem) and "navn" in keys.fields(Helhedsplan)
    assert list(keys.fields(Medlem)) == [name for name in Medlem.fields if name != "navn"]


def test_a_round_that_leaves_nothing_out_has_every_key() -> None:
    source = read_yaml_bytes(TWICE.encode(), "helhedsplan.yaml")
    assert leaving_out().foreign(source, Helhedsplan) == {}
    assert leaving_out().fields(Medlem) == Medlem.fields


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.midler)
@pytest.mark.parametrize("kind", OF_PLANS, ids=lambda kind: kind.name)
def test_what_a_form_leaves_out_is_there_in_another_round_and_is_not_required(
    form: Form, kind: FileKind
) -> None:
    out = RoundKeys.of(form, kind).left_out
    assert len(out) == len(form.udeladte_felter.get(kind.name, ()))
    others = [RoundKeys.of(other, kind).left_out for other in FORMS if other is not form]
    assert all(any(key not in left_out for left_out in others) for key in out)
    assert not any(model.fields[name].is_required for model, name in out)
