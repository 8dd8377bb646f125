"""Fields that a form requires before an agreement is final: its `krævede_felter`.

A required field is a dotted path. `*` stands for every item of a list, `{valgte}` for every area of
effort that the plan has chosen; a step with a `?` goes on only where something stands there. A known
gap (`mangler: …`) counts as filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.base.findings import Code, Completeness, Finding, Place
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.base import Afsnit, Mangel
from generator.plan.model.form import IF_THERE, Form
from generator.plan.model.load import key_path
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Field, Model, NotRead, is_nothing
from generator.plan.model.shape import models_at
from generator.plan.rules.gathered import Path, once
from generator.plan.rules.rule import Rule
from generator.plan.source.codes import EMPTY_FIELD

C1 = EMPTY_FIELD
C2 = Code("C2")

CHOSEN = "{valgte}"


class Missing(Struct, frozen=True):
    """Required field that is empty.

    `owner` is the nearest thing there that would hold it; `below` is its path from there.
    """

    path: Path
    owner: object
    below: tuple[str, ...] = ()


class NoSuchField(Exception):
    """Raised for a step of a required path that no model has."""

    def __init__(self, step: str, owner: object) -> None:
        fields = type(owner).fields if isinstance(owner, Model) else ()
        several = say("there may be several here: write `*.{step}`", step=step)
        self.hint = suggestion(step, fields) if fields else several
        super().__init__(step)


def empty_fields(plan: Plan) -> Iterator[Finding]:
    """C1: every field that the form requires is filled; a warning in a draft, an error in a final."""
    return (finding for finding in _required_fields(plan) if finding.code == C1)


def unknown_fields(plan: Plan) -> Iterator[Finding]:
    """C2: the fields that the form requires exist; `form_fields` tells of it."""
    return (finding for finding in _required_fields(plan) if finding.code == C2)


def _required_fields(plan: Plan) -> Iterator[Finding]:
    yield from _of(plan, plan, HELHEDSPLAN.name, plan.is_final())
    for aftale in plan.aftaler:
        yield from _of(plan, aftale, aftale.kind.name, plan.is_final(aftale))


def completeness(plan: Plan) -> Iterator[Completeness]:
    """Count the required fields of helhedsplan.yaml, then of each agreement."""
    yield _counted(plan, plan, HELHEDSPLAN.name)
    for aftale in plan.aftaler:
        yield _counted(plan, aftale, aftale.kind.name)


def empty_paths(plan: Plan, source: Plan | Aftale) -> Iterator[tuple[str, Path]]:
    """Yield the name and the path of every required field of the file that is empty."""
    kind = source.kind.name if isinstance(source, Aftale) else HELHEDSPLAN.name
    for reached in _all_reached(plan, source, kind):
        yield from ((reached.name, field.path) for field, empty in reached.fields if empty)


def single_fields(form: Form, kind: str) -> frozenset[str]:
    """Names of the required fields of which a document of the kind has one: in no list, not for each area."""
    required = (form.krævede_felter.get(file, {}) for file in (HELHEDSPLAN.name, kind))
    paths = (item for fields in required for item in fields.items())
    return frozenset(name for path, name in paths if not {"*", CHOSEN} & {*path.split(".")})


def is_empty(value: object) -> bool:
    """Tell whether what is asked for there is missing. A known gap is not."""
    return value.is_empty() if isinstance(value, Model) else is_nothing(value)


def _reached_by(value: object, path: str, chosen: tuple[str, ...]) -> Iterator[tuple[Missing, bool]]:
    return _reached(value, tuple(path.split(".")), chosen, Missing((), value))


def _reached(
    value: object, steps: tuple[str, ...], chosen: tuple[str, ...], here: Missing
) -> Iterator[tuple[Missing, bool]]:
    """Yield all fields that the steps reach, each with True when it is empty."""
    if isinstance(value, Mangel):
        yield here, False
    elif not steps and isinstance(value, tuple) and any(isinstance(item, Afsnit) for item in value):
        for number, section in enumerate(value):
            yield from _reached(section, ("tekst",), chosen, Missing((*here.path, number), value))
    elif not steps:
        yield here, is_empty(value)
    elif value is None:
        for below in _written_out(steps, chosen):
            yield Missing((*here.path, *below), here.owner, (*here.below, *below)), True
    else:
        for step, inner in _next(value, steps[0].removesuffix(IF_THERE), chosen):
            if inner is None and steps[0].endswith(IF_THERE):
                continue
            yield from _reached(inner, steps[1:], chosen, Missing((*here.path, step), value, (str(step),)))


def _written_out(steps: tuple[str, ...], chosen: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Paths that the steps stand for where nothing is written: one for each area, none in a list."""
    paths: list[tuple[str, ...]] = [()]
    for step in steps:
        named = () if step.endswith(IF_THERE) else {CHOSEN: chosen, "*": ()}.get(step, (step,))
        paths = [(*path, name) for path in paths for name in named]
    return paths


def _next(value: object, step: str, chosen: tuple[str, ...]) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, Model):
        if step not in type(value).fields:
            raise NoSuchField(step, value)
        yield step, _filled(value, step)
    elif isinstance(value, Mapping):
        keys = {CHOSEN: chosen, "*": tuple(value)}.get(step, (step,))
        yield from ((key, value.get(key)) for key in keys)
    elif isinstance(value, tuple) and step == "*":
        yield from enumerate(value)
    else:
        raise NoSuchField(step, value)


def _filled(model: Model, key: str) -> object:
    """Value of the key; while it is empty, that of the key that may be filled in its place."""
    value, instead = getattr(model, key), type(model).fields[key].instead
    return getattr(model, instead) if instead and is_empty(value) else value


class Reached(Struct, frozen=True):
    """Fields that a required path reaches, each with True when it is empty; `end` is why it ends there."""

    path: str
    name: str
    fields: tuple[tuple[Missing, bool], ...]
    end: NoSuchField | NotRead | None = None


def _all_reached(plan: Plan, source: Plan | Aftale, kind: str) -> list[Reached]:
    """All that the form requires of the file; it is gone through once for who asks."""
    of = (source.kilde.value, plan.form, plan.helhedsplan)
    required = plan.form.krævede_felter.get(kind, {})
    return once("required", of, lambda: [_reached_of(plan, source, *path) for path in required.items()])


def _reached_of(plan: Plan, source: Plan | Aftale, path: str, name: str) -> Reached:
    found: list[tuple[Missing, bool]] = []
    try:
        found.extend(_reached_by(source.kilde.value, path, _chosen(plan, path)))
    except (NoSuchField, NotRead) as end:
        return Reached(path, name, tuple(found), end)
    return Reached(path, name, tuple(found))


def _of(plan: Plan, source: Plan | Aftale, kind: str, final: bool) -> Iterator[Finding]:
    for reached in _all_reached(plan, source, kind):
        yield from (_finding(source, gap, reached.name, final) for gap, empty in reached.fields if empty)
        if isinstance(reached.end, NoSuchField):
            message = say("krævede_felter.{file} requires `{path}`, and there is no `{step}`",
                          file=kind, path=reached.path, step=reached.end)  # fmt: skip
            place = Place(f"{plan.form.midler}/form.yaml")
            yield Finding(C2, message, reached.end.hint, place)


def _chosen(plan: Plan, path: str) -> tuple[str, ...]:
    """List the areas of effort that a path is about."""
    areas = plan.helhedsplan.indsatsområder if CHOSEN in path else ()
    return tuple(valgt.indsatsområde for valgt in areas)


def _counted(plan: Plan, source: Plan | Aftale, kind: str) -> Completeness:
    filled, gaps = 0, []
    for reached in _all_reached(plan, source, kind):
        if reached.end is None:
            gaps += [(reached.name, source.place(*field.path)) for field, empty in reached.fields if empty]
            filled += sum(not empty for _, empty in reached.fields)
    return Completeness(source.place().file, filled, tuple(gaps))


def _finding(source: Plan | Aftale, gap: Missing, name: str, final: bool) -> Finding:
    document = source.place().file.rsplit("/", 1)[-1].removesuffix(".yaml")
    message = say("{name} is missing in {document} (`{path}`)",
                  name=name, document=document, path=key_path(gap.path))  # fmt: skip
    return Finding(C1.milder_unless(final), message, _hint(gap, source), source.place(*gap.path))


def _hint(gap: Missing, source: Plan | Aftale) -> str:
    """Hint with the field's own example where it has one, else with its description."""
    *above, key = gap.below or ("",)
    base = len(gap.path) - len(gap.below)
    typed = source.kilde.source.key_places
    around = ".".join(step for depth, step in enumerate(above, 1) if gap.path[: base + depth] not in typed)
    field = _field(gap)
    about = field.description if field else ""
    if around and about:
        return say("write `{around}:`, and `{key}: …` indented below it: {about}",
                   around=around, key=key, about=about)  # fmt: skip
    if around:
        return say("write `{around}:`, and `{key}: …` indented below it", around=around, key=key)
    if field and field.example and "\n" not in field.example:
        return say("write `{key}:`, for example `{key}: {example}`", key=key, example=field.example)
    return (
        say("write `{key}: …`: {about}", key=key, about=about) if about else say("write `{key}: …`", key=key)
    )


def _field(gap: Missing) -> Field | None:
    """Declaration of the field that is empty; None for a key that the writer chooses."""
    owner = type(gap.owner) if isinstance(gap.owner, Model) else None
    *around, key = gap.below or ("",)
    if owner is None or gap.below[0] not in owner.fields:
        return None
    holders = models_at(owner, tuple(around))
    return next((holder.fields[key] for holder in holders if key in holder.fields), None)


RULES = (
    Rule(
        C1, "Alt, hvad formularen kræver, er udfyldt",
        "Et hul i en underskrevet aftale bliver ikke opdaget, før nogen får brug for det, der mangler.",
        "Formularerne; listen over felter står i rundens form.yaml",
        "status: endelig, og ingen underretning",
        "Skriv det, der mangler. Kan det ikke skaffes, så skriv `{mangler: hvorfor}`.",
        empty_fields, milder="advarsel i et udkast", must_be_seen=True,
    ),
)  # fmt: skip
