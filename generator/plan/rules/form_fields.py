"""Fields that a form requires, or leaves out because its round has no place for them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Finding, Place
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan import kinds
from generator.plan.kinds import FileKind
from generator.plan.model.form import IF_THERE, Form
from generator.plan.model.plan import Plan
from generator.plan.model.record import Model
from generator.plan.model.round_keys import Key, keys_at_path, steps
from generator.plan.model.shape import keys_at
from generator.plan.rules.completeness import C2, unknown_fields
from generator.plan.rules.rule import Rule

_SOUND: list[Form] = []
"""The form of the plan before, where nothing was wrong in it: most plans of a run are of one round."""


def fields_of_the_form(plan: Plan) -> Iterator[Finding]:
    """C2: the form requires and leaves out only fields that exist, and no field both."""
    yield from unknown_fields(plan)
    if not any(form is plan.form for form in _SOUND):
        wrong = list(_wrong_fields(plan.form))
        _SOUND[:] = [] if wrong else [plan.form]
        yield from wrong


def _wrong_fields(form: Form) -> Iterator[Finding]:
    """Find what is wrong in the form, whatever a plan says."""
    known = {kind.name: kind for kind in (kinds.HELHEDSPLAN, *kinds.DOCUMENTS)}
    place = Place(f"{form.midler}/form.yaml")
    for name in sorted({*form.krævede_felter, *form.udeladte_felter} - {*known}):
        message = say("there is no kind of file `{name}`", name=name)
        yield Finding(C2, message, suggestion(name, known), place)
    for name, kind in known.items():
        for path in form.udeladte_felter.get(name, ()):
            if wrong := _wrong(form, kind, path):
                yield Finding(C2, *wrong, place)


def _wrong(form: Form, kind: FileKind, path: str) -> tuple[str, str] | None:
    """Message and hint of a field that cannot be left out; None where it can."""
    file, out = kind.name, keys_at_path(kind.model, path)
    *above, name = steps(path)
    if not out:
        message = say("udeladte_felter.{file} leaves out `{path}`, and there is no `{name}`",
                      file=file, path=path, name=name)  # fmt: skip
        return message, suggestion(str(name), keys_at(kind.model, tuple(above)))
    if any(holder.fields[name].is_required for holder, name in out):
        message = say(
            "udeladte_felter.{file} leaves out `{path}`, and nothing can be written there without `{name}`",
            file=file, path=path, name=name,
        )  # fmt: skip
        return message, say("leave out what it stands in")
    for required in form.krævede_felter.get(file, ()):
        if out & _on_the_way(kind.model, required):
            message = say(
                "udeladte_felter.{file} leaves out `{path}`, and krævede_felter requires `{required}`",
                file=file, path=path, required=required,
            )  # fmt: skip
            return message, say("take it out of one of the two")
    return None


def _on_the_way(model: type[Model], path: str) -> frozenset[Key]:
    """Keys that a path goes through, the last of them too."""
    parts = path.replace(IF_THERE, "").split(".")
    ways = (".".join(parts[:end]) for end in range(1, len(parts) + 1))
    return frozenset(key for way in ways for key in keys_at_path(model, way))


RULES = (
    Rule(
        C2, "form.yaml kræver og udelader kun felter, der findes",
        "Et felt, der er stavet forkert i form.yaml, ville aldrig blive krævet, og aldrig udeladt.",
        "Programmets egen regel",
        "krævede_felter: {helhedsplan: {organisering: Organisering}}",
        "Ret feltets navn i rundens form.yaml. Et felt, der er udeladt, kan ikke også være krævet.",
        fields_of_the_form, must_be_seen=True,
    ),
)  # fmt: skip
