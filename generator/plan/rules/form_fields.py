"""What a form says of the fields of its round: that it requires them, or has no place for them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Finding, Place, Severity
from generator.base.nearest import suggestion
from generator.plan.model.plan import Plan
from generator.plan.model.record import Model
from generator.plan.model.round_keys import Key, keys_at_path, steps
from generator.plan.model.shape import keys_at
from generator.plan.rules import codes
from generator.plan.rules.completeness import HELHEDSPLAN, required_fields
from generator.plan.rules.findings_of_rules import error
from generator.plan.rules.rule import Rule


def fields_of_the_form(plan: Plan) -> Iterator[Finding]:
    """C2: the form requires and leaves out only fields that exist, and no field both."""
    yield from (finding for finding in required_fields(plan) if finding.code == codes.NO_SUCH_FIELD)
    place = Place(f"{plan.form.midler}/form.yaml")
    models = {HELHEDSPLAN: type(plan.helhedsplan), **{a.art: type(a.indhold) for a in plan.aftaler}}
    for kind, model in models.items():
        for path in plan.form.udeladte_felter.get(kind, ()):
            if wrong := _wrong(plan, kind, model, path):
                what, hint = wrong
                message = f"udeladte_felter.{kind} leaves out `{path}`, {what}"
                yield error(codes.NO_SUCH_FIELD, message, hint, place)


def _wrong(plan: Plan, kind: str, model: type[Model], path: str) -> tuple[str, str] | None:
    """What is wrong with leaving out the field, and what to write instead."""
    out = keys_at_path(model, path)
    *above, name = steps(path)
    if not out:
        return f"and there is no `{name}`", suggestion(str(name), keys_at(model, tuple(above)))
    if any(holder.fields[name].is_required for holder, name in out):
        return f"and nothing can be written there without `{name}`", "leave out what it stands in"
    for required in plan.form.krævede_felter.get(kind, ()):
        if out & _on_the_way(model, required):
            return f"and krævede_felter requires `{required}`", "take it out of one of the two"
    return None


def _on_the_way(model: type[Model], path: str) -> frozenset[Key]:
    """The keys that a path goes through, the last of them too."""
    parts = path.split(".")
    ways = (".".join(parts[:end]) for end in range(1, len(parts) + 1))
    return frozenset(key for way in ways for key in keys_at_path(model, way))


RULES = (
    Rule(
        "C2", Severity.ERROR, "form.yaml kræver og udelader kun felter, der findes",
        "Et felt, der er stavet forkert i form.yaml, ville aldrig blive krævet, og aldrig udeladt.",
        "Programmets egen regel",
        "krævede_felter: {helhedsplan: {organisering: Organisering}}",
        "Ret feltets navn i rundens form.yaml. Et felt, der er udeladt, kan ikke også være krævet.",
        fields_of_the_form,
    ),
)  # fmt: skip
