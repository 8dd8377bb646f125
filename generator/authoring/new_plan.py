"""A new plan: the files to begin with, which build at once as a draft."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from generator.authoring.commented_yaml import skeleton
from generator.authoring.examples import Examples, Names
from generator.authoring.json_schema import KINDS, file_name
from generator.base.nearest import suggestion
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Part
from generator.plan.model.load import load
from generator.plan.model.reader import Unreadable, model_of
from generator.plan.model.values import Periode
from generator.plan.source.read import read_yaml_bytes
from generator.workspace.folders import DELAFTALE, HELHEDSPLAN, SCHEMAS, STRATEGISK, NotFound

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", " ": "-", "_": "-"})
PARTY_TYPES: tuple[str, ...] = get_args(Part.fields["type"].annotation)

HOW_TO = """\
# En tom nøgle er noget, der mangler endnu; i udkastet kan man se hvor.
# Fjern # og ét mellemrum foran et eksempel for at bruge det.
# Er der allerede et punkt på listen, er eksemplet de andre nøgler, som punktet kan have.
# Tekst skrives efter en lodret streg, med én sætning på hver linje:
#   vision: |
#     Den første sætning.
#     Den næste sætning.
"""


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What is known of a plan when it begins; everything but its name may be empty."""

    navn: str
    fra: str = ""
    til: str = ""
    parter: tuple[tuple[str, str], ...] = ()
    områder: tuple[str, ...] = ()
    indsatsområder: tuple[str, ...] = ()

    @classmethod
    def of(cls, answers: Mapping[str, Any], name: str) -> NewPlan:
        """The plan of what was answered; `parter` are texts `navn:type`, `name` stands in for a navn."""
        return cls(
            navn=answers["navn"] or name,
            fra=answers["fra"] or "",
            til=answers["til"] or "",
            parter=tuple(party(text) for text in answers["parter"]),
            områder=tuple(answers["områder"]),
            indsatsområder=tuple(answers["indsatsområder"]),
        )


def plan_files(new: NewPlan, form: Form) -> dict[str, str]:
    """The files of the plan's folder, each by its name. NotFound for what the form or the model refuses."""
    _check(new, form)
    files = {HELHEDSPLAN: (HELHEDSPLAN, _shared(new, form)), STRATEGISK: (STRATEGISK, _strategic(new, form))}
    for key in new.indsatsområder:
        files[f"{DELAFTALE}-{ascii_name(key)}"] = (DELAFTALE, {"indsatsområde": key})
    names = Names(new.parter, new.områder, new.indsatsområder)
    return {
        f"{name}.yaml": _file(kind, known, Examples(names, form, kind))
        for name, (kind, known) in files.items()
    }


def party(text: str) -> tuple[str, str]:
    """The name and the type of a party written `navn:type`."""
    name, _, kind = (part.strip() for part in text.rpartition(":"))
    if not name or kind not in PARTY_TYPES:
        hint = f"write as Viborg Kommune:kommune; the type is one of: {', '.join(PARTY_TYPES)}"
        raise NotFound(f"`{text}` is not a party with its type", hint)
    return name, kind


def ascii_name(text: str) -> str:
    """The text as a file name: ASCII letters in lower case, digits and hyphens."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(LETTERS)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else "-" for c in plain).replace("-", " ").split())


def _shared(new: NewPlan, form: Form) -> dict[str, Any]:
    periode = {key: day for key, day in (("fra", new.fra), ("til", new.til)) if day}
    return {
        "navn": new.navn,
        "midler": form.midler,
        "periode": periode or None,
        "parter": [{"navn": name, "type": kind} for name, kind in new.parter],
        "boligområder": [{"navn": name} for name in new.områder],
        "indsatsområder": [{"indsatsområde": key} for key in new.indsatsområder],
    }


def _strategic(new: NewPlan, form: Form) -> dict[str, Any]:
    """The annexes that the form requires, none of them there yet, and a section for each area of effort."""
    known: dict[str, Any] = {"bilag": [{"bilag": b.nøgle, "status": "eftersendes"} for b in form.bilag]}
    sections: dict[str, Any] = {key: {} for key in new.indsatsområder}
    return known | ({"indsatsområder": sections} if sections else {})


def _file(kind: str, known: Mapping[str, Any], examples: Examples) -> str:
    """The file's text, read once to be sure that it is valid. Its first line tells an editor its schema."""
    model, about = KINDS[kind]
    modeline = f"# yaml-language-server: $schema=../../{SCHEMAS}/{file_name(kind)}"
    text = f"{modeline}\n# {about}\n{HOW_TO}\n{skeleton(model, known, fields=examples.fields)}"
    load(read_yaml_bytes(text.encode(), f"{kind}.yaml"), model)
    return text


def _check(new: NewPlan, form: Form) -> None:
    keys = [område.nøgle for område in form.indsatsområder]
    for key in new.indsatsområder:
        if key not in keys:
            message = f"`{key}` is not one of the indsatsområder of {form.midler}"
            raise NotFound(message, suggestion(key, keys))
    for what, values in (("--indsatsområde", new.indsatsområder), ("--område", new.områder)):
        _once(what, values)
    _once("--part", [name for name, _ in new.parter])
    _check_period(new)


def _once(option: str, values: Sequence[str]) -> None:
    twice = [value for number, value in enumerate(values) if value in values[:number]]
    if twice:
        raise NotFound(f"`{twice[0]}` is given twice", f"give each {option} once")


def _check_period(new: NewPlan) -> None:
    try:
        model_of(Periode, {"fra": new.fra or None, "til": new.til or None})
    except Unreadable as unreadable:
        first = unreadable.problems[0]
        option = "".join(f"--{step}: " for step in first.path)
        hint = first.refused.hint if first.refused else ""
        raise NotFound(f"{option}{first.refused}", hint) from unreadable
