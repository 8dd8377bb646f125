"""docs/noegler.md: every key of a plan's files, made from the models, the forms and the example plans.

What belongs in a key is the model's own description. The example is the model's own too, or else the
shortest thing that one of the example plans says there. What is required stands in each form.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.authoring.commented_yaml import Kind, Shape, shape_of
from generator.plan import kinds
from generator.plan.model.base import Mangel
from generator.plan.model.form import Form
from generator.plan.model.reader import model_of
from generator.plan.model.record import Field, Model
from generator.plan.model.values import Periode
from generator.plan.source.read import read_yaml
from tests.support.key_examples import ENTRY, ITEM, KeyPath, said_at

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "noegler.md"
STEPS: dict[Kind, KeyPath] = {Kind.LIST: (ITEM,), Kind.KEYS: (ENTRY,), Kind.MODEL: ()}
WHERE = {ITEM: "Hvert punkt på listen har disse nøgler.", ENTRY: "Under hvert navn står disse nøgler."}


@dataclass(frozen=True)
class File:
    """A kind of file: its model, its name in the list, where examples of it are, and what it is."""

    kind: str
    name: str
    model: type[Model]
    pattern: str
    about: str


@dataclass(frozen=True)
class Group:
    """The keys of one model, and every path of the file that it stands at; see ITEM and ENTRY."""

    model: type[Model]
    paths: tuple[KeyPath, ...]


NOT_YOURS = "Filen følger med programmet, og den, der skriver aftaler, skal ikke røre den."

HEAD = """\
# Nøglerne, én for én

En *nøgle* er ordet foran kolonet i en linje, for eksempel `navn` i `navn: Viborg Kommune`.
Her står alle nøgler, fil for fil, i den orden, som de har i en ny plan.
[Vejledningen](vejledning.md) fortæller, hvordan man skriver dem.

Kolonnen *Skal udfyldes* siger, hvornår nøglen ikke må mangle:

- *altid*: også i et udkast.
  I en liste gælder det for hvert punkt på listen.
- *endelig*: når aftalens `status` er `endelig`.
  Står der en runde bagved, gælder det kun for den runde.
- Er feltet tomt, bestemmer I selv.

Står der *Tekst.* ved en nøgle, må der stå flere afsnit, skrevet efter en lodret streg.
I stedet for en sådan tekst kan der stå en [kendt mangel](#kendt-mangel).

Siden er lavet af programmets egne beskrivelser og ændres ikke i hånden.
"""
GAP = """\
## Kendt mangel

En kendt mangel står i stedet for en tekst, som ikke kan skaffes, og siger hvorfor.

| Nøgle | Hvad der skal stå | Eksempel | Skal udfyldes |
|---|---|---|---|
"""


def page() -> str:
    """The whole page as it should be."""
    return "\n".join([HEAD, GAP + _gap_rows(), *map(_section, files())])


def files() -> tuple[File, ...]:
    """Every kind of file, in the order of the page."""
    return tuple(map(_file, kinds.files()))


def _file(kind: kinds.FileKind) -> File:
    name, is_form = re.sub(r"<\w+>", "…", kind.pattern), kind == kinds.FORM
    found = f"{'templates' if is_form else 'agreements'}/*/{name.replace('…', '*')}"
    return File(kind.name, name, kind.model, found, f"{kind.about} {NOT_YOURS}" if is_form else kind.about)


def groups(model: type[Model]) -> list[Group]:
    """The model itself and every model below it, in the order in which they are first met."""
    found: dict[type[Model], list[KeyPath]] = {}
    for inner, path in _models(model, ()):
        found.setdefault(inner, []).append(path)
    return [Group(inner, tuple(paths)) for inner, paths in found.items()]


def example(file: File, group: Group, name: str) -> str:
    """What may stand after the key, as YAML on one line; nothing when the key has keys of its own."""
    field = group.model.fields[name]
    said = said_at(file.pattern, group.paths, name)
    inherited = name not in group.model.__annotations__
    if field.example and not (inherited and said):
        return field.example
    shape = _shape(field)
    if shape.choices:
        return shape.choices[0]
    if _below(shape):
        return ""
    if not said:
        others = _with_the_same_field(group, name)
        said = [text for other, same in others for text in said_at(other.pattern, same.paths, name)]
    return min(said, key=len, default="")


def _with_the_same_field(group: Group, name: str) -> Iterator[tuple[File, Group]]:
    """The other groups whose models have inherited the field from the same model, or passed it on."""
    mine = {base for base in group.model.__mro__ if name in getattr(base, "fields", {})} - {Model}
    return ((f, g) for f in files() for g in groups(f.model) if mine & set(g.model.__mro__))


def has_own_keys(field: Field) -> bool:
    """Whether the field has keys of its own, so that a table of the list is its example."""
    return _below(_shape(field)) is not None


def required(file: File, group: Group, name: str) -> str:
    """When the key must be filled in: `altid`, `endelig`, `endelig 2015-18`, or never."""
    if group.model.fields[name].is_required:
        return "altid"
    forms = _forms()
    rounds = [form.midler for form in forms if any((*p, name) in _required(form, file) for p in group.paths)]
    return "" if not rounds else " ".join(["endelig", *([] if len(rounds) == len(forms) else rounds)])


def _models(model: type[Model], path: KeyPath) -> Iterator[tuple[type[Model], KeyPath]]:
    yield model, path
    for name, field in model.fields.items():
        shape = _shape(field)
        inner = _below(shape)
        if inner is not None and inner is not Mangel:
            yield from _models(inner, (*path, name, *STEPS[shape.kind]))


def _shape(field: Field) -> Shape:
    """The shape of the field; a period has keys like any other model."""
    shape = shape_of(field.annotation)
    return Shape(Kind.MODEL, Periode) if shape.inner is Periode else shape


def _below(shape: Shape) -> type[Model] | None:
    """The model whose keys stand below a field of that shape."""
    inner = shape.inner if shape.kind is Kind.MODEL else shape_of(shape.inner).inner
    is_model = shape.kind in STEPS and isinstance(inner, type) and issubclass(inner, Model)
    return inner if is_model else None


def _section(file: File) -> str:
    tables = [_table(file, group) for group in groups(file.model)]
    return "\n".join([f"## {file.name}\n\n{file.about}\n", *tables])


def _table(file: File, group: Group) -> str:
    lines = ["| Nøgle | Hvad der skal stå | Eksempel | Skal udfyldes |", "|---|---|---|---|"]
    lines += [_row(file, group, name, field) for name, field in group.model.fields.items()]
    return "\n".join([*_heading(file, group), *lines, ""])


def _heading(file: File, group: Group) -> list[str]:
    first, *others = group.paths
    if not first:
        return []
    also = " og ".join(f"`{_dotted(path)}`" for path in others)
    where = WHERE.get(first[-1], "Her er disse nøgler.")
    return [f"### {_title(file, first)}\n", f"{where}{f' Det samme gælder under {also}.' if also else ''}\n"]


def _row(file: File, group: Group, name: str, field: Field) -> str:
    shape, shown = _shape(field), example(file, group, name)
    cells = [f"`{name}`", _about(field, shape), "", required(file, group, name)]
    cells[2] = f"`{name}: {shown}`" if shown else _link(file, shape, "se tabellen")
    if field.description.strip() and shown and _below(shape):
        cells[1] += f" {_link(file, shape, 'Nøglerne')}."
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _about(field: Field, shape: Shape) -> str:
    parts = [field.description.strip()]
    if shape.choices:
        parts.append(f"Vælg mellem: {', '.join(f'`{word}`' for word in shape.choices)}.")
    if shape.kind is Kind.PROSE:
        parts.append("Tekst.")
    elif shape.kind is Kind.LIST:
        parts.append("Liste.")
    elif shape.kind is Kind.KEYS:
        parts.append("Et navn og et kolon for hver.")
    return " ".join(parts)


def _link(file: File, shape: Shape, words: str) -> str:
    inner = _below(shape)
    if inner is Mangel:
        return f"[{words}](#kendt-mangel)"
    first = next((g.paths[0] for g in groups(file.model) if g.model is inner), ())
    return f"[{words}](#{slug(_title(file, first))})" if first else ""


def _title(file: File, path: KeyPath) -> str:
    return f"{file.kind}: {_dotted(path)}"


def _dotted(path: KeyPath) -> str:
    return ".".join(step for step in path if step not in (ITEM, ENTRY))


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower())
    return kept.replace(" ", "-")


def _gap_rows() -> str:
    group = Group(Mangel, (("problemkompleks", "indsatsområder", ENTRY),))
    rows = ((_example_of_a_gap(group, name), name, field) for name, field in Mangel.fields.items())
    return "".join(f"{_row(file, group, name, field)}\n" for file, name, field in rows)


def _example_of_a_gap(group: Group, name: str) -> File:
    """A kind of file in which the key of a gap has an example."""
    return next(file for file in files() if example(file, group, name))


@cache
def _forms() -> tuple[Form, ...]:
    paths = sorted((ROOT / "templates").glob("*/form.yaml"))
    return tuple(model_of(Form, read_yaml(path, path.name).data) for path in paths)


def _required(form: Form, file: File) -> frozenset[KeyPath]:
    """The paths that the form requires of the file, without a step to each at their end."""
    fields = form.krævede_felter.get(file.kind, {})
    paths = (tuple(path.replace("{valgte}", ENTRY).split(".")) for path in fields)
    return frozenset(path[:-1] if path[-1] == ENTRY else path for path in paths)
