"""A new plan: the files to begin with, which build at once as a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from msgspec import Struct, field

from generator.authoring.answers import area_of_effort, ascii_name, document, once, party, period
from generator.authoring.commented_yaml import skeleton
from generator.authoring.examples import Examples, Names
from generator.authoring.format import canonical
from generator.authoring.json_schema import file_name
from generator.plan import kinds
from generator.plan.kinds import HELHEDSPLAN, Count, DocumentKind, FileKind
from generator.plan.model.base import Mangel
from generator.plan.model.bilagsliste import arter_til
from generator.plan.model.form import Form
from generator.plan.model.load import load
from generator.plan.model.round_keys import RoundKeys
from generator.plan.model.shape import models_at
from generator.plan.source.read import read_yaml_bytes
from generator.workspace.folders import SCHEMAS

EVERY_PLAN_HAS = (Count.ONE, Count.EACH_AREA)
HOW_TO = """\
# En tom nøgle er noget, der mangler endnu; i udkastet kan man se hvor.
# Fjern # og ét mellemrum foran et eksempel for at bruge det.
# Er der allerede et punkt på listen, er eksemplet de andre nøgler, som punktet kan have.
# Tekst skrives efter en lodret streg, med én sætning på hver linje:
#   vision: |
#     Den første sætning.
#     Den næste sætning.
"""


class NewPlan(Struct, frozen=True):
    """Answers about a plan when it begins; everything but its name may be empty.

    `dokumenter` are those of the kinds of which a plan has any number, each as its kind and its name.
    `taken` are facts of another plan, as `carried_over` has them; an answer stands before them.
    """

    navn: str
    fra: str = ""
    til: str = ""
    parter: tuple[tuple[str, str], ...] = ()
    områder: tuple[str, ...] = ()
    indsatsområder: tuple[str, ...] = ()
    dokumenter: tuple[tuple[DocumentKind, str], ...] = ()
    taken: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls, answers: Mapping[str, Any], name: str, form: Form, taken: Mapping[str, Any] | None = None
    ) -> NewPlan:
        """The plan of what was answered; `parter` are texts `navn:type`, `dokumenter` texts `art:navn`.

        `name` stands in for a navn.
        """
        return cls(
            navn=answers["navn"] or name,
            fra=answers["fra"] or "",
            til=answers["til"] or "",
            parter=tuple(party(text) for text in answers["parter"]),
            områder=tuple(answers["områder"]),
            indsatsområder=tuple(area_of_effort(text, form) for text in answers["indsatsområder"]),
            dokumenter=tuple(document(text) for text in answers["dokumenter"]),
            taken=taken or {},
        )


def plan_files(new: NewPlan, form: Form) -> dict[str, str]:
    """The files of the plan's folder, each by its name. NotFound for what the form or the model refuses."""
    _check(new, form)
    shared = _shared(new, form)
    files = {HELHEDSPLAN.pattern: _file(HELHEDSPLAN, shared, Names.of(shared), form)}
    documents = (
        document_file(kind, own, shared, form)
        for kind in kinds.DOCUMENTS for own in _named(kind, new, _chosen(shared))
    )  # fmt: skip
    return files | dict(documents)


def document_file(
    kind: DocumentKind, own: str, facts: Mapping[str, Any], form: Form
) -> tuple[str, str]:
    """The name and the text of one more document of a plan; `own` tells it from others of its kind.

    `facts` are those of the plan that examples speak of, as `carried_over` has them.
    """
    known = _known(kind, _chosen(facts), form)
    name = f"{kind.name}-{ascii_name(own)}" if own else kind.name
    return f"{name}.yaml", _file(kind, {**known, kind.key: own} if own else known, Names.of(facts), form)


def _shared(new: NewPlan, form: Form) -> dict[str, Any]:
    periode = {key: day for key, day in (("fra", new.fra), ("til", new.til)) if day}
    answered = {
        "navn": new.navn,
        "midler": form.midler,
        "periode": periode or None,
        "parter": [{"navn": name, "type": kind} for name, kind in new.parter],
        "boligområder": [{"navn": name} for name in new.områder],
        "indsatsområder": [{"indsatsområde": key} for key in new.indsatsområder],
    }
    return {**new.taken, **{key: answer for key, answer in answered.items() if answer}}


def _chosen(shared: Mapping[str, Any]) -> list[str]:
    """Keys of the areas of effort that the plan has chosen."""
    return [chosen["indsatsområde"] for chosen in shared.get("indsatsområder", ())]


def _named(kind: DocumentKind, new: NewPlan, chosen: Sequence[str]) -> Iterator[str]:
    """The names that tell documents of the kind apart in a new plan; one that is alone has an empty name."""
    match kind.count:
        case Count.ONE:
            yield ""
        case Count.EACH_AREA:
            yield from chosen
        case Count.ANY | Count.AT_MOST_ONE:
            yield from (own for other, own in new.dokumenter if other == kind)
        case unknown:
            assert_never(unknown)


def _known(kind: DocumentKind, chosen: Sequence[str], form: Form) -> dict[str, Any]:
    """The annexes that not every plan has a file of, none there yet, and a section for each area of effort.

    A document has those of the two that its kind has a key for in the round; a section that is one text alone
    begins as an example.
    """
    known = {
        "bilag": [{"bilag": bilag.nøgle, "status": "eftersendes"} for bilag in form.bilag
                  if not any(kind.count in EVERY_PLAN_HAS for kind in arter_til(bilag.nøgle))],
        "indsatsområder": {key: {} for key in chosen},
    }
    keys = RoundKeys.of(form, kind).fields(kind.model)
    if Mangel in models_at(kind.model, ("indsatsområder", "")):
        del known["indsatsområder"]
    return {key: value for key, value in known.items() if value and key in keys}


def _file(kind: FileKind, known: Mapping[str, Any], names: Names, form: Form) -> str:
    """The file's text, read once to be sure that it is valid. Its first line tells an editor its schema."""
    model, keys = kind.model, RoundKeys.of(form, kind)
    modeline = f"# yaml-language-server: $schema=../../{SCHEMAS}/{file_name(kind, form)}"
    filled_in = skeleton(model, known, fields=Examples(names, form, kind, keys).fields)
    text = canonical(f"{modeline}\n# {kind.about}\n{HOW_TO}\n{filled_in}", model)
    load(read_yaml_bytes(text.encode(), kind.pattern), model, keys)
    return text


def _check(new: NewPlan, form: Form) -> None:
    for key in new.indsatsområder:
        area_of_effort(key, form)
    once(new.indsatsområder)
    once(new.områder)
    once(name for name, _ in new.parter)
    period(new.fra, new.til)
