"""A new plan: the files to begin with, which build at once as a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from generator.authoring.commented_yaml import skeleton
from generator.authoring.examples import Examples, Names
from generator.authoring.json_schema import file_name
from generator.base.nearest import suggestion
from generator.base.to_ascii import to_ascii
from generator.plan import kinds
from generator.plan.kinds import HELHEDSPLAN, Count, DocumentKind, FileKind
from generator.plan.model.form import Form
from generator.plan.model.load import load
from generator.plan.model.parter import Part
from generator.plan.model.reader import Unreadable, model_of
from generator.plan.model.round_keys import RoundKeys
from generator.plan.model.shape import choices_of, shape_of
from generator.plan.model.values import Periode
from generator.plan.source.read import read_yaml_bytes
from generator.workspace.folders import SCHEMAS, NotFound

PARTY_TYPES = choices_of(shape_of(Part.fields["type"].annotation))

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
    """Answers about a plan when it begins; everything but its name may be empty.

    `dokumenter` are those of the kinds of which a plan has any number, each as its kind and its name.
    """

    navn: str
    fra: str = ""
    til: str = ""
    parter: tuple[tuple[str, str], ...] = ()
    områder: tuple[str, ...] = ()
    indsatsområder: tuple[str, ...] = ()
    dokumenter: tuple[tuple[DocumentKind, str], ...] = ()

    @classmethod
    def of(cls, answers: Mapping[str, Any], name: str) -> NewPlan:
        """The plan of what was answered; `parter` are texts `navn:type`, `dokumenter` texts `art:navn`.

        `name` stands in for a navn.
        """
        return cls(
            navn=answers["navn"] or name,
            fra=answers["fra"] or "",
            til=answers["til"] or "",
            parter=tuple(party(text) for text in answers["parter"]),
            områder=tuple(answers["områder"]),
            indsatsområder=tuple(answers["indsatsområder"]),
            dokumenter=tuple(document(text) for text in answers["dokumenter"]),
        )


def plan_files(new: NewPlan, form: Form) -> dict[str, str]:
    """The files of the plan's folder, each by its name. NotFound for what the form or the model refuses."""
    _check(new, form)
    names = Names(new.parter, new.områder, new.indsatsområder, new.til)
    files = {HELHEDSPLAN.name: _file(HELHEDSPLAN, _shared(new, form), names, form)}
    for kind in kinds.DOCUMENTS:
        known = _known(kind, new, form)
        for own in _named(kind, new):
            name = f"{kind.name}-{ascii_name(own)}" if own else kind.name
            files[name] = _file(kind, {**known, kind.key: own} if own else known, names, form)
    return {f"{name}.yaml": text for name, text in files.items()}


def document(text: str) -> tuple[DocumentKind, str]:
    """The kind and the name of a document written `art:navn`, of a kind of which a plan has any number."""
    name, _, own = (part.strip() for part in text.partition(":"))
    several = kinds.several()
    if name not in several or not ascii_name(own):
        hint = "write its kind, a colon and its name" if name in several else suggestion(name, several)
        raise NotFound(f"`{text}` is no document that a plan can have several of", hint)
    return several[name], own


def party(text: str) -> tuple[str, str]:
    """The name and the type of a party written `navn:type`."""
    name, _, kind = (part.strip() for part in text.rpartition(":"))
    if not name or kind not in PARTY_TYPES:
        hint = f"write as Viborg Kommune:kommune; the type is one of: {', '.join(PARTY_TYPES)}"
        raise NotFound(f"`{text}` is not a party with its type", hint)
    return name, kind


def ascii_name(text: str) -> str:
    """The text as a file name: ASCII letters in lower case, digits and hyphens."""
    return "-".join(re.findall("[a-z0-9]+", to_ascii(text.casefold()).lower()))


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


def _named(kind: DocumentKind, new: NewPlan) -> Iterator[str]:
    """The names that tell documents of the kind apart in a new plan; one that is alone has an empty name."""
    match kind.count:
        case Count.ONE:
            yield ""
        case Count.EACH_AREA:
            yield from new.indsatsområder
        case Count.ANY:
            yield from (own for other, own in new.dokumenter if other == kind)
        case unknown:
            assert_never(unknown)


def _known(kind: DocumentKind, new: NewPlan, form: Form) -> dict[str, Any]:
    """The annexes that the form requires, none of them there yet, and a section for each area of effort.

    A document has those of the two that its kind has a key for in the round.
    """
    known = {
        "bilag": [{"bilag": bilag.nøgle, "status": "eftersendes"} for bilag in form.bilag],
        "indsatsområder": {key: {} for key in new.indsatsområder},
    }
    keys = RoundKeys.of(form, kind).fields(kind.model)
    return {key: value for key, value in known.items() if value and key in keys}


def _file(kind: FileKind, known: Mapping[str, Any], names: Names, form: Form) -> str:
    """The file's text, read once to be sure that it is valid. Its first line tells an editor its schema."""
    model, keys = kind.model, RoundKeys.of(form, kind)
    modeline = f"# yaml-language-server: $schema=../../{SCHEMAS}/{file_name(kind, form)}"
    filled_in = skeleton(model, known, fields=Examples(names, form, kind, keys).fields)
    text = f"{modeline}\n# {kind.about}\n{HOW_TO}\n{filled_in}"
    load(read_yaml_bytes(text.encode(), kind.pattern), model, keys)
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
