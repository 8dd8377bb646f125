"""Facts of a plan that hold for the next one too: parties, areas, organisation.

Texts, figures, dates, versions and approvals are a plan's own; so are case numbers, and names of persons.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from msgspec import Struct

from generator.base.danish import antal
from generator.base.language import listed
from generator.plan.model.boligomraade import Boligområde
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan, ValgtIndsatsområde
from generator.plan.model.organisation import Gruppe, Medlem
from generator.plan.model.parter import Part, Underskrift
from generator.plan.model.record import Field, Model
from generator.plan.model.round_keys import Key
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
    shape_of,
)

FACTS = ("parter", "boligområder", "indsatsområder", "organisation")
COUNTS: frozenset[Key] = frozenset({(Medlem, "antal"), (Boligområde, "antal_afdelinger")})
"""Numbers that are facts: how many there are of what is carried over. Others are measured anew."""
ITS_OWN: frozenset[Key] = frozenset({(Part, "sagsnummer"), (Underskrift, "navn"), (Medlem, "navn")})
OF_A_ROUND: frozenset[Key] = frozenset(
    {(ValgtIndsatsområde, "indsatsområde"), (Gruppe, "indsatsområde")}
)


def carried_over(plan: Helhedsplan, form: Form) -> dict[str, Any]:
    """The facts by their keys, as YAML has them, for a plan of the form's round; those that are there."""
    facts = {key: _Facts(form).of(shape_of(plan.fields[key].annotation), getattr(plan, key)) for key in FACTS}
    return {key: kept for key, kept in facts.items() if kept}


def named(facts: Mapping[str, Any]) -> str:
    """`parter (2), boligområder (1) and organisation`: the keys that were carried over, for people."""
    told = [f"{key} ({len(kept)})" if isinstance(kept, list) else key for key, kept in facts.items()]
    return listed(told)


class _Facts(Struct, frozen=True):
    """Takes over facts for a plan of the form's round."""

    form: Form

    def of(self, shape: Shape, value: Any) -> Any:
        """The facts in a value of the shape: a text, a list, keys; None where there are none."""
        match shape:
            case Maybe(inner):
                return None if value is None else self.of(inner, value)
            case Text():
                return value if isinstance(value, str) else None
            case Choice() | WholeNumber():
                return str(value)
            case ListOf(item):
                return [kept for one in value if (kept := self.of(item, one))]
            case Keys(model):
                return self._keys(model, value)
            case Prose() | OrList() | OrKeys() | KeysOf():
                return None
            case never:
                assert_never(never)

    def _keys(self, model: type[Model], value: Model) -> dict[str, Any] | None:
        """The keys of a thing that are facts; None where they do not make one by themselves."""
        facts = {
            name: self._fact((model, name), field, getattr(value, name))
            for name, field in model.fields.items()
            if name in value.given and (model, name) not in ITS_OWN
        }  # fmt: skip
        kept = {name: fact for name, fact in facts.items() if fact and self._is_known((model, name), fact)}
        return kept if model.is_whole(kept) else None

    def _fact(self, key: Key, field: Field, value: Any) -> Any:
        if key in COUNTS:
            return antal(value).replace("\u00a0", " ")
        return self.of(shape_of(field.annotation), value)

    def _is_known(self, key: Key, fact: Any) -> bool:
        """Tell whether the round of the new plan has it, too, where a key is about what rounds have."""
        return key not in OF_A_ROUND or self.form.indsatsområde(fact) is not None
